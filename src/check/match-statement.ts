import { defined } from '../core/defined.ts'
import type { Span } from '../core/span.ts'
import { type QuotedWord, quotedWords } from './compare-quotation.ts'
import { closestPlace, exactPlaces, type TextWords } from './text-words.ts'
import type { WordChange } from './word-changes.ts'

/** Words to look for: `parts` are spans of `text`, between which something was left out. */
export type WantedWords = { readonly text: string; readonly parts: readonly Span[] }

/**
 * A place in a text with these words. `cut`: words of it were left out; `altered`: some are others. Spans of changes count in the wanted
 * text and in the found one.
 */
export type MatchedPlace = {
  readonly kind: 'exact' | 'cut' | 'altered'
  readonly span: Span
  readonly changes: readonly WordChange[]
  /** The share of the wanted words that it has. */
  readonly kept: number
}

/** What a quotation leaves out is within so many characters: farther apart, they are two quotations. */
const farthest = 1500

/** The words of a part, with their places in the wanted text. */
export type WantedPart = { readonly text: string; readonly start: number; readonly words: readonly QuotedWord[] }

export function readParts({ text, parts }: WantedWords): readonly WantedPart[] {
  return parts.map(({ start, end }) => {
    const part = text.slice(start, end)
    return { text: part, start, words: quotedWords(part) }
  })
}

/** The places of a text with these words; without any, the closest passage, if it is close enough to be the same words, changed. */
export function matchStatement(parts: readonly WantedPart[], text: TextWords): readonly MatchedPlace[] {
  const [first, ...rest] = parts
  if (!first) return []
  if (rest.length > 0) return matchCut(first, rest, text)
  const exact = exactPlaces(first.words, text)
  if (exact.length > 0) return exact.map((span) => ({ kind: 'exact', span, changes: [], kept: 1 }))
  const place = closest(first, text)
  return place ? [{ ...place, kind: kindOf(place.changes) }] : []
}

/** Words were only left out, and none of them a number or a denial. */
function kindOf(changes: readonly WordChange[]): 'cut' | 'altered' {
  return changes.every(({ kind, given }) => given === undefined && kind === 'words') ? 'cut' : 'altered'
}

/**
 * The same place without the words of the text that stand where the wanted text has others at its beginning or end: these may be words
 * that were added there, beside what is quoted. Undefined if it neither begins nor ends so.
 */
export function withoutChangedEnds(match: MatchedPlace, text: string): MatchedPlace | undefined {
  let { start, end } = match.span
  const changes = match.changes.map(({ found, ...change }) => {
    if (found === undefined || change.given === undefined) return { ...change, ...defined({ found }) }
    if (found.start === match.span.start)
      start = found.end + (/^[^\p{L}\p{N}]*/u.exec(text.slice(found.end))?.[0].length ?? 0)
    else if (found.end === match.span.end)
      end = found.start - (/[^\p{L}\p{N}]*$/u.exec(text.slice(0, found.start))?.[0].length ?? 0)
    else return { ...change, found }
    return change
  })
  const isTrimmed = end > start && (start > match.span.start || end < match.span.end)
  return isTrimmed ? { ...match, span: { start, end }, changes } : undefined
}

/** Each part behind the one before it. */
function matchCut(first: WantedPart, rest: readonly WantedPart[], text: TextWords): readonly MatchedPlace[] {
  const starts = placesOf(first, text)
  for (const start of starts) {
    let { span } = start
    const changes = [...start.changes]
    let [kept, all] = [start.kept * first.words.length, first.words.length]
    const isWhole = rest.every((part) => {
      const next = placesOf(part, text).find(
        (one) => one.span.start >= span.end && one.span.start - span.end < farthest,
      )
      if (!next) return false
      if (next.span.start > span.end) changes.push({ kind: 'words', found: { start: span.end, end: next.span.start } })
      changes.push(...next.changes)
      span = { start: span.start, end: next.span.end }
      kept += next.kept * part.words.length
      all += part.words.length
      return true
    })
    if (isWhole) {
      const isAltered = changes.some(({ given, kind }) => given !== undefined || kind !== 'words')
      return [{ kind: isAltered ? 'altered' : 'cut', span, changes, kept: kept / all }]
    }
  }
  return []
}

type Place = Omit<MatchedPlace, 'kind'>

function placesOf(part: WantedPart, text: TextWords): readonly Place[] {
  const exact = exactPlaces(part.words, text)
  if (exact.length > 0) return exact.map((span) => ({ span, changes: [], kept: 1 }))
  const place = closest(part, text)
  return place ? [place] : []
}

function closest({ text: given, start, words }: WantedPart, text: TextWords): Place | undefined {
  const place = closestPlace(given, words, text)
  if (!place) return undefined
  const moved = (span: Span | undefined) => span && { given: { start: span.start + start, end: span.end + start } }
  return { ...place, changes: place.changes.map((change) => ({ ...change, ...moved(change.given) })) }
}
