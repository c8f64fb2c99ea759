import type { MemberText, SentenceText } from '../story-text.ts'
import { contentStems, type Word, wordsOf } from '../words.ts'

/** Words with this many equal first letters count as one family: `resigned`, `resignation`. */
const familyLetters = 5
/** A word in a larger share of a story's articles is about the story, not about the point. */
const commonPart = 0.6
/** Weight of a word about the whole story, compared with one of the point's own. */
const commonWeight = 0.3
/** How many words of its own a point needs; fewer if there is a number. */
const minSpecific = 4
const minSpecificWithNumber = 3
/** Two neighboring sentences with this weighted share of a point's words, or this many of them, may say the same differently. */
const mostShared = 0.28
const mostSharedWords = 5
/** The same for one sentence. */
const mostInOne = 4
/** The same for words scattered over the text. */
const mostScattered = 0.42

/** A text reduced to word families: of each two neighboring sentences, of each sentence and of the whole. */
export type PassageFamilies = {
  readonly title: ReadonlySet<string>
  readonly sentences: readonly ReadonlySet<string>[]
  readonly windows: readonly ReadonlySet<string>[]
  readonly all: ReadonlySet<string>
}

export function passagesOf(text: MemberText): PassageFamilies {
  const title = familiesOf(wordsOf(text.input.document.title))
  const sentences = text.sentences.map(({ words }) => familiesOf(words))
  const windows = sentences.map((families, index) => new Set([...families, ...(sentences[index + 1] ?? [])]))
  return { title, sentences, windows: [title, ...windows], all: union([title, ...sentences]) }
}

/** The word families of a text without some of its sentences. */
function familiesWithout({ title, sentences }: PassageFamilies, left: ReadonlySet<number>): ReadonlySet<string> {
  return union([title, ...sentences.filter((_, index) => !left.has(index))])
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]))
}

/** The words of a point, and how many of the story's texts use each outside the point. */
export type PointWords = {
  readonly holders: ReadonlyMap<string, number>
  readonly numbers: readonly string[]
  readonly textCount: number
}

/** How many texts of a story have each word family. */
export type StoryFamilies = { readonly holders: ReadonlyMap<string, number>; readonly textCount: number }

export function countFamilies(story: readonly PassageFamilies[]): StoryFamilies {
  const holders = new Map<string, number>()
  for (const { all } of story) for (const family of all) holders.set(family, (holders.get(family) ?? 0) + 1)
  return { holders, textCount: story.length }
}

/**
 * Counts how many texts use the words of a point's wordings outside the point; wordings with the same words are one. `carrying` are the
 * texts that have the point, with the positions of its sentences.
 */
export function countPointWords(
  wordings: readonly (readonly Word[])[],
  { holders, textCount }: StoryFamilies,
  carrying: readonly { readonly passages: PassageFamilies; readonly own: ReadonlySet<number> }[],
): PointWords[] {
  const families = wordings.map((words) => [...familiesOf(words)])
  const byFamilies = new Map(families.map((each) => [each.join(' '), each]))
  const besides = new Map([...byFamilies.values()].flat().map((family) => [family, holders.get(family) ?? 0]))
  for (const { passages, own } of carrying) {
    const rest = familiesWithout(passages, own)
    for (const family of passages.all)
      if (besides.has(family) && !rest.has(family)) besides.set(family, besides.get(family)! - 1)
  }
  return [...byFamilies.values()].map((families) => ({
    holders: new Map(families.map((family) => [family, besides.get(family) ?? 0])),
    numbers: families.filter((family) => /^\p{N}/u.test(family)),
    textCount,
  }))
}

/**
 * True when nothing in a text resembles the point: no two neighboring sentences share a quarter of its words or five of them, no sentence
 * shares four, no four in ten are scattered over the text, and its numbers are absent. Always false for a point with too few words of its
 * own, which may be expressed in quite different ones. Deliberately cautious: an outlet said to leave something out must have left it out.
 */
export function lacksPoint(words: PointWords, { sentences, windows, all }: PassageFamilies): boolean {
  const weights = weigh(words, all)
  const { numbers } = words
  const specific = [...weights.values()].filter((weight) => weight === 1).length
  if (
    specific < (numbers.length > 0 ? minSpecificWithNumber : minSpecific) ||
    numbers.some((number) => all.has(number))
  )
    return false
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const shareIn = (families: ReadonlySet<string>) =>
    [...weights].reduce((sum, [family, weight]) => (families.has(family) ? sum + weight : sum), 0) / total
  const countIn = (families: ReadonlySet<string>) => [...weights.keys()].filter((family) => families.has(family)).length
  return (
    shareIn(all) < mostScattered &&
    !sentences.some((sentence) => countIn(sentence) >= mostInOne) &&
    !windows.some((window) => countIn(window) >= mostSharedWords || shareIn(window) >= mostShared)
  )
}

/** A word that most of the other texts have weighs little: it is about the story. */
function weigh({ holders, textCount }: PointWords, text: ReadonlySet<string>): Map<string, number> {
  const most = Math.max(1, commonPart * (textCount - 1))
  return new Map(
    [...holders].map(([family, count]) => [family, count - Number(text.has(family)) > most ? commonWeight : 1]),
  )
}

/** Returns a test for sentences about the story's main event, which every outlet words differently. */
export function mainEventOf(headline: string): (sentence: SentenceText) => boolean {
  const title = familiesOf(wordsOf(headline))
  return (sentence) => {
    if (sentence.index === 0) return true
    const shared = [...familiesOf(sentence.words)].filter((family) => title.has(family)).length
    return shared >= 4 || shared * 2 > title.size
  }
}

/** Content words cut to their first letters; numbers whole, those joined by a hyphen separately: `224-194`. */
function familiesOf(words: readonly Word[]): Set<string> {
  return new Set(
    [...contentStems(words)].flatMap((stem) =>
      /^\p{N}/u.test(stem) ? stem.split('-') : [stem.slice(0, familyLetters)],
    ),
  )
}
