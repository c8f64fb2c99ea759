import type { NameWords } from './name-words.ts'
import type { QuotationWords } from './quotation-words.ts'

/**
 * All that the readers must know of one language: plain words and patterns, no code. Every part is optional: what a pack lacks is not
 * read in that language, and `supported-layers.ts` says so beside the findings.
 */
export type LanguagePack = {
  /** BCP 47 primary subtag: `fr`. */
  readonly code: string
  /** How the script runs; left to right when absent. */
  readonly direction?: 'rtl'
  readonly quotations?: QuotationWords
  readonly names?: NameWords
}
