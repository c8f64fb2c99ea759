/** A page as numbers, by name, and whether it is a list. */
export type Example = { readonly signs: Readonly<Record<string, number>>; readonly isIndex: boolean }

/** A logistic regression: log odds = bias + Σ weight × sign. */
export type Fitted = { readonly bias: number; readonly weights: Readonly<Record<string, number>> }

/** How strongly weights are drawn towards 0. */
const PENALTY = 5

/**
 * Fits a logistic regression with Newton's method. Signs are brought to one scale for the fit and a penalty draws their
 * weights towards 0 (ridge); what comes back takes signs as they are.
 */
export function fitIndex(examples: readonly Example[]): Fitted {
  const names = Object.keys(examples[0]?.signs ?? {})
  const means = names.map((name) => mean(examples.map(({ signs }) => signs[name] ?? 0)))
  const spreads = names.map((name, k) => {
    const squares = examples.map(({ signs }) => ((signs[name] ?? 0) - (means[k] ?? 0)) ** 2)
    return Math.sqrt(mean(squares)) || 1
  })
  const rows = examples.map(({ signs }) => [
    ...names.map((name, k) => ((signs[name] ?? 0) - (means[k] ?? 0)) / (spreads[k] ?? 1)),
    1,
  ])
  const targets = examples.map(({ isIndex }) => Number(isIndex))
  let scaled: number[] = new Array(names.length + 1).fill(0)
  for (let step = 0; step < 12; step++) scaled = newtonStep(rows, targets, scaled, PENALTY)
  const weights = names.map((_, k) => (scaled[k] ?? 0) / (spreads[k] ?? 1))
  const bias = (scaled[names.length] ?? 0) - weights.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0)
  return { bias, weights: Object.fromEntries(names.map((name, k) => [name, weights[k] ?? 0])) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function newtonStep(rows: readonly number[][], targets: readonly number[], at: readonly number[], penalty: number) {
  const size = at.length
  const gradient: number[] = new Array(size).fill(0)
  const curve = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const [j, row] of rows.entries()) {
    const odds = row.reduce((sum, value, k) => sum + value * (at[k] ?? 0), 0)
    const likely = 1 / (1 + Math.exp(-odds))
    const error = likely - (targets[j] ?? 0)
    const bend = Math.max(1e-6, likely * (1 - likely))
    for (let a = 0; a < size; a++) {
      gradient[a]! += error * row[a]!
      for (let b = 0; b < size; b++) curve[a]![b]! += bend * row[a]! * row[b]!
    }
  }
  // The bias, which stands last, is not drawn towards 0.
  for (let k = 0; k < size - 1; k++) {
    gradient[k]! += penalty * (at[k] ?? 0)
    curve[k]![k]! += penalty
  }
  const change = solve(curve, gradient)
  return at.map((value, k) => value - (change[k] ?? 0))
}

/** Gaussian elimination with the largest pivot. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < rows.length; i++) {
    let pivot = i
    for (let r = i + 1; r < rows.length; r++) if (Math.abs(rows[r]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = r
    const top = rows[pivot]!
    rows[pivot] = rows[i]!
    rows[i] = top
    for (const [r, row] of rows.entries()) {
      if (r === i) continue
      const factor = row[i]! / top[i]!
      if (factor !== 0) for (let k = i; k < row.length; k++) row[k]! -= factor * top[k]!
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!)
}
