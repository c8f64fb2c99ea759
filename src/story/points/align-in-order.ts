import { nth } from '../../core/nth.ts'
/** How much a word counts when two texts share it, 0 to 1. */
export type WordWeight = (stem: string) => number

/** Two sentences by index, and the weighted share of the smaller one's words that are in both, 0 to 1. */
type AlignedSentences = { readonly a: number; readonly b: number; readonly share: number }

export type InOrder = {
  /** Weight of the words that aligned sentences share, divided by that of the smaller text: 0 to 1. */
  readonly share: number
  readonly pairs: readonly AlignedSentences[]
}

/** Sentences with less in common are not aligned: the least share of the smaller one's weight, and the least weight. */
type AlignmentThreshold = { readonly share: number; readonly weight: number }
const anything: AlignmentThreshold = { share: 0, weight: 0 }

/**
 * Finds what two texts say in the same order, whatever is between. Sentences are aligned one to one without crossing, so that the aligned
 * pairs share the greatest possible weight of content words (dynamic programming over sentences, after Gale and Church 1993). A sentence
 * turned from active to passive keeps its words; a text rewritten from scratch loses the order. Takes each sentence as its stems. Cost
 * grows with the product of the sentence counts.
 */
export function alignInOrder(
  a: readonly ReadonlySet<string>[],
  b: readonly ReadonlySet<string>[],
  weigh: WordWeight,
  least: AlignmentThreshold = anything,
): InOrder {
  const weightsA = a.map((stems) => weightOf(stems, weigh))
  const weightsB = b.map((stems) => weightOf(stems, weigh))
  const width = b.length + 1
  const common = new Float64Array(a.length * b.length)
  const best = new Float64Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const weight = commonWeight(nth(a, i), nth(b, j), weigh)
      const isEnough = weight >= least.weight && weight >= least.share * Math.min(weightsA[i]!, weightsB[j]!)
      const shared = isEnough ? weight : 0
      common[i * b.length + j] = shared
      const skipped = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      best[i * width + j] = Math.max(skipped, best[(i + 1) * width + j + 1]! + shared)
    }
  const pairs: AlignedSentences[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const shared = common[i * b.length + j]!
    const here = best[i * width + j]!
    if (shared > 0 && here === best[(i + 1) * width + j + 1]! + shared) {
      pairs.push({ a: i, b: j, share: shared / Math.min(weightsA[i]!, weightsB[j]!) })
      i += 1
      j += 1
    } else if (here === best[(i + 1) * width + j]!) i += 1
    else j += 1
  }
  const smaller = Math.min(sum(weightsA), sum(weightsB))
  return { share: smaller === 0 ? 0 : best[0]! / smaller, pairs }
}

/**
 * Weighs a word by the share of the other texts that don't have it: words in all texts are the subject, and say nothing of who copied whom.
 * Without other texts every word counts in full.
 */
export function weighByRest(rest: readonly ReadonlySet<string>[]): WordWeight {
  const counts = new Map<string, number>()
  for (const stems of rest) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => 1 - (counts.get(stem) ?? 0) / (rest.length + 1)
}

function weightOf(stems: ReadonlySet<string>, weigh: WordWeight): number {
  let weight = 0
  for (const stem of stems) weight += weigh(stem)
  return weight
}

function commonWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: WordWeight): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let weight = 0
  for (const stem of small) if (large.has(stem)) weight += weigh(stem)
  return weight
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0)
}
