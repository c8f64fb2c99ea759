import { asId } from '../../../src/core/ids.ts'
import { overlaps, type Span } from '../../../src/core/span.ts'
import type { Syndication } from '../../../src/core/syndication.ts'
import { detectSyndication, type SyndicationInput } from '../../../src/syndicate/detect-syndication.ts'
import { fingerprintsOf } from '../../../src/syndicate/fingerprints.ts'
import { inputOf, type OwnText } from './own-texts.ts'
import { type EditKind, editKinds, editText, type Piece, randomFrom } from './synthetic-edits.ts'

/** How many fingerprints the store asks two texts to share before they are compared. */
const leastShared = 2

const rightKinds: Readonly<Record<EditKind, readonly string[]>> = {
  edited: ['whole-copy'],
  // What stays after a fifth was dropped may be of similar length: then the two say the same.
  cut: ['whole-copy', 'cut-copy'],
  lead: ['shares-passages'],
  lifted: ['shares-passages'],
  quotation: ['shared-quotation'],
}

/** What may be known of where the two texts come from, and what can be told of it. */
const provenances: readonly {
  readonly copy: Partial<SyndicationInput> & { readonly at: string }
  readonly original: Partial<SyndicationInput> & { readonly at: string }
  readonly isTold: boolean
}[] = [
  { copy: { at: '14:00:00', sourceName: 'Post' }, original: { at: '09:10:00', sourceName: 'Herald' }, isTold: true },
  { copy: { at: '09:10:00', credit: 'PA' }, original: { at: '11:00:00', sourceName: 'PA Media' }, isTold: true },
  { copy: { at: '09:10:00', origin: 'Herald' }, original: { at: '11:00:00', sourceName: 'Herald' }, isTold: true },
  { copy: { at: '00:00:00' }, original: { at: '16:30:00' }, isTold: false },
  { copy: { at: '10:00:00' }, original: { at: '10:00:20' }, isTold: false },
]

type Tally = { all: number; found: number; right: number }
type Alignment = { pieces: number; pieceFound: number; passages: number; passageRight: number }

/**
 * Texts of ours taken over in five ways: whether the pair is found (through the fingerprints, as in the product), the
 * sentences aligned, the verdict and direction right.
 */
export function scoreSynthetic(texts: readonly OwnText[]): { figures: Record<string, number>; pairs: number } {
  const vocabulary = [...new Set(texts.flatMap(({ input }) => input.document.text.match(/\p{Ll}{3,}/gu) ?? []))].sort()
  const figures: Record<string, number> = {}
  const direction = { all: 0, safe: 0, told: 0, right: 0 }
  let pairs = 0
  for (const [k, kind] of editKinds.entries()) {
    const tally: Tally = { all: 0, found: 0, right: 0 }
    const alignment: Alignment = { pieces: 0, pieceFound: 0, passages: 0, passageRight: 0 }
    for (const [i, { input: base }] of texts.entries()) {
      // A text of the other half of the list: of another set or story.
      const own = texts[(i + Math.floor(texts.length / 2)) % texts.length] as OwnText
      const edited = editText(kind, base, own.input, vocabulary, randomFrom(1_000 * k + i))
      if (!edited) continue
      const known = provenances[(i + k) % provenances.length] as (typeof provenances)[number]
      const original = placed(base, known.original)
      const copy = placed(inputOf(asId(`${kind}-${i}`), edited.text, base.document.publishedAt), known.copy)
      const found = areLookAlikes(copy, original) ? detectSyndication(copy, [original])[0] : undefined
      tally.all += 1
      if (!found) continue
      tally.found += 1
      if (rightKinds[kind].includes(found.kind)) tally.right += 1
      countAligned(alignment, found, edited.pieces)
      if (kind === 'quotation') continue
      direction.all += 1
      if (known.isTold) direction.told += 1
      const isTold = found.direction.kind !== 'undecided'
      if (!isTold || (known.isTold && found.isCopyOfOther)) direction.safe += 1
      if (isTold && known.isTold && found.isCopyOfOther) direction.right += 1
    }
    pairs += tally.all
    figures[`recall:${kind}`] = tally.found / tally.all
    figures[`verdict:${kind}`] = tally.right / tally.all
    if (kind === 'quotation') continue
    figures[`alignP:${kind}`] = alignment.passageRight / alignment.passages
    figures[`alignR:${kind}`] = alignment.pieceFound / alignment.pieces
  }
  figures.directionRightOrUndecided = direction.safe / direction.all
  figures.directionToldWhenKnown = direction.right / direction.told
  return { figures, pairs }
}

function placed(input: SyndicationInput, { at, ...known }: Partial<SyndicationInput> & { at: string }) {
  return { ...input, ...known, document: { ...input.document, publishedAt: `2025-05-01T${at}Z` } }
}

function areLookAlikes(a: SyndicationInput, b: SyndicationInput): boolean {
  const there = new Set(fingerprintsOf(b.document))
  return fingerprintsOf(a.document).filter((fingerprint) => there.has(fingerprint)).length >= leastShared
}

function countAligned(alignment: Alignment, { passages }: Syndication, pieces: readonly Piece[]) {
  const isPair = (span: Span, otherSpan: Span) => (piece: Piece) =>
    overlaps(span, piece.span) && overlaps(otherSpan, piece.otherSpan)
  alignment.pieces += pieces.length
  alignment.passages += passages.length
  alignment.passageRight += passages.filter(({ span, otherSpan }) => pieces.some(isPair(span, otherSpan))).length
  alignment.pieceFound += pieces.filter((piece) =>
    passages.some(({ span, otherSpan }) => isPair(span, otherSpan)(piece)),
  ).length
}

/** An agency takes over from its own earlier dispatch on a story. */
function isOfOneAgency(a: OwnText, b: OwnText): boolean {
  const isOneStory = a.story !== undefined && a.story === b.story
  return (
    a.dispatches.length > 0 &&
    b.dispatches.length > 0 &&
    (isOneStory || a.dispatches.some((one) => b.dispatches.includes(one)))
  )
}

/**
 * Every pair of different articles of ours that do not both carry an agency's text of one story: how many are said to share text. Of two
 * articles on one story the same quotation may be in both; that is no mistake.
 */
export function scoreUnlike(texts: readonly OwnText[]): { figures: Record<string, number>; pairs: number } {
  const counts = { all: 0, wrong: 0, related: 0, relatedWrong: 0 }
  for (const [i, here] of texts.entries()) {
    const others = texts.slice(i + 1).filter((there) => !isOfOneAgency(here, there))
    const found = new Map(
      detectSyndication(
        here.input,
        others.map(({ input }) => input),
      ).map(({ otherId, kind }) => [otherId, kind]),
    )
    for (const there of others) {
      const isRelated = here.story !== undefined && here.story === there.story
      const kind = found.get(there.input.document.id)
      const isWrong = kind !== undefined && !(isRelated && kind === 'shared-quotation')
      counts.all += 1
      if (isWrong) counts.wrong += 1
      if (isRelated) counts.related += 1
      if (isRelated && isWrong) counts.relatedWrong += 1
    }
  }
  const figures = {
    notMixedUp: 1 - counts.wrong / counts.all,
    notMixedUpRelated: 1 - counts.relatedWrong / counts.related,
  }
  return { figures, pairs: counts.all }
}
