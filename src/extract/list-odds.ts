import { indexBias, indexWeights } from './list-weights.ts'

/** What a logistic regression learned. */
type Learned = { readonly bias: number; readonly weights: Readonly<Record<string, number>> }

/**
 * A page that is an article and called a list is lost to readers: a list needs more than even odds, and still more where a mark of
 * an article stands against it.
 */
const caution = { unmarked: 0.4, marked: 1 }
const marks = ['articleType', 'articleNode', 'dates', 'pieceTemplate', 'itemArticle', 'datedPath']

/** The log odds that a page with these signs is a list, above 0 when it is to be called one. */
export function oddsOf(
  signs: Readonly<Record<string, number>>,
  { bias, weights }: Learned = { bias: indexBias, weights: indexWeights },
): number {
  const isMarked = marks.some((mark) => (signs[mark] ?? 0) > 0) || (signs.hyphens ?? 0) >= 5 / 3
  let odds = bias - (isMarked ? caution.marked : caution.unmarked)
  for (const [name, sign] of Object.entries(signs)) odds += (weights[name] ?? 0) * sign
  return odds
}
