import { nth } from '../core/nth.ts'
import { timeDecay } from './adjust-similarity.ts'
import { averageLink, type Neighbors } from './average-link.ts'
import type { WeighedRow } from './compare.ts'
import { createCounter } from './counter.ts'
import type { Vector } from './vectorize.ts'
import { countDocuments, weigherOf } from './weigh-rows.ts'

/** A group of at least this many documents may be a piece of a large story. No small event in our sets has as many. */
const largeFrom = 24
/**
 * Mean similarity at which a large group is joined with another, and how low it falls as groups grow. Two large events of one kind come
 * near 0.3. Where it is higher, more stories stay in pieces.
 */
const threshold = 0.36
const lowestThreshold = 0.2
/** A large group up to this size needs the whole threshold. */
const wholeThresholdUpTo = 32
/** Texts with fewer features need less: two headlines of nine words about one event share one or two. */
const longFeatures = 41.5
const shortness = 0.7
/** Links below this share of the threshold would only slow the grouping. */
const leastLink = 0.1
/** After each round the words of what was joined count as rarer, so that more may be joined. */
const maxRounds = 5

/**
 * Joins the pieces of large stories. When hundreds of articles report one event, its words are everywhere: counted by documents they weigh
 * almost nothing, and the articles are a crowd for each other. So after average link, groups near a large one are compared again, with each
 * word counted once for each group that has it, and without the crowd. Groups that are all small don't change. Changes `labels`.
 * @param all the rows in which words are counted; those not among `items` count by their current story
 * @param items what was grouped, in the order of `labels`
 */
export function joinLarge(
  all: readonly WeighedRow[],
  items: readonly WeighedRow[],
  labels: Int32Array,
  language: string,
): void {
  let groups = groupsOf(items, labels)
  if (!groups.some(isLarge)) return
  const places = new Map(items.map((item, place) => [item, place]))
  const placeOf = all.map((item) => places.get(item))
  const { isAlone } = countDocuments(all.map(({ row }) => row))
  for (let round = 0; round < maxRounds; round += 1) {
    const current = Map.groupBy(all.keys(), (slot) => {
      const place = placeOf[slot]
      return place === undefined ? nth(all, slot).storyId : nth(labels, place)
    })
    const countOf = countGroups(all, current.values())
    const weighAgain = weigherOf(current.size, { countOf, isAlone }, language)
    const sizes = groups.map(({ members }) => members.length)
    const joined = averageLink(linksOf(groups, weighAgain), 1, () => false, sizes)
    if (joined.every((group, number) => group === number)) return
    const labelAfter = new Map(groups.map(({ label }, number) => [label, nth(groups, nth(joined, number)).label]))
    for (const [place, label] of labels.entries()) labels[place] = labelAfter.get(label) ?? label
    groups = groupsOf(items, labels)
  }
}

type Group = { readonly label: number; readonly members: readonly WeighedRow[]; readonly atMs: number }

/** The groups without running pages, which connect nothing. */
function groupsOf(items: readonly WeighedRow[], labels: Int32Array): Group[] {
  const steady = items.flatMap((item, place) => (item.row.isRunning ? [] : [{ item, label: nth(labels, place) }]))
  return Array.from(
    Map.groupBy(steady, ({ label }) => label),
    ([label, found]) => {
      const members = found.map(({ item }) => item)
      return { label, members, atMs: members.reduce((sum, { atMs }) => sum + atMs, 0) / members.length }
    },
  )
}

type Weigher = (row: Vector) => Vector

/** In how many of the groups each feature is. */
function countGroups(all: readonly WeighedRow[], groups: Iterable<readonly number[]>): (feature: number) => number {
  const frequencies = createCounter()
  const lastGroupOf = new Map<number, number>()
  let number = 0
  for (const group of groups) {
    for (const slot of group)
      for (const feature of nth(all, slot).row.features) {
        if (lastGroupOf.get(feature) === number) continue
        lastGroupOf.set(feature, number)
        frequencies.increment(feature)
      }
    number += 1
  }
  return (feature) => frequencies.get(feature)
}

/** The mean similarity that a document in a group of this size needs. */
function thresholdOf(features: number, size: number): number {
  const ofSize = Math.max(lowestThreshold, threshold * Math.min(1, Math.sqrt(wholeThresholdUpTo / size)))
  return ofSize * Math.min(1, features / longFeatures) ** shortness
}

/** Visits the features of a group's members, each weight divided by what its document needs. */
function eachWeight({ members }: Group, weighAgain: Weigher, visit: (feature: number, weight: number) => void): void {
  for (const item of members) {
    const { features, weights } = weighAgain(item.row)
    const scale = 1 / Math.sqrt(thresholdOf(item.row.features.length, members.length))
    for (const [place, feature] of features.entries()) visit(feature, nth(weights, place) * scale)
  }
}

/** The groups near each group, with the sum over all pairs of their similarity as a share of the threshold. One of the two is large. */
function linksOf(groups: readonly Group[], weighAgain: Weigher): Neighbors[] {
  const large = Array.from(groups.keys()).filter((number) => isLarge(nth(groups, number)))
  const postings = postingsOf(
    large.map((number) => nth(groups, number)),
    weighAgain,
  )
  const links = groups.map(() => ({ others: [] as number[], scores: [] as number[] }))
  const link = (from: number, to: number, score: number) => {
    nth(links, from).others.push(to)
    nth(links, from).scores.push(score)
  }
  const sums = new Float64Array(large.length)
  for (const [number, group] of groups.entries()) {
    eachWeight(group, weighAgain, (feature, weight) => {
      for (const [at, own] of postings.get(feature) ?? []) sums[at] = nth(sums, at) + weight * own
    })
    for (const [at, other] of large.entries()) {
      const { atMs, members } = nth(groups, other)
      const score = nth(sums, at) * timeDecay(group.atMs - atMs)
      sums[at] = 0
      // Two large groups meet from both sides, and count once.
      const isSecond = other === number || (other > number && isLarge(group))
      if (isSecond || score < leastLink * group.members.length * members.length) continue
      link(number, other, score)
      link(other, number, score)
    }
  }
  return links.map(({ others, scores }) => ({ others: Int32Array.from(others), scores: Float64Array.from(scores) }))
}

function isLarge({ members }: Group): boolean {
  return members.length >= largeFrom
}

/** For each feature, the large groups that have it, by number, with the sum of its weights there. */
function postingsOf(large: readonly Group[], weighAgain: Weigher): ReadonlyMap<number, Map<number, number>> {
  const postings = new Map<number, Map<number, number>>()
  for (const [number, group] of large.entries())
    eachWeight(group, weighAgain, (feature, weight) => {
      const ofFeature = postings.get(feature) ?? new Map<number, number>()
      if (ofFeature.size === 0) postings.set(feature, ofFeature)
      ofFeature.set(number, (ofFeature.get(number) ?? 0) + weight)
    })
  return postings
}
