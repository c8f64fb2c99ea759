import { indexBias, indexWeights } from './index-weights.ts'

/** What a logistic regression learned. */
type Learned = { readonly bias: number; readonly weights: Readonly<Record<string, number>> }

/** A page that is an article and called a list is lost to readers: a list needs more than even odds. */
const caution = 0.4

/** The log odds that a page with these signs is a list, above 0 when it is to be called one. */
export function oddsOf(
  signs: Readonly<Record<string, number>>,
  { bias, weights }: Learned = { bias: indexBias, weights: indexWeights },
): number {
  let odds = bias - caution
  for (const [name, sign] of Object.entries(signs)) odds += (weights[name] ?? 0) * sign
  return odds
}
