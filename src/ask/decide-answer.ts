import type { QuestionKind } from '../core/answer.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'

/** The sentences to show for a question, best first: an answer when it is sure, else the closest ones, else nothing. */
export type Choice =
  | { readonly kind: 'answered'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'closest'; readonly kept: readonly [Ranked, ...Ranked[]] }
  | { readonly kind: 'nothing'; readonly reason: 'nothing' | 'no-question' }

/** Most sentences in an answer. */
const most = 8
/** Most passages shown when no answer is sure. */
const mostClosest = 3
/** How far below the best sentence's support another may be and still belong to the answer. */
const reach = 0.12
/** How far below 0 the relevance of further sentences may be, beside a best one that answers. */
const slack = 1

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
  const also = others.filter((one) => one.support >= best.support - reach && one.relevance >= -slack)
  return { kind: 'answered', kept: [best, ...also.slice(0, most - 1)] }
}

/** Sentences with the kind of thing asked for, in their order. */
function fitting({ asked }: Question, ranked: readonly Ranked[]): readonly Ranked[] {
  return ranked.filter(({ features }) => features.fit >= leastFit[asked.sort])
}

/** The closest sentences when none is sure to answer: those with the kind of thing asked for first, each from another story while there is one. */
export function closestTo(question: Question, ranked: readonly Ranked[]): Choice {
  const bearing = distinct(ranked.filter((one) => bearsOn(question, one)))
  const fit = new Set(fitting(question, bearing))
  const ordered = [...fit, ...bearing.filter((one) => !fit.has(one))]
  const seen = new Set<string>()
  const apart = ordered.filter((one) => !seen.has(storyOf(one)) && seen.add(storyOf(one)))
  const [first, ...others] = [...apart, ...ordered.filter((one) => !apart.includes(one))].slice(0, mostClosest)
  return first ? { kind: 'closest', kept: [first, ...others] } : { kind: 'nothing', reason: 'nothing' }
}

/** The best sentences with different words, for a judge to choose from. */
export function candidatesOf(ranked: readonly Ranked[], limit: number): readonly Ranked[] {
  return distinct(ranked).slice(0, limit)
}

function distinct(ranked: readonly Ranked[]): readonly Ranked[] {
  const seen = new Set<string>()
  return ranked.filter(({ passage }) => {
    const words = passage.words.map(({ text }) => text).join(' ')
    return !seen.has(words) && seen.add(words)
  })
}

function storyOf({ passage }: Ranked): string {
  const { storyId, document } = passage.article.article
  return storyId ?? document.articleId
}

/** Least share of the question's words in a sentence and around it for the sentence to bear on the question. */
const leastCovered = 0.3

/** True when a sentence has enough of the question's words about it, and one of its names if it has names. */
function bearsOn({ terms }: Question, { features, matches }: Ranked): boolean {
  const names = terms.flatMap(({ kind }, at) => (kind === 'name' ? [matches[at]?.around ?? 0] : []))
  return features.covered >= leastCovered && (names.length === 0 || names.some((match) => match > 0))
}
