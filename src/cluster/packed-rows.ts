import type { WindowEntry } from './window-entry.ts'

/** Rows of the window in a few typed arrays, which can be passed to another thread without copying each row. */
export type PackedRows = {
  readonly rows: readonly Omit<WindowEntry, 'features' | 'weights'>[]
  /** How many features each row has. */
  readonly lengths: Int32Array
  readonly features: Int32Array
  readonly weights: Float32Array
}

/** Copies rows, so that later changes of the window do not affect them. */
export function packRows(entries: readonly WindowEntry[]): PackedRows {
  const lengths = Int32Array.from(entries, (entry) => entry.features.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const features = new Int32Array(total)
  const weights = new Float32Array(total)
  let start = 0
  for (const entry of entries) {
    features.set(entry.features, start)
    weights.set(entry.weights, start)
    start += entry.features.length
  }
  return { rows: entries.map(({ features: _, weights: __, ...row }) => row), lengths, features, weights }
}

/** Unpacks rows; their vectors are views into the arrays. */
export function unpackRows({ rows, lengths, features, weights }: PackedRows): WindowEntry[] {
  let start = 0
  return rows.map((row, i) => {
    const end = start + (lengths[i] as number)
    const entry = { ...row, features: features.subarray(start, end), weights: weights.subarray(start, end) }
    start = end
    return entry
  })
}
