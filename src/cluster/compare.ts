import type { StoryId } from '../core/ids.ts'
import { hasCrowd, isFaint, similarityFactor, timeDecay } from './adjust-similarity.ts'
import type { Neighbors } from './average-link.ts'
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

/** Cosine, reduced by the time between the two; 0 beyond the window. */
function similarity(a: WeighedRow, b: WeighedRow, cosine: number, windowMs: number): number {
  const gapMs = Math.abs(a.atMs - b.atMs)
  return gapMs > windowMs ? 0 : cosine * timeDecay(gapMs)
}

/** Visits an item's neighbors with their index and similarity. */
export type VisitNeighbors = (item: WeighedRow, visit: (slot: number, score: number) => void) => void

/** Looks up an item's neighbors among all items, without itself. */
export function neighborsAmong(items: readonly WeighedRow[], windowMs: number): VisitNeighbors {
  const postings = createPostings()
  for (const [slot, item] of items.entries()) postings.insert(slot, item.vector)
  const scores = new Float32Array(items.length)
  return (item, visit) => {
    postings.addTo(item.vector, scores)
    for (let slot = 0; slot < items.length; slot += 1) {
      const cosine = scores[slot] as number
      // Time can only reduce the similarity, so most pairs don't need the check.
      if (cosine < minSimilarity) continue
      const other = items[slot] as WeighedRow
      const score = similarity(item, other, cosine, windowMs)
      if (other !== item && score >= minSimilarity) visit(slot, score)
    }
    scores.fill(0)
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
 * chosen. If there are more than `mostPairs` (8 bytes each), items with many neighbors are left out until there are not.
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

/** The pairs of `items`, unless there are more than `mostPairs`, and how many each item has. */
function pairsOf(all: readonly WeighedRow[], items: readonly WeighedRow[], look: VisitNeighbors, mostPairs: number) {
  const numbers = new Map(items.map((item, number) => [item, number]))
  const numberOf = Int32Array.from(all, (item) => numbers.get(item) ?? -1)
  const likeness = new Float64Array(items.length)
  const degrees = new Int32Array(items.length)
  const others = new Int32Array(items.length)
  const scores = new Float32Array(items.length)
  /** Fills `others` and `scores`. Returns their number, and how much similarity counts for the item. */
  const gather = (item: WeighedRow) => {
    let [faint, count] = [0, 0]
    look(item, (slot, score) => {
      if (isFaint(score)) faint += 1
      const other = numberOf[slot] as number
      if (other < 0) return
      others[count] = other
      scores[count++] = score
    })
    return { count, own: hasCrowd(item.row.features.length) ? similarityFactor(faint, all.length) : 1 }
  }
  const copyOf = (count: number) => ({ others: others.slice(0, count), scores: scores.slice(0, count) })
  const lessen = (own: number, row: ReturnType<typeof copyOf>) => {
    for (const [k, other] of row.others.entries())
      row.scores[k] = (row.scores[k] as number) * Math.sqrt(own * (likeness[other] as number))
    return row
  }

  let links: ReturnType<typeof copyOf>[] = []
  let pairs = 0
  for (const [i, item] of items.entries()) {
    const { count, own } = gather(item)
    likeness[i] = own
    degrees[i] = count
    pairs += count
    if (pairs <= mostPairs) links.push(copyOf(count))
    else links = []
  }
  if (pairs > mostPairs) return { degrees }
  for (const [i, row] of links.entries()) lessen(likeness[i] as number, row)
  const linksOf = (leftOut: WeighedRow) => {
    const { count, own } = gather(leftOut)
    return lessen(own, copyOf(count))
  }
  return { degrees, compared: { items, links, linksOf } satisfies Comparison }
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
