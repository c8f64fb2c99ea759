/** Figures of a clustering against gold: B-cubed (Bagga and Baldwin 1998), pairs, and the Rand index adjusted for chance (Hubert and Arabie 1985). */
export type ClusteringFigures = {
  readonly b3Precision: number
  readonly b3Recall: number
  readonly b3F1: number
  readonly pairPrecision: number
  readonly pairF1: number
  /** 1 for the same clustering, about 0 for a random one. */
  readonly ari: number
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function countBy(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

/** Scores predicted labels against gold labels, item by item. The two lists must be equally long. */
export function scoreClustering(gold: readonly string[], predicted: readonly string[]): ClusteringFigures {
  if (gold.length !== predicted.length)
    throw new RangeError(`${gold.length} gold labels, ${predicted.length} predicted`)
  const goldSizes = countBy(gold)
  const predictedSizes = countBy(predicted)
  const pairsOf = (n: number) => (n * (n - 1)) / 2
  const both = new Map<string, { count: number; goldSize: number; predictedSize: number }>()
  for (const [i, goldLabel] of gold.entries()) {
    const label = predicted[i] as string
    const key = `${goldLabel}\u0000${label}`
    const cell = both.get(key) ?? {
      count: 0,
      goldSize: goldSizes.get(goldLabel) ?? 0,
      predictedSize: predictedSizes.get(label) ?? 0,
    }
    cell.count += 1
    both.set(key, cell)
  }
  let precision = 0
  let recall = 0
  let commonPairs = 0
  for (const { count, goldSize, predictedSize } of both.values()) {
    precision += count ** 2 / predictedSize / gold.length
    recall += count ** 2 / goldSize / gold.length
    commonPairs += pairsOf(count)
  }
  const sumPairs = (sizes: Map<string, number>) => [...sizes.values()].reduce((sum, n) => sum + pairsOf(n), 0)
  const [goldPairs, predictedPairs] = [sumPairs(goldSizes), sumPairs(predictedSizes)]
  const expected = (goldPairs * predictedPairs) / (pairsOf(gold.length) || 1)
  const most = (goldPairs + predictedPairs) / 2
  const pairPrecision = commonPairs / (predictedPairs || 1)
  const pairRecall = commonPairs / (goldPairs || 1)
  return {
    b3Precision: precision,
    b3Recall: recall,
    b3F1: harmonic(precision, recall),
    pairPrecision,
    pairF1: harmonic(pairPrecision, pairRecall),
    ari: most === expected ? 1 : (commonPairs - expected) / (most - expected),
  }
}
