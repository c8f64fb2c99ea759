import { packOf } from '../languages/all.ts'
import { scriptOf } from './translated-script.ts'

/**
 * True when a translation has more names of its own than the original has names it gave up: a name was brought in. Names are known by their
 * capitals, so this is told only between languages of Latin script, into those that write no more capitals than names have. `Londres`
 * for `London` gives one up and brings one, and so does one name put for another: that is not told.
 */
export function bringsName(original: string, translated: string, from: string, to: string): boolean {
  if (scriptOf(from) !== 'Latin' || scriptOf(to) !== 'Latin' || packOf(to)?.hasMoreCapitals) return false
  const [there, here] = [capitals(original), capitals(translated)]
  const [words, known] = [wordsOf(translated), wordsOf(original)]
  const brought = here.inside.filter((word) => !known.has(fold(word)))
  if ([...here.first, ...brought].some((word) => isAcronym(word) && !known.has(fold(word)))) return true
  const given = there.inside.filter((word) => !words.has(fold(word)))
  // What begins a sentence has a capital either way: it is taken for a name where what was brought begins like it.
  const begun = there.first.filter((word) => brought.some((other) => fold(other).startsWith(fold(word).slice(0, 2))))
  return brought.length > given.length + begun.length
}

/** Words with a capital, those that begin a sentence apart. */
function capitals(text: string): { readonly first: readonly string[]; readonly inside: readonly string[] } {
  const first: string[] = []
  const inside: string[] = []
  for (const { 0: word, index } of text.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu)) {
    if (/[\p{L}\p{M}]$/u.test(text.slice(0, index)) || isNumeral(word)) continue
    const isFirst = /(?:^|[.!?:…]\s*|[«"“‘(\u2014\u2013-]\s*)(?:\p{L}{1,2}['’])?$/u.test(text.slice(0, index))
    ;(isFirst ? first : inside).push(word)
  }
  return { first, inside }
}

/** Roman numerals, as of centuries and kings. */
function isNumeral(word: string): boolean {
  return /^[IVXLCDM]+(?:e|er|ème|º)?$/u.test(word)
}

/** Short ones have another form in another language, as NATO and OTAN; long ones are written alike. */
function isAcronym(word: string): boolean {
  return word.length >= 6 && word === word.toUpperCase()
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{M}]+/gu) ?? []).map(fold))
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
