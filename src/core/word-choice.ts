import type { Citation } from './citation.ts'
import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** One use of a word: by whom, in which passage (a headline or a sentence, whole), and where in that passage it stands. */
export type WordUse = {
  readonly outlet: string
  readonly documentId: DocumentId
  /** A headline taken whole. */
  readonly title?: string
  /** Or a sentence of the text. */
  readonly citation?: Citation
  /** Of the word, in the passage. */
  readonly span: Span
}

/** A word some outlets use, each outlet once. */
export type ChosenWord = { readonly word: string; readonly uses: readonly [WordUse, ...WordUse[]] }

/** Words that stand for one another in passages that are otherwise alike; each is used by outlets that do not use the others there. */
export type WordChoice = { readonly words: readonly ChosenWord[] }
