import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** A sentence of one document that also appears in another. */
export type Passage = { readonly span: Span; readonly otherSpan: Span; readonly isQuotation: boolean }

export type SyndicationKind = 'whole-copy' | 'cut-copy' | 'shares-passages' | 'shared-quotation'

/** How we know which was first. */
export type Direction =
  | { readonly kind: 'credit'; readonly agency: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'undecided' }

/** One document's text found in another (text reuse). `share` is the part of this document's words that the other also has. */
export type Syndication = {
  readonly documentId: DocumentId
  readonly otherId: DocumentId
  readonly kind: SyndicationKind
  readonly share: number
  readonly otherShare: number
  /** True when `documentId` is the copy and `otherId` the original; false the other way round. */
  readonly isCopyOfOther: boolean
  readonly direction: Direction
  readonly passages: readonly Passage[]
}

/** True when nearly all of `documentId`'s text is in the other, so that who reads the other misses nothing of it. */
export function isAllInOther({ kind, share, otherShare }: Syndication): boolean {
  return kind === 'whole-copy' || (kind === 'cut-copy' && share > otherShare)
}

/** The same finding from the other document's side. */
export function seenFromOther(syndication: Syndication): Syndication {
  return {
    ...syndication,
    documentId: syndication.otherId,
    otherId: syndication.documentId,
    share: syndication.otherShare,
    otherShare: syndication.share,
    isCopyOfOther: !syndication.isCopyOfOther,
    passages: syndication.passages.map(({ span, otherSpan, isQuotation }) => ({
      span: otherSpan,
      otherSpan: span,
      isQuotation,
    })),
  }
}
