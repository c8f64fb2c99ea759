import type { BriefView } from '../operations/brief-views.ts'

/** What the brief asks for. */
export type BriefOperations = {
  brief(input: { readonly day?: string }): Promise<BriefView | undefined>
}
