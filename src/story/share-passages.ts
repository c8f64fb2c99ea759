import { cite } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import type { Span } from '../core/span.ts'
import type { Member } from '../core/story.ts'
import type { SentencePair, SharedText } from '../core/text/text-reuse.ts'
import { isCopyKind, isEarlier, type Overlap, overlapsOf } from './measure-overlap.ts'
import type { MemberText } from './story-text.ts'

/** How many passages are kept for a reader to judge by: of a copy a few are enough. */
const shownOfCopy = 2
const shownOfPassages = 4

/**
 * For every article that carries text of another member: with which one it has most in common, and the longest passages
 * that stand in both, cited on both sides. It shows why two articles are one report, or why one is only partly its own.
 * Articles whose originals are outside the story have none: there is nothing here to open.
 */
export function sharePassages(texts: readonly MemberText[], members: readonly Member[]): SharedText[] {
  const overlaps = overlapsOf(texts)
  return texts.flatMap((text, index) => {
    const member = members[index]!
    const overlap = mostTelling(overlaps[index] ?? [], index, member)
    const other = overlap?.other === undefined ? undefined : texts[overlap.other]
    if (!overlap || !other) return []
    const passages = overlap.passages.filter(
      ({ span, otherSpan }) => isIn(text.input.document, span) && isIn(other.input.document, otherSpan),
    )
    if (passages.length === 0) return []
    return [
      {
        documentId: member.documentId,
        otherId: overlap.otherId,
        kind: overlap.kind,
        count: passages.length,
        passages: longest({ ...overlap, passages }, text, other),
      },
    ]
  })
}

/** The overlap by which a member is counted as it is: with its original, else with the earlier text it shares most with. */
function mostTelling(overlaps: readonly Overlap[], index: number, { copiedFrom }: Member): Overlap | undefined {
  const known = overlaps.find(({ otherId }) => otherId === copiedFrom)
  if (known?.other !== undefined) return known
  const earlier = overlaps.filter(
    (overlap) => overlap.kind !== 'shared-quotation' && overlap.other !== undefined && isEarlier(overlap, index),
  )
  return earlier.reduce<Overlap | undefined>(
    (best, each) => (best && rank(best) >= rank(each) ? best : each),
    undefined,
  )
}

/** Whole texts before passages, then by share. */
function rank({ kind, share }: Overlap): number {
  return share + (isCopyKind(kind) ? 1 : 0)
}

function isIn({ text }: Document, { start, end }: Span): boolean {
  return start < end && end <= text.length
}

function longest({ kind, passages }: Overlap, here: MemberText, there: MemberText): SentencePair[] {
  return passages
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
    .slice(0, isCopyKind(kind) ? shownOfCopy : shownOfPassages)
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, otherSpan }) => ({
      here: cite(here.input.document, span),
      there: cite(there.input.document, otherSpan),
    }))
}
