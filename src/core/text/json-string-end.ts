const BACKSLASH = 92

/**
 * The quote that ends the string of JSON that opens at `open`: the first with an even number of backslashes before it. -1 where none
 * does.
 */
export function jsonStringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at
  }
  return -1
}
