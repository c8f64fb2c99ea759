/** One word, or several in a row; with `isExcluded` it must not occur. */
type SearchTerm = { readonly words: readonly string[]; readonly isExcluded: boolean }
export type SearchQuery = readonly [SearchTerm, ...SearchTerm[]]

const maxTerms = 24

// Scripts written without spaces: each character is indexed as a word, and searched in order.
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{323af}]/u
/** A fast check first: most texts have no such character. */
const beyondArabic = /[^\x00-\u0dff]/
const unspacedAll = new RegExp(unspaced.source, 'gu')
const word = /[\p{L}\p{N}\p{M}]+/gu

/** Puts spaces around characters of scripts without spaces, so that any tokenizer sees words. Returns other text unchanged. */
export function spaced(text: string): string {
  return beyondArabic.test(text) && unspaced.test(text) ? text.replace(unspacedAll, ' $& ') : text
}

/** The words of a text in order, lower case, without diacritics: a form both databases share. */
export function searchWords(text: string): readonly string[] {
  const flat = plain(text)
  if (isAscii(flat)) return flat.match(/[a-z0-9]+/g) ?? []
  return spaced(flat).match(word) ?? []
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text)
}

/**
 * Lower-cases a text, folds compatibility forms, and removes combining marks of Latin, Greek and Cyrillic letters, as well as emoji
 * presentation signs, which would otherwise count as words that no text contains.
 */
export function plain(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u20e3\ufe00-\ufe0f]/g, '')
    .normalize('NFC')
}

/**
 * Parses what a person typed: words, "phrases in quotes" and -without. There are no syntax errors: anything else is read as plain
 * words. `undefined` when there is nothing to search.
 */
export function parseSearchQuery(text: string): SearchQuery | undefined {
  const terms: SearchTerm[] = []
  for (const [, minus, phrase, bare] of text.matchAll(/(?<=^|[\s"“”])(-?)(?:["“”]([^"“”]*)["“”]|([^\s"“”]+))|["“”]/g)) {
    const words = searchWords(phrase ?? bare ?? '')
    if (words.length > 0 && terms.length < maxTerms) terms.push({ words, isExcluded: minus === '-' })
  }
  if (terms.every((term) => term.isExcluded)) return undefined
  return terms as [SearchTerm, ...SearchTerm[]]
}
