import { contains, type Span } from '../../core/span.ts'
import type { BriefPoint, Figure, Member, SpeakerLedger } from '../../core/story.ts'
import { sentenceToShow } from '../people/attribution.ts'
import { quotedElsewhere } from '../people/quoted-elsewhere.ts'
import { supportOf } from '../people/support.ts'
import { type Equivalents, groupEquivalents } from '../points/group-equivalents.ts'
import { tellsTheSame } from '../points/repeats.ts'
import { isQuotedWhole } from '../stand-alone.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, wordsOf } from '../words.ts'
import { briefPoint, isBriefCandidate, isLoose, weighFigures } from './brief-candidate.ts'
import {
  isUnderstood,
  nothingRead,
  type ReadSoFar,
  type References,
  readOn,
  referencesOf,
  surnamesIn,
} from './read-so-far.ts'
import { isEarlyStatement, isSureKind } from './sure-kinds.ts'
import { isOverdue } from './telling-order.ts'

/** With the lead; fewer where no others are sure. */
const maxPoints = 4

/** How many sentences are read at most, of all articles and of one. */
const maxSentences = 1200
const minDepth = 4
const maxDepth = 40
/** Weight of a sentence that refers back a little. */
const loosePart = 0.6
/** Weight of what somebody said and several outlets have. */
const carriedPart = 2

type Candidate = {
  readonly group: Equivalents
  readonly sentence: SentenceText
  readonly score: number
  readonly place: number
  /** What somebody said, if several outlets have it. */
  readonly isCarried: boolean
}

/**
 * Context besides the texts. `figures` say which numbers are outdated; `lead` is the sentence read before the brief; `ledger` says who is
 * quoted where.
 */
type BriefContext = {
  readonly headline: string
  readonly language: string
  readonly figures?: readonly Figure[]
  readonly lead?: BriefPoint | undefined
  readonly ledger?: readonly SpeakerLedger[]
}

/**
 * The lead and up to three verbatim sentences below it, each understood by whoever has read the headline and the sentences above, and each of
 * a kind that is nearly always right there (`isSureKind`): of those, the ones that most reports support and that come early. Without a lead
 * the best sentence of all comes first. The first citation of a point is the sentence itself; the others are the same or an equivalent sentence
 * elsewhere. What one outlet states and another attributes to somebody is shown with the attribution. Only complete news articles are
 * summarized; other kinds may support a point.
 */
export function briefPoints(
  texts: readonly MemberText[],
  members: readonly Member[],
  { headline, language, figures = [], lead, ledger = [] }: BriefContext,
): BriefPoint[] {
  // News begins with what matters: in a large story only the beginnings are read, so that the cost stays even.
  const depth = Math.max(minDepth, Math.min(maxDepth, Math.round(maxSentences / Math.max(1, texts.length))))
  const sentences = texts.flatMap((text) => text.sentences.slice(0, depth).filter(isRunningText))
  const groups = groupEquivalents(sentences)
  const support = supportOf(groups, members)
  const weightOfFigure = weighFigures(figures, texts)
  const headlineStems = contentStems(wordsOf(headline))
  const point = ({ sentence, group }: Pick<Candidate, 'sentence' | 'group'>) =>
    briefPoint(sentence, group, texts, members, quotedElsewhere(sentence, texts, ledger))
  const isSaidElsewhere = saidElsewhere(texts, ledger)
  const candidates = groups.flatMap((group, index): Candidate[] => {
    const sentence = sentenceToShow(group, (each) => isBriefCandidate(each, texts, members, language))
    const member = sentence && texts[sentence.member]
    if (!member) return []
    const place = Math.min(...group.members.map((each) => each.index))
    const aboutHeadline = headlineStems.size === 0 ? 0 : sharedCount(sentence.stems, headlineStems) / headlineStems.size
    const score = (0.4 + support(index) + 0.5 * aboutHeadline) / (1 + 0.12 * place)
    const mayBeCarried = (group.members.length > 1 || isSaidElsewhere(sentence)) && isEarlyStatement(sentence, member)
    const isCarried = mayBeCarried && point({ sentence, group }).outlets.length > 1
    const part = (isLoose(sentence, member) ? loosePart : 1) * (isCarried ? carriedPart : 1)
    return [{ group, sentence, score: score * part * weightOfFigure(sentence), place, isCarried }]
  })
  const tried = fitting(
    candidates.sort((a, b) => b.score - a.score || a.place - b.place),
    texts,
  )
  const read = readOn(nothingRead, headline)
  const best = lead ? undefined : tried.find(({ references }) => isUnderstood(references(), read))
  const first = lead ? sentenceOf(lead, texts) : best?.sentence
  const firstPoint = lead ?? (best && point(best))
  if (!first || !firstPoint) return []
  return [firstPoint, ...choose(tried, texts, first, readOn(read, first.text, first.words)).map(point)]
}

/** Whether something in a sentence is quoted by several outlets. */
function saidElsewhere(texts: readonly MemberText[], ledger: readonly SpeakerLedger[]) {
  const spans = new Map<string, Span[]>()
  for (const { wordings } of ledger.flatMap(({ utterances }) => utterances.filter(({ outlets }) => outlets.length > 1)))
    for (const { citation } of wordings)
      spans.set(citation.documentId, [...(spans.get(citation.documentId) ?? []), citation.span])
  return ({ member, span }: SentenceText) =>
    spans.get(texts[member]?.input.document.id ?? '')?.some((said) => contains(span, said)) === true
}

function sentenceOf({ citations: [{ documentId, span }] }: BriefPoint, texts: readonly MemberText[]) {
  const text = texts.find(({ input }) => input.document.id === documentId)
  return text?.sentences.find((each) => contains(each.span, span))
}

/** A candidate with what it takes for known, read when it is asked for. */
type Tried = Candidate & { readonly references: () => References | undefined }

/** The sentences that are neither over nor, in another article, all somebody's words: then they aren't a statement of the outlet's own. */
function fitting(candidates: readonly Candidate[], texts: readonly MemberText[]): Tried[] {
  const latest =
    texts
      .map(({ input }) => input.document.publishedAt)
      .toSorted()
      .at(-1) ?? ''
  const surnames = surnamesIn(texts)
  return candidates.flatMap((each) => {
    const { sentence, group } = each
    const member = texts[sentence.member]
    if (!member || isOverdue(sentence, member, latest)) return []
    const isUnmarked = !/["“«]/.test(sentence.text)
    if (isUnmarked && group.members.some((other) => isQuotedWhole(other, texts[other.member] ?? member))) return []
    return { ...each, references: once(() => referencesOf(sentence, member, surnames)) }
  })
}

function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}

/**
 * The best sentences of sure kinds that are understood and tell something new, in the order they are read: those of the first one's article
 * as they are there, then the others.
 */
function choose(
  tried: readonly Tried[],
  texts: readonly MemberText[],
  first: SentenceText,
  read: ReadSoFar,
): readonly Tried[] {
  let chosen: readonly Tried[] = []
  while (chosen.length < maxPoints - 1) {
    const above = [first, ...chosen.map(({ sentence }) => sentence)] as const
    const next = tried.find(({ sentence, references, isCarried }) => {
      const member = texts[sentence.member]
      if (!member || !isSureKind(sentence, member, above, isCarried)) return false
      if (above.some((each) => each === sentence || tellsTheSame(each, sentence))) return false
      return areUnderstood(inTellingOrder([...chosen, { sentence, references }], first), read)
    })
    if (!next) break
    chosen = inTellingOrder([...chosen, next], first)
  }
  return chosen
}

type Told = Pick<Tried, 'sentence' | 'references'>

function inTellingOrder<Point extends Told>(points: readonly Point[], first: SentenceText): readonly Point[] {
  const turn = ({ sentence: { member, index } }: Point) => [Number(member !== first.member), member, index] as const
  return points.toSorted((a, b) => {
    const [ours, theirs] = [turn(a), turn(b)]
    return ours[0] - theirs[0] || ours[1] - theirs[1] || ours[2] - theirs[2]
  })
}

/** True when each of them is understood by whoever has read those before it. */
function areUnderstood(points: readonly Told[], before: ReadSoFar): boolean {
  let read = before
  return points.every(({ sentence, references }) => {
    if (!isUnderstood(references(), read)) return false
    read = readOn(read, sentence.text, sentence.words)
    return true
  })
}
