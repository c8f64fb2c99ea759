import type { Question } from './question.ts'
import type { TermWeights } from './rank-sentences.ts'
import { type TermFinder, termFinder } from './term-finder.ts'

/** A text as it is looked over before its layers are read. */
type Text = { readonly id: string; readonly title: string; readonly text: string }

/** So much of a text is looked over: news says early what it is about. */
const mostCharacters = 12_000

/** The texts whose best paragraph, with the headline, has most of a question: what is worth reading closely. */
export function chooseTexts<One extends Text>(
  question: Question,
  texts: readonly One[],
  weights: TermWeights,
  limit: number,
): readonly One[] {
  if (texts.length <= limit) return texts
  const find = termFinder(question.terms)
  const scored = texts.map((text, order) => ({ text, order, score: scoreOf(find, text, weights) }))
  return scored
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, limit)
    .map(({ text }) => text)
}

function scoreOf(find: TermFinder, { title, text }: Text, weights: TermWeights): number {
  const headline = find(title).map((match) => 0.6 * match)
  const anywhere = weights.map(() => 0)
  let best = 0
  for (const block of text.slice(0, mostCharacters).split('\n')) {
    if (block.length < 20) continue
    let score = 0
    find(block).forEach((match, at) => {
      anywhere[at] = Math.max(anywhere[at]!, match)
      score += weights[at]! * Math.max(match, headline[at]!)
    })
    best = Math.max(best, score)
  }
  const whole = anywhere.reduce((sum, match, at) => sum + match * weights[at]!, 0)
  return 0.7 * best + 0.3 * whole
}
