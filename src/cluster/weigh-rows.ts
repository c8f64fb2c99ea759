import { createCounter } from './counter.ts'
import { priorDocuments, priorFrequency } from './prior.ts'
import type { Vector } from './vectorize.ts'
import { weigh } from './weigh.ts'

const topFeatures = 100
const manyRows = 200

/** In how many documents, or groups of them, each feature is, and whether a single document has it. */
export type FeatureCounts = {
  readonly countOf: (feature: number) => number
  readonly isAlone: (feature: number) => boolean
}

/**
 * Counts in how many rows each feature is. A word only one of them has can't link it to others, so it is left out. With few rows it stays,
 * because otherwise only the little that unrelated texts share would remain.
 */
export function countDocuments(rows: readonly Pick<Vector, 'features'>[]): FeatureCounts {
  const frequencies = createCounter()
  for (const { features } of rows) for (const feature of features) frequencies.increment(feature)
  return {
    countOf: (feature) => frequencies.get(feature),
    isAlone: (feature) => rows.length >= manyRows && frequencies.get(feature) < 2,
  }
}

/** Weighs a row by how few of `total` documents, or groups, have its features. */
export function weigherOf(
  total: number,
  { countOf, isAlone }: FeatureCounts,
  language: string,
): (row: Vector) => Vector {
  const priorOf = priorFrequency(language)
  const dfOf = (feature: number) => (isAlone(feature) ? -1 : countOf(feature) + priorOf(feature))
  return (row) => weigh(row, total + priorDocuments, dfOf, topFeatures)
}
