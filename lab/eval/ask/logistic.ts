/** One example of a regression: its signs, whether it is so, and how much it counts. */
export type Example = { readonly signs: readonly number[]; readonly isSo: boolean; readonly counts?: number }

/** What was learned: a weight for each sign, and what is added to their sum. */
export type Learned = { readonly weights: readonly number[]; readonly base: number }

/** Logistic regression by Newton's steps, its weights held back by `ridge` (L2; the base is free). */
export function fitLogistic(examples: readonly Example[], ridge: number): Learned {
  const size = (examples[0]?.signs.length ?? 0) + 1
  let at = new Array<number>(size).fill(0)
  for (let step = 0; step < 25; step++) {
    const slope = at.map((weight, i) => (i === size - 1 ? 0 : -ridge * weight))
    const curve = at.map((_, i) => at.map((_, j) => (i === j ? (i === size - 1 ? 1e-6 : ridge) : 0)))
    for (const { signs, isSo, counts = 1 } of examples) {
      const row = [...signs, 1]
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, sign, i) => sum + sign * at[i]!, 0)))
      const spread = counts * chance * (1 - chance)
      for (let i = 0; i < size; i++) {
        if (row[i] === 0) continue
        slope[i]! += counts * ((isSo ? 1 : 0) - chance) * row[i]!
        for (let j = 0; j <= i; j++) curve[i]![j]! += spread * row[i]! * row[j]!
      }
    }
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) curve[i]![j] = curve[j]![i]!
    const move = solve(curve, slope)
    at = at.map((weight, i) => weight + move[i]!)
    if (Math.max(...move.map(Math.abs)) < 1e-6) break
  }
  return { weights: at.slice(0, -1), base: at.at(-1)! }
}

/** The sum of what was learned over signs: above 0 it is more likely so than not. */
export function logit({ weights, base }: Learned, signs: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * signs[i]!, base)
}

/** Gauss with the largest pivot. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + k : best), i)
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let k = i + 1; k < rows.length; k++) {
      const share = rows[k]![i]! / rows[i]![i]!
      if (share !== 0) for (let j = i; j <= rows.length; j++) rows[k]![j]! -= share * rows[i]![j]!
    }
  }
  const found = new Array<number>(rows.length).fill(0)
  for (let i = rows.length - 1; i >= 0; i--) {
    const known = found.reduce((sum, value, j) => (j > i ? sum + value * rows[i]![j]! : sum), 0)
    found[i] = (rows[i]![rows.length]! - known) / rows[i]![i]!
  }
  return found
}
