import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { StoryPool } from '../story-pool.ts'
import { isReadLanguage, type ReadLanguage } from './foreign-words.ts'
import { areCloseInTime, type LanguageLink, linkOf, nameWeights, rarityOfMarks } from './link-languages.ts'
import { type ForeignTerm, readForeign } from './read-foreign.ts'
import type { RelationSummary } from './relation-summary.ts'
import type { WeightedStems } from './similarity.ts'

/** A word of the first story and the word of the second that may mean the same. */
export type WordPair = { readonly here: string; readonly there: string }

/** A link between an English story and one whose words a list gives in English, with the words both share. */
export type WordLink = LanguageLink & { readonly words: readonly WordPair[] }

/** Events of one affair have most words in common, and are a day or more apart. */
const mostDaysApart = 1
/** Weight of names in common compared with words. */
const nameShare = 0.35
/** Weight of names that each story is taken to have besides its own, so that one name in common is not all that two short texts name. */
const priorNames = 1
/** Scores of two languages cannot be compared: the lists are not equally large. */
const leastScore: { readonly [Language in ReadLanguage]: number } = { de: 0.34, es: 0.34 }
/** With fewer words that differ in spelling, two stories may have only a place or a company in common. */
const leastWords = 4
const wordsShown = 4
/** Rarer meanings of a word count, but are not shown as a reason. */
const leastShownShare = 0.5

/**
 * Links English stories with German and Spanish ones by their words, read in English through a list of words, and by names that sound the
 * same. Each story must be the other's nearest in its language, within a day. With `of`, returns only the links of that story, as `a`.
 */
export function linkByWords(pool: StoryPool, of?: StoryId): WordLink[] {
  const { stories } = pool
  const compare = comparer(pool)
  const asked = of === undefined ? undefined : stories.findIndex(({ id }) => id === of)
  const links: WordLink[] = []
  const link = (foreign: number, english: Found | undefined, language: ReadLanguage, a: number) => {
    if (!english || english.score < leastScore[language]) return
    if (compare.nearestForeign(english.to, language)?.to !== foreign) return
    const found = wordLink(pool, compare, a, foreign === a ? english.to : foreign, english.score)
    if (found.words.filter(isTranslated).length >= leastWords)
      links.push({ ...found, words: found.words.slice(0, wordsShown) })
  }
  for (const [at, { language }] of stories.entries()) {
    if (asked !== undefined && asked !== at) continue
    if (isReadLanguage(language)) link(at, compare.nearestEnglish(at), language, at)
    else if (language === 'en' && asked !== undefined)
      for (const other of ['de', 'es'] as const) {
        const found = compare.nearestForeign(at, other)
        const back = found && found.score >= leastScore[other] ? compare.nearestEnglish(found.to) : undefined
        if (found && back?.to === at) link(found.to, back, other, at)
      }
  }
  return links.sort((x, y) => y.score - x.score)
}

function isTranslated({ here, there }: WordPair): boolean {
  return here.toLowerCase() !== there.toLowerCase()
}

type Found = { readonly to: number; readonly score: number }

type WeightedBuilder = { readonly stems: number[]; readonly weights: number[] }

type Comparer = {
  nearestEnglish(foreign: number): Found | undefined
  nearestForeign(english: number, language: ReadLanguage): Found | undefined
  /** The weight of a foreign story's word, by the rarity of what it may mean. */
  weigh(term: ForeignTerm): number
}

/** Compares stories of a pool; what is computed of a story is kept for the next comparison. */
function comparer({ stories, likeness }: StoryPool): Comparer {
  const vectors = new Map<number, WeightedStems>()
  const names = new Map<number, ReadonlyMap<string, number>>()
  const rarityOfNew = Math.log(2 * (stories.length + 100))

  /**
   * The weight of a word: a word counts by how rare what it may mean is, and what no story says as the rarest does. Adds the weight of each
   * meaning to the vector.
   */
  function weigh({ weight, translation }: ForeignTerm, vector?: WeightedBuilder): number {
    const first = vector?.weights.length ?? 0
    let sum = 0
    let parts = 0
    for (const [stem, share] of translation) {
      const number = likeness.find(stem)
      if (number === undefined) continue
      vector?.stems.push(number)
      vector?.weights.push(share)
      sum += share * likeness.rarityOf(number)
      parts += share
    }
    const value = weight * (parts === 0 ? rarityOfNew : sum / parts)
    for (let i = first; vector && i < vector.weights.length; i++) vector.weights[i]! *= value
    return value
  }

  function vectorOf(at: number): WeightedStems {
    const known = vectors.get(at)
    if (known) return known
    const { language, terms } = nth(stories, at)
    const vector: WeightedBuilder = { stems: [], weights: [] }
    let squares = 0
    for (const term of readForeign(language, terms) ?? []) squares += weigh(term, vector) ** 2
    // As long as the story's own words are, of which each has several meanings here.
    const scale = 1 / (Math.sqrt(squares) || 1)
    for (let i = 0; i < vector.weights.length; i++) vector.weights[i]! *= scale
    vectors.set(at, vector)
    return vector
  }

  function namesOf(at: number): ReadonlyMap<string, number> {
    const known = names.get(at)
    if (known) return known
    const weights = new Map<string, number>()
    // Counts the marks of all stories: only where two languages are compared.
    const rarityOfMark = rarityOfMarks(stories)
    for (const mark of nth(stories, at).marks) {
      const weight = (nameWeights[mark.charAt(0)] ?? 0) * rarityOfMark(mark)
      if (weight > 0) weights.set(mark, weight)
    }
    const length = weights.values().reduce((sum, weight) => sum + weight, priorNames)
    for (const [mark, weight] of weights) weights.set(mark, Math.sqrt(weight / length))
    names.set(at, weights)
    return weights
  }

  const byLanguage = Map.groupBy(stories.keys(), (at) => stories[at]?.language ?? '')
  const near = (at: number, language: string) => {
    const story = nth(stories, at)
    return (byLanguage.get(language) ?? []).filter((to) => areCloseInTime(story, nth(stories, to), mostDaysApart))
  }

  return {
    weigh,
    nearestEnglish(foreign) {
      const english = near(foreign, 'en')
      const words = likeness.withWords(vectorOf(foreign), english)
      return best(english, (to, index) => (words[index] ?? 0) + nameShare * dot(namesOf(foreign), namesOf(to)))
    },
    nearestForeign(english, language) {
      return best(near(english, language), (to) => {
        const [words = 0] = likeness.withWords(vectorOf(to), [english])
        return words + nameShare * dot(namesOf(to), namesOf(english))
      })
    },
  }
}

function best(candidates: readonly number[], scoreOf: (to: number, index: number) => number): Found | undefined {
  let found: Found | undefined
  for (const [index, to] of candidates.entries()) {
    const score = scoreOf(to, index)
    if (score > (found?.score ?? 0)) found = { to, score }
  }
  return found
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [key, value] of small) sum += value * (large.get(key) ?? 0)
  return sum
}

function wordLink({ stories }: StoryPool, { weigh }: Comparer, a: number, b: number, score: number): WordLink {
  const [first, second] = [nth(stories, a), nth(stories, b)]
  const link = linkOf(first, second, score)
  const isForeignFirst = isReadLanguage(first.language)
  const [english, foreign] = isForeignFirst ? [second, first] : [first, second]
  const inNames = new Set(
    [...first.entities, ...second.entities].flatMap(({ name }) => name.toLowerCase().split(/\s+/)),
  )
  const pairs = wordPairs(english, foreign, weigh).filter(
    ([own, theirs]) => /\p{L}/u.test(own) && !inNames.has(own.toLowerCase()) && !inNames.has(theirs.toLowerCase()),
  )
  const words = pairs.map(([own, theirs]) =>
    isForeignFirst ? { here: theirs, there: own } : { here: own, there: theirs },
  )
  return { ...link, words }
}

/** The words that two stories share, English first, those that say most first. Each English word once. */
function wordPairs(
  english: RelationSummary,
  foreign: RelationSummary,
  weigh: (term: ForeignTerm) => number,
): (readonly [english: string, foreign: string])[] {
  const own = new Map(english.terms.map((term) => [term.stem, term]))
  const pairs = new Map<string, { readonly theirs: string; readonly value: number }>()
  for (const term of readForeign(foreign.language, foreign.terms) ?? []) {
    const value = weigh(term)
    const shared = term.translation
      .flatMap(([stem, share]) => {
        const met = share >= leastShownShare ? own.get(stem) : undefined
        return met ? [{ word: met.word, value: share * value * met.weight }] : []
      })
      .sort((x, y) => y.value - x.value)[0]
    if (shared && shared.value > (pairs.get(shared.word)?.value ?? 0))
      pairs.set(shared.word, { theirs: term.word, value: shared.value })
  }
  return [...pairs].sort(([, x], [, y]) => y.value - x.value).map(([word, { theirs }]) => [word, theirs] as const)
}
