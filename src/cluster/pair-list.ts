import { nth } from '../core/nth.ts'
import type { Neighbors } from './average-link.ts'

/** Neighbors whose similarities may be changed in place. */
export type Links = Neighbors & { readonly scores: Float32Array }

/** The links of items, added item by item, in two arrays: 8 bytes a link, and no object for each item until all are there. */
export type PairList = {
  readonly count: number
  /** The first `count` of these are the links of the next item. */
  add(others: Int32Array, scores: Float32Array, count: number): void
  /** Removes links below this similarity. */
  drop(floor: number): void
  /** In how many links the similarity is within each of `steps` steps from `from` on; higher ones are in the last. */
  histogram(from: number, step: number, steps: number): Float64Array
  /** The links of each item, as views. */
  rows(): Links[]
  /** The same where each pair was added once, by the later of the two items: the links of each item with all others. */
  bothSides(): Links[]
}

/** Makes an empty list, which never grows beyond `most` links and those of one item. */
export function createPairList(most: number): PairList {
  let others = new Int32Array(1024)
  let scores = new Float32Array(1024)
  let starts = new Int32Array(1024)
  let items = 0
  let end = 0

  function makeRoom(count: number): void {
    if (items + 2 > starts.length) starts = grown(starts, new Int32Array(starts.length * 2))
    if (end + count <= others.length) return
    const length = Math.max(end + count, Math.min(others.length * 2, most))
    others = grown(others, new Int32Array(length))
    scores = grown(scores, new Float32Array(length))
  }

  const startOf = (item: number) => starts[item] as number
  const views = (ofOthers: Int32Array, ofScores: Float32Array, from: Int32Array): Links[] =>
    Array.from({ length: items }, (_, item) => ({
      others: ofOthers.subarray(from[item], from[item + 1]),
      scores: ofScores.subarray(from[item], from[item + 1]),
    }))

  return {
    get count() {
      return end
    },
    add(more, moreScores, count) {
      makeRoom(count)
      others.set(more.subarray(0, count), end)
      scores.set(moreScores.subarray(0, count), end)
      end += count
      items += 1
      starts[items] = end
    },
    drop(floor) {
      let kept = 0
      let read = 0
      for (let item = 0; item < items; item += 1) {
        for (const stop = startOf(item + 1); read < stop; read += 1) {
          if ((scores[read] as number) < floor) continue
          others[kept] = others[read] as number
          scores[kept++] = scores[read] as number
        }
        starts[item + 1] = kept
      }
      end = kept
    },
    histogram(from, step, steps) {
      const counts = new Float64Array(steps)
      for (let link = 0; link < end; link += 1) {
        const at = Math.min(steps - 1, Math.floor(((scores[link] as number) - from) / step))
        counts[at] = (counts[at] as number) + 1
      }
      return counts
    },
    rows: () => views(others, scores, starts),
    bothSides() {
      const from = new Int32Array(items + 1)
      for (let item = 0; item < items; item += 1) {
        from[item + 1] = nth(from, item + 1) + startOf(item + 1) - startOf(item)
        for (let link = startOf(item); link < startOf(item + 1); link += 1) {
          const other = others[link] as number
          from[other + 1] = (from[other + 1] as number) + 1
        }
      }
      for (let item = 0; item < items; item += 1) from[item + 1] = nth(from, item + 1) + nth(from, item)
      const ends = from.slice()
      const allOthers = new Int32Array(end * 2)
      const allScores = new Float32Array(end * 2)
      const put = (item: number, other: number, score: number) => {
        const at = ends[item] as number
        allOthers[at] = other
        allScores[at] = score
        ends[item] = at + 1
      }
      for (let item = 0; item < items; item += 1)
        for (let link = startOf(item); link < startOf(item + 1); link += 1) {
          put(item, others[link] as number, scores[link] as number)
          put(others[link] as number, item, scores[link] as number)
        }
      return views(allOthers, allScores, from)
    },
  }
}

function grown<Numbers extends Int32Array | Float32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old)
  return larger
}
