const DOUBLE_QUOTE = 34
const SINGLE_QUOTE = 39
const LESS = 60
const EQUALS = 61
const GREATER = 62

/**
 * Finds the index of the `>` that ends the tag around `from`, ignoring those inside quoted attribute values. A `<` outside quotes ends the
 * tag too (the index is then that of the `<`). Returns the text's length when nothing ends it. Ignores unclosed quotes, and in XML, where
 * an attribute cannot contain `<`, also a quote that runs over the beginning of another tag: its end was forgotten. Takes time in
 * proportion to the tag's length.
 */
export function tagEnd(text: string, from: number, syntax: 'xml' | 'html'): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === GREATER || unit === LESS) return at
    if ((unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) && opensValue(text, at)) {
      const close = syntax === 'xml' ? closingQuote(text, at) : text.indexOf(text.charAt(at), at + 1)
      if (close > 0) at = close
    }
  }
  return text.length
}

function opensValue(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return before === EQUALS || before === 32 || before === 10 || before === 9 || before === 13
}

/** The quote that closes the one at `open`, or -1 when a tag seems to begin before it. */
function closingQuote(text: string, open: number): number {
  const quote = text.charCodeAt(open)
  for (let at = open + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === quote) return at
    if (unit === LESS && looksLikeTag(text, at)) return -1
  }
  return -1
}

function looksLikeTag(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return next === 47 || isLetter(next)
}

/** True for the UTF-16 unit of an ASCII letter. */
export function isLetter(unit: number): boolean {
  const lower = unit | 32
  return lower >= 97 && lower <= 122
}
/** The index after `mark`, or the end of the text when it is missing. */
export function afterMark(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}
