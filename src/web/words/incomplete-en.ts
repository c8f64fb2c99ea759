import { type IncompleteReason, incompleteReasons } from '../../core/incomplete-reason.ts'

/** Why a text is not whole; each `{}` is what the page says, a number, or another reason, in the order of the English. */
export type IncompleteWords = Readonly<Record<IncompleteReason, string>>

export const incompleteEn: IncompleteWords = incompleteReasons
