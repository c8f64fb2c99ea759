import type { QuestionKind } from '../core/answer.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'

/** What becomes of a question: the sentences that bear it, or why none is shown as an answer. */
export type Judged =
  | { readonly kind: 'answered'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'declined'; readonly reason: 'nothing' | 'thin' | 'no-question' }

/** Most sentences of an answer. */
const most = 8
/** How far below the best a sentence may stand and still be part of the answer. */
const reach = 0.12

/** The least fit by sort: a who question wants somebody, a when question a time. */
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
 * Decides whether sentences bear a question. The best that has what the question wants must have its words about it, its names
 * near, tell a fact where one is asked for, and not speak of another; else nothing is answered, though something comes near.
 */
export function judge(question: Question, ranked: readonly Ranked[]): Judged {
  if (question.terms.length === 0) return { kind: 'declined', reason: 'no-question' }
  if (ranked.length === 0) return { kind: 'declined', reason: 'nothing' }
  const least = leastFit[question.asked.sort]
  const [best, ...others] = ranked.filter(({ signs }) => signs.fit >= least)
  if (!best || best.bearing < 0) return { kind: 'declined', reason: 'thin' }
  const also = others.filter((one) => one.support >= best.support - reach && one.bearing >= -slack)
  return { kind: 'answered', kept: [best, ...also.slice(0, most - 1)] }
}

/** Others beside a sentence that bears the question may bear it less by this. */
const slack = 1
