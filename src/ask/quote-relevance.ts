import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'

/** A name with a weaker match counts as absent. */
const nameAbsent = 0.5

/**
 * How likely a sentence is to answer a question about what somebody said; below 0 it does not. A logistic regression over the features of
 * the best sentence, fitted on half a of the eval's questions.
 */
export function quoteRelevance({ terms }: Question, { features, matches }: Ranked, weights: TermWeights): number {
  const words = terms.map(({ kind, isAskedFor }, at) => (kind === 'name' || isAskedFor ? 0 : weights[at]!))
  const wordSum = words.reduce((sum, one) => sum + one, 0) || 1
  const weak = matches.reduce((sum, { inside, around }, at) => {
    return sum + (words[at]! / wordSum) * (1 - Math.max(inside, 0.8 * around))
  }, 0)
  const nameMissed = terms.map(({ kind }, at) =>
    kind === 'name' && matches[at]!.around < nameAbsent ? weights[at]! : 0,
  )
  return (
    1.67 * features.covered +
    1.19 * features.factual +
    1.33 * features.subject -
    2.69 * weak -
    2.14 * Math.max(0, ...nameMissed) -
    1.39 * features.rival -
    leastSum
  )
}

/** Threshold of the sum: at this value nine in ten unanswerable questions of all kinds are declined. */
const leastSum = 1.21
