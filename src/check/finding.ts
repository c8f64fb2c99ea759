import type { ClaimCheck } from '../core/claim.ts'

/** What a check finds wrong: nothing, or which check failed and why, in plain English. */
export type Finding = { readonly failed: ClaimCheck; readonly why: string } | undefined

/** A finding of what is wrong. */
export function wrong(failed: ClaimCheck, why: string): Finding {
  return { failed, why }
}
