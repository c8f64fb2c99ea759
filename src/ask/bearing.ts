import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'

/** A name matched less than this is not near. */
const nameAbsent = 0.5

/**
 * How surely a sentence bears a question; below 0 it does not. A logistic regression over signs of the best sentence, fitted on
 * half a of the eval's questions. It judges what somebody said; elsewhere it is one sign among those of `learnedBearing`.
 */
export function bearing(
  { terms, asked: { sort } }: Question,
  { signs, matches }: Ranked,
  weights: TermWeights,
): number {
  const isOfWords = sort === 'said' || sort === 'who-said'
  const words = terms.map(({ kind, isAskedFor }, at) => (kind === 'name' || isAskedFor ? 0 : weights[at]!))
  const wordSum = words.reduce((sum, one) => sum + one, 0) || 1
  const weak = matches.reduce((sum, { inside, around }, at) => {
    return sum + (words[at]! / wordSum) * (1 - Math.max(inside, 0.8 * around))
  }, 0)
  const nameMissed = terms.map(({ kind }, at) =>
    kind === 'name' && matches[at]!.around < nameAbsent ? weights[at]! : 0,
  )
  return (
    1.67 * signs.covered +
    1.19 * signs.told +
    1.33 * signs.subject -
    2.69 * weak -
    2.14 * Math.max(0, ...nameMissed) -
    1.39 * signs.rival +
    (isOfWords ? 2.13 : 0) -
    leastSum
  )
}

/** The sum from which a question is answered: of the unanswerable of that half about one in seven passes. */
const leastSum = 2.66
