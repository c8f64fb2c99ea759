import type { Vector } from './vectorize.ts'

/**
 * Turns raw term counts into a TF-IDF vector of length 1: (1 + ln tf) · ln((N + 1.5) / (df + 0.5)), with the heaviest `top` features.
 * Features with a negative `df` are left out. Keeps the ascending order of features.
 */
export function weigh(raw: Vector, documentCount: number, dfOf: (feature: number) => number, top: number): Vector {
  const logCount = Math.log(documentCount + 1.5)
  const all = new Float64Array(raw.features.length)
  for (let i = 0; i < all.length; i += 1) {
    const count = raw.weights[i] as number
    const df = dfOf(raw.features[i] as number)
    const idf = df < 0 ? 0 : logCount - Math.log(df + 0.5)
    if (idf > 0) all[i] = (count > 1 ? 1 + Math.log(count) : count) * idf
  }
  // The least weight among the `top` features. Of equal weights at the border, the first are kept.
  const floor = all.length > top ? (all.toSorted()[all.length - top] as number) : 0
  let atFloor = 0
  for (const weight of all) if (weight > floor) atFloor += 1
  atFloor = Math.max(0, top - atFloor)
  const features = new Int32Array(Math.min(top, all.length))
  const weights = new Float32Array(features.length)
  let kept = 0
  let squares = 0
  for (let i = 0; i < all.length; i += 1) {
    const weight = all[i] as number
    if (weight === 0 || weight < floor || (weight === floor && atFloor-- <= 0)) continue
    features[kept] = raw.features[i] as number
    weights[kept] = weight
    squares += weight * weight
    kept += 1
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (let i = 0; i < kept; i += 1) weights[i] = (weights[i] as number) * scale
  return { features: features.slice(0, kept), weights: weights.slice(0, kept) }
}

/** The vector without features of weight 0. */
export function compact({ features, weights }: Vector): Vector {
  const keptFeatures = new Int32Array(features.length)
  const keptWeights = new Float32Array(features.length)
  let kept = 0
  for (let i = 0; i < features.length; i += 1) {
    if (weights[i] === 0) continue
    keptFeatures[kept] = features[i] as number
    keptWeights[kept++] = weights[i] as number
  }
  return { features: keptFeatures.subarray(0, kept), weights: keptWeights.subarray(0, kept) }
}

/** The dot product of two sparse vectors: their cosine, if both have length 1. */
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
