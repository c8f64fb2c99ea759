import type { NameWords } from './name-words.ts'
import type { QuotationWords } from './quotation-words.ts'
import type { TimeWords } from './time-words.ts'

/**
 * All that the readers must know of one language: plain words and patterns, no code. Every part is optional: what a pack lacks is not
 * read in that language, and `supported-layers.ts` says so beside the findings.
 */
export type LanguagePack = {
  /** BCP 47 primary subtag: `fr`. */
  readonly code: string
  /** How the script runs; left to right when absent. */
  readonly direction?: 'rtl'
  /** The tagger knows its grammar (`src/analyze/grammar/`): speech without marks, promises and figures are read. */
  readonly hasGrammar?: boolean
  readonly sentences?: SentenceWords
  readonly times?: TimeWords
  readonly quotations?: QuotationWords
  readonly names?: NameWords
}

/** Where sentences end: words apart by spaces, in lower case, without their last full stop. */
export type SentenceWords = {
  /** Titles before a name, and what always goes on, such as `e.g.`: their full stop never ends a sentence. */
  readonly titles?: string
  /** Abbreviations that hardly ever end a sentence: only before a word that plainly begins one. */
  readonly inner?: string
  /** Abbreviations that end a sentence before any capital letter, such as `etc.` */
  readonly final?: string
  /** Abbreviations that are common words as well: short for something only before a number. */
  readonly beforeNumber?: string
  /** Words that begin sentences far more often than they go on a name. */
  readonly starters: string
  /** A number with a full stop is an ordinal: `am 3. Mai`. */
  readonly hasOrdinals?: boolean
  /** Words after which such a number goes on even before an opening mark: `zum 3. „Tag der Brücken“`. */
  readonly beforeOrdinal?: string
  /** Greek asks with `;`. */
  readonly hasSemicolonQuestions?: boolean
}
