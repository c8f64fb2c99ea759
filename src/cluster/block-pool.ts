/**
 * Blocks of 1, 2, 4, 8… pairs of a whole number and a weight, cut from large typed arrays and used again once given back:
 * 8 bytes a pair, and no object for each of a million short lists.
 */
export type BlockPool = {
  /** A block of `1 << size` pairs; returns its place. What stands in it is left over from before. */
  take(size: number): number
  giveBack(place: number, size: number): void
  /** The arrays a block lies in; it begins at `offsetOf(place)`, and never reaches into the next array. */
  numbersAt(place: number): Int32Array
  weightsAt(place: number): Float32Array
}

const chunkBits = 16
const chunkLength = 1 << chunkBits

/** Where a block begins within its arrays. */
export function offsetOf(place: number): number {
  return place & (chunkLength - 1)
}

/** Makes an empty pool. */
export function createBlockPool(): BlockPool {
  const numbers: Int32Array[] = []
  const weights: Float32Array[] = []
  /** By size, the places of blocks given back. */
  const free: number[][] = []
  let end = chunkLength

  function addChunk(length: number): number {
    numbers.push(new Int32Array(length))
    weights.push(new Float32Array(length))
    return (numbers.length - 1) << chunkBits
  }

  /** What is left of the last array becomes blocks of its own, the largest first. */
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
      // A list longer than an array gets one of its own.
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
