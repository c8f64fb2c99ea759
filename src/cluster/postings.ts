import type { Vector } from './vectorize.ts'

/** An inverted index: for each feature, the documents (by slot) that have it and how heavily. */
export type Postings = {
  insert(slot: number, vector: Vector): void
  /** The dot product of `vector` with every indexed document that shares a feature, in `scores`; returns their slots. */
  accumulate(vector: Vector, scores: Float32Array): Int32Array
  readonly entryCount: number
}

/** Makes an empty index. Entries are linked lists in pooled typed arrays: 12 bytes each, and no object per feature. */
export function createPostings(): Postings {
  const heads = new Map<number, number>()
  let next = new Int32Array(1024)
  let slots = new Int32Array(1024)
  let weights = new Float32Array(1024)
  let entryCount = 0
  let touched = new Int32Array(256)

  function grow(): void {
    const size = next.length * 2
    const grown = new Int32Array(size)
    grown.set(next)
    next = grown
    const grownSlots = new Int32Array(size)
    grownSlots.set(slots)
    slots = grownSlots
    const grownWeights = new Float32Array(size)
    grownWeights.set(weights)
    weights = grownWeights
  }

  /** Adds one feature's list to the scores; a function of its own, so that the arrays are looked up once a list. */
  function walk(head: number, weight: number, scores: Float32Array, found: Int32Array, from: number): number {
    const [nextOf, slotOf, weightOf] = [next, slots, weights]
    let count = from
    for (let entry = head; entry >= 0; entry = nextOf[entry] as number) {
      const slot = slotOf[entry] as number
      const score = scores[slot] as number
      if (score === 0) found[count++] = slot
      scores[slot] = score + weight * (weightOf[entry] as number)
    }
    return count
  }

  return {
    insert(slot, vector) {
      for (let i = 0; i < vector.features.length; i += 1) {
        if (entryCount === next.length) grow()
        const feature = vector.features[i] as number
        next[entryCount] = heads.get(feature) ?? -1
        slots[entryCount] = slot
        weights[entryCount] = vector.weights[i] as number
        heads.set(feature, entryCount)
        entryCount += 1
      }
    },
    accumulate(vector, scores) {
      if (touched.length < scores.length) touched = new Int32Array(scores.length)
      const found = touched
      let count = 0
      for (let i = 0; i < vector.features.length; i += 1)
        count = walk(heads.get(vector.features[i] as number) ?? -1, vector.weights[i] as number, scores, found, count)
      return found.subarray(0, count)
    },
    get entryCount() {
      return entryCount
    },
  }
}
