/** Decodes encodings that the platform does not support, and detects undeclared ones. */
export type RareEncodings = {
  /** Returns undefined when it does not support the encoding either. */
  decodeAs(bytes: Uint8Array, name: string): string | undefined
  /** Guesses the encoding from the bytes around the first one that is not ASCII. */
  detected(bytes: Uint8Array): string
}

export type Decoded = { readonly text: string; readonly encoding: string }

/** The result for a document that needs rare encodings when none were passed. */
const needsRare = Symbol()

/** A document may declare its encoding within these first bytes; a `meta` element further down is ignored. */
const HEAD_BYTES = 4096

/** Decoders of iconv-lite that are not character encodings, or that turn harmless bytes into markup. */
const NEVER = /^(utf-?7|unicode-?1-1-utf-?7|base64|hex|binary|bin)/i

const MULTI_BYTE = /^(utf-?16|utf-?32|ucs-?[24]|unicode|iso-10646|u16|u32)/i

/**
 * Turns the bytes of a feed or page into text. Tries in this order: byte order mark, HTTP `charset`, XML declaration or HTML `meta`, valid
 * UTF-8, a detector, windows-1252. Ignores a declaration that the bytes contradict: UTF-16 without a zero byte, UTF-8 that is mostly
 * invalid, a single-byte set for text that declares UTF-8 and is valid UTF-8. Never throws. `encoding` is the name in lower case. Returns
 * undefined when the document needs `rare` and it was not passed: nearly no document does, and those decoders take 20 MB.
 */
export function decodeCommon(bytes: Uint8Array, contentType = '', rare?: RareEncodings): Decoded | undefined {
  const decoded = decodeWith(bytes, contentType, rare)
  return decoded === needsRare ? undefined : decoded
}

function decodeWith(bytes: Uint8Array, contentType: string, rare: RareEncodings | undefined) {
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes.subarray(marked.length), marked.encoding, rare) ?? decodeLossy(bytes)

  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  const fromHttp = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1]?.toLowerCase()
  const fromHead = declaredIn(head)
  const utf8 = decodeStrictly(bytes)
  if (utf8 !== undefined && (isUtf8Name(fromHttp) || isUtf8Name(fromHead))) return { text: utf8, encoding: 'utf-8' }

  for (const name of [fromHttp, fromHead]) {
    if (!name || NEVER.test(name) || MULTI_BYTE.test(name)) continue
    if (isUtf8Name(name)) {
      const lossy = decodeLossy(bytes)
      if (isMostlyUtf8(lossy.text)) return lossy
      continue
    }
    const decoded = decodeAs(bytes, name, rare)
    if (decoded) return decoded
  }
  if (utf8 !== undefined)
    return (isEscaped(utf8) && decodeAs(bytes, 'iso-2022-jp', rare)) || { text: utf8, encoding: 'utf-8' }

  const lossy = decodeLossy(bytes)
  if (isMostlyUtf8(lossy.text)) return lossy
  if (!rare) return needsRare
  return decodeAs(bytes, rare.detected(bytes), rare) ?? decodeAs(bytes, 'windows-1252', rare) ?? lossy
}

/** A byte order mark, or the zero bytes around `<` in UTF-16 and UTF-32 (XML 1.0, appendix F). */
function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return { encoding: 'utf-32be', length: 0 }
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return { encoding: 'utf-32le', length: 0 }
  if (a === 0 && b === 0x3c && c === 0) return { encoding: 'utf-16be', length: 0 }
  if (a === 0x3c && b === 0 && c !== 0) return { encoding: 'utf-16le', length: 0 }
  return undefined
}

/** The encoding in the XML declaration or, in a page that is not a feed, in the `meta` element. */
function declaredIn(head: string): string | undefined {
  const xml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1]
  if (xml) return xml.toLowerCase()
  if (/<(?:\w+:)?(?:rss|feed|rdf|channel)\b/i.test(head)) return undefined
  return /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]?.toLowerCase()
}

function isUtf8Name(name: string | undefined): boolean {
  return name === 'utf-8' || name === 'utf8'
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decodeLossy(bytes: Uint8Array): Decoded {
  return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
}

/** ISO-2022-JP contains only ASCII bytes, with escape sequences around Japanese text. */
function isEscaped(text: string): boolean {
  return text.includes('\u001b$B') || text.includes('\u001b$@')
}

/** A few bad bytes in much valid UTF-8 (a download cut inside a character) do not make it another encoding. */
function isMostlyUtf8(text: string): boolean {
  let bad = 0
  let good = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) bad++
    else if (unit > 127) good++
  }
  return good >= bad * 4
}

/** Uses the platform's decoder where it supports the name (WHATWG Encoding), else a rare one. Returns undefined when neither does. */
function decodeAs(
  bytes: Uint8Array,
  name: string,
  rare: RareEncodings | undefined,
): Decoded | typeof needsRare | undefined {
  try {
    return { text: new TextDecoder(name).decode(bytes), encoding: name }
  } catch {
    if (NEVER.test(name)) return undefined
  }
  if (!rare) return needsRare
  const text = rare.decodeAs(bytes, name)
  return text === undefined ? undefined : { text, encoding: name }
}
