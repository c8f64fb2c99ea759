import type { Span } from '../core/span.ts'

/** A word, number or sign of a text, and where it is. Two with the same `key` are the same word. */
export type QuotedWord = Span & { readonly key: string }

// A currency or percent sign counts as a word, as does each character of scripts written without spaces.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?<![\p{L}\p{N}])[-−]?\p{N}+(?:[.,٫٬]\p{N}+)*|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|[\p{Sc}%٪]/gu
/** Marks that Arabic is read with or without: vowel signs and lengthening. */
const optional = /[\u0640\u064b-\u0652]/g

/** The words of a text. Capitals, punctuation, and forms of apostrophes make no difference. */
export function quotedWords(text: string): readonly QuotedWord[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    key: found.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll('−', '-').replace(optional, ''),
  }))
}

/**
 * The words that a passage puts between quotation marks, the longest such part if it has several; the whole passage if it has none. People
 * select `“We will rebuild it,” the mayor said`.
 */
export function quotedPart(passage: string): string {
  const parts = [...passage.matchAll(/“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]/g)]
    .map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
    .filter((part) => quotedWords(part).length > 1)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  return (longest === '' ? passage : longest).trim()
}
