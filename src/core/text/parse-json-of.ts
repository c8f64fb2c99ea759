import { jsonStringEnd } from './json-string-end.ts'

const QUOTE = 34
/** A brace, a bracket, a comma or a colon: each may begin one more thing that takes memory. */
const MARKS = new Set([123, 91, 44, 58])

/** A text that is not read, since its values might not find room in memory. */
export class TooManyValuesError extends SyntaxError {
  override name = 'TooManyValuesError'
}

/**
 * Reads JSON that others wrote, of at most `most` values. Throws TooManyValuesError for more, else what `JSON.parse` throws. That alone
 * makes 56 bytes of objects of three letters (`{},`), and when V8 runs out of memory within it, the whole process ends, also where it
 * was called in a thread with a bound of its own.
 */
export function parseJsonOf(text: string, most: number): unknown {
  if (holdsMoreValues(text, most)) throw new TooManyValuesError(`it holds more than ${most} values`)
  return JSON.parse(text)
}

/** The same; undefined for what cannot be read. */
export function findJsonOf(text: string, most: number): unknown {
  try {
    return parseJsonOf(text, most)
  } catch {
    return undefined
  }
}

function holdsMoreValues(text: string, most: number): boolean {
  if (text.length <= most) return false
  let marks = 0
  for (let at = 0; at < text.length && marks <= most; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      at = jsonStringEnd(text, at)
      if (at < 0) break
    } else if (MARKS.has(unit)) marks++
  }
  return marks > most
}
