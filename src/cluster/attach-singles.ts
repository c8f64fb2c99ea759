import type { Neighbors } from './average-link.ts'

/** The documents near a document, with their scores, without itself. */
export type Near = (document: number) => readonly { readonly other: number; readonly score: number }[]

export function nearIn({ others, scores }: Neighbors): ReturnType<Near> {
  return Array.from(others, (other, k) => ({ other, score: scores[k] as number }))
}

/** A document that is alone joins a cluster from this mean similarity with the nearest members on. */
export const attachFloor = 0.13
/** How many times nearer the best cluster must be than the next: in a dense stream, a text that fits two stories fits neither. */
const attachMargin = 1.3
/** Two documents that are alone, each the other's nearest, make a cluster from this similarity on. */
const pairFloor = 0.16
/** The same two figures for a pair. Its cluster must be further ahead, because the pair already has company. */
const pairAttachFloor = 0.12
const pairMargin = 1.8
/** How many of the nearest members count. */
const nearestMembers = 3
/** Each round may bring a document within reach of the next; few need more than two. */
const maxRounds = 3

export function countLabels(labels: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return sizes
}

type Lean = { readonly label: number; readonly mean: number }

/** How near a document is to each other cluster of at least `least` documents: the mean over the nearest members. */
function leansOf(
  document: number,
  labels: Int32Array,
  sizes: ReadonlyMap<number, number>,
  near: Near,
  least: number,
): Lean[] {
  const scoresOf = new Map<number, number[]>()
  for (const { other, score } of near(document)) {
    const label = labels[other] as number
    if (label === labels[document] || (sizes.get(label) ?? 0) < least) continue
    const scores = scoresOf.get(label)
    if (scores) scores.push(score)
    else scoresOf.set(label, [score])
  }
  return [...scoresOf].map(([label, scores]) => {
    const count = Math.min(nearestMembers, sizes.get(label) as number)
    const nearest = scores.sort((a, b) => b - a).slice(0, count)
    // A member that shares nothing counts as 0, so that one similar text in a large cluster is not enough.
    return { label, mean: nearest.reduce((sum, score) => sum + score, 0) / count }
  })
}

/** The nearest cluster, if it is near enough and clearly ahead of the next. */
function clearBest(leans: readonly Lean[], floor: number, margin: number): number | undefined {
  const [best, second] = leans.toSorted((a, b) => b.mean - a.mean)
  if (best === undefined || best.mean < floor || best.mean < margin * (second?.mean ?? 0)) return undefined
  return best.label
}

/** For each document that is alone, the nearest other one. */
function nearestSingles(labels: Int32Array, near: Near): Map<number, number> {
  const sizes = countLabels(labels)
  const isSingle = (document: number) => sizes.get(labels[document] as number) === 1
  const nearest = new Map<number, number>()
  for (let i = 0; i < labels.length; i += 1) {
    if (!isSingle(i)) continue
    const found = near(i).filter(({ other, score }) => score >= pairFloor && isSingle(other))
    const best = found.reduce<(typeof found)[number] | undefined>(
      (a, b) => (a && a.score >= b.score ? a : b),
      undefined,
    )
    if (best) nearest.set(i, best.other)
  }
  return nearest
}

/**
 * Places the documents that average link leaves alone. A text with an unusual angle (the night in the sports hall) is far from most members
 * of its story and near to a few. The mean over all members would always keep it out, so the few nearest decide. Of those still alone, two
 * that are each other's nearest become a pair, because with two texts on an event there is no third to connect them. Clusters of three or
 * more stay whole. Changes `labels`.
 */
export function attachSingles(labels: Int32Array, near: Near): void {
  settleSingles(labels, near)
  settlePairs(labels, near)
  settleSingles(labels, near)
  const nearest = nearestSingles(labels, near)
  for (const [a, b] of nearest) if (a < b && nearest.get(b) === a) labels[b] = labels[a] as number
}

function settleSingles(labels: Int32Array, near: Near): void {
  for (let round = 0; round < maxRounds; round += 1) {
    const sizes = countLabels(labels)
    // All are decided before any moves, so the order of documents makes no difference.
    const decided = labels.map((label, i) =>
      sizes.get(label) === 1
        ? (clearBest(leansOf(i, labels, sizes, near, 2), attachFloor, attachMargin) ?? label)
        : label,
    )
    if (decided.every((label, i) => label === labels[i])) break
    labels.set(decided)
  }
}

/** Two side articles on one event form a pair that stays apart: move it to the cluster that both are near. */
function settlePairs(labels: Int32Array, near: Near): void {
  const sizes = countLabels(labels)
  const before = Int32Array.from(labels)
  for (const [, members] of Map.groupBy(before.keys(), (i) => before[i] as number)) {
    const [a, b] = members
    if (members.length !== 2 || a === undefined || b === undefined) continue
    const leansOfB = new Map(leansOf(b, before, sizes, near, 3).map(({ label, mean }) => [label, mean]))
    const both = leansOf(a, before, sizes, near, 3).map(({ label, mean }) => ({
      label,
      mean: (mean + (leansOfB.get(label) ?? 0)) / 2,
    }))
    const label = clearBest(both, pairAttachFloor, pairMargin)
    if (label !== undefined) for (const i of members) labels[i] = label
  }
}

/** Puts each of the `aside` (running pages) into its nearest group, independently of each other. */
export function attachAside(labels: Int32Array, aside: readonly number[], near: Near): void {
  if (aside.length === 0) return
  const sizes = countLabels(labels)
  for (const each of aside) sizes.delete(labels[each] as number)
  const places = aside.map((each) => clearBest(leansOf(each, labels, sizes, near, 1), attachFloor, 1))
  for (const [i, each] of aside.entries()) labels[each] = places[i] ?? (labels[each] as number)
}
