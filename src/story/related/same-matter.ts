import { nth } from '../../core/nth.ts'
import type { StoryPool } from '../story-pool.ts'
import type { RelationSummary } from './relation-summary.ts'

/** Which of two stories on one matter came first; `together` when they begin within six hours of each other. */
export type Order = 'earlier' | 'later' | 'together'

/** A story on the same matter as another, by index in the pool. */
export type MatterLink = {
  readonly to: number
  readonly order: Order
  /** Cosine of the words. */
  readonly likeness: number
  /** Probability that both are on one matter, 0 to 1. */
  readonly certainty: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const togetherHours = 6
const nearest = 12
const compared = 6
const crowd = 4
const leastLikeness = 0.1

/** Certain enough to say that one story leads to another. */
export const isCertain = 0.75

/** Features that decide whether two stories are on one matter, in the order of `weights`. */
export const featureNames = [
  'constant',
  'likeness',
  'titles',
  'ourCrowd',
  'theirCrowd',
  'isOurFirst',
  'isTheirFirst',
  'gap',
] as const

/**
 * Logistic regression learned on one half of the stories of AllSides (by hash of the name), each cut in two by date, among the stories of
 * ten days around and among all. Measured on the other half; `lab/eval/related/learn.ts` learns it again.
 */
const weights: readonly number[] = [-4.61, 8.24, 4.08, -4.37, -6.02, 1.74, 1.77, -0.42]

/**
 * The stories most likely on one matter with another, most certain first. Similar words are not enough: the two must also be much more
 * similar than each is to its fourth most similar story (as in cross-domain similarity local scaling, Conneau et al. 2018), or be each
 * other's nearest before or after it.
 */
export function matterLinks(pool: StoryPool, at: number): MatterLink[] {
  return matterCandidates(pool, at)
    .map(({ features, ...link }) => {
      const z = features.reduce((sum, feature, index) => sum + feature * (weights[index] as number), 0)
      return { ...link, certainty: 1 / (1 + Math.exp(-z)) }
    })
    .sort((a, b) => b.certainty - a.certainty)
}

/** The few stories most similar to one, each with its features. */
export function matterCandidates(
  pool: StoryPool,
  at: number,
): (Omit<MatterLink, 'certainty'> & { readonly features: readonly number[] })[] {
  const { stories, likeness } = pool
  const story = stories[at]
  if (!story) throw new RangeError(`There is no story ${at} among ${stories.length}`)
  const row = likeness.row(at)
  const near = nearestOf(pool, at, row)
  const candidates = near.slice(0, compared).filter((to) => (row[to] as number) >= leastLikeness)
  return candidates.map((to) => {
    const other = nth(stories, to)
    const back = likeness.row(to)
    const theirNear = nearestOf(pool, to, back)
    const order = orderOf(story, other)
    const features = [
      1,
      row[to] as number,
      likeness.ofTitles(at, to),
      crowdOf(near, to, row),
      crowdOf(theirNear, at, back),
      isFirst(pool, at, near, to, order),
      isFirst(pool, to, theirNear, at, turned(order)),
      Math.min(3, Math.log1p(daysBetween(story, other))),
    ]
    return { to, order, likeness: row[to] as number, features }
  })
}

/** The most similar stories of the same language, nearest first. */
function nearestOf({ stories }: StoryPool, at: number, row: Float64Array): number[] {
  const language = stories[at]?.language
  const found: number[] = []
  let least = 0.05
  for (let other = 0; other < row.length; other++) {
    const score = row[other] as number
    if (score <= least || other === at || stories[other]?.language !== language) continue
    let place = found.length
    while (place > 0 && (row[found[place - 1] as number] as number) < score) place--
    found.splice(place, 0, other)
    if (found.length > nearest) found.pop()
    if (found.length === nearest) least = row[found[nearest - 1] as number] as number
  }
  return found
}

function crowdOf(near: readonly number[], except: number, row: Float64Array): number {
  const fourth = near.filter((other) => other !== except)[crowd - 1]
  return fourth === undefined ? 0 : (row[fourth] as number)
}

function isFirst({ stories }: StoryPool, at: number, near: readonly number[], to: number, order: Order): number {
  const story = nth(stories, at)
  return near.find((other) => orderOf(story, nth(stories, other)) === order) === to ? 1 : 0
}

/** Whether `other` is earlier or later than `story`. */
function orderOf(story: RelationSummary, other: RelationSummary): Order {
  const apart = Date.parse(other.firstAt) - Date.parse(story.firstAt)
  if (!(Math.abs(apart) >= togetherHours * HOUR_MS)) return 'together'
  return apart < 0 ? 'earlier' : 'later'
}

function turned(order: Order): Order {
  return order === 'earlier' ? 'later' : order === 'later' ? 'earlier' : 'together'
}

/** Days from the end of one to the beginning of the other; 0 when they overlap. */
function daysBetween(a: RelationSummary, b: RelationSummary): number {
  const gap = Math.max(Date.parse(b.firstAt) - Date.parse(a.lastAt), Date.parse(a.firstAt) - Date.parse(b.lastAt))
  return Math.max(0, gap / DAY_MS)
}
