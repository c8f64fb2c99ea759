const QUOTE = 34
/** Brace, bracket, comma and colon: each may start another value that takes memory. */
const MARKS = new Set([123, 91, 44, 58])

/** The text wasn't parsed, because its values might not fit in memory. */
export class TooManyValuesError extends SyntaxError {
  override name = 'TooManyValuesError'
}

/**
 * Parses JSON from outside, of at most `most` values. Throws TooManyValuesError for more, else what `JSON.parse` throws, which
 * turns three characters (`{},`) into 56 bytes of objects. If V8 runs out of memory in it, the whole process ends, even when it
 * was called in a thread with its own limit.
 */
export function parseJsonOf(text: string, most: number): unknown {
  if (hasMoreValues(text, most)) throw new TooManyValuesError(`it has more than ${most} values`)
  return JSON.parse(text)
}

/** The same; undefined if it can't be parsed. */
export function findJsonOf(text: string, most: number): unknown {
  try {
    return parseJsonOf(text, most)
  } catch {
    return undefined
  }
}

function hasMoreValues(text: string, most: number): boolean {
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

const BACKSLASH = 92

/**
 * Index of the quote that ends the JSON string opened at `open`: the first after an even number of backslashes. -1 if there is
 * none.
 */
export function jsonStringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at
  }
  return -1
}
