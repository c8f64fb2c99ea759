import { cite } from '../core/citation.ts'
import type { BriefPoint, Figure, Member } from '../core/story.ts'
import { type Equivalents, groupEquivalents } from './group-equivalents.ts'
import { standsAlone } from './stand-alone.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText } from './story-text.ts'
import { containment, contentStems, sharedCount, wordsOf } from './words.ts'

const minWords = 8
const maxWords = 55
const minPoints = 3
const maxPoints = 6
/** Above this likeness (cosine of content words) a sentence repeats one already chosen; so does one mostly held in it. */
const repeatCosine = 0.4
const repeatContainment = 0.5
/** Opening sentences of two articles tell one event already when they share this many content words. */
const openingShared = 4
/** A point scoring below this part of the best one is left out. */
const minPartOfBest = 0.3

/** How many sentences are read at most, of all articles and of one. */
const maxSentences = 1200
const minDepth = 4
const maxDepth = 40
/** How much of its score a loose sentence keeps. */
const loosePart = 0.6
/** Letters from its start within which a sentence that begins with `the` should name somebody or something. */
const namedWithin = 60
/** And one whose number a later report has replaced; the latest number gains. */
const outdatedPart = 0.4
const latestPart = 2

type Candidate = {
  readonly group: Equivalents
  readonly sentence: SentenceText
  readonly score: number
  readonly place: number
}

/** What a brief goes by besides the texts. `figures` tell which numbers have been overtaken. */
export type BriefContext = {
  readonly headline: string
  readonly language: string
  readonly figures?: readonly Figure[]
}

/**
 * Three to six sentences, word for word, that most reports support and that stand early in them (support and position, the
 * strongest of the plain extractive baselines on multi-document news). The first citation of a point is the sentence itself;
 * the others are the same sentence, or one that says the same, elsewhere. Only whole news articles are summarized; other
 * kinds may still support a point.
 */
export function inBrief(
  texts: readonly MemberText[],
  members: readonly Member[],
  { headline, language, figures = [] }: BriefContext,
): BriefPoint[] {
  // What leads the news stands early: in a large story only the beginnings are read, so that the cost stays even.
  const depth = Math.max(minDepth, Math.min(maxDepth, Math.round(maxSentences / Math.max(1, texts.length))))
  const sentences = texts.flatMap((text) => text.sentences.slice(0, depth).filter(isRunningText))
  const groups = groupEquivalents(sentences)
  const support = supportOf(groups, members)
  const weightOfFigure = weighFigures(figures)
  const headlineStems = contentStems(wordsOf(headline))
  const candidates = groups.flatMap((group, index): Candidate[] => {
    const sentence = group.members.find((each) => isCandidate(each, texts, members, language))
    if (!sentence) return []
    const place = Math.min(...group.members.map((each) => each.index))
    const aboutHeadline = headlineStems.size === 0 ? 0 : sharedCount(sentence.stems, headlineStems) / headlineStems.size
    const score = (0.4 + (support[index] ?? 0) + 0.5 * aboutHeadline) / (1 + 0.12 * place)
    const key = `${texts[sentence.member]?.input.document.id} ${sentence.span.start}`
    const part = (isLoose(sentence, texts[sentence.member]) ? loosePart : 1) * (weightOfFigure.get(key) ?? 1)
    return [{ group, sentence, score: score * part, place }]
  })
  const wanted = Math.max(minPoints, Math.min(maxPoints, Math.round(candidates.length / 6)))
  return choose(candidates, wanted).map((candidate) => pointOf(candidate, texts, members))
}

/** How sentences with a number that changes weigh, by document and start: the latest reading of each more than the others. */
function weighFigures(figures: readonly Figure[]): ReadonlyMap<string, number> {
  return new Map(
    figures.flatMap(({ readings }) =>
      readings.map(({ citation }, index) => {
        const part = index === readings.length - 1 ? latestPart : outdatedPart
        return [`${citation.documentId} ${citation.span.start}`, part] as const
      }),
    ),
  )
}

/**
 * Whole sentences that still point back a little: `Speaking after the event, …`, a quotation, and one that begins with a thing
 * told before and names nobody early (`The scene laid bare …`).
 */
function isLoose({ index, text, span }: SentenceText, member: MemberText | undefined): boolean {
  if (
    /^(?:["“'‘«]|(?:speaking|responding|asked|writing|posting|commenting|following|during|before|after) )/i.test(text)
  )
    return true
  // An opening sentence has nothing before it.
  if (index === 0 || !/^[Tt]he \p{Ll}/u.test(text)) return false
  return !member?.mentions.some(
    (mention) =>
      mention.form === 'name' && mention.span.start >= span.start && mention.span.start < span.start + namedWithin,
  )
}

function isCandidate(
  sentence: SentenceText,
  texts: readonly MemberText[],
  members: readonly Member[],
  language: string,
): boolean {
  const text = texts[sentence.member]
  const member = members[sentence.member]
  if (!text || !member || !isSummarizable(member) || text.input.document.language !== language) return false
  const { length } = sentence.words
  return length >= minWords && length <= maxWords && standsAlone(sentence, text)
}

/**
 * For each group: the mean, over the other reports, of its best likeness to a sentence of theirs, plus a little for each
 * copy. A report that carries the very sentence counts fully; between reports likeness is the cosine of content words.
 */
function supportOf(groups: readonly Equivalents[], members: readonly Member[]): number[] {
  const reports = new Set(members.map((member) => member.group))
  const others = Math.max(1, reports.size - 1)
  const byStem = new Map<string, number[]>()
  groups.forEach((group, index) => {
    for (const stem of group.leader.stems) {
      const list = byStem.get(stem)
      if (list) list.push(index)
      else byStem.set(stem, [index])
    }
  })
  const reportsOf = groups.map((group) => new Set(group.members.map((each) => members[each.member]?.group ?? -1)))
  return groups.map((group, index) => {
    const best = new Map<number, number>()
    for (const [other, cosine] of likenesses(group, groups, byStem))
      for (const report of reportsOf[other] ?? []) best.set(report, Math.max(best.get(report) ?? 0, cosine))
    const own = reportsOf[index] ?? new Set()
    for (const report of own) best.set(report, 1)
    const total = [...best.values()].reduce((sum, value) => sum + value, 0) - 1
    const outlets = new Set(group.members.map((each) => members[each.member]?.sourceName)).size
    return Math.max(0, total) / others + 0.05 * Math.log2(outlets)
  })
}

/** The groups that share content words with one, with the cosine where it says something (0.2 and up). */
function* likenesses(
  group: Equivalents,
  groups: readonly Equivalents[],
  byStem: ReadonlyMap<string, readonly number[]>,
): Generator<readonly [number, number]> {
  const shared = new Map<number, number>()
  for (const stem of group.leader.stems)
    for (const other of byStem.get(stem) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  for (const [other, count] of shared) {
    const size = groups[other]?.leader.stems.size ?? 0
    const cosine = count / Math.sqrt(size * group.leader.stems.size)
    if (cosine >= 0.2) yield [other, cosine]
  }
}

function choose(candidates: readonly Candidate[], wanted: number): Candidate[] {
  const ranked = [...candidates].sort((a, b) => b.score - a.score || a.place - b.place)
  const floor = (ranked[0]?.score ?? 0) * minPartOfBest
  const chosen: Candidate[] = []
  for (const candidate of ranked) {
    if (chosen.length >= wanted || (candidate.score < floor && chosen.length >= minPoints)) break
    if (!chosen.some((each) => repeats(each.sentence, candidate.sentence))) chosen.push(candidate)
  }
  const [lead, ...rest] = chosen
  return lead ? [lead, ...rest.sort((a, b) => a.place - b.place)] : []
}

/** The same words for the most part, two openings on one event, the same telling number in a like sentence, or the same words in marks. */
function repeats(a: SentenceText, b: SentenceText): boolean {
  const shared = sharedCount(a.stems, b.stems)
  const cosine = shared / Math.sqrt(Math.max(1, a.stems.size * b.stems.size))
  if (cosine > repeatCosine || containment(a.stems, b.stems) > repeatContainment) return true
  if (a.index === 0 && b.index === 0 && shared >= openingShared) return true
  const numbers = tellingNumbers(a)
  if (shared >= 2 && tellingNumbers(b).some((number) => numbers.includes(number))) return true
  const phrases = markedPhrases(a)
  return markedPhrases(b).some((phrase) => phrases.includes(phrase))
}

/** Numbers of two digits and more that are no years: `316` in `316-90`. */
function tellingNumbers({ words }: SentenceText): string[] {
  return words
    .filter((word) => /^\p{N}/u.test(word.text))
    .flatMap((word) => word.text.split('-'))
    .filter((number) => number.length >= 2 && !/^(?:19|20)\d\d$/.test(number))
}

/** What stands in quotation marks, as bare words: two words and more. */
function markedPhrases({ text }: SentenceText): string[] {
  return [...text.matchAll(/["“«]([^"”»]{4,})["”»]/gu)]
    .map((match) => wordsOf(match[1] ?? '').map((word) => word.text))
    .filter((words) => words.length >= 2)
    .map((words) => words.join(' '))
}

function pointOf({ group, sentence }: Candidate, texts: readonly MemberText[], members: readonly Member[]): BriefPoint {
  const others = group.members.filter((each) => each.member !== sentence.member)
  const onePerDocument = others.filter(
    (each, index) => others.findIndex(({ member }) => member === each.member) === index,
  )
  const citations = [sentence, ...onePerDocument].flatMap((each) => {
    const document = texts[each.member]?.input.document
    return document ? [cite(document, each.span)] : []
  })
  const [first, ...rest] = citations
  if (!first) throw new Error('A brief point lost its document: pass the texts its sentences were read from')
  const outlets = [sentence, ...onePerDocument].map((each) => members[each.member]?.sourceName ?? '')
  return { text: first.exact, citations: [first, ...rest], outlets: [...new Set(outlets)] }
}
