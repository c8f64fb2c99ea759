import type { Citation } from '../citation.ts'
import type { DocumentId } from '../ids.ts'
import type { SyndicationKind } from '../syndication.ts'

/** A sentence or passage of one article, and its counterpart in another. */
export type SentencePair = { readonly here: Citation; readonly there: Citation }

/** Passages that two articles of a story share word for word: why they're one report, fully or partly. */
export type SharedText = {
  readonly documentId: DocumentId
  /** The article it's counted with, or copied from; the earlier one, if that is known. */
  readonly otherId: DocumentId
  readonly kind: SyndicationKind
  /** Number of shared passages; `passages` has the longest, in text order. */
  readonly count: number
  readonly passages: readonly SentencePair[]
}

/**
 * An article with the same facts as an earlier one, in the same order and with the same figures, but in other words. It doesn't
 * say who copied whom: both may rely on a third.
 */
export type Retelling = {
  readonly documentId: DocumentId
  readonly otherId: DocumentId
  /** The share of the shorter text's words that both have in the same order, apart from quotations and shared passages. */
  readonly share: number
  /** Number of different figures both have. */
  readonly figures: number
  readonly pairs: readonly SentencePair[]
}
