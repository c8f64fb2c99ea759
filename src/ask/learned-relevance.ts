import { nth } from '../core/nth.ts'
import { isSupposed } from './answer-fit.ts'
import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'
import { matchByMeaning } from './word-vectors.ts'

/** Features of a sentence, each about 0 to 1; none depends on how many articles are stored. */
export const relevanceFeatureNames = [
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
  'together',
  'togetherAround',
  'verbTogether',
] as const
export type RelevanceFeature = (typeof relevanceFeatureNames)[number]

/**
 * Weights of a logistic regression with L2 for whether a sentence answers. Fitted on the best sentences for the questions of half a, half c,
 * the demo edition and half d, without questions about what somebody said (`node lab/eval/ask/learn.ts`).
 */
const learned: Readonly<Record<RelevanceFeature, number>> = {
  covered: 1.21,
  fit: 0.08,
  subject: 1.16,
  /** The sentence lacks a name and mentions another of the same kind. */
  rival: -0.49,
  nameMissed: -0.82,
  /** The sentence has the noun after `which` or `how many`. */
  askedFor: 0.47,
  /** Words of the question found neither in the sentence nor around it. */
  lacking: -0.9,
  /** Words of the question, or words close in meaning: in the sentence, in it or around it, and the weakest match in it. */
  meant: 0.53,
  meantAround: 0.71,
  weakest: -0.74,
  /** Share of the sentence's own words that are close to the question. */
  focus: 1.13,
  /** The sentence speaks of what may, should or will happen, though the question asks what happened. */
  supposed: -0.59,
  long: -0.39,
  together: 1.01,
  togetherAround: 0.97,
  /** The first verb asked by, in the sentence with all that. */
  verbTogether: 0.55,
}
const base = -4.46
/** Threshold of the sum: at this value one in twenty of the unanswerable questions gets an answer, cross-validated. */
const least = -0.08

/** How likely a sentence is to answer; below 0 it does not. Not for questions about what somebody said. */
export function learnedRelevance(question: Question, ranked: Ranked, weights: TermWeights): number {
  const features = relevanceFeatures(question, ranked, weights)
  return relevanceFeatureNames.reduce((sum, name) => sum + learned[name] * features[name], base - least)
}

export function relevanceFeatures(
  question: Question,
  ranked: Ranked,
  weights: TermWeights,
): Readonly<Record<RelevanceFeature, number>> {
  const { terms } = question
  const { passage, features, matches } = ranked
  const near = matchByMeaning(question, ranked)
  const share = (is: (at: number) => boolean, value: (at: number) => number, none: number) => {
    const at = [...terms.keys()].filter(is)
    const whole = at.reduce((sum, one) => sum + nth(weights, one), 0)
    return whole === 0 ? none : at.reduce((sum, one) => sum + nth(weights, one) * value(one), 0) / whole
  }
  const isAskedFor = (at: number) => nth(terms, at).isAskedFor
  const isWord = (at: number) => nth(terms, at).kind !== 'name' && !isAskedFor(at)
  const inside = (at: number) => nth(near.terms, at).inside
  const missed = terms.map(({ kind }, at) =>
    kind === 'name' && nth(matches, at).around < nearName ? nth(weights, at) : 0,
  )
  const isLacking = (at: number) => 1 - Math.max(nth(matches, at).inside, 0.8 * nth(matches, at).around)
  const words = [...terms.keys()].filter(isWord)
  const meantAround = share(isWord, (at) => nth(near.terms, at).around, 0.5)
  const together = features.fit * features.covered
  const verb = terms.findIndex(({ isVerb, isAskedFor: is }) => isVerb === true && !is)
  return {
    covered: features.covered,
    fit: features.fit,
    subject: features.subject,
    rival: features.rival,
    nameMissed: Math.max(0, ...missed),
    askedFor: share(isAskedFor, (at) => nth(matches, at).inside, 0.7),
    lacking: share(isWord, isLacking, 0),
    meant: share(isWord, inside, 0.5),
    meantAround,
    weakest: words.length === 0 ? 0.5 : Math.min(...words.map(inside)),
    focus: near.focus,
    supposed: isSupposed(question, passage) ? 1 : 0,
    long: Math.max(0, Math.min(1, (passage.words.length - usualLength) / usualLength)),
    together,
    togetherAround: together * meantAround,
    verbTogether: together * (verb < 0 ? 0.5 : inside(verb)),
  }
}

/** A name with a weaker match counts as absent. */
const nearName = 0.5
/** Usual number of words in a sentence; from twice as many it counts as long. */
const usualLength = 27

/** A name with a weaker match counts as absent. */
const nameAbsent = 0.5

/**
 * How likely a sentence is to answer a question about what somebody said; below 0 it does not. A logistic regression over the features of
 * the best sentence, fitted on half a of the eval's questions.
 */
export function quoteRelevance({ terms }: Question, { features, matches }: Ranked, weights: TermWeights): number {
  const words = terms.map(({ kind, isAskedFor }, at) => (kind === 'name' || isAskedFor ? 0 : nth(weights, at)))
  const wordSum = words.reduce((sum, one) => sum + one, 0) || 1
  const weak = matches.reduce((sum, { inside, around }, at) => {
    return sum + (nth(words, at) / wordSum) * (1 - Math.max(inside, 0.8 * around))
  }, 0)
  const nameMissed = terms.map(({ kind }, at) =>
    kind === 'name' && nth(matches, at).around < nameAbsent ? nth(weights, at) : 0,
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
