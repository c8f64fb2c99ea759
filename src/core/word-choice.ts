import type { Citation } from './citation.ts'
import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** One use of a word: by whom, in which whole headline or sentence, and where in it. */
export type WordUse = {
  readonly outlet: string
  readonly documentId: DocumentId
  /** A headline, if the passage is one. */
  readonly title?: string
  /** Otherwise a sentence of the text. */
  readonly citation?: Citation
  /** Of the word, within the passage. */
  readonly span: Span
}

/** A word some outlets use; each outlet is listed once. */
export type ChosenWord = { readonly word: string; readonly uses: readonly [WordUse, ...WordUse[]] }

/** Words that replace one another in passages otherwise alike; the outlets of each use none of the others there. */
export type WordChoice = { readonly words: readonly ChosenWord[] }
