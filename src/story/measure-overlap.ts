import { isCollection } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { DocumentId } from '../core/ids.ts'
import type { Span } from '../core/span.ts'
import { type Passage, type Syndication, type SyndicationKind, seenFromOther } from '../core/syndication.ts'
import type { MemberText } from './story-text.ts'

/** What one member has in common with another document, seen from this member. */
export type Overlap = {
  readonly otherId: DocumentId
  /** Index of the other document among the members; absent when it is not in the story. */
  readonly other?: number
  readonly kind: SyndicationKind
  /** Share of this member's words that are in the other, 0 to 1. */
  readonly share: number
  /** Which has the text first: `other` when this is the copy. */
  readonly first: 'this' | 'other' | 'unknown'
  /** Common passages, except mere quotations, in this member's text and in the other. */
  readonly passages: readonly Pick<Passage, 'span' | 'otherSpan'>[]
}

/** Every member's overlaps, including those listed only in the other document's syndications. */
export function overlapsOf(members: readonly MemberText[]): Overlap[][] {
  const byDocument = new Map(members.map(({ member, input }) => [input.document.id, member]))
  const overlaps: Overlap[][] = members.map(() => [])
  const seen = new Set<string>()
  for (const { member, input } of members) {
    for (const syndication of input.syndications) {
      seen.add(`${syndication.documentId} ${syndication.otherId}`)
      overlaps[member]?.push(asSeenFromThis(syndication, byDocument))
    }
  }
  for (const { input } of members) {
    for (const syndication of input.syndications) {
      const other = byDocument.get(syndication.otherId)
      if (other === undefined || seen.has(`${syndication.otherId} ${syndication.documentId}`)) continue
      overlaps[other]?.push(asSeenFromThis(seenFromOther(syndication), byDocument))
    }
  }
  return overlaps.map((each, member) => each.flatMap((overlap) => withoutCollections(overlap, member, members)))
}

/**
 * A page that collects others' text (live, round-up) is never an original. For an article, text in common with it says nothing unless the
 * whole text is the same. For the page, it is others' text, whichever is earlier.
 */
function withoutCollections(overlap: Overlap, member: number, members: readonly MemberText[]): Overlap[] {
  if (overlap.kind === 'whole-copy' || overlap.other === undefined) return [overlap]
  const isGathering = isCollection(members[member]?.input.article.kind)
  if (isGathering === isCollection(members[overlap.other]?.input.article.kind)) return [overlap]
  if (!isGathering) return []
  return [{ ...overlap, kind: overlap.kind === 'cut-copy' ? 'shares-passages' : overlap.kind, first: 'other' }]
}

/** True for a whole or partial copy: the two are one report. */
export function isCopyKind(kind: SyndicationKind): boolean {
  return kind === 'whole-copy' || kind === 'cut-copy'
}

/** True when the other document is earlier than this member, by time or by the known direction. */
export function isEarlier(overlap: Overlap, member: number): boolean {
  if (overlap.first !== 'unknown') return overlap.first === 'other'
  return overlap.other !== undefined && overlap.other < member
}

/**
 * The share of a member's words in no earlier document, 0 to 1, and how many of its sentences are its own. A common quotation is not copied
 * text; in a whole or partial copy everything shared counts.
 */
export function ownShareOf(member: MemberText, overlaps: readonly Overlap[]): { share: number; sentences: number } {
  const earlier = overlaps.filter((overlap) => overlap.kind !== 'shared-quotation' && isEarlier(overlap, member.member))
  if (earlier.length === 0) return { share: 1, sentences: member.sentences.length }
  const spans = earlier.flatMap((overlap) => overlap.passages.map((passage) => passage.span))
  let words = 0
  let ownWords = 0
  let sentences = 0
  for (const sentence of member.sentences) {
    const isCovered = spans.some(
      (span) =>
        Math.min(span.end, sentence.span.end) - Math.max(span.start, sentence.span.start) > lengthOf(sentence.span) / 2,
    )
    words += sentence.words.length
    if (isCovered) continue
    ownWords += sentence.words.length
    sentences++
  }
  const copied = earlier.filter((overlap) => isCopyKind(overlap.kind)).map((overlap) => overlap.share)
  const bySpans = words === 0 ? 1 : ownWords / words
  return { share: Math.min(bySpans, 1 - Math.max(0, ...copied)), sentences }
}

function asSeenFromThis(syndication: Syndication, byDocument: ReadonlyMap<DocumentId, number>): Overlap {
  const { otherId, kind, share, direction, isCopyOfOther, passages } = syndication
  const other = byDocument.get(otherId)
  const counted = isCopyKind(kind) ? passages : passages.filter((passage) => !passage.isQuotation)
  return {
    otherId,
    ...defined({ other }),
    kind,
    share,
    first: direction.kind === 'undecided' ? 'unknown' : isCopyOfOther ? 'other' : 'this',
    passages: counted.map((passage) => ({ span: passage.span, otherSpan: passage.otherSpan })),
  }
}

function lengthOf(span: Span): number {
  return span.end - span.start
}
