import { tokensOf } from './text-score.ts'

function fold(text: string): string {
  return tokensOf(text.normalize('NFKC').toLowerCase()).join(' ')
}

/** A title is right when it has the gold's words, or nine tenths of the words of both. */
export function isSameTitle(gold: string, found: string): boolean {
  const a = fold(gold)
  const b = fold(found)
  if (a === b) return true
  const words = new Set(a.split(' '))
  const others = new Set(b.split(' '))
  const common = [...others].filter((each) => words.has(each)).length
  return (2 * common) / (words.size + others.size) >= 0.9
}

/** Authors are right when every name of the gold is found, whatever titles or degrees are beside it. */
export function isSameAuthor(gold: string, found: readonly string[]): boolean {
  const goldNames = gold
    .split(/\s*(?:;|,(?=\s*(?:and\s)?\S+\s+\S+)|\s&\s|\sand\s)\s*/)
    .map(fold)
    .filter((name) => name !== '')
  const text = fold(found.join(' , '))
  if (text === '') return false
  if (text === fold(gold)) return true
  const isFound = (name: string): boolean =>
    text.includes(name) || found.some((each) => fold(each) !== '' && name.includes(fold(each)))
  return goldNames.length > 0 && goldNames.every(isFound)
}

/** Dates are right to the day, one day either way for the zone. */
export function isSameDay(gold: string, found: string | undefined): boolean {
  if (found === undefined) return false
  return Math.abs(Date.parse(gold) - Date.parse(found)) <= 36 * 3_600_000
}
