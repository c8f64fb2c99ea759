import type { QuestionKind } from '../core/answer.ts'
import { isContrary } from './answer-fit.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'

/** The sentences to show for a question, best first: an answer when it is sure, else the closest ones, else nothing. */
export type Choice =
  | { readonly kind: 'answered'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'closest'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'nothing'; readonly reason: 'nothing' | 'no-question' }

/** Most sentences in an answer. */
const most = 5
/** Most passages shown when no answer is sure. */
const mostClosest = 3
/** How far below the best sentence's support another may be and still belong to the answer. */
const reach = 0.12
/** How far below 0 the relevance of further sentences may be, beside a best one that answers. */
const slack = 1
/** So many different sentences are shown where there are so many, none less relevant than the best one by more than this. */
const [few, fewReach] = [3, 1.5]

/** Minimum fit by question sort: a who question needs a person, a when question a time. */
export const leastFit: Readonly<Record<QuestionKind, number>> = {
  who: 0.6,
  what: 0,
  when: 0.35,
  where: 0.7,
  'how-many': 0.3,
  why: 0.15,
  how: 0,
  'yes-no': 0,
  said: 0.9,
  'who-said': 0.3,
}

/**
 * Chooses the sentences to show. The best one with the kind of thing asked for must match the question's words and names, state a fact
 * where one is asked for, and not be about somebody else to be an answer.
 */
export function decideAnswer(question: Question, ranked: readonly Ranked[]): Choice {
  if (question.terms.length === 0) return { kind: 'nothing', reason: 'no-question' }
  const [best, ...others] = fitting(question, ranked)
  if (!best || best.relevance < 0) return closestTo(question, ranked)
  const { sort } = question.asked
  // What somebody said is judged on another scale, and may be about what may happen.
  const isSaid = sort === 'said' || sort === 'who-said'
  if (!isSaid && isContrary(question, best.passage)) return closestTo(question, ranked)
  const shown = isSaid ? 1 : few
  const first = new Set(
    distinct([best, ...others])
      .slice(0, shown)
      .map(sameWords),
  )
  const also = others.filter(
    (one) =>
      (one.support >= best.support - reach && one.relevance >= -slack) ||
      (first.has(sameWords(one)) && one.relevance >= best.relevance - fewReach),
  )
  return { kind: 'answered', kept: [best, ...also.slice(0, most - 1)] }
}

/** Sentences with the kind of thing asked for, in their order. */
function fitting(question: Question, ranked: readonly Ranked[]): readonly Ranked[] {
  return ranked.filter((one) => isFit(question, one))
}

function isFit({ asked }: Question, { features }: Ranked): boolean {
  return features.fit >= leastFit[asked.sort]
}

/** How much more relevant a passage must be to be shown though it lacks what is asked for, or though it has the words of one shown. */
const [forLacking, forSameWords] = [1, 1]

/** A passage so much less relevant than the first is not worth reading beside it. */
const farBelow = 1.5

type Worded = { readonly one: Ranked; readonly words: ReadonlySet<string> }

/** The closest sentences when none is sure to answer. One with the kind of thing asked for, and one in other words, comes before its like. */
export function closestTo(question: Question, ranked: readonly Ranked[]): Choice {
  const bearing = distinct(ranked.filter((one) => bearsOn(question, one)))
  const left = new Set(bearing.map((one): Worded => ({ one, words: longWords(one) })))
  const kept: Worded[] = []
  const worthOf = ({ one, words }: Worded) =>
    one.relevance -
    (isFit(question, one) ? 0 : forLacking) -
    forSameWords * kept.reduce((most, other) => Math.max(most, sharedShare(words, other.words)), 0)
  while (kept.length < mostClosest && left.size > 0) {
    const best = [...left].reduce((most, one) => (worthOf(one) > worthOf(most) ? one : most))
    if (best.one.relevance < (kept[0] ?? best).one.relevance - farBelow) break
    kept.push(best)
    left.delete(best)
  }
  const [first, ...others] = kept.map(({ one }) => one)
  return first ? { kind: 'closest', kept: [first, ...others] } : { kind: 'nothing', reason: 'nothing' }
}

/** The best sentences that bear on a question, of different words, for a judge to choose from; none of an outlet that refuses models. */
export function candidatesOf(question: Question, ranked: readonly Ranked[], limit: number): readonly Ranked[] {
  const allowed = ranked.filter(({ passage }) => passage.article.article.refusesModels !== true)
  return distinct(allowed.filter((one) => bearsOn(question, one))).slice(0, limit)
}

function distinct(ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set<string>()
  return ranked.filter((one) => {
    const words = sameWords(one)
    return !seen.has(words) && seen.add(words)
  })
}

/** The same for sentences of the same words. */
export function sameWords({ passage }: Ranked): string {
  return passage.words.map(({ text }) => text).join(' ')
}

/** The share of the words of the shorter sentence that the other has too. */
function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.intersection(other).size / Math.max(1, Math.min(one.size, other.size))
}

/** The words that tell sentences apart: not `the`, `was`. */
function longWords({ passage }: Ranked): ReadonlySet<string> {
  return new Set(passage.words.flatMap(({ text }) => (text.length > 3 ? [text] : [])))
}

/** Least share of the question's words in a sentence and around it for the sentence to bear on the question. */
const leastCovered = 0.3

/** Least average match of the words of its names. */
const leastNamed = 0.3

/** True when a sentence has enough of the question's words about it, and one of its names if it has names. */
export function bearsOn({ terms }: Question, { features, matches }: Ranked): boolean {
  const names = terms.flatMap(({ kind }, at) => (kind === 'name' ? [matches[at]?.around ?? 0] : []))
  return (
    features.covered >= leastCovered &&
    (names.length === 0 || names.reduce((all, match) => all + match, 0) / names.length >= leastNamed)
  )
}
