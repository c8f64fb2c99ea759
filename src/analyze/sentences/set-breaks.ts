import { nth } from '../../core/nth.ts'
/** A place where a sentence begins whatever is before it, and where to continue reading: past a list's number. */
export type SetBreak = { readonly at: number; readonly resume: number }

/**
 * Breaks that the setting of the text makes, not its punctuation: lines that are not wrapped, items of a list run
 * together (`1. Bread 2. Milk`), the credit after a caption. In order. Linear in the text.
 */
export function setBreaks(text: string): SetBreak[] {
  const breaks = [...lineBreaks(text), ...listBreaks(text), ...creditBreaks(text)]
  return breaks.sort((a, b) => a.at - b.at || b.resume - a.resume)
}

/** Shorter lines were not wrapped for being too long. */
const SHORTEST_WRAPPED = 50

/**
 * A line ends its sentence, unless it was wrapped: the next continues with a small letter or a bracket, and this one is
 * long or ends in a space, which marks a soft break (RFC 3676).
 */
function lineBreaks(text: string): SetBreak[] {
  if (!/[\n\r]/.test(text)) return []
  let lineStart = 0
  const breaks: SetBreak[] = []
  for (const { index, 0: signs } of text.matchAll(/[\n\r]+/g)) {
    const mayWrap = signs.length === 1 && (text[index - 1] === ' ' || index - lineStart >= SHORTEST_WRAPPED)
    lineStart = index + signs.length
    if (!mayWrap || !/^ ?(?:\p{Ll}(?!\p{Ll}{0,3}[.)])|\(\s)/u.test(text.slice(lineStart, lineStart + 8)))
      breaks.push({ at: index, resume: lineStart })
  }
  return breaks
}

type Marker = { readonly at: number; readonly end: number; readonly style: string; readonly value: number }

/**
 * Items of a list that begins where a sentence does: at least two markers of one style, each one more than that before.
 * A number within a sentence, `in 1. and 2. place`, starts no list.
 */
function listBreaks(text: string): SetBreak[] {
  const markers = markersIn(text)
  return markers
    .filter((marker, i) => {
      const before = markers[i - 1]
      if (before && follows(before, marker)) return isInList(text, markers, i)
      const after = markers[i + 1]
      return after !== undefined && follows(marker, after) && beginsList(text, marker)
    })
    .map(({ at, end }) => ({ at, resume: end }))
}

const MARKER = /(?<=^|\s)([•⁃*-]?)\s?(\(?)(?:(\d{1,2})|([a-z]))(\.\)|[.)])(?=\s)/g

function markersIn(text: string): Marker[] {
  return [...text.matchAll(MARKER)].map((match) => {
    const [all, bullet, open, digits, letter, close] = match
    const value = digits === undefined ? (letter as string).charCodeAt(0) : Number(digits)
    const style = `${bullet}${open}${digits === undefined ? 'a' : '1'}${close}`
    return { at: match.index, end: match.index + all.length, style, value }
  })
}

function follows(before: Marker, marker: Marker): boolean {
  return before.style === marker.style && marker.value === before.value + 1
}

/** Whether the run of markers that this one continues began as a list: looked up once for each run. */
function isInList(text: string, markers: readonly Marker[], i: number): boolean {
  let first = i
  while (first > 0 && i - first < 100 && follows(nth(markers, first - 1), nth(markers, first))) first--
  return beginsList(text, nth(markers, first))
}

function beginsList(text: string, { at }: Marker): boolean {
  const before = text.slice(Math.max(0, at - 8), at).trimEnd()
  return before === '' || /[.!?]["”’')]?$/.test(before) || /[\n\r]\s*$/.test(text.slice(Math.max(0, at - 8), at))
}

/** `The old bridge Image: Jo Poe`: a caption and its credit set in one line. */
function creditBreaks(text: string): SetBreak[] {
  const credit = /(?<=[\p{L}\p{N}.)”"]\s)(?:Image|Photo(?:graph)?|Picture): (?=\p{Lu})/gu
  return [...text.matchAll(credit)].map(({ index }) => ({ at: index, resume: index }))
}
