/** Bytes read of one text in a document: enough for all that is stored of it at three bytes per character. */
const MAX_BYTES = 6_000_000

/** The longest character reference, which a cut might divide. */
const LONGEST_REFERENCE = 40

/** Enough of a document to recognize its type. */
const HEAD_BYTES = 256

const [LESS, GREATER, AMPERSAND, SEMICOLON] = [60, 62, 38, 59]
const [QUOTE, BACKSLASH, LETTER_U, BRACE, BRACKET] = [34, 92, 117, 123, 91]

/**
 * Removes from an XML or JSON document what each text has beyond the length we store: undecoded bytes take no memory, while each decoded
 * character may take two bytes. Moves the rest together in place. A text is what is between two tags, a section, a comment, or a string.
 * Cuts nothing else, and leaves other documents and those in UTF-16 unchanged.
 */
export function cutLongTexts(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, HEAD_BYTES)
  const first = head.find((byte) => byte > 32 && byte < 128) ?? 0
  const isJson = first === BRACE || first === BRACKET
  if (bytes.length <= MAX_BYTES || head.includes(0) || !(isJson || first === LESS)) return bytes
  let read = 0
  let written = 0
  while (read < bytes.length) {
    const { from, end } = isJson ? nextString(bytes, read) : nextText(bytes, read)
    const stop = end - from > MAX_BYTES ? (isJson ? escapedUpTo : wholeUpTo)(bytes, from + MAX_BYTES, from) : end
    if (written < read) bytes.copyWithin(written, read, stop)
    written += stop - read
    read = end
    if (!isJson || end === bytes.length) continue
    // The quote that closes the string.
    bytes[written++] = bytes[read++]!
  }
  return bytes.subarray(0, written)
}

function nextText(bytes: Uint8Array, at: number): { readonly from: number; readonly end: number } {
  if (bytes[at] !== LESS) return { from: at, end: indexOf(bytes, LESS, at) }
  if (isAt(bytes, '<![CDATA[', at)) return { from: at, end: markEnd(bytes, ']]', at) }
  if (isAt(bytes, '<!--', at)) return { from: at, end: markEnd(bytes, '--', at) }
  const tagEnd = indexOf(bytes, GREATER, at)
  return { from: tagEnd, end: indexOf(bytes, LESS, tagEnd) }
}

function markEnd(bytes: Uint8Array, mark: string, from: number): number {
  let at = indexOf(bytes, GREATER, from)
  while (at < bytes.length && !isAt(bytes, mark, at - 2)) at = indexOf(bytes, GREATER, at + 1)
  return at < bytes.length ? at - 2 : at
}

function isAt(bytes: Uint8Array, mark: string, from: number): boolean {
  for (let at = 0; at < mark.length; at++) if (bytes[from + at] !== mark.charCodeAt(at)) return false
  return true
}

function indexOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from)
  return at < 0 ? bytes.length : at
}

/** The end of the last complete character and reference before `end`. */
function wholeUpTo(bytes: Uint8Array, end: number): number {
  let whole = end
  while (whole > end - 4 && (bytes[whole]! & 0xc0) === 0x80) whole--
  const tail = bytes.subarray(whole - LONGEST_REFERENCE, whole)
  const open = tail.lastIndexOf(AMPERSAND)
  return open < 0 || tail.includes(SEMICOLON, open) ? whole : whole - LONGEST_REFERENCE + open
}

function nextString(bytes: Uint8Array, at: number): { readonly from: number; readonly end: number } {
  const from = indexOf(bytes, QUOTE, at) + 1
  let close = indexOf(bytes, QUOTE, from)
  while (close < bytes.length && isEscaped(bytes, close)) close = indexOf(bytes, QUOTE, close + 1)
  return { from, end: close }
}

function isEscaped(bytes: Uint8Array, quote: number): boolean {
  let slashes = 0
  while (bytes[quote - 1 - slashes] === BACKSLASH) slashes++
  return slashes % 2 === 1
}

/** The end of the last complete character of a string before `end`; escapes are counted from its beginning. */
function escapedUpTo(bytes: Uint8Array, end: number, from: number): number {
  let at = from
  while (at < end) at += bytes[at] !== BACKSLASH ? 1 : bytes[at + 1] === LETTER_U ? 6 : 2
  return wholeUpTo(bytes, at)
}
