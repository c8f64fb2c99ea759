import { cite } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import type { Retelling } from '../core/shared-text.ts'
import { contains, overlaps, type Span } from '../core/span.ts'
import type { Member } from '../core/story.ts'
import { alignInOrder, type InOrder, weighByRest } from './align-in-order.ts'
import { type Overlap, overlapsOf } from './measure-overlap.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText } from './story-text.ts'

/** Two texts tell the same when this share of the smaller one's words, beside what both quote or copy, stands in order. */
const leastShare = 0.28
const leastFigures = 2
/** The share of the figures of the text that has fewer. */
const figuresAgree = 0.5
/** Of the pairs of facts that both tell in different sentences, the share that stands in the same order; chance gives half. */
const orderAgrees = 0.75
/** A text with fewer content words left is too short to tell. */
const leastWords = 30
/** News says what matters in its first sentences; more than these would cost and not tell. */
const mostSentences = 60
/** Two sentences tell the same from this on; any two on one event have a word or two in common. */
const leastAlike = { share: 0.3, weight: 2 }
/** How many of the agreeing sentences are kept for a reader to judge by. */
const shownPairs = 4

type Fact = { readonly key: string; readonly sentence: number }

/** A member's text outside of quotation marks. */
type Telling = { readonly document: Document; readonly sentences: readonly Told[]; readonly stems: ReadonlySet<string> }
type Side = readonly [telling: Telling, told: readonly Told[]]
type Told = { readonly text: SentenceText; readonly stems: ReadonlySet<string>; readonly facts: readonly string[] }

/**
 * Articles that tell what an earlier one tells, in the same order and with the same figures, in other words. Both could have
 * it from a third, so no direction is claimed and reports are counted as before. Copies of one report are left out: there
 * the words are the same. Passages that both carry word for word, and quotations, do not count. One finding for an article,
 * the strongest.
 */
export function findRetellings(texts: readonly MemberText[], members: readonly Member[]): Retelling[] {
  const tellings = texts.map((text) => (isSummarizable(text.input.article) ? tellingOf(text) : undefined))
  const shared = overlapsOf(texts)
  const stemsOfGroup = groupStems(tellings, members)
  return texts.flatMap((_, index) => {
    const found = texts.slice(0, index).flatMap((_, earlier) => {
      const [here, there] = [members[index]!, members[earlier]!]
      const [a, b] = [tellings[index], tellings[earlier]]
      if (here.group === there.group || there.role === 'copy' || !a || !b) return []
      const rest = stemsOfGroup.flatMap((stems, group) =>
        group === here.group || group === there.group ? [] : [stems],
      )
      const overlap = shared[index]?.find(({ otherId }) => otherId === there.documentId)
      const agreement = compareTellings(a, b, rest, overlap)
      if (!agreement || !isRetelling(agreement)) return []
      const { share, figures, pairs } = agreement
      return [{ documentId: here.documentId, otherId: there.documentId, share: round(share), figures, pairs }]
    })
    const strongest = found.reduce<Retelling | undefined>(
      (best, each) => (best && best.share >= each.share ? best : each),
      undefined,
    )
    return strongest ? [strongest] : []
  })
}

/** How far two texts agree: words in order, figures and the order of facts; 0 to 1 but for `figures`, a count. */
type Agreement = {
  readonly share: number
  readonly figures: number
  readonly figuresShare: number
  readonly order: number
  readonly pairs: Retelling['pairs']
}

/** How far one text tells what the other tells; undefined when too little is left to tell by. */
function compareTellings(
  a: Telling,
  b: Telling,
  rest: readonly ReadonlySet<string>[],
  overlap: Overlap | undefined,
): Agreement | undefined {
  const here = withoutSpans(a.sentences, overlap?.passages.map(({ span }) => span) ?? [])
  const there = withoutSpans(b.sentences, overlap?.passages.map(({ otherSpan }) => otherSpan) ?? [])
  const factsHere = factsOf(here)
  const factsThere = factsOf(there)
  const [figures, figuresShare] = figuresInBoth(factsHere, factsThere)
  if (figures < leastFigures || Math.min(wordCount(here), wordCount(there)) < leastWords) return undefined
  const stems = (told: readonly Told[]) => told.map((each) => each.stems)
  const inOrder = alignInOrder(stems(here), stems(there), weighByRest(rest), leastAlike)
  const order = orderOf(factsHere, factsThere)
  return { share: inOrder.share, figures, figuresShare, order, pairs: pairsToShow(inOrder, [a, here], [b, there]) }
}

function isRetelling({ share, figuresShare, order }: Agreement): boolean {
  return share >= leastShare && figuresShare >= figuresAgree && order >= orderAgrees
}

function tellingOf({ input, sentences, mentions, times, quotes }: MemberText): Telling {
  const quoted = quotes.flatMap(({ kind, span }) => (kind === 'indirect' ? [] : [span]))
  const isQuoted = (span: Span) => quoted.some((quote) => overlaps(quote, span))
  const told = sentences
    .filter(isRunningText)
    .slice(0, mostSentences)
    .map((text): Told => {
      const from = text.span.start
      const own = text.words.filter(({ span }) => !isQuoted({ start: from + span.start, end: from + span.end }))
      const named = mentions.filter(({ form, span }) => form === 'name' && contains(text.span, span) && !isQuoted(span))
      return {
        text,
        stems: new Set(own.filter(({ isStop }) => !isStop).map(({ stem }) => stem)),
        facts: [
          ...own.filter((word) => /^\p{N}/u.test(word.text)).map((word) => `#${word.text}`),
          ...named.map(({ entity }) => entity.id),
          ...times.filter(({ span }) => contains(text.span, span)).map(({ value }) => `@${value}`),
        ],
      }
    })
  return { document: input.document, sentences: told, stems: new Set(told.flatMap(({ stems }) => [...stems])) }
}

/** The words of each report: copies of one text are one voice on what the story is about. */
function groupStems(tellings: readonly (Telling | undefined)[], members: readonly Member[]): ReadonlySet<string>[] {
  const groups: Set<string>[] = []
  for (const [index, { group }] of members.entries()) {
    const stems = (groups[group] ??= new Set())
    for (const stem of tellings[index]?.stems ?? []) stems.add(stem)
  }
  return groups
}

/** The sentences of which the spans cover no more than half. */
function withoutSpans(told: readonly Told[], spans: readonly Span[]): readonly Told[] {
  if (spans.length === 0) return told
  const covered = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return told.filter(({ text }) =>
    spans.every((span) => covered(span, text.span) <= (text.span.end - text.span.start) / 2),
  )
}

/** Every fact where it is first told. */
function factsOf(told: readonly Told[]): Fact[] {
  const seen = new Set<string>()
  return told.flatMap(({ facts }, sentence) =>
    facts.flatMap((key) => {
      if (seen.has(key)) return []
      seen.add(key)
      return [{ key, sentence }]
    }),
  )
}

/** How many figures both have, and their share of the figures of the text that has fewer. */
function figuresInBoth(a: readonly Fact[], b: readonly Fact[]): readonly [count: number, share: number] {
  const figures = (facts: readonly Fact[]) =>
    new Set(facts.filter(({ key }) => key.startsWith('#')).map(({ key }) => key))
  const [here, there] = [figures(a), figures(b)]
  const count = [...here].filter((key) => there.has(key)).length
  return [count, count / Math.max(1, Math.min(here.size, there.size))]
}

/** Of all pairs of common facts told in different sentences on both sides, the share in the same order; 0 without any. */
function orderOf(a: readonly Fact[], b: readonly Fact[]): number {
  const placeThere = new Map(b.map(({ key, sentence }) => [key, sentence]))
  const common = a.flatMap(({ key, sentence }) => {
    const other = placeThere.get(key)
    return other === undefined ? [] : [[sentence, other] as const]
  })
  let same = 0
  let crossed = 0
  for (const [index, [here, there]] of common.entries())
    for (const [otherHere, otherThere] of common.slice(index + 1)) {
      const sign = (here - otherHere) * (there - otherThere)
      if (sign > 0) same += 1
      else if (sign < 0) crossed += 1
    }
  return same === 0 ? 0 : same / (same + crossed)
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}

function wordCount(told: readonly Told[]): number {
  return told.reduce((count, { stems }) => count + stems.size, 0)
}

/** The sentences that agree most, in order, each with its citation on both sides. */
function pairsToShow({ pairs }: InOrder, [a, here]: Side, [b, there]: Side): Retelling['pairs'] {
  return pairs
    .toSorted((x, y) => y.share - x.share)
    .slice(0, shownPairs)
    .toSorted((x, y) => x.a - y.a)
    .map((pair) => ({
      here: cite(a.document, here[pair.a]!.text.span),
      there: cite(b.document, there[pair.b]!.text.span),
    }))
}
