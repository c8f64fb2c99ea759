import type { Vector } from './vectorize.ts'

/**
 * The vectors of many documents in a few large arrays: for each feature its raw count and its weight as compared, which is
 * 0 where the feature is not among the heaviest. 12 bytes a feature.
 */
export type RowPool = {
  /** Keeps `raw` with the weights of `weighed`, whose features are some of its own; returns its place. */
  add(raw: Vector, weighed: Vector): number
  release(place: number): void
  /** Views, valid as long as anybody holds them: a row is never written again. */
  rawAt(place: number, length: number): Vector
  weighedAt(place: number, length: number): Vector
}

const chunkBits = 16
const chunkLength = 1 << chunkBits

type Chunk = {
  readonly features: Int32Array
  readonly counts: Float32Array
  readonly weights: Float32Array
  used: number
  /** How many of its rows are still kept. */
  living: number
}

/** Makes an empty pool. Documents leave roughly as they came, so an array whose last row went is dropped whole. */
export function createRowPool(): RowPool {
  const chunks: (Chunk | undefined)[] = []
  const vacant: number[] = []
  let current = -1

  function addChunk(length: number): number {
    const chunk = {
      features: new Int32Array(length),
      counts: new Float32Array(length),
      weights: new Float32Array(length),
      used: 0,
      living: 0,
    }
    const at = vacant.pop() ?? chunks.length
    chunks[at] = chunk
    return at
  }

  function dropIfEmpty(at: number): void {
    if (at === current || chunks[at]?.living !== 0) return
    chunks[at] = undefined
    vacant.push(at)
  }

  const chunkOf = (place: number) => chunks[place >> chunkBits] as Chunk
  const startOf = (place: number) => place & (chunkLength - 1)

  return {
    add(raw, weighed) {
      const { length } = raw.features
      const before = current
      if (before < 0 || (chunks[before] as Chunk).used + Math.max(1, length) > chunkLength) {
        current = addChunk(Math.max(chunkLength, length))
        if (before >= 0) dropIfEmpty(before)
      }
      const chunk = chunks[current] as Chunk
      const start = chunk.used
      chunk.features.set(raw.features, start)
      chunk.counts.set(raw.weights, start)
      let next = 0
      for (let i = 0; i < length; i += 1)
        if (raw.features[i] === weighed.features[next]) chunk.weights[start + i] = weighed.weights[next++] as number
      chunk.used += length
      chunk.living += 1
      return (current << chunkBits) + start
    },
    release(place) {
      chunkOf(place).living -= 1
      dropIfEmpty(place >> chunkBits)
    },
    rawAt(place, length) {
      const { features, counts } = chunkOf(place)
      const [start, end] = [startOf(place), startOf(place) + length]
      return { features: features.subarray(start, end), weights: counts.subarray(start, end) }
    },
    weighedAt(place, length) {
      const { features, weights } = chunkOf(place)
      const [start, end] = [startOf(place), startOf(place) + length]
      return { features: features.subarray(start, end), weights: weights.subarray(start, end) }
    },
  }
}
