import type { StoryId } from '../core/ids.ts'
import type { Near } from './attach-singles.ts'
import { isFaint, likenessIn } from './crowd.ts'
import { createPostings } from './postings.ts'
import { timeDecay } from './time-decay.ts'
import type { Vector } from './vectorize.ts'
import type { WindowEntry } from './window-entry.ts'

/** Similarities below this are taken as 0: they would only slow the clustering. */
const minSimilarity = 0.06

/** A row of the window as the repair compares it. */
export type Item = {
  readonly row: WindowEntry
  readonly storyId: StoryId
  readonly atMs: number
  readonly vector: Vector
}

/** Cosine, less for the time between the two; 0 beyond the window. */
function similarity(a: Item, b: Item, cosine: number, windowMs: number): number {
  const gapMs = Math.abs(a.atMs - b.atMs)
  return gapMs > windowMs ? 0 : cosine * timeDecay(gapMs)
}

/** Visits the neighbors of an item: their number among all, and their similarity. */
export type Look = (item: Item, visit: (slot: number, score: number) => void) => void

/** Looks an item's neighbors up among all items, itself left out. */
export function lookAmong(items: readonly Item[], windowMs: number): Look {
  const postings = createPostings()
  for (const [slot, item] of items.entries()) postings.insert(slot, item.vector)
  const scores = new Float32Array(items.length)
  return (item, visit) => {
    postings.addTo(item.vector, scores)
    for (let slot = 0; slot < items.length; slot += 1) {
      const cosine = scores[slot] as number
      // Time only takes away: for most pairs it need not be asked.
      if (cosine < minSimilarity) continue
      const other = items[slot] as Item
      const score = similarity(item, other, cosine, windowMs)
      if (other !== item && score >= minSimilarity) visit(slot, score)
    }
    scores.fill(0)
  }
}

/**
 * Every pair of `chosen` that is near, from both sides, less for the crowd around the two. The crowd is counted among all items, whatever is chosen.
 */
export function compare(all: readonly Item[], chosen: readonly Item[], look: Look): Near {
  const numberOf = new Int32Array(all.length).fill(-1)
  const numbers = new Map(chosen.map((item, number) => [item, number]))
  for (const [slot, item] of all.entries()) numberOf[slot] = numbers.get(item) ?? -1
  const likeness = new Float64Array(chosen.length)
  const found = chosen.map((item, i) => {
    const others: number[] = []
    const scores: number[] = []
    let faint = 0
    look(item, (slot, score) => {
      if (isFaint(score)) faint += 1
      const other = numberOf[slot] as number
      if (other < 0) return
      others.push(other)
      scores.push(score)
    })
    likeness[i] = likenessIn(faint, all.length)
    return { others: Int32Array.from(others), scores: Float32Array.from(scores) }
  })
  for (const [i, { others, scores }] of found.entries())
    for (const [k, other] of others.entries())
      scores[k] = (scores[k] as number) * Math.sqrt((likeness[i] as number) * (likeness[other] as number))
  return (i) => {
    const { others, scores } = found[i] as (typeof found)[number]
    return Array.from(others, (other, k) => ({ other, score: scores[k] as number }))
  }
}
