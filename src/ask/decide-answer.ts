import type { QuestionKind } from '../core/answer.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'

/** The sentences that answer a question, or why it is declined. */
type AnswerDecision =
  | { readonly kind: 'answered'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'declined'; readonly reason: 'nothing' | 'thin' | 'no-question' }

/** Most sentences in an answer. */
const most = 8
/** How far below the best sentence's support another may be and still belong to the answer. */
const reach = 0.12

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
 * Decides whether sentences answer a question. The best one with the kind of thing asked for must match the question's words and names,
 * state a fact where one is asked for, and not be about somebody else. Otherwise the question is declined.
 */
export function decideAnswer(question: Question, ranked: readonly Ranked[]): AnswerDecision {
  if (question.terms.length === 0) return { kind: 'declined', reason: 'no-question' }
  if (ranked.length === 0) return { kind: 'declined', reason: 'nothing' }
  const least = leastFit[question.asked.sort]
  const [best, ...others] = ranked.filter(({ features }) => features.fit >= least)
  if (!best || best.relevance < 0) return { kind: 'declined', reason: 'thin' }
  const also = others.filter((one) => one.support >= best.support - reach && one.relevance >= -slack)
  return { kind: 'answered', kept: [best, ...also.slice(0, most - 1)] }
}

/** How far below 0 the relevance of further sentences may be, beside a best one that answers. */
const slack = 1
