import type { MemberText, SentenceText } from './story-text.ts'
import { contentStems, type Word, wordsOf } from './words.ts'

/** Letters by which two words count as of one family here: `resigned`, `resignation`. */
const familyLetters = 5
/** A word in more than this part of a story's articles is about the story, not about the point. */
const commonPart = 0.6
/** What a word about the whole story weighs beside one of the point's own. */
const commonWeight = 0.3
const minSpecific = 4
/** A passage that shares this much of a point's words, by weight, or this many, may say the same in other words. */
const mostShared = 0.28
const mostSharedWords = 5
/** The same anywhere in the text: details may stand scattered. */
const mostScattered = 0.42

/** A text cut down to what tells whether it speaks of a point: the word families of each passage of two sentences, and of all. */
export type Passages = {
  readonly title: ReadonlySet<string>
  readonly sentences: readonly ReadonlySet<string>[]
  readonly windows: readonly ReadonlySet<string>[]
  readonly all: ReadonlySet<string>
}

export function passagesOf(text: MemberText): Passages {
  const title = familiesOf(wordsOf(text.input.document.title))
  const sentences = text.sentences.map(({ words }) => familiesOf(words))
  const windows = sentences.map((families, index) => new Set([...families, ...(sentences[index + 1] ?? [])]))
  return { title, sentences, windows: [title, ...windows], all: union([title, ...sentences]) }
}

/** The word families of a text without some of its sentences. */
export function familiesWithout({ title, sentences }: Passages, left: ReadonlySet<number>): ReadonlySet<string> {
  return union([title, ...sentences.filter((_, index) => !left.has(index))])
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]))
}

/** The words of a point that tell it from the rest of its story, each with its weight. */
export type PointWords = { readonly weights: ReadonlyMap<string, number>; readonly numbers: readonly string[] }

/** Weighs the words of a point against what the story's texts say besides it, one set of word families each. */
export function weighPoint(words: readonly Word[], story: readonly ReadonlySet<string>[]): PointWords {
  const weights = new Map<string, number>()
  for (const family of familiesOf(words)) {
    const holders = story.filter((families) => families.has(family)).length
    weights.set(family, holders > Math.max(1, commonPart * story.length) ? commonWeight : 1)
  }
  const numbers = words.map(({ text }) => text).filter((text) => /^\p{N}/u.test(text))
  return { weights, numbers }
}

/**
 * True when nothing in a text is like the point: no passage of two neighbouring sentences shares a quarter of its words or five of
 * them, not four in ten of them stand scattered over the text, and its numbers stand nowhere. A point with too few words of its own can be told in
 * quite other ones: of that it is never true. Cautious on purpose: whoever is said to leave a thing out must have left it out.
 */
export function lacksPoint({ weights, numbers }: PointWords, { windows, all }: Passages): boolean {
  const specific = [...weights.values()].filter((weight) => weight === 1).length
  if (specific < minSpecific || numbers.some((number) => all.has(number))) return false
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const shareIn = (families: ReadonlySet<string>) =>
    [...weights].reduce((sum, [family, weight]) => (families.has(family) ? sum + weight : sum), 0) / total
  const isLike = (window: ReadonlySet<string>) =>
    shareIn(window) >= mostShared ||
    [...weights.keys()].filter((family) => window.has(family)).length >= mostSharedWords
  return shareIn(all) < mostScattered && !windows.some(isLike)
}

/** True for a sentence that tells what the whole story is about: everybody says that, each in other words. */
export function tellsMainEvent(sentence: SentenceText, headline: string): boolean {
  if (sentence.index === 0) return true
  const title = familiesOf(wordsOf(headline))
  const shared = [...familiesOf(sentence.words)].filter((family) => title.has(family)).length
  return shared >= 4 || shared * 2 > title.size
}

function familiesOf(words: readonly Word[]): Set<string> {
  return new Set([...contentStems(words)].map((stem) => (/^\p{N}/u.test(stem) ? stem : stem.slice(0, familyLetters))))
}
