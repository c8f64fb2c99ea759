import type { Vector } from './vectorize.ts'

/**
 * Turns raw term counts into a unit TF-IDF vector: (1 + ln tf) · ln((N + 1.5) / (df + 0.5)), the heaviest `top`
 * features kept, length 1. Features whose `df` is negative are left out. Ascending order of features is kept.
 */
export function weigh(raw: Vector, documentCount: number, dfOf: (feature: number) => number, top: number): Vector {
  const logCount = Math.log(documentCount + 1.5)
  const heavy: { feature: number; weight: number }[] = []
  for (let i = 0; i < raw.features.length; i += 1) {
    const feature = raw.features[i] as number
    const count = raw.weights[i] as number
    const df = dfOf(feature)
    if (df < 0) continue
    const idf = logCount - Math.log(df + 0.5)
    if (idf > 0) heavy.push({ feature, weight: (count > 1 ? 1 + Math.log(count) : count) * idf })
  }
  if (heavy.length > top) {
    heavy.sort((a, b) => b.weight - a.weight)
    heavy.length = top
    heavy.sort((a, b) => a.feature - b.feature)
  }
  let squares = 0
  for (const { weight } of heavy) squares += weight * weight
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  return {
    features: Int32Array.from(heavy, (item) => item.feature),
    weights: Float32Array.from(heavy, (item) => item.weight * scale),
  }
}

/** The dot product of two sparse vectors: their cosine, when both have length 1. */
export function dot(a: Vector, b: Vector): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.features.length && j < b.features.length) {
    const difference = (a.features[i] as number) - (b.features[j] as number)
    if (difference === 0) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (difference < 0) i += 1
    else j += 1
  }
  return sum
}
