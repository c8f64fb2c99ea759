import type { ClaimCheck } from '../core/claim.ts'

/** The check that failed and why, in plain English; undefined when all is well. */
export type Finding = { readonly failed: ClaimCheck; readonly why: string } | undefined

export function wrong(failed: ClaimCheck, why: string): Finding {
  return { failed, why }
}
