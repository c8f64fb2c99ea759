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
