import { nth } from '../../core/nth.ts'
import type { BriefPoint, Figure, Member } from '../../core/story.ts'
import { sentenceToShow } from '../people/attribution.ts'
import { supportOf } from '../people/support.ts'
import { type ExpectedWords, expectWords, keysOf } from '../points/expected-words.ts'
import { type Equivalents, groupEquivalents } from '../points/group-equivalents.ts'
import { repeats } from '../points/repeats.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, wordsOf } from '../words.ts'
import { briefPoint, isBriefCandidate, isLoose, weighFigures } from './brief-candidate.ts'
import { wordCount } from './brief-story.ts'

/** Most words of a short summary, unless its only sentence is longer; and the average length of editors' summaries. */
export const mostShortWords = 60
const usualWords = 50
/** A shorter summary is scored as if it had this many words, so there is room for another sentence. */
const leastWords = 30
/** A pair of neighboring words counts half: pairs are fewer, and their two words are counted already. */
const pairPart = 0.5
const maxSentences = 4
const deepest = 12
/** How many sentences are tried together, and how many partial summaries are kept. */
const mostTried = 40
const mostFollowed = 8
/** A sentence with less than this share of the best one's score is not used to fill the remaining space. */
const leastPart = 0.35
/** Weight of a sentence that refers back a little. */
const loosePart = 0.9
/** Weight of a sentence without support in other reports; and how much support is enough. */
const unsupportedPart = 0.7
const fullSupport = 0.5
/** Weight of a sentence unrelated to the headline; and how many words in common are enough. */
const offTopicPart = 0.6
const fullyAbout = 2

type Candidate = {
  readonly group: Equivalents
  /** The index of the group among all. */
  readonly at: number
  readonly sentence: SentenceText
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  readonly part: number
  readonly length: number
}

/** `figures` say which numbers are outdated; `expect` replaces the learned model, to evaluate it. */
type ShortContext = {
  readonly headline: string
  readonly language: string
  readonly figures?: readonly Figure[]
  readonly expect?: (texts: readonly MemberText[], members: readonly Member[]) => ExpectedWords
}

type Chosen = { readonly candidates: readonly Candidate[]; readonly worth: number }

/**
 * A story in about fifty words: the verbatim sentences that together contain most of what a human summary would (`expectWords`), for their
 * length. They are chosen as a set, so that none repeats another and the space is used. Only sentences of complete articles in the story's
 * language that are understandable alone; empty without any.
 */
export function shortSummary(
  texts: readonly MemberText[],
  members: readonly Member[],
  { headline, language, figures = [], expect = expectWords }: ShortContext,
): BriefPoint[] {
  const inLanguage = texts.filter((text) => text.language === language)
  const expected = expect(inLanguage, members)
  const sentences = texts.flatMap((text) => text.sentences.slice(0, deepest).filter(isRunningText))
  const groups = groupEquivalents(sentences)
  const partOf = weighSentences(texts, members, { groups, headline, figures })
  const candidates = groups.flatMap((group, at): Candidate[] => {
    const sentence = sentenceToShow(group, (each) => isBriefCandidate(each, texts, members, language))
    if (!sentence) return []
    const part = partOf(sentence, at, true)
    return [{ group, at, sentence, ...keysOf(sentence), part, length: wordCount(sentence.text) }]
  })
  const alone = mayBeTried(candidates, expected)
    .map((candidate) => withScore([{ ...candidate, part: partOf(candidate.sentence, candidate.at) }], expected))
    .sort(byWorth)
  const floor = (alone[0]?.worth ?? 0) * leastPart
  const best = chooseTogether(
    alone.slice(0, mostTried).filter(({ worth }) => worth >= floor),
    expected,
  )
  const inOrder = best.toSorted((a, b) => a.sentence.index - b.sentence.index || a.sentence.member - b.sentence.member)
  return inOrder.map(({ sentence, group }) => briefPoint(sentence, group, texts, members))
}

/**
 * Weights sentences: less without support in other reports, if unrelated to the headline (the opening scene of a long article), if it
 * refers back a little, and with an outdated number. `isMost`: assumes full support.
 */
function weighSentences(
  texts: readonly MemberText[],
  members: readonly Member[],
  {
    groups,
    headline,
    figures,
  }: { readonly groups: readonly Equivalents[]; readonly headline: string; readonly figures: readonly Figure[] },
): (sentence: SentenceText, at: number, isMost?: boolean) => number {
  const support = supportOf(groups, members)
  const headlineStems = contentStems(wordsOf(headline))
  const weightOfFigure = weighFigures(figures, texts)
  return (sentence, at, isMost) => {
    const supported = isMost ? 1 : Math.min(1, support(at) / fullSupport)
    const about = Math.min(1, sharedCount(sentence.stems, headlineStems) / fullyAbout)
    const parts = [
      unsupportedPart + (1 - unsupportedPart) * supported,
      offTopicPart + (1 - offTopicPart) * about,
      isLoose(sentence, texts[sentence.member]) ? loosePart : 1,
      Math.min(1, weightOfFigure(sentence)) ** 2,
    ]
    return parts.reduce((product, part) => product * part, 1)
  }
}

/**
 * The sentences that may be among the best alone, in the given order, judged by their score with full support. Support is expensive in a
 * story of thousands, and a sentence without any keeps `alonePart`.
 */
function mayBeTried(candidates: readonly Candidate[], expected: ExpectedWords): Candidate[] {
  const most = candidates.map((candidate) => withScore([candidate], expected).worth)
  const least = (most.toSorted((a, b) => b - a)[mostTried - 1] ?? 0) * unsupportedPart * (1 - Number.EPSILON * 64)
  return candidates.filter((_, index) => (most[index] ?? 0) >= least)
}

/** Extends the best partial summaries by one sentence at a time (beam search), and returns the best of all. */
function chooseTogether(alone: readonly Chosen[], expected: ExpectedWords): readonly Candidate[] {
  let [best] = alone
  let followed = alone.slice(0, mostFollowed)
  for (let size = 2; size <= maxSentences && followed.length > 0; size++) {
    const longer = new Map<string, Chosen>()
    for (const { candidates } of followed)
      for (const { candidates: one } of alone) {
        const next = nth(one, 0)
        if (!fits(next, candidates)) continue
        const together = [...candidates, next]
        const key = together.map(keyOf).sort().join(' ')
        if (!longer.has(key)) longer.set(key, withScore(together, expected))
      }
    followed = [...longer.values()].sort(byWorth).slice(0, mostFollowed)
    if (followed[0] && best && followed[0].worth > best.worth) best = followed[0]
  }
  return best?.candidates ?? []
}

function fits(next: Candidate, candidates: readonly Candidate[]): boolean {
  const length = candidates.reduce((sum, each) => sum + each.length, next.length)
  return length <= mostShortWords && !candidates.some(({ sentence }) => repeats(sentence, next.sentence))
}

/** The score of sentences together: the expected words they contain, each once, relative to both lengths (Dice). */
function withScore(candidates: readonly Candidate[], { words, pairs }: ExpectedWords): Chosen {
  const sum = (pick: (candidate: Candidate) => ReadonlySet<string>, chances: ReadonlyMap<string, number>) => {
    const parts = new Map<string, number>()
    for (const candidate of candidates)
      for (const key of pick(candidate)) parts.set(key, Math.max(parts.get(key) ?? 0, candidate.part))
    return [...parts].reduce((total, [key, part]) => total + part * (chances.get(key) ?? 0), 0)
  }
  const length = candidates.reduce((total, { sentence }) => total + sentence.words.length, 0)
  const held = sum((each) => each.words, words) + pairPart * sum((each) => each.pairs, pairs)
  return { candidates, worth: (2 * held) / (Math.max(length, leastWords) + usualWords) }
}

function keyOf({ sentence }: Candidate): string {
  return `${sentence.member}:${sentence.index}`
}

function byWorth(a: Chosen, b: Chosen): number {
  return b.worth - a.worth
}
