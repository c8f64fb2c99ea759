/** How something grows, by least squares. */
export type Slope = {
  readonly perHour: number
  /** Half the width of the interval that holds it with 95 % confidence. */
  readonly within: number
  readonly mean: number
}

export type Point = { readonly atSeconds: number; readonly value: number }

const HOUR_SECONDS = 3600

/**
 * The slope of a line through points taken at even times. Neighbors are alike (memory goes up and down in waves), so that there are fewer
 * independent points than points: their number is made smaller by the likeness of neighbors (lag-1 autocorrelation of the residuals,
 * effective n = n (1 − r) / (1 + r)), which makes the interval wider.
 */
export function slopeOf(points: readonly Point[]): Slope {
  const count = points.length
  if (count < 3) return { perHour: 0, within: Number.POSITIVE_INFINITY, mean: points[0]?.value ?? 0 }
  const meanAt = mean(points.map(({ atSeconds }) => atSeconds))
  const meanValue = mean(points.map(({ value }) => value))
  const spread = sum(points.map(({ atSeconds }) => (atSeconds - meanAt) ** 2))
  const slope = sum(points.map(({ atSeconds, value }) => (atSeconds - meanAt) * (value - meanValue))) / spread
  const rests = points.map(({ atSeconds, value }) => value - meanValue - slope * (atSeconds - meanAt))
  const squares = sum(rests.map((rest) => rest ** 2))
  const likeness = squares === 0 ? 0 : sum(rests.slice(1).map((rest, index) => rest * rests[index]!)) / squares
  const alike = Math.min(0.95, Math.max(0, likeness))
  const effective = Math.max(3, (count * (1 - alike)) / (1 + alike))
  const error = Math.sqrt(squares / (effective - 2) / ((spread * effective) / count))
  return { perHour: slope * HOUR_SECONDS, within: 1.96 * error * HOUR_SECONDS, mean: meanValue }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}
