import type { QuestionSort } from '../core/answer.ts'
import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'

/** What becomes of a question: the sentences that bear it, or why none is shown as an answer. */
export type Judged =
  | { readonly kind: 'answered'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'declined'; readonly reason: 'nothing' | 'thin' | 'no-question' }

/** Most sentences of an answer. */
const most = 8
/** How far below the best a sentence may stand and still be part of the answer. */
const reach = 0.16

/** The least fit by sort: a who question wants somebody, a when question a time. */
const leastFit: Readonly<Record<QuestionSort, number>> = {
  who: 0.6,
  what: 0,
  when: 0.35,
  where: 0.7,
  'how-many': 0.3,
  why: 0.15,
  how: 0,
  'yes-no': 0,
  said: 0.9,
  'who-said': 1,
}

/**
 * Decides whether sentences bear a question. An answer must have the question's words around it, its names all of them, and what
 * the question wants; where a word that carries the question is missing, its presupposition is not borne out and nothing is answered.
 */
export function judge(question: Question, ranked: readonly Ranked[], weights: TermWeights): Judged {
  if (question.terms.length === 0 && question.speaker === undefined) return { kind: 'declined', reason: 'no-question' }
  if (ranked.length === 0) return { kind: 'declined', reason: 'nothing' }
  const bearing = ranked.filter((one) => bears(question, one, weights))
  const [best] = bearing
  if (!best) return { kind: 'declined', reason: 'thin' }
  const kept = bearing.filter(({ support }) => support >= best.support - reach).slice(0, most)
  return { kind: 'answered', kept: kept as [Ranked, ...Ranked[]] }
}

/** True when a sentence bears the question. */
export function bears(question: Question, { covered, direct, fit, matches }: Ranked, weights: TermWeights): boolean {
  const { sort } = question.asked
  if (fit < leastFit[sort]) return false
  const names = question.terms.flatMap(({ kind }, at) => (kind === 'name' ? [matches[at]!.around] : []))
  if (names.some((around) => around < 0.2)) return false
  // A word that carries the question must be there or beside.
  const missed = question.terms.some(
    ({ isAskedFor, kind }, at) => !isAskedFor && kind !== 'name' && weights[at]! >= 0.2 && matches[at]!.around < 0.3,
  )
  if (missed) return false
  return covered >= 0.6 && direct >= 0.33
}
