import { isSupposed } from './answer-fit.ts'
import { nearnessOf } from './nearness.ts'
import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'

/** Signs of a sentence, each about 0 to 1; a share does not depend on the size of the store. */
export const bearingSignNames = [
  'covered',
  'fit',
  'subject',
  'rival',
  'nameMissed',
  'askedFor',
  'lacking',
  'meant',
  'meantAround',
  'weakest',
  'focus',
  'supposed',
  'long',
] as const
export type BearingSign = (typeof bearingSignNames)[number]

/**
 * What each sign weighs in whether a sentence answers: a logistic regression with L2 over the best sentences of the questions of half
 * a, of those over the demo edition and of half c, whose answer is not what somebody said (`node lab/eval/ask/learn.ts`).
 */
const learned: Readonly<Record<BearingSign, number>> = {
  covered: 1.76,
  fit: 0.83,
  subject: 1.3,
  /** It speaks of another of the kind of a name that it lacks. */
  rival: -0.34,
  nameMissed: -0.99,
  /** The noun after `which` or `how many` stands there. */
  askedFor: 0.68,
  /** Words of the question that are neither there nor around. */
  lacking: -1.13,
  /** Words of the question that are there, words of like meaning counted in; then those there or around; then the least of the first. */
  meant: 0.54,
  meantAround: 0.93,
  weakest: -0.57,
  /** Share of what the sentence speaks of that the question speaks of. */
  focus: 1,
  /** It tells what may, should or will be where the question asks for what happened. */
  supposed: -0.31,
  long: -0.22,
}
const base = -4.72
/** The sum from which a question is answered: at it a little more than nine in ten of the unanswerable are declined, cross-validated. */
const least = -0.2

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
  const { passage, signs, matches } = ranked
  const near = nearnessOf(question, ranked)
  const share = (is: (at: number) => boolean, value: (at: number) => number, none: number) => {
    const at = [...terms.keys()].filter(is)
    const whole = at.reduce((sum, one) => sum + weights[one]!, 0)
    return whole === 0 ? none : at.reduce((sum, one) => sum + weights[one]! * value(one), 0) / whole
  }
  const isAskedFor = (at: number) => terms[at]!.isAskedFor
  const isWord = (at: number) => terms[at]!.kind !== 'name' && !isAskedFor(at)
  const inside = (at: number) => near.terms[at]!.inside
  const missed = terms.map(({ kind }, at) => (kind === 'name' && matches[at]!.around < nearName ? weights[at]! : 0))
  const isLacking = (at: number) => 1 - Math.max(matches[at]!.inside, 0.8 * matches[at]!.around)
  const words = [...terms.keys()].filter(isWord)
  return {
    covered: signs.covered,
    fit: signs.fit,
    subject: signs.subject,
    rival: signs.rival,
    nameMissed: Math.max(0, ...missed),
    askedFor: share(isAskedFor, (at) => matches[at]!.inside, 0.7),
    lacking: share(isWord, isLacking, 0),
    meant: share(isWord, inside, 0.5),
    meantAround: share(isWord, (at) => near.terms[at]!.around, 0.5),
    weakest: words.length === 0 ? 0.5 : Math.min(...words.map(inside)),
    focus: near.focus,
    supposed: isSupposed(question, passage) ? 1 : 0,
    long: Math.max(0, Math.min(1, (passage.words.length - usualLength) / usualLength)),
  }
}

/** A name matched less than this is not near. */
const nearName = 0.5
/** Words of a sentence; from twice as many on it is long. */
const usualLength = 27
