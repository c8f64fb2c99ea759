import { nth } from '../core/nth.ts'
import { rootOf } from './ask-words.ts'
import type { Passage } from './passages.ts'
import type { QuestionTerm } from './question.ts'

/** Weight of a word that only shares the root of the question's word. */
export const rootMatch = 0.8
const spokenMatch = 0.9
const described = 0.4
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
  if (direct === 1) return term.isVerb === true && onlyDescribes(term, passage) ? described : 1
  if (passage.spokenOf.has(term.text)) return Math.max(direct, spokenMatch)
  if (term.isUnknown && direct === 0 && passage.words.some(({ text }) => isMisspelling(text, term.text)))
    return slipMatch
  return direct
}

const beforeDescribed = /^(?:an?|the|his|her|its|their|whose)$/

/** True where a verb only tells which thing is meant: `the winning manager` says of nobody that he won. */
function onlyDescribes({ stem }: QuestionTerm, { stems, words }: Passage): boolean {
  return (stems.get(stem) ?? []).every(
    (at) => /ing$/.test(words[at]?.text ?? '') && beforeDescribed.test(words[at - 1]?.text ?? ''),
  )
}

/** The same by stems only, for headlines. */
export function matchWords(term: QuestionTerm, stems: ReadonlyMap<string, unknown>): number {
  if (stems.has(term.stem)) return 1
  if (term.kind !== 'number' && stems.has(rootOfTerm(term))) return rootMatch
  let best = 0
  for (const [kin, worth] of term.synonyms) if (worth > best && stems.has(kin)) best = worth
  return best
}

/** Edit distance of two words: letters inserted, left out, changed or swapped. Stops at `most` + 1. */
export function letterDistance(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(nth(row, j - 1) + 1, nth(last, j) + 1, nth(last, j - 1) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, nth(before, j - 2) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return nth(last, b.length)
}

/** True for a likely misspelling: one wrong letter in words of five letters or more, two in nine or more, never the first. */
export function isMisspelling(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || a[0] !== b[0]) return false
  const most = shorter >= 9 ? 2 : 1
  return letterDistance(a, b, most) <= most
}
