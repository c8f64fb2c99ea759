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
import { isOverdue, type When, whenOf } from './telling-order.ts'

const minPoints = 3
const maxPoints = 6
/** A point scoring below this part of the best one is left out. */
const minPartOfBest = 0.35
/** So many sentences more than wanted are tried: where many fail, those after them fit less and less. */
const mostTried = 6
/** With so many of its content words read already, the opening of another article reports the same event. */
const readPart = 0.45

/** How many sentences are read at most, of all articles and of one. */
const maxSentences = 1200
const minDepth = 4
const maxDepth = 40
/** Weight of a sentence that refers back a little. */
const loosePart = 0.6

type Candidate = {
  readonly group: Equivalents
  readonly sentence: SentenceText
  readonly score: number
  /** The score without the weight of its figure. */
  readonly plain: number
  readonly place: number
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
 * Up to six verbatim sentences that most reports support and that come early in them (support and position, the strongest of the plain
 * extractive baselines on multi-document news), each understood by whoever has read the headline, the lead and the sentences above it. The
 * first citation of a point is the sentence itself; the others are the same or an equivalent sentence elsewhere. What one outlet states and
 * another attributes to somebody is shown with the attribution. Only complete news articles are summarized; other kinds may support a point.
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
  const candidates = groups.flatMap((group, index): Candidate[] => {
    const sentence = sentenceToShow(group, (each) => isBriefCandidate(each, texts, members, language))
    if (!sentence) return []
    const place = Math.min(...group.members.map((each) => each.index))
    const aboutHeadline = headlineStems.size === 0 ? 0 : sharedCount(sentence.stems, headlineStems) / headlineStems.size
    const score = (0.4 + support(index) + 0.5 * aboutHeadline) / (1 + 0.12 * place)
    const plain = score * (isLoose(sentence, texts[sentence.member]) ? loosePart : 1)
    return [{ group, sentence, plain, score: plain * weightOfFigure(sentence), place }]
  })
  const wanted = Math.max(minPoints, Math.min(maxPoints, Math.round(candidates.length / 6)))
  const read = readOn(readOn(nothingRead, headline), lead?.text ?? '')
  const above = lead && texts.flatMap((text) => text.sentences).find((each) => isCitedBy(each, lead, texts))
  const room = { wanted, read, above }
  const tried = tryBest(candidates, wanted + mostTried, texts)
  return inTellingOrder(choose(tried, room), texts, room).map(({ sentence, group }) =>
    briefPoint(sentence, group, texts, members, quotedElsewhere(sentence, texts, ledger)),
  )
}

function isCitedBy({ member, span }: SentenceText, { citations: [first] }: BriefPoint, texts: readonly MemberText[]) {
  return span.start === first.span.start && texts[member]?.input.document.id === first.documentId
}

/** A candidate with what it takes for known, read when it is asked for. */
type Tried = Candidate & { readonly references: () => References | undefined }

/** The best candidates, without what is over, and somebody's words that lost their marks in this article and have them in another. */
function tryBest(candidates: readonly Candidate[], most: number, texts: readonly MemberText[]): Tried[] {
  const latest =
    texts
      .map(({ input }) => input.document.publishedAt)
      .sort()
      .at(-1) ?? ''
  const surnames = surnamesIn(texts)
  const tried: Tried[] = []
  for (const each of candidates.toSorted((a, b) => b.score - a.score || a.place - b.place)) {
    if (tried.length === most) break
    const { sentence, group } = each
    const member = texts[sentence.member]
    if (!member || isOverdue(sentence, member, latest)) continue
    const isUnmarked = !/["“«]/.test(sentence.text)
    if (isUnmarked && group.members.some((other) => isQuotedWhole(other, texts[other.member] ?? member))) continue
    tried.push({ ...each, references: once(() => referencesOf(sentence, member, surnames)) })
  }
  return tried
}

function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}

/** What a brief is chosen for: how many sentences, and what is read before it. */
type Room = { readonly wanted: number; readonly read: ReadSoFar; readonly above: SentenceText | undefined }

/** The best sentences that are understood and tell something new; one that waits for another to introduce somebody is tried again. */
function choose(tried: readonly Tried[], { wanted, read: before, above }: Room): Tried[] {
  const floor = Math.max(0, ...tried.map(({ plain }) => plain)) * minPartOfBest
  const chosen: Tried[] = []
  let read = before
  let waiting = tried
  for (let next = find(); next && chosen.length < wanted; next = find()) {
    if (next.score < floor && chosen.length >= minPoints) break
    const taken = next
    chosen.push(taken)
    waiting = waiting.filter((each) => each !== taken)
    read = readNext(read, taken, above)
  }
  return chosen

  function find(): Tried | undefined {
    const first = chosen[0]?.sentence.member
    return waiting.find(({ sentence, references }) => {
      if (!isUnderstood(references(), read)) return false
      if (chosen.some((each) => tellsTheSame(each.sentence, sentence))) return false
      if (chosen.length === 0 || sentence === above) return true
      if (above && tellsTheSame(above, sentence)) return false
      return !reportsTheSame(sentence, read, above?.member ?? first)
    })
  }
}

/** What is read after a sentence. One that tells the lead again is not shown below it, so it introduces nobody. */
function readNext(read: ReadSoFar, { sentence }: Candidate, above: SentenceText | undefined): ReadSoFar {
  return above && tellsTheSame(above, sentence) ? read : readOn(read, sentence.text, sentence.words)
}

/** True for the opening of another article than the one on top, if it is mostly words that were read: it reports the same event. */
function reportsTheSame({ stems, index, member }: SentenceText, { stems: read }: ReadSoFar, first: number | undefined) {
  if (first === undefined || member === first || index > 1) return false
  return sharedCount(stems, read) >= readPart * stems.size
}

/** The first stays first; then what is new, what is planned, and what came before, each where its introductions are read. */
function inTellingOrder(
  chosen: readonly Tried[],
  texts: readonly MemberText[],
  { read: before, above }: Room,
): Tried[] {
  const [first, ...rest] = chosen
  if (!first) return []
  const told = [first]
  let read = readNext(before, first, above)
  const waiting = rest
    .map((each) => ({ each, turn: turns.indexOf(whenOf(each.sentence, texts[each.sentence.member]!)) }))
    .sort((a, b) => a.turn - b.turn || a.each.place - b.each.place || a.each.sentence.member - b.each.sentence.member)
    .map(({ each }) => each)
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ references }) => isUnderstood(references(), read))
    if (at < 0) break
    const [next] = waiting.splice(at, 1) as [Tried]
    told.push(next)
    read = readNext(read, next, above)
  }
  return told
}

const turns: readonly When[] = ['now', 'planned', 'background']
