/** In a string nothing counts; the quote that ends it is the first with an even number of backslashes before it. */
const QUOTE = 34
const BACKSLASH = 92

/** A brace, a bracket, a comma or a colon: each may begin one more thing that takes memory. */
const MARKS = new Set([123, 91, 44, 58])

/**
 * Whether a text in JSON may hold more than `most` values. To be asked before `JSON.parse` reads what others wrote: three letters of text
 * (`{},`) are 56 bytes of objects, and V8 ends the whole process when it runs out of memory within that call, in a thread with a bound of
 * its own, too.
 */
export function holdsMoreValues(text: string, most: number): boolean {
  if (text.length <= most) return false
  let marks = 0
  for (let at = 0; at < text.length && marks <= most; at++) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) at = stringEnd(text, at)
    else if (MARKS.has(unit)) marks++
  }
  return marks > most
}

function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at
  }
  return text.length
}
