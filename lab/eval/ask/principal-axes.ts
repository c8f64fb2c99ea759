/** The axes along which rows vary, the widest first: eigenvectors of their covariance about `middle`, by Jacobi's turns. */
export function principalAxes(rows: readonly Float64Array[], middle: Float64Array): readonly Float64Array[] {
  const size = middle.length
  const spread = Array.from({ length: size }, () => new Float64Array(size))
  const off = new Float64Array(size)
  for (const row of rows) {
    for (let i = 0; i < size; i++) off[i] = row[i]! - middle[i]!
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) spread[i]![j]! += off[i]! * off[j]!
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) spread[j]![i] = spread[i]![j]!
  const axes = Array.from({ length: size }, (_, at) =>
    Float64Array.from({ length: size }, (_, i) => (i === at ? 1 : 0)),
  )
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) turn(spread, axes, p, q)
  return axes
    .map((axis, at) => ({ axis, width: spread[at]![at]! }))
    .sort((a, b) => b.width - a.width)
    .map(({ axis }) => axis)
}

/** Turns two axes so that what they share is gone; `axes` keeps the turned axes as its rows. */
function turn(spread: readonly Float64Array[], axes: readonly Float64Array[], p: number, q: number): void {
  const shared = spread[p]![q]!
  if (Math.abs(shared) < 1e-12) return
  const tilt = (spread[q]![q]! - spread[p]![p]!) / (2 * shared)
  const tangent = (tilt >= 0 ? 1 : -1) / (Math.abs(tilt) + Math.sqrt(tilt * tilt + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of spread) {
    const [a, b] = [row[p]!, row[q]!]
    row[p] = cosine * a - sine * b
    row[q] = sine * a + cosine * b
  }
  for (const rows of [spread, axes]) {
    const [one, other] = [rows[p]!, rows[q]!]
    for (let i = 0; i < one.length; i++) {
      const [a, b] = [one[i]!, other[i]!]
      one[i] = cosine * a - sine * b
      other[i] = sine * a + cosine * b
    }
  }
}
