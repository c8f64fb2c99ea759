import { ownValue } from '../../core/own-value.ts'
import { plain, type SearchQuery, spaced } from '../search/search-query.ts'

export type Snippet = {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

const snippetLength = 240
const leadLength = 80
/** Length of HTML around a match: longer than a snippet, since it includes tags and URLs. */
const aroundLength = 500
const letter = /[\p{L}\p{N}\p{M}]/u
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** Cuts a snippet around the first match, with the spans of the matched words in it. */
export function snippetOf(text: string, query: Terms): Snippet {
  const wanted = wantedWords(query)
  const first = firstHit(text, wanted)
  const start = first <= leadLength ? 0 : wordStart(text, first - leadLength)
  const end = Math.min(text.length, wordEnd(text, start + snippetLength))
  const line = text.slice(start, end).replace(/\s/g, ' ')
  const cut = `${start > 0 ? '… ' : ''}${line.trim()}${end < text.length ? ' …' : ''}`.toWellFormed()
  return { text: cut, marks: hitsIn(cut, wanted) }
}

/** Spans of a query's words in a text. */
export function marksIn(text: string, query: SearchQuery): Snippet['marks'] {
  return hitsIn(text, wantedWords(query))
}

/** A query's terms; none for the beginning of a text. */
type Terms = readonly SearchQuery[number][]

function wantedWords(query: Terms): readonly string[] {
  return [...new Set(query.filter((term) => !term.isExcluded).flatMap((term) => term.words))]
}

/** The same from HTML. Only the part around the match is converted to text, if the match is visible in the HTML. */
export function snippetOfHtml(html: string, query: Terms): Snippet {
  const wanted = wantedWords(query)
  const lower = html.toLowerCase()
  const at = Math.min(...wanted.map((word) => wholeWordAt(lower, word)).map((found) => (found < 0 ? Infinity : found)))
  const isInTag = at < html.length && html.lastIndexOf('<', at) > html.lastIndexOf('>', at)
  if (at >= html.length || isInTag) return snippetOf(textOfHtml(html), query)
  const from = at <= aroundLength ? 0 : html.indexOf('>', at - aroundLength) + 1
  const until = html.lastIndexOf('<', at + 2 * aroundLength)
  const part = html.slice(from > at ? 0 : from, until > at ? until : undefined)
  const { text, marks } = snippetOf(textOfHtml(part), query)
  const isCut = from > 0 && from <= at && !text.startsWith('…')
  const lead = isCut ? '… ' : ''
  return {
    text: lead + text,
    marks: marks.map(({ start, end }) => ({ start: start + lead.length, end: end + lead.length })),
  }
}

/** Spans of the words, in order. Words of scripts without spaces are matched character by character and joined. */
function hitsIn(text: string, wanted: readonly string[]): Snippet['marks'] {
  const flat = plain(text)
  const found =
    flat.length === text.length
      ? wanted.flatMap((word) => allWholeWords(flat, word)).sort((a, b) => a.start - b.start)
      : [...wordsOf(text)]
          .filter(([word]) => wanted.includes(plain(word)))
          .map(([word, start]) => ({ start, end: start + word.length }))
  const marks: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = marks.at(-1)
    if (last && last.end >= start) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** Where the first wanted word begins. Most texts are simple enough for a plain text search. */
function firstHit(text: string, wanted: readonly string[]): number {
  const lower = text.toLowerCase()
  const ats = wanted.map((word) => wholeWordAt(lower, word)).filter((at) => at >= 0)
  if (ats.length > 0) return Math.min(...ats)
  for (const [word, at] of wordsOf(text)) if (wanted.includes(plain(word))) return at
  return 0
}

function wholeWordAt(lower: string, word: string, from = 0): number {
  for (let at = lower.indexOf(word, from); at >= 0; at = lower.indexOf(word, at + 1)) {
    const isInside = letter.test(lower[at - 1] ?? ' ') || letter.test(lower[at + word.length] ?? ' ')
    if (!isInside || spaced(word) !== word) return at
  }
  return -1
}

function allWholeWords(lower: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let at = wholeWordAt(lower, word); at >= 0; at = wholeWordAt(lower, word, at + word.length))
    found.push({ start: at, end: at + word.length })
  return found
}

function* wordsOf(text: string): Generator<[string, number]> {
  const isSpaced = spaced(text) === text
  for (const match of text.matchAll(wordPattern)) {
    if (isSpaced || spaced(match[0]) === match[0]) yield [match[0], match.index]
    else {
      let at = match.index
      for (const character of match[0]) {
        yield [character, at]
        at += character.length
      }
    }
  }
}

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/)
  return space < 0 ? at : at + space + 1
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/)
  return space < 0 ? at : at + space
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

/** The words of some HTML. Good enough for a snippet, but never used as a document's text. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return ownValue(named, name.toLowerCase()) ?? whole
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replace(/\s+/g, ' ')
    .trim()
}
