import { rootOf } from './ask-words.ts'
import { isMisspelling } from './misspellings.ts'
import type { Passage } from './passages.ts'
import type { QuestionTerm } from './question.ts'

/** Weight of a word that only shares the root of the question's word. */
export const rootMatch = 0.8
const spokenMatch = 0.9
const slipMatch = 0.8

const roots = new WeakMap<QuestionTerm, string>()

/** The root of a question's word, cached because every sentence needs it. */
function rootOfTerm(term: QuestionTerm): string {
  const root = roots.get(term) ?? rootOf(term.stem)
  roots.set(term, root)
  return root
}

/** How well a sentence matches a word of the question, 0 to 1: the same word, another form, a synonym, or a person of that name. */
export function matchIn(term: QuestionTerm, passage: Passage): number {
  const direct = matchWords(term, passage.stems)
  if (direct === 1) return 1
  if (passage.spokenOf.has(term.text)) return Math.max(direct, spokenMatch)
  if (term.isUnknown && direct === 0 && passage.words.some(({ text }) => isMisspelling(text, term.text)))
    return slipMatch
  return direct
}

/** The same by stems only, for headlines. */
export function matchWords(term: QuestionTerm, stems: ReadonlyMap<string, unknown>): number {
  if (stems.has(term.stem)) return 1
  if (term.kind !== 'number' && stems.has(rootOfTerm(term))) return rootMatch
  let best = 0
  for (const [kin, worth] of term.synonyms) if (worth > best && stems.has(kin)) best = worth
  return best
}
