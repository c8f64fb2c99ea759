import { nth } from '../../core/nth.ts'
/** Indexes of the same key in both lists. */
export type Pair = readonly [before: number, after: number]

/**
 * Pairs equal keys of two lists in the same order: the common beginning and end, then keys that occur once in each list, by their longest
 * ascending run, and the same again between those (patience diff, Bram Cohen 2003). Short remaining gaps are aligned key by key. Cost grows
 * with the sum of the lengths times its logarithm.
 */
export function pairInOrder(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  const waiting: (readonly [number, number, number, number])[] = [[0, before.length, 0, after.length]]
  for (let gap = waiting.pop(); gap; gap = waiting.pop()) {
    let [a, aEnd, b, bEnd] = gap
    while (a < aEnd && b < bEnd && before[a] === after[b]) pairs.push([a++, b++])
    while (a < aEnd && b < bEnd && before[aEnd - 1] === after[bEnd - 1]) pairs.push([--aEnd, --bEnd])
    if (a === aEnd || b === bEnd) continue
    const anchors = longestRun(uniqueInBoth(before, a, aEnd, after, b, bEnd))
    if (anchors.length === 0) {
      pairs.push(...commonKeys(before, a, aEnd, after, b, bEnd))
      continue
    }
    for (const [nextA, nextB] of [...anchors, [aEnd, bEnd] as const]) {
      waiting.push([a, nextA, b, nextB])
      a = nextA
      b = nextB
    }
  }
  return pairs.toSorted((one, other) => one[0] - other[0])
}

function uniqueInBoth(
  before: readonly string[],
  a: number,
  aEnd: number,
  after: readonly string[],
  b: number,
  bEnd: number,
) {
  const places = (list: readonly string[], from: number, to: number) => {
    const found = new Map<string, number>()
    for (let at = from; at < to; at++) found.set(nth(list, at), found.has(nth(list, at)) ? -1 : at)
    return found
  }
  const inAfter = places(after, b, bEnd)
  return [...places(before, a, aEnd)].flatMap(([key, at]): Pair[] => {
    const other = inAfter.get(key) ?? -1
    return at < 0 || other < 0 ? [] : [[at, other]]
  })
}

/** The longest run of pairs that ascends in both lists; pairs are in the order of the first list (patience sorting). */
function longestRun(pairs: readonly Pair[]): readonly Pair[] {
  const tops: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, after], index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (nth(pairs, tops[middle]!)[1] < after) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? tops[low - 1]! : -1
    tops[low] = index
  })
  const run: Pair[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(nth(pairs, at))
  return run.reverse()
}

/** In a larger table, repeated keys are not worth aligning. */
const mostCells = 40_000

/** The longest common subsequence of two short runs without a unique common key. */
function commonKeys(
  before: readonly string[],
  a: number,
  aEnd: number,
  after: readonly string[],
  b: number,
  bEnd: number,
) {
  const [rows, columns] = [aEnd - a, bEnd - b]
  const pairs: Pair[] = []
  if (rows * columns > mostCells) return pairs
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[a + i] === after[b + j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  for (let i = 0, j = 0; i < rows && j < columns; )
    if (before[a + i] === after[b + j]) pairs.push([a + i++, b + j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  return pairs
}
