import { bearing } from './bearing.ts'
import { nearnessOf } from './nearness.ts'
import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'

/** Signs of a sentence, each about 0 to 1 but `bearing`; a share does not depend on the size of the store. */
export const bearingSignNames = [
  'bearing',
  'covered',
  'fit',
  'nameMissed',
  'askedFor',
  'nounsLacking',
  'alike',
  'focus',
  'meant',
  'meantAround',
  'weakest',
] as const
export type BearingSign = (typeof bearingSignNames)[number]

/**
 * What each sign weighs in whether a sentence answers: a logistic regression with L2 over the best sentences of the questions of half
 * a, of those over the demo edition and of half c, whose answer is not what somebody said (`node eval/ask/learn.ts`).
 */
const learned: Readonly<Record<BearingSign, number>> = {
  /** The older regression as a whole, in thirds. */
  bearing: 1.77,
  covered: 1.08,
  fit: 0.41,
  nameMissed: -0.78,
  /** The noun after `which` or `how many` stands there. */
  askedFor: 0.76,
  nounsLacking: -0.36,
  /** The three of `nearnessOf`, then the least of its matches inside. */
  alike: 0,
  focus: 0,
  meant: 0,
  meantAround: 0,
  weakest: 0,
}
const base = -2.05
/** The sum from which a question is answered: at it nine in ten of the unanswerable are declined, cross-validated. */
const least = -0.06

/** How surely a sentence answers, as learned; below 0 it does not. For questions whose answer is not what somebody said. */
export function learnedBearing(question: Question, ranked: Ranked, weights: TermWeights): number {
  const signs = bearingSigns(question, ranked, weights)
  return bearingSignNames.reduce((sum, name) => sum + learned[name] * signs[name], base - least)
}

/** The signs of a sentence from which it is learned whether it answers. */
export function bearingSigns(
  question: Question,
  ranked: Ranked,
  weights: TermWeights,
): Readonly<Record<BearingSign, number>> {
  const { terms } = question
  const { signs, matches } = ranked
  const share = (is: (at: number) => boolean, value: (at: number) => number, none: number) => {
    const at = [...terms.keys()].filter(is)
    const whole = at.reduce((sum, one) => sum + weights[one]!, 0)
    return whole === 0 ? none : at.reduce((sum, one) => sum + weights[one]! * value(one), 0) / whole
  }
  const isWord = (at: number) => terms[at]!.kind !== 'name' && !terms[at]!.isAskedFor
  const near = nearnessOf(question, ranked)
  const missed = terms.map(({ kind }, at) => (kind === 'name' && matches[at]!.around < nearName ? weights[at]! : 0))
  return {
    bearing: bearing(question, ranked, weights) / 3,
    covered: signs.covered,
    fit: signs.fit,
    nameMissed: Math.max(0, ...missed),
    askedFor: share(
      (at) => terms[at]!.isAskedFor,
      (at) => matches[at]!.inside,
      0.7,
    ),
    nounsLacking: share(
      (at) => isWord(at) && terms[at]!.isVerb !== true,
      (at) => 1 - Math.max(matches[at]!.inside, 0.8 * matches[at]!.around),
      0.3,
    ),
    alike: near.alike,
    focus: near.focus,
    meant: share(isWord, (at) => near.terms[at]!.inside, 0.5),
    meantAround: share(isWord, (at) => near.terms[at]!.around, 0.5),
    weakest: Math.min(...[...terms.keys()].filter(isWord).map((at) => near.terms[at]!.inside), 1),
  }
}

/** A name matched less than this is not near. */
const nearName = 0.5
