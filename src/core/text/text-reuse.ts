import type { Citation } from '../citation.ts'
import type { DocumentId } from '../ids.ts'
import type { SyndicationKind } from '../syndication.ts'

/** A sentence or passage of one article and the one of another that stands beside it. */
export type SentencePair = { readonly here: Citation; readonly there: Citation }

/** Passages that stand word for word in two articles of a story: why the two are one report, or one in part. */
export type SharedText = {
  readonly documentId: DocumentId
  /** The article it is counted with, or took the passages from; earlier, where that is known. */
  readonly otherId: DocumentId
  readonly kind: SyndicationKind
  /** How many passages the two share; `passages` are the longest of them, in order. */
  readonly count: number
  readonly passages: readonly SentencePair[]
}

/**
 * An article that tells what an earlier one tells, in the same order and with the same figures, in other words. It says
 * nothing of who took from whom: both may have it from a third.
 */
export type Retelling = {
  readonly documentId: DocumentId
  /** The earlier one. */
  readonly otherId: DocumentId
  /** The share of the shorter text's words, outside quotations and passages both carry, that stand in both in order. */
  readonly share: number
  /** How many different figures both have. */
  readonly figures: number
  readonly pairs: readonly SentencePair[]
}
