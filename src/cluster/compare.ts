import type { StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { hasCrowd, isFaint, similarityFactor, timeDecay } from './adjust-similarity.ts'
import type { Neighbors } from './average-link.ts'
import { createPairList, type Links, type PairList } from './pair-list.ts'
import { createPostings } from './postings.ts'
import type { Vector } from './vectorize.ts'
import type { WindowEntry } from './window-entry.ts'

/** Lower similarities count as 0: they would only slow the clustering. */
const minSimilarity = 0.06

/** A row of the window, prepared for comparison. */
export type WeighedRow = {
  readonly row: WindowEntry
  readonly storyId: StoryId
  readonly atMs: number
  readonly vector: Vector
}

/** Visits an item's neighbors with their index and similarity. With `before`, only those with a lower index. */
export type VisitNeighbors = (item: WeighedRow, visit: (slot: number, score: number) => void, before?: number) => void

/** Looks up an item's neighbors among all items, without itself. */
export function neighborsAmong(items: readonly WeighedRow[], windowMs: number): VisitNeighbors {
  const postings = createPostings()
  for (const [slot, item] of items.entries()) postings.insert(slot, item.vector)
  const scores = new Float32Array(items.length)
  const times = Float64Array.from(items, ({ atMs }) => atMs)
  return (item, visit, before) => {
    if (before === undefined) postings.addTo(item.vector, scores)
    else postings.addEarlierTo(item.vector, scores, before)
    const end = before ?? items.length
    for (let slot = 0; slot < end; slot += 1) {
      const cosine = scores[slot] as number
      // Time can only reduce the similarity, so most pairs don't need the check.
      if (cosine < minSimilarity) continue
      const gapMs = Math.abs(item.atMs - (times[slot] as number))
      if (gapMs > windowMs) continue
      const score = cosine * timeDecay(gapMs)
      if (score >= minSimilarity && items[slot] !== item) visit(slot, score)
    }
    scores.fill(0, 0, end)
  }
}

/** The items compared, their neighbors, and their neighbors among the items left out. */
export type Comparison = {
  readonly items: readonly WeighedRow[]
  readonly links: readonly Neighbors[]
  readonly linksOf: (leftOut: WeighedRow) => Neighbors
}

/**
 * All similar pairs of `chosen`, from both sides, reduced by the crowd around the two. The crowd is counted among all items, whatever is
 * chosen. If there are more than `mostPairs` (8 bytes each), the faintest are left out; if that is not enough, items with many neighbors.
 */
export function compare(
  all: readonly WeighedRow[],
  chosen: readonly WeighedRow[],
  look: VisitNeighbors,
  mostPairs: number,
): Comparison {
  for (let items = chosen; ; ) {
    const { compared, degrees } = pairsOf(all, items, look, mostPairs)
    if (compared) return compared
    const isKept = thinOut(degrees, mostPairs)
    items = items.filter((_, i) => isKept(i))
  }
}

/** Where there are too many pairs, those below a similarity of at most this are left out: far from what makes a story. */
const highestFloor = 0.12
const floorStep = 0.01
/** So much room is made that most windows need it once. */
const roomLeft = 0.7
/** The floor when even this leaves too many pairs. */
const tooMany = Number.POSITIVE_INFINITY

/** The pairs of `items`, unless there are more than `mostPairs`, and how many each item has. */
function pairsOf(all: readonly WeighedRow[], items: readonly WeighedRow[], look: VisitNeighbors, mostPairs: number) {
  // Where all are compared, each pair is looked up once, from the later of the two.
  const isAll = items === all
  const most = isAll ? mostPairs / 2 : mostPairs
  const numbers = new Map(items.map((item, number) => [item, number]))
  const numberOf = Int32Array.from(all, (item) => numbers.get(item) ?? -1)
  const faint = new Int32Array(items.length)
  const degrees = new Int32Array(items.length)
  const others = new Int32Array(items.length)
  const scores = new Float32Array(items.length)
  const pairs = createPairList(most)
  let floor = minSimilarity
  for (const [i, item] of items.entries()) {
    let count = 0
    const visit = (slot: number, score: number) => {
      const other = numberOf[slot] as number
      if (isFaint(score)) {
        faint[i] = (faint[i] as number) + 1
        if (isAll) faint[other] = (faint[other] as number) + 1
      }
      if (other < 0) return
      degrees[i] = (degrees[i] as number) + 1
      if (isAll) degrees[other] = (degrees[other] as number) + 1
      if (score < floor) return
      others[count] = other
      scores[count++] = score
    }
    look(item, visit, isAll ? i : undefined)
    if (floor === tooMany) continue
    pairs.add(others, scores, count)
    if (pairs.count <= most) continue
    floor = floorFor(pairs, most * roomLeft)
    pairs.drop(floor)
  }
  if (floor === tooMany) return { degrees }

  const likenessOf = (item: WeighedRow, crowd: number) =>
    hasCrowd(item.row.features.length) ? similarityFactor(crowd, all.length) : 1
  const likeness = Float64Array.from(items, (item, i) => likenessOf(item, nth(faint, i)))
  const lessen = (own: number, links: Links) => {
    for (const [k, other] of links.others.entries())
      links.scores[k] = (links.scores[k] as number) * Math.sqrt(own * (likeness[other] as number))
    return links
  }
  const links = isAll ? pairs.bothSides() : pairs.rows()
  for (const [i, each] of links.entries()) lessen(nth(likeness, i), each)
  const linksOf = (leftOut: WeighedRow) => {
    let [crowd, count] = [0, 0]
    look(leftOut, (slot, score) => {
      if (isFaint(score)) crowd += 1
      const other = numberOf[slot] as number
      if (other < 0) return
      others[count] = other
      scores[count++] = score
    })
    return lessen(likenessOf(leftOut, crowd), { others: others.slice(0, count), scores: scores.slice(0, count) })
  }
  return { degrees, compared: { items, links, linksOf } satisfies Comparison }
}

/** The least similarity from which on there are at most so many links, or `tooMany`. */
function floorFor(pairs: PairList, most: number): number {
  const steps = Math.round((highestFloor - minSimilarity) / floorStep) + 1
  let left = pairs.count
  for (const [step, count] of pairs.histogram(minSimilarity, floorStep, steps).entries()) {
    if (left <= most) return minSimilarity + step * floorStep
    left -= count
  }
  return tooMany
}

/**
 * Chooses which items to compare when all of them have too many pairs: every second, third or tenth of those with many neighbors, evenly,
 * and all others. About `mostPairs` are left at most, and at least one item is left out.
 * @param degrees the number of neighbors of each item; together more than `mostPairs`
 */
export function thinOut(degrees: Int32Array, mostPairs: number): (item: number) => boolean {
  const most = levelOf(degrees, mostPairs)
  let due = 0
  const isKept = Uint8Array.from(degrees, (degree) => {
    due += degree > most ? most / degree : 1
    if (due < 1) return 0
    due -= 1
    return 1
  })
  return (item) => isKept[item] === 1
}

/** The cap on degrees at which they sum to `total`. */
function levelOf(degrees: Int32Array, total: number): number {
  let left = total
  for (const [i, degree] of degrees.toSorted().entries()) {
    const share = left / (degrees.length - i)
    if (degree > share) return share
    left -= degree
  }
  return Number.POSITIVE_INFINITY
}
