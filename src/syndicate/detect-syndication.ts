import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { contains } from '../core/span.ts'
import type { Syndication, SyndicationKind } from '../core/syndication.ts'
import { decideDirection, type Provenance } from './direction.ts'
import { coverage, prepare, shareOf } from './overlap.ts'
import { type AlignedPassage, alignPassages, quotedSpans, type Side } from './passages.ts'

/** A document with its layers (sentences and quotes, where computed) and what is known of its origin. */
export type SyndicationInput = {
  readonly document: Document
  readonly annotations: Annotations
  /** Agency in the credit line: `PA`. */
  readonly credit?: string
  /** Who the feed says the entry came from (RSS `source`). */
  readonly origin?: string
  /** The outlet that published it. */
  readonly sourceName?: string
}

const copyShare = 0.8
const passagesShare = 0.2
/** Two texts are of similar length when the shorter has this share of the longer's words. */
const similarLength = 0.8
/** A sentence counts as taken over from this share of its words on: edits at its edges are usual. */
const wholeSentence = 0.7
const wholeSentences = 2
/** Names and set phrases make shorter runs, and in a short text those are soon a fifth of it. */
const longRun = 8
/** A quotation of fewer words than this is no sign that two reports share anything. */
const quotationWords = 8

/** The share of all words that are covered and stand outside quote marks. */
function shareOutsideQuotes(side: Side, covered: Uint8Array): number {
  const quoted = quotedSpans(side)
  const { starts, ends } = side.prepared.words
  let outside = 0
  for (const [i, isCovered] of covered.entries()) {
    if (!isCovered) continue
    const word = { start: starts[i] as number, end: ends[i] as number }
    if (!quoted.some((span) => contains(span, word))) outside += 1
  }
  return covered.length === 0 ? 0 : outside / covered.length
}

function longestRunOf(covered: Uint8Array): number {
  let longest = 0
  let run = 0
  for (const one of covered) {
    run = one ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

type Overlap = {
  readonly share: number
  readonly otherShare: number
  readonly outsideShare: number
  readonly isSimilarLength: boolean
  /** The most words in a row that stand in the other text. */
  readonly longestRun: number
  readonly passages: readonly AlignedPassage[]
}

function overlapOf(here: Side, there: Side): Overlap | undefined {
  const covered = coverage(here.prepared, there.prepared)
  const share = shareOf(covered)
  if (share === 0) return undefined
  const length = here.prepared.words.hashes.length
  const otherLength = there.prepared.words.hashes.length
  return {
    share,
    otherShare: shareOf(coverage(there.prepared, here.prepared)),
    outsideShare: shareOutsideQuotes(here, covered),
    isSimilarLength: Math.min(length, otherLength) >= similarLength * Math.max(length, otherLength),
    longestRun: longestRunOf(covered),
    passages: alignPassages(here, there),
  }
}

function kindOf(overlap: Overlap, isCopyOfOther: boolean): SyndicationKind | undefined {
  const { share, otherShare, isSimilarLength, passages } = overlap
  // Of two texts of similar length it is enough that one stands in the other: both sides then say the same of them.
  if (Math.max(share, otherShare) >= copyShare && isSimilarLength) return 'whole-copy'
  // The one contained is the cut one, unless it came first: then the longer text took it whole and added to it.
  if (share >= copyShare && isCopyOfOther) return 'cut-copy'
  if (otherShare >= copyShare && !isSimilarLength && !isCopyOfOther) return 'cut-copy'
  const own = passages.filter((passage) => !passage.isQuotation)
  const isAllQuoted = overlap.outsideShare <= 0.1 * share || (passages.length > 0 && own.length === 0)
  if (!isAllQuoted) {
    const isMoreThanPhrases = own.length > 0 || overlap.longestRun >= longRun
    if (isMoreThanPhrases && Math.max(share, otherShare) >= passagesShare) return 'shares-passages'
    if (own.filter((passage) => passage.share >= wholeSentence).length >= wholeSentences) return 'shares-passages'
  }
  const quotedWords = passages.filter((passage) => passage.isQuotation).map((passage) => passage.wordCount)
  return Math.max(0, ...quotedWords) >= quotationWords ? 'shared-quotation' : undefined
}

function provenanceOf({ document, credit, origin, sourceName }: SyndicationInput): Provenance {
  return {
    publishedAt: document.publishedAt,
    ...(credit === undefined ? {} : { credit }),
    ...(origin === undefined ? {} : { origin }),
    ...(sourceName === undefined ? {} : { sourceName }),
  }
}

function sideOf({ document, annotations }: SyndicationInput): Side {
  return { document, annotations, prepared: prepare(document.text) }
}

/**
 * What a document shares, word for word, with documents that look like it: copied whole, cut, in passages, or only a
 * quotation. Containment of word shingles (Broder 1997), then sentence by sentence; documents that share less
 * than any of these are left out. Most shared first.
 */
export function detectSyndication(doc: SyndicationInput, others: readonly SyndicationInput[]): Syndication[] {
  const here = sideOf(doc)
  const found = others.flatMap((other): Syndication[] => {
    if (other.document.id === doc.document.id) return []
    const there = sideOf(other)
    const overlap = overlapOf(here, there)
    if (!overlap) return []
    const isShorter = here.prepared.words.hashes.length <= there.prepared.words.hashes.length
    const { isCopyOfOther, direction } = decideDirection(provenanceOf(doc), provenanceOf(other), isShorter)
    const kind = kindOf(overlap, isCopyOfOther)
    if (!kind) return []
    return [
      {
        documentId: doc.document.id,
        otherId: other.document.id,
        kind,
        share: overlap.share,
        otherShare: overlap.otherShare,
        isCopyOfOther,
        direction,
        passages: overlap.passages.map(({ span, otherSpan, isQuotation }) => ({ span, otherSpan, isQuotation })),
      },
    ]
  })
  return found.sort((a, b) => b.share - a.share)
}
