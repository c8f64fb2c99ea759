import { nth } from '../core/nth.ts'
import { readWord, rootOf, writtenWords } from './ask-words.ts'
import type { Question, QuestionTerm } from './question.ts'
import type { TermWeights } from './rank-sentences.ts'
import { rootMatch } from './word-match.ts'

/** Finds how well a text matches each word of a question, 0 to 1, like `matchWords` does for stems. */
type TermFinder = (text: string) => readonly number[]

type Hit = { readonly term: number; readonly rank: number }

const noHits: readonly Hit[] = []
/** The word itself ranks above one with the same root, and both above a synonym, which ranks by its weight. */
const sameWord = 3
const sameRoot = 2

/** Prepares a search for the words of one question. Each written word is compared once, however many texts contain it. */
export function termFinder(terms: readonly QuestionTerm[]): TermFinder {
  const wanted = wantedKeys(terms)
  const seen = new Map<string, readonly Hit[]>()
  const hitsOf = (written: string) => {
    let hits = noHits
    for (const key of readWord(written).keys) {
      const more = wanted.get(key)
      if (more !== undefined) hits = [...hits, ...more]
    }
    seen.set(written, hits)
    return hits
  }
  return (text) => {
    const ranks = terms.map(() => 0)
    for (const written of writtenWords(text))
      for (const { term, rank } of seen.get(written) ?? hitsOf(written)) if (rank > nth(ranks, term)) ranks[term] = rank
    return ranks.map((rank) => (rank === sameWord ? 1 : rank === sameRoot ? rootMatch : rank))
  }
}

function wantedKeys(terms: readonly QuestionTerm[]): ReadonlyMap<string, readonly Hit[]> {
  const wanted = new Map<string, Hit[]>()
  const want = (key: string, hit: Hit) => {
    const known = wanted.get(key)
    if (known) known.push(hit)
    else wanted.set(key, [hit])
  }
  for (const [term, { stem, kind, synonyms }] of terms.entries()) {
    want(stem, { term, rank: sameWord })
    if (kind !== 'number') want(rootOf(stem), { term, rank: sameRoot })
    for (const [other, worth] of synonyms) want(other, { term, rank: worth })
  }
  return wanted
}

type Text = { readonly id: string; readonly title: string; readonly text: string }

/** How many characters of a text are scanned; news states its subject early. */
const mostCharacters = 12_000

/** Chooses the texts to read closely: those whose best paragraph, together with the headline, matches most of the question. */
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
      anywhere[at] = Math.max(nth(anywhere, at), match)
      score += nth(weights, at) * Math.max(match, nth(headline, at))
    })
    best = Math.max(best, score)
  }
  const whole = anywhere.reduce((sum, match, at) => sum + match * nth(weights, at), 0)
  return 0.7 * best + 0.3 * whole
}
