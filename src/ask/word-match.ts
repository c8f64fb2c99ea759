import { isNearlySame } from './ask-words.ts'
import type { Passage } from './passages.ts'
import type { QuestionTerm } from './question.ts'

const rootMatch = 0.8
const spokenMatch = 0.9
const slipMatch = 0.8

const endings =
  /(?:ations?|itions?|ions?|ments?|als?|ives?|ities|ity|ly|ists?|ians?|ences?|ances?|ness|ful|able|ible|ry)$/
const roots = new Map<string, string>()

/** What is left of a stem without the endings that make one word of another: `investigation`, `investigator`. A key, not a word. */
export function rootOf(stem: string): string {
  const known = roots.get(stem)
  if (known !== undefined) return known
  const bare = stem.length > 6 ? stem.replace(endings, '') : stem
  const root =
    bare.length >= 5 && bare !== stem
      ? `~${bare.replace(/e$/, '')}`
      : stem.length >= 5
        ? `~${stem.replace(/(?:at)?e?$/, '')}`
        : stem
  if (roots.size > 50_000) roots.clear()
  roots.set(stem, root)
  return root
}

/** How well a sentence has a word of the question, 0 to 1: the word, another form, one that stands for it, or somebody of that name. */
export function matchIn(term: QuestionTerm, passage: Passage): number {
  const direct = matchWords(term, passage.stems)
  if (direct === 1) return 1
  if (passage.spokenOf.has(term.text)) return Math.max(direct, spokenMatch)
  if (term.isNowhere && direct === 0 && passage.words.some(({ text }) => isNearlySame(text, term.text)))
    return slipMatch
  return direct
}

/** The same over stems alone: for headlines. */
export function matchWords(term: QuestionTerm, stems: ReadonlyMap<string, unknown>): number {
  if (stems.has(term.stem)) return 1
  if (term.kind !== 'number' && stems.has(rootOf(term.stem))) return rootMatch
  let best = 0
  for (const [kin, worth] of term.kin) if (worth > best && stems.has(kin)) best = worth
  return best
}
