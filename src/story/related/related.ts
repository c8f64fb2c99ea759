import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { StoryPool } from '../story-pool.ts'
import { haveCopies, isSameEvent, sharedNames } from './propose-merges.ts'
import type { RelationSummary } from './relation-summary.ts'
import { isCertain, type MatterLink, matterLinks } from './same-matter.ts'
import type { StorySimilarity } from './similarity.ts'

const neighbors = 10
/** Weight of a neighbor compared with the story itself, before similarity. */
const share = 1

type Mixed = readonly (readonly [story: number, part: number])[]

/**
 * Similarity by topic, 0 to 1: the cosine after adding to each story the words of its ten most similar stories, weighted by similarity. So
 * two stories on one topic match though they share few words (document expansion, Singhal and Pereira 1999). Too broad to tell whether they
 * are about the same matter.
 */
export function topicSimilarity(likeness: StorySimilarity): (a: number, b: number) => number {
  const mixed = new Map<number, Mixed>()
  const lengths = new Map<number, number>()
  const mixedOf = (story: number): Mixed => {
    const known = mixed.get(story)
    if (known) return known
    const made = mix(story, likeness.row(story))
    mixed.set(story, made)
    return made
  }
  const product = (a: number, b: number) => {
    let sum = 0
    for (const [one, part] of mixedOf(a))
      for (const [other, its] of mixedOf(b)) sum += part * its * likeness.of(one, other)
    return sum
  }
  const lengthOf = (story: number) => {
    const length = lengths.get(story) ?? Math.sqrt(product(story, story))
    lengths.set(story, length)
    return length
  }
  return (a, b) => {
    const both = lengthOf(a) * lengthOf(b)
    return both === 0 ? 0 : product(a, b) / both
  }
}

function mix(story: number, row: Float64Array): Mixed {
  const near = [...row.entries()]
    .filter(([other, score]) => score > 0 && other !== story)
    .sort(([, a], [, b]) => b - a)
    .slice(0, neighbors)
  return [[story, 1], ...near.map(([other, score]) => [other, share * score] as const)]
}

/**
 * How a story relates to the given one: it `leads to` it, it `follows` from it, it is on the `same matter` at the same time, the given one
 * is `part of` it, it is a part of the given one (`contains`), or both are about the `same people` or the `same place`.
 */
export type RelationReason =
  | 'leads to'
  | 'follows'
  | 'same matter'
  | 'part of'
  | 'contains'
  | 'same people'
  | 'same place'

export type Relation = {
  readonly id: StoryId
  readonly reason: RelationReason
  readonly score: number
  readonly sharedNames: readonly string[]
  readonly sharedWords: readonly string[]
}

const maxRelated = 6
const maxOfOneMatter = 3
const shownNames = 3
const shownWords = 4
/** Of two stories more similar by topic than this, one is enough. Five in six halves of one story are. */
const sameSubTopic = 0.5
/** A story that contains another has at least this many articles, and several times as many as it. */
const bigArticles = 6
const bigTimes = 3

/** Reasons that put two stories on one storyline. */
export const storylineReasons: ReadonlySet<RelationReason> = new Set([
  'leads to',
  'follows',
  'same matter',
  'part of',
  'contains',
])

/**
 * The stories related to one, each with the reason. First those of the same matter (`matterLinks`), then those that share rare names. At
 * most six, three of them on the matter; of the others no two from one sub-topic. Near copies are left out, because a merge is proposed
 * instead (`proposeMerges`). Returns nothing rather than filler.
 */
export function relate(pool: StoryPool, id: StoryId): Relation[] {
  const at = pool.stories.findIndex((story) => story.id === id)
  const story = pool.stories[at]
  if (!story) throw new Error(`Story ${id} is not in the pool: put it there to relate it`)
  const links = matterLinks(pool, at)
  const certain = links.filter(({ certainty, to }) => certainty >= isCertain && !isNearCopy(pool, at, to))
  const ofMatter = certain.slice(0, maxOfOneMatter)
  const others = byNames(pool, at).filter(
    ({ to }) => !certain.some((link) => link.to === to) && !isNearCopy(pool, at, to),
  )
  const topics = topicSimilarity(pool.likeness)
  const chosen: number[] = ofMatter.map(({ to }) => to)
  const kept = others.filter(({ to }) => {
    if (chosen.length >= maxRelated || chosen.some((known) => topics(known, to) >= sameSubTopic)) return false
    chosen.push(to)
    return true
  })
  return [
    ...ofMatter.map((link) => relation(pool, at, link.to, matterReason(story, pool.stories, link), link.certainty)),
    ...kept.map(({ to, reason, score }) => relation(pool, at, to, reason, score)),
  ]
}

function relation(pool: StoryPool, at: number, to: number, reason: RelationReason, score: number): Relation {
  const { id } = nth(pool.stories, to)
  return { id, reason, score: Math.round(score * 1000) / 1000, ...sharedTerms(pool, at, to) }
}

/** A few names and other words that two stories have in common, as the first one writes them. */
export function sharedTerms(pool: StoryPool, at: number, to: number): Pick<Relation, 'sharedNames' | 'sharedWords'> {
  const story = nth(pool.stories, at)
  const other = nth(pool.stories, to)
  const names = sharedNames(story, other).slice(0, shownNames)
  const inNames = new Set(story.entities.flatMap(({ name }) => name.toLowerCase().split(/\s+/)))
  const words = pool.likeness.sharedWords(at, to).filter((word) => !inNames.has(word.toLowerCase()))
  return { sharedNames: names, sharedWords: words.slice(0, shownWords) }
}

/** True when two stories are about the same event, and so not merely related. */
export function isNearCopy({ stories, likeness }: StoryPool, at: number, to: number): boolean {
  const [a, b] = [stories[at], stories[to]]
  return a !== undefined && b !== undefined && (haveCopies(a, b) || isSameEvent(a, b, likeness.of(at, to)))
}

/** `part of` if one story's time is within that of another many times its size; otherwise by which came first. */
export function matterReason(
  story: RelationSummary,
  stories: readonly RelationSummary[],
  { to, order }: MatterLink,
): RelationReason {
  const other = nth(stories, to)
  if (isWithin(story, other)) return 'part of'
  if (isWithin(other, story)) return 'contains'
  return order === 'earlier' ? 'leads to' : order === 'later' ? 'follows' : 'same matter'
}

function isWithin(small: RelationSummary, big: RelationSummary): boolean {
  const isMuchBigger = big.articleCount >= bigArticles && big.articleCount >= bigTimes * small.articleCount
  return isMuchBigger && big.firstAt <= small.firstAt && small.lastAt <= big.lastAt
}

type NameRelation = { readonly to: number; readonly reason: 'same people' | 'same place'; readonly score: number }

/** Stories of the same language that share names in few stories, the rarest first. */
function byNames(pool: StoryPool, at: number): NameRelation[] {
  const story = nth(pool.stories, at)
  return pool.stories
    .flatMap((other, to): NameRelation[] => {
      if (to === at || other.language !== story.language) return []
      const shared = story.entities.filter((entity) => other.entities.some(({ id }) => id === entity.id))
      if (shared.length === 0) return []
      const weightOf = (entities: typeof shared) => entities.reduce((sum, { id }) => sum + pool.rarityOf(id), 0)
      const people = shared.filter(({ kind }) => kind !== 'place')
      const places = shared.filter(({ kind }) => kind === 'place')
      const likeness = pool.likeness.of(at, to)
      const score = weightOf(shared) / 10 + likeness
      if (isEnough(people.length, weightOf(people))) return [{ to, reason: 'same people', score }]
      if (isEnough(places.length, weightOf(places)) && likeness >= 0.05) return [{ to, reason: 'same place', score }]
      return []
    })
    .sort((a, b) => b.score - a.score)
}

/** Two names, or one that is rare among stories. */
function isEnough(count: number, weight: number): boolean {
  return weight >= 1.2 || (count === 1 && weight >= 0.8)
}
