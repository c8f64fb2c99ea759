import type { Vector } from './vectorize.ts'

/**
 * Blocks of 1, 2, 4, 8… pairs of an integer and a weight, cut from large typed arrays and reused: 8 bytes a pair, and no object for each of
 * a million short lists.
 */
type BlockPool = {
  /** Returns the place of a block of `1 << size` pairs. Its contents are left over from earlier use. */
  take(size: number): number
  giveBack(place: number, size: number): void
  /** The arrays of a block, which begins at `offsetOf(place)` and never continues in the next array. */
  numbersAt(place: number): Int32Array
  weightsAt(place: number): Float32Array
}

const chunkBits = 16
const chunkLength = 1 << chunkBits

/** Where a block begins within its arrays. */
function offsetOf(place: number): number {
  return place & (chunkLength - 1)
}

function createBlockPool(): BlockPool {
  const numbers: Int32Array[] = []
  const weights: Float32Array[] = []
  /** The places of free blocks, by size. */
  const free: number[][] = []
  let end = chunkLength

  function addChunk(length: number): number {
    numbers.push(new Int32Array(length))
    weights.push(new Float32Array(length))
    return (numbers.length - 1) << chunkBits
  }

  /** Cuts the rest of the last array into blocks, largest first. */
  function useUp(chunk: number): void {
    for (let size = chunkBits - 1; size >= 0; size -= 1) {
      if (chunkLength - end < 1 << size) continue
      giveBack((chunk << chunkBits) + end, size)
      end += 1 << size
    }
  }

  let current = -1
  function giveBack(place: number, size: number): void {
    const places = free[size]
    if (places) places.push(place)
    else free[size] = [place]
  }

  return {
    take(size) {
      const known = free[size]?.pop()
      if (known !== undefined) return known
      // A list longer than an array gets its own.
      if (size >= chunkBits) return addChunk(1 << size)
      if (end + (1 << size) > chunkLength) {
        if (current >= 0) useUp(current)
        current = addChunk(chunkLength) >> chunkBits
        end = 0
      }
      const place = (current << chunkBits) + end
      end += 1 << size
      return place
    },
    giveBack,
    numbersAt: (place) => numbers[place >> chunkBits] as Int32Array,
    weightsAt: (place) => weights[place >> chunkBits] as Float32Array,
  }
}

/** An inverted index: for each feature, the slots of documents that have it, and its weight. */
export type Postings = {
  /** Weights of 0 are left out. */
  insert(slot: number, vector: Vector): void
  /** Removes what `insert` added for the same slot and vector; fastest for the oldest slots. */
  remove(slot: number, vector: Vector): void
  /**
   * Adds the dot product of `vector` with each indexed document to `scores`, by slot. Doesn't return which documents matched: most do, and
   * the caller reads all scores.
   */
  addTo(vector: Vector, scores: Float32Array): void
  /** The same with documents in slots below `before`; slots must have been inserted in ascending order. */
  addEarlierTo(vector: Vector, scores: Float32Array, before: number): void
  readonly entryCount: number
}

const startBits = 10

/**
 * Makes an empty index. The list of a feature is contiguous and in insertion order, so that it is read straight through memory. Features
 * are found by open addressing in typed arrays.
 */
export function createPostings(): Postings {
  const pool = createBlockPool()
  let keys = new Int32Array(1 << startBits)
  let places = new Int32Array(keys.length)
  let counts = new Int32Array(keys.length)
  /** The list of a feature has room for `1 << size` entries. */
  let sizes = new Uint8Array(keys.length)
  let keyCount = 0
  let entryCount = 0

  function homeOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (keys.length - 1)
  }

  /** The position of a feature, or where it would be inserted. A present feature has a count above 0. */
  function find(key: number): number {
    const mask = keys.length - 1
    let at = homeOf(key)
    while (counts[at] !== 0 && keys[at] !== key) at = (at + 1) & mask
    return at
  }

  function grow(): void {
    const old = { keys, places, counts, sizes }
    keys = new Int32Array(old.keys.length * 2)
    places = new Int32Array(keys.length)
    counts = new Int32Array(keys.length)
    sizes = new Uint8Array(keys.length)
    for (let i = 0; i < old.keys.length; i += 1) if (old.counts[i] !== 0) copyKey(old, i, find(old.keys[i] as number))
  }

  function copyKey(
    from: { keys: Int32Array; places: Int32Array; counts: Int32Array; sizes: Uint8Array },
    i: number,
    to: number,
  ) {
    keys[to] = from.keys[i] as number
    places[to] = from.places[i] as number
    counts[to] = from.counts[i] as number
    sizes[to] = from.sizes[i] as number
  }

  /** Closes the gap left by a feature, so that those after it are still found (Knuth, 6.4, algorithm R). */
  function forget(at: number): void {
    const mask = keys.length - 1
    let gap = at
    for (let i = (at + 1) & mask; counts[i] !== 0; i = (i + 1) & mask) {
      const home = homeOf(keys[i] as number)
      if (((i - home) & mask) < ((i - gap) & mask)) continue
      copyKey({ keys, places, counts, sizes }, i, gap)
      gap = i
    }
    counts[gap] = 0
    keyCount -= 1
  }

  function resize(at: number, size: number): void {
    const from = places[at] as number
    const to = pool.take(size)
    const count = counts[at] as number
    const start = offsetOf(from)
    pool.numbersAt(to).set(pool.numbersAt(from).subarray(start, start + count), offsetOf(to))
    pool.weightsAt(to).set(pool.weightsAt(from).subarray(start, start + count), offsetOf(to))
    pool.giveBack(from, sizes[at] as number)
    places[at] = to
    sizes[at] = size
  }

  function append(feature: number, slot: number, weight: number): void {
    let at = find(feature)
    const count = counts[at] as number
    if (count === 0) {
      if (keyCount * 3 >= keys.length * 2) {
        grow()
        at = find(feature)
      }
      keyCount += 1
      keys[at] = feature
      sizes[at] = 0
      places[at] = pool.take(0)
    } else if (count === 1 << (sizes[at] as number)) resize(at, (sizes[at] as number) + 1)
    const place = places[at] as number
    pool.numbersAt(place)[offsetOf(place) + count] = slot
    pool.weightsAt(place)[offsetOf(place) + count] = weight
    counts[at] = count + 1
    entryCount += 1
  }

  function takeOut(feature: number, slot: number): void {
    const at = find(feature)
    const count = counts[at] as number
    const place = places[at] as number
    const start = offsetOf(place)
    const end = start + count
    const numbers = pool.numbersAt(place)
    let entry = start
    while (entry < end && numbers[entry] !== slot) entry += 1
    if (entry === end) return
    numbers.copyWithin(entry, entry + 1, end)
    pool.weightsAt(place).copyWithin(entry, entry + 1, end)
    entryCount -= 1
    counts[at] = count - 1
    const size = sizes[at] as number
    if (count === 1) {
      pool.giveBack(place, size)
      forget(at)
    } else if (size > 1 && count - 1 <= 1 << (size - 2)) resize(at, size - 1)
  }

  /** How many slots of a feature's list are below `before`. */
  function countBefore(at: number, before: number): number {
    const place = places[at] as number
    const slots = pool.numbersAt(place)
    const start = offsetOf(place)
    let [low, high] = [start, start + (counts[at] as number)]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((slots[middle] as number) < before) low = middle + 1
      else high = middle
    }
    return low - start
  }

  /**
   * Adds one feature's list to the scores. A separate function, so that the arrays are looked up once per list. It doesn't record what it
   * found: that halves the time, because the loop has no unpredictable branch.
   */
  function walk(at: number, weight: number, scores: Float32Array, count: number): void {
    const place = places[at] as number
    const [slots, weights] = [pool.numbersAt(place), pool.weightsAt(place)]
    const end = offsetOf(place) + count
    for (let entry = offsetOf(place); entry < end; entry += 1) {
      const slot = slots[entry] as number
      scores[slot] = (scores[slot] as number) + weight * (weights[entry] as number)
    }
  }

  return {
    insert(slot, { features, weights }) {
      for (let i = 0; i < features.length; i += 1)
        if (weights[i] !== 0) append(features[i] as number, slot, weights[i] as number)
    },
    remove(slot, { features, weights }) {
      for (let i = 0; i < features.length; i += 1) if (weights[i] !== 0) takeOut(features[i] as number, slot)
    },
    addTo({ features, weights }, scores) {
      for (let i = 0; i < features.length; i += 1) {
        const at = find(features[i] as number)
        if (counts[at] !== 0) walk(at, weights[i] as number, scores, counts[at] as number)
      }
    },
    addEarlierTo({ features, weights }, scores, before) {
      for (let i = 0; i < features.length; i += 1) {
        const at = find(features[i] as number)
        if (counts[at] !== 0) walk(at, weights[i] as number, scores, countBefore(at, before))
      }
    },
    get entryCount() {
      return entryCount
    },
  }
}
