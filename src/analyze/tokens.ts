import { matchesOf } from '../core/text/matches-of.ts'

/** A word or sign at its place in the document. */
export type RawToken = { readonly text: string; readonly start: number; readonly end: number }

const TOKEN =
  /(?:https?:\/\/|www\.)\S+|[@#]\w+|\p{L}+(?:\.\p{L}+)+\.?|[$£€¥]?\d+(?:[.,:]\d+)*(?:%|st|nd|rd|th|bn|m|k|tn|pm|am|s)?|\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'](?=\p{L})[\p{L}\p{M}\p{N}]+)*|\.{2,}|--+|''|``|[^\s]/gu
const CLITIC = /^(.*?)(n[’']t|[’'](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M))$/

/** Words and signs of a piece of text, clitics apart as in the Penn Treebank: `isn't` is `is` and `n't`. */
export function tokenize(text: string, base = 0): RawToken[] {
  const tokens: RawToken[] = []
  for (const match of matchesOf(TOKEN, text)) {
    const word = match[0]
    const start = base + match.index
    const cut = cutOf(word)
    if (cut > 0) {
      tokens.push({ text: word.slice(0, cut), start, end: start + cut })
      tokens.push({ text: word.slice(cut), start: start + cut, end: start + word.length })
    } else tokens.push({ text: word, start, end: start + word.length })
  }
  return tokens
}

/** Where a word is cut in two, 0 when it is not. */
function cutOf(word: string): number {
  if (word.length < 3) return 0
  if (word === 'cannot' || word === 'Cannot') return 3
  if (!(word.includes("'") || word.includes('’')) || !/^\p{L}/u.test(word)) return 0
  return CLITIC.exec(word)?.[1]?.length ?? 0
}
