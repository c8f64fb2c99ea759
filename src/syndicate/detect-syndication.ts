import { type ArticleKind, isCollection } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import type { Span } from '../core/span.ts'
import type { Syndication, SyndicationKind } from '../core/syndication.ts'
import { type Decision, decideDirection, type Provenance } from './direction.ts'
import { fillGaps } from './fill-gaps.ts'
import { coverage, prepare, shareOf } from './overlap.ts'
import { type AlignedPassage, alignPassages, quotedWords, type Side, wordRanges } from './passages.ts'

/** A document with its layers (sentences and quotes, where computed) and what we know of its origin. */
export type SyndicationInput = {
  readonly document: Document
  readonly annotations: Annotations
  /** Agency in the credit line, such as `PA`. */
  readonly credit?: string
  /** The source the feed names for the entry (RSS `source`). */
  readonly origin?: string
  /** The outlet that published it. */
  readonly sourceName?: string
  /** A live page, a round-up or an index is never an original, and no article is a cut version of one. */
  readonly kind?: ArticleKind
}

const copyShare = 0.8
/** Edits throughout a text leave fewer runs of words: this share is enough when its sentences are still in order. */
const editedShare = 0.4
const passagesShare = 0.2
/** So much of a text must be shared and no quotation: two reports may quote one statement at length. */
const ownShare = 0.1
/** Less is enough in two sentences of which one shares so many words. */
const longOwn = 20
/** Two texts have similar length when the shorter has this share of the longer's words. */
const similarLength = 0.8
/** A sentence counts as copied from this share of its words: its edges are often edited. */
const wholeSentence = 0.7
const wholeSentences = 2
/** Names and set phrases make shorter runs, and in a short text those soon add up to a fifth of it. */
const longRun = 8
/** A shared quotation of fewer words is no sign that two reports share anything. */
const quotationWords = 8

/** Which of the covered words are no quotation, by either text. */
function outsideQuotes(side: Side, covered: Uint8Array, quotations: readonly Span[]): Uint8Array {
  const quoted = quotedWords(side)
  for (const { from, to } of wordRanges(quotations, side.prepared.words)) quoted.fill(1, from, to)
  return covered.map((isCovered, i) => (isCovered === 1 && quoted[i] === 0 ? 1 : 0))
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
  /** True when nearly all of the text, edited or not, appears in the other; `isOtherContained` is the reverse. */
  readonly isContained: boolean
  readonly isOtherContained: boolean
  /** Shares of the words that are shared and no quotation. */
  readonly outsideShare: number
  readonly otherOutsideShare: number
  readonly isSimilarLength: boolean
  /** Length in words of the longest run of its own that appears in the other text. */
  readonly longestRun: number
  /** Sentences that share long runs of words, and their neighbors, in which edits left none. */
  readonly aligned: readonly AlignedPassage[]
  readonly passages: readonly AlignedPassage[]
}

/** The share of a text's words that are in sentences aligned with the other text's. */
function alignedShare(side: Side, passages: readonly AlignedPassage[]): number {
  const length = side.prepared.words.hashes.length
  return passages.reduce((sum, { wordCount, share }) => sum + wordCount / share, 0) / Math.max(1, length)
}

function isContained(share: number, side: Side, passages: () => readonly AlignedPassage[]): boolean {
  return share >= copyShare || (share >= editedShare && alignedShare(side, passages()) >= copyShare)
}

function overlapOf(here: Side, there: Side): Overlap | undefined {
  const covered = coverage(here.prepared, there.prepared)
  const share = shareOf(covered)
  if (share === 0) return undefined
  const otherCovered = coverage(there.prepared, here.prepared)
  const otherShare = shareOf(otherCovered)
  const aligned = alignPassages(here, there)
  const passages = fillGaps(here, there, aligned)
  const quotations = passages.filter(({ isQuotation }) => isQuotation)
  const inHere = quotations.map(({ span }) => span)
  const inThere = quotations.map(({ otherSpan }) => otherSpan).toSorted((a, b) => a.start - b.start)
  const [own, otherOwn] = [outsideQuotes(here, covered, inHere), outsideQuotes(there, otherCovered, inThere)]
  const length = here.prepared.words.hashes.length
  const otherLength = there.prepared.words.hashes.length
  return {
    share,
    otherShare,
    isContained: isContained(share, here, () => passages),
    isOtherContained: isContained(otherShare, there, () => fillGaps(there, here, alignPassages(there, here))),
    outsideShare: shareOf(own),
    otherOutsideShare: shareOf(otherOwn),
    isSimilarLength: Math.min(length, otherLength) >= similarLength * Math.max(length, otherLength),
    longestRun: longestRunOf(own),
    aligned,
    passages,
  }
}

function kindOf(overlap: Overlap, isCopyOfOther: boolean): SyndicationKind | undefined {
  const { share, otherShare, isSimilarLength, aligned } = overlap
  // For texts of similar length, one contained in the other is enough: then both sides give the same kind.
  if ((overlap.isContained || overlap.isOtherContained) && isSimilarLength) return 'whole-copy'
  // The contained text is the cut one, unless it came first: then the longer text copied all of it and added to it.
  if (overlap.isContained && isCopyOfOther) return 'cut-copy'
  if (overlap.isOtherContained && !isSimilarLength && !isCopyOfOther) return 'cut-copy'
  const own = aligned.filter((passage) => !passage.isQuotation)
  const isAllQuoted = overlap.outsideShare <= 0.1 * share || (aligned.length > 0 && own.length === 0)
  if (!isAllQuoted) {
    const isMoreThanPhrases = own.length > 0 || overlap.longestRun >= longRun
    const outside = Math.max(overlap.outsideShare, overlap.otherOutsideShare)
    const isOwn = outside >= ownShare || (own.length > 1 && own.some(({ wordCount }) => wordCount >= longOwn))
    if (isMoreThanPhrases && isOwn && Math.max(share, otherShare) >= passagesShare) return 'shares-passages'
    if (own.filter((passage) => passage.share >= wholeSentence).length >= wholeSentences) return 'shares-passages'
  }
  const quotations = aligned.filter((passage) => passage.isQuotation).map((passage) => passage.wordCount)
  return Math.max(0, ...quotations) >= quotationWords ? 'shared-quotation' : undefined
}

function provenanceOf({ document, credit, origin, sourceName }: SyndicationInput): Provenance {
  return {
    publishedAt: document.publishedAt,
    ...defined({ credit, origin, sourceName }),
  }
}

/** Decides which of the two is the copy. It is unknown when a page that gathers pieces got one of them, so that page is shown as the copy. */
function directionOf(doc: SyndicationInput, other: SyndicationInput, isShorter: boolean): Decision {
  if (isCollection(doc.kind) === isCollection(other.kind))
    return decideDirection(provenanceOf(doc), provenanceOf(other), isShorter)
  return { isCopyOfOther: isCollection(doc.kind), direction: { kind: 'undecided' } }
}

function sideOf({ document, annotations }: SyndicationInput, other?: Side): Side {
  return { document, annotations, prepared: prepare(document.text, other?.prepared) }
}

/**
 * The text a document shares word for word with similar documents: whole copies, cut copies, passages, or a shared quotation. Containment
 * of word shingles (Broder 1997), then sentence by sentence. Leaves out documents that share less than any of these. Largest share first.
 */
export function detectSyndication(doc: SyndicationInput, others: readonly SyndicationInput[]): Syndication[] {
  const here = sideOf(doc)
  const found = others.flatMap((other): Syndication[] => {
    if (other.document.id === doc.document.id) return []
    const there = sideOf(other, here)
    const overlap = overlapOf(here, there)
    if (!overlap) return []
    const isShorter = here.prepared.words.hashes.length <= there.prepared.words.hashes.length
    const { isCopyOfOther, direction } = directionOf(doc, other, isShorter)
    const found = kindOf(overlap, isCopyOfOther)
    if (!found) return []
    const isGathered = isCollection(doc.kind) !== isCollection(other.kind)
    const kind = found === 'cut-copy' && isGathered ? 'shares-passages' : found
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
