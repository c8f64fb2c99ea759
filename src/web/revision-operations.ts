import type { RevisionsView } from '../operations/compare-revisions.ts'

/** What the page asks that tells what an outlet changed. */
export type RevisionOperations = {
  /** Without a choice: the newest text and the one before. */
  compareTexts(input: {
    readonly id: string
    readonly from?: string
    readonly to?: string
  }): Promise<RevisionsView | undefined>
}
