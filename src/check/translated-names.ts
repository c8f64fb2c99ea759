import { packOf } from '../languages/all.ts'
import { scriptOf } from './translated-script.ts'

/**
 * True when a translation has more names of its own than the original lost, so a name was added. Names are recognized by their capitals, so
 * this works only between languages in Latin script, into those that capitalize little else. `Londres` for `London` loses one name and adds
 * one; so does a wrong name, which is not detected.
 */
export function addsName(original: string, translated: string, from: string, to: string): boolean {
  if (scriptOf(from) !== 'Latin' || scriptOf(to) !== 'Latin' || packOf(to)?.hasMoreCapitals) return false
  const [there, here] = [capitals(original), capitals(translated)]
  const [words, known] = [wordsOf(translated), wordsOf(original)]
  const brought = here.inside.filter((word) => !known.has(fold(word)))
  if ([...here.first, ...brought].some((word) => isAcronym(word) && !known.has(fold(word)))) return true
  const given = there.inside.filter((word) => !words.has(fold(word)))
  // The first word of a sentence is always capitalized; it counts as a name if an added name begins like it.
  const begun = there.first.filter((word) => brought.some((other) => fold(other).startsWith(fold(word).slice(0, 2))))
  return brought.length > given.length + begun.length
}

/** Capitalized words, with those that begin a sentence separately. */
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

/** Short acronyms change between languages, like NATO and OTAN; long ones do not. */
function isAcronym(word: string): boolean {
  return word.length >= 6 && word === word.toUpperCase()
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{M}]+/gu) ?? []).map(fold))
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
