import { withoutLetters } from '../../../src/extract/bylines/person-name.ts'
import { tokensOf } from '../extraction/text-score.ts'

function fold(text: string): string {
  return tokensOf(text.normalize('NFKC').toLowerCase()).join(' ')
}

/** Titles are the same with the same words, or nine tenths of the words of both. */
export function hasSameTitle(gold: string, found: string): boolean {
  const [a, b] = [fold(gold), fold(found)]
  if (a === '' || b === '') return false
  if (a === b) return true
  const words = new Set(a.split(' '))
  const others = new Set(b.split(' '))
  return (2 * words.intersection(others).size) / (words.size + others.size) >= 0.9
}

/** The first author is right when it is what was found, holds it, or is held by it with little else. */
export function hasSameAuthor(gold: string, found: readonly string[]): boolean {
  const bare = (text: string): string => fold(text).replace(/^(?:by|von|par|por|di) /, '')
  const right = bare(gold)
  return [found.join(', '), found[0] ?? ''].map(bare).some((name) => {
    if (name === '' || right === '') return false
    const isLonger = right.length > 4 && name.includes(right) && name.length < right.length + 25
    return name === right || (name.length > 4 && right.includes(name)) || isLonger
  })
}

/**
 * The whole list is right when it has the same names: no more, no fewer, none with anything beside it. Titles, degrees and offices don't
 * count: the gold has them on some pages (`Ann Lee (Content manager)`, `Dr Ann Lee, MD`) and not on others that print them.
 */
export function hasSameAuthors(gold: string, found: readonly string[]): boolean {
  const bare = (name: string): string => fold(withoutLetters(name.replace(/^(?:by|von|par|por|di|dr|prof)\.?\s+/i, '')))
  const names = (list: readonly string[]): string => [...new Set(list.map(bare))].sort().join('|')
  const right = withoutLetters(gold.replace(/\s*\([^()]*\)$/, ''))
    .split(/\s*(?:[;|/]|\s&\s|\sand\s|\swith\s|,(?=\s*\S+\s+\S))\s*/)
    .filter((name, at) => fold(name) !== '' && (at === 0 || !office.test(name)))
  return names(right) === names(found)
}

const office = /\b(?:ceo|expert|manager|editor|director|founder)\b/i

/** Dates are the same within a day. */
export function hasSameDate(gold: string, found: string | undefined): boolean {
  return found !== undefined && Math.abs(Date.parse(gold) - Date.parse(found)) <= 86_400_000
}
