import type { DocumentId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { stopWords } from '../stop-words.ts'
import type { Pair, Side } from './pair-facts.ts'

/** A text whose words are counted. `skipped`: words that aren't the outlet's choice, such as quotations and copied passages. */
type CountedText = {
  readonly side: Side
  readonly story: string
  readonly documentId: DocumentId
  readonly language: string
  readonly text: string
  readonly skipped: readonly Span[]
}

/** A word that one outlet uses notably more often than the other, in the same stories. */
export type FavoredWord = {
  readonly word: string
  readonly count: number
  readonly otherCount: number
  readonly storyCount: number
  /** One place where it is used. */
  readonly documentId: DocumentId
  readonly span: Span
}

export type FavoredWords =
  | { readonly kind: 'found'; readonly words: Pair<readonly FavoredWord[]> }
  /** The outlets don't write in one language, or there is no text to count. */
  | { readonly kind: 'no-texts' }

/** By chance alone, a word exceeds this log-likelihood (G²) once in ten thousand. */
const minLikelihood = 15.13
const minCount = 8
/** One long report isn't a habit: the word must be in so many of the stories. */
const minStories = 4
/** At least this many times as frequent. */
const minRatio = 2
const mostShown = 6
const minLetters = 3

/** Uses of a word by both outlets. `isLower`: written in lower case somewhere, so it isn't only a name. */
type Uses = {
  readonly counts: [number, number]
  readonly stories: [number, number]
  readonly last: [string, string]
  readonly places: [Place | undefined, Place | undefined]
  isLower: boolean
}
type Place = { readonly documentId: DocumentId; readonly span: Span }
type Language = { readonly totals: [number, number]; readonly words: Map<string, Uses> }

const wordPattern = /[\p{L}\p{M}]+/gu

/** Counts words of two outlets text by text; all texts of a story come one after another. Memory is that of the different words. */
export function countWords(): { add(text: CountedText): void; favored(): FavoredWords } {
  const languages = new Map<string, Language>()
  return {
    add(text) {
      const tag = primaryLanguage(text.language)
      const language = languages.get(tag) ?? { totals: [0, 0], words: new Map() }
      languages.set(tag, language)
      count(text, language)
    },
    favored() {
      const most = [...languages.values()]
        .map((language) => ({ language, both: Math.min(...language.totals) }))
        .toSorted((a, b) => b.both - a.both)[0]
      if (!most || most.both === 0) return { kind: 'no-texts' }
      return { kind: 'found', words: [favoredBy(0, most.language), favoredBy(1, most.language)] }
    },
  }
}

function count({ side, story, documentId, text, skipped }: CountedText, { totals, words }: Language): void {
  const gaps = skipped.toSorted((a, b) => a.start - b.start)
  let next = 0
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const { index: start } = match
    while (next < gaps.length && gaps[next]!.end <= start) next += 1
    if (next < gaps.length && gaps[next]!.start <= start) continue
    totals[side] += 1
    const [raw] = match
    if (raw.length < minLetters) continue
    const word = raw.toLowerCase()
    if (stopWords.has(word)) continue
    let uses = words.get(word)
    if (!uses) {
      uses = { counts: [0, 0], stories: [0, 0], last: ['', ''], places: [undefined, undefined], isLower: false }
      words.set(word, uses)
    }
    uses.isLower ||= raw === word
    uses.counts[side] += 1
    if (uses.last[side] !== story) {
      uses.last[side] = story
      uses.stories[side] += 1
    }
    uses.places[side] ??= { documentId, span: { start, end: start + raw.length } }
  }
}

function favoredBy(side: Side, { totals, words }: Language): readonly FavoredWord[] {
  const other: Side = side === 0 ? 1 : 0
  const found: (FavoredWord & { readonly likelihood: number })[] = []
  for (const [word, { counts, stories, places, isLower }] of words) {
    const place = places[side]
    if (!isLower || !place || counts[side] < minCount || stories[side] < minStories) continue
    if (stories[side] <= stories[other]) continue
    if (counts[side] / totals[side] < (minRatio * counts[other]) / totals[other]) continue
    const likelihood = logLikelihood([counts[side], counts[other]], [totals[side], totals[other]])
    if (likelihood < minLikelihood) continue
    const [own, others] = [counts[side], counts[other]]
    found.push({ word, count: own, otherCount: others, storyCount: stories[side], ...place, likelihood })
  }
  return found
    .sort((a, b) => b.likelihood - a.likelihood || (a.word < b.word ? -1 : 1))
    .slice(0, mostShown)
    .map(({ likelihood, ...word }) => word)
}

/** Dunning's G² of a word in two texts: how much its counts differ from what their lengths alone would give. */
export function logLikelihood(counts: Pair<number>, totals: Pair<number>): number {
  const rate = (counts[0] + counts[1]) / (totals[0] + totals[1])
  const part = (side: Side) => (counts[side] === 0 ? 0 : counts[side] * Math.log(counts[side] / (rate * totals[side])))
  return 2 * (part(0) + part(1))
}
