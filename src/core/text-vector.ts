/** The embedding of a text, one small number for each dimension. Only directions of the same model can be compared. */
export type TextVector = Int8Array

/** Quantizes a vector to one byte for each dimension; the loss is below what two models would agree on. */
export function quantize(vector: ArrayLike<number>): TextVector {
  let most = 0
  for (let at = 0; at < vector.length; at += 1) most = Math.max(most, Math.abs(vector[at]!))
  return Int8Array.from(vector, (value) => (most === 0 ? 0 : Math.round((127 * value) / most)))
}

/** The mean direction of several; undefined for none. */
export function meanVector(directions: readonly TextVector[]): TextVector | undefined {
  const [first] = directions
  if (!first) return undefined
  const sum = new Float64Array(first.length)
  for (const direction of directions) {
    const length = vectorLength(direction, 0, direction.length) || 1
    for (let at = 0; at < sum.length; at += 1) sum[at]! += direction[at]! / length
  }
  return quantize(sum)
}

/** Cosine similarity, -1 to 1; 0 for directions of different sizes. */
export function cosineSimilarity(a: TextVector, b: TextVector): number {
  if (a.length !== b.length) return 0
  const lengths = vectorLength(a, 0, a.length) * vectorLength(b, 0, b.length)
  return lengths === 0 ? 0 : dot(a, b, 0) / lengths
}

/** Dot product of a direction and the one that starts at `from` in a row of many. */
export function dot(a: TextVector, row: Int8Array, from: number): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * row[from + at]!
  return sum
}

/** Euclidean length of `count` numbers that start at `from`. */
export function vectorLength(row: Int8Array, from: number, count: number): number {
  let sum = 0
  for (let at = from; at < from + count; at += 1) sum += row[at]! * row[at]!
  return Math.sqrt(sum)
}
