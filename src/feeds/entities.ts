import { Parser } from 'htmlparser2'
import { nth } from '../core/nth.ts'

/** What browsers show for the control characters 0x80 to 0x9F in a numeric reference (HTML Living Standard 13.2.5.80). */
const WINDOWS_1252 = [
  8364, 129, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338, 141, 381, 143, 144, 8216, 8217, 8220, 8221,
  8226, 8211, 8212, 732, 8482, 353, 8250, 339, 157, 382, 376,
]

/** The longest entity name in HTML has 31 letters. */
const LONGEST_NAME = 31

const MAX_REMEMBERED = 4096

const remembered = new Map<string, string | undefined>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

/** Returns the text of an entity that the DOCTYPE declares, or undefined. */
export type EntityLookup = (name: string) => string | undefined

/** A longer text is decoded in parts of about this length. */
const PART = 65_536

/**
 * Decodes character references: numeric ones, the names of XML and HTML, and those in `declared`. One pass, so `&amp;lt;` becomes `&lt;`.
 * What isn't a reference (`AT&T`, `&#xyz;`, `&lt` without semicolon) stays unchanged.
 */
export function decodeEntities(text: string, declared?: EntityLookup): string {
  if (text.length <= PART) return decodePart(text, declared)
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    // No reference contains an `&`, so splitting in front of one never divides a reference.
    const next = text.indexOf('&', from + PART)
    const end = next < 0 ? text.length : next
    const part = decodePart(text.slice(from, end), declared)
    // Reading one character makes V8 flatten the concatenated pieces into one string and free them; they take ten times as much memory.
    if (part.charCodeAt(0) >= 0) parts.push(part)
    from = end
  }
  return parts.join('')
}

function decodePart(text: string, declared: EntityLookup | undefined): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  let decoded = ''
  let from = 0
  while (at >= 0) {
    const usual = usualReference(text, at)
    const end = usual === undefined ? referenceEnd(text, at + 1) : at + usual.length
    const meaning = usual?.meaning ?? (end < 0 ? undefined : meaningOf(text.slice(at + 1, end), declared))
    if (meaning === undefined) {
      at = text.indexOf('&', at + 1)
      continue
    }
    decoded += text.slice(from, at) + meaning
    from = end + 1
    at = text.indexOf('&', from)
  }
  return from === 0 ? text : decoded + text.slice(from)
}

const AMP = { meaning: '&', length: 4 } as const
const LT = { meaning: '<', length: 3 } as const
const GT = { meaning: '>', length: 3 } as const
const QUOT = { meaning: '"', length: 5 } as const

/** Recognizes the four references that make up nearly all of escaped HTML by their characters; `length` is up to the semicolon. */
function usualReference(text: string, at: number): typeof AMP | typeof LT | typeof GT | typeof QUOT | undefined {
  const second = text.charCodeAt(at + 2)
  if (second === 116) {
    if (text.charCodeAt(at + 3) !== 59) return undefined
    const first = text.charCodeAt(at + 1)
    return first === 108 ? LT : first === 103 ? GT : undefined
  }
  if (second === 109) return text.startsWith('&amp;', at) ? AMP : undefined
  return second === 117 && text.startsWith('&quot;', at) ? QUOT : undefined
}

/** Index of a reference's semicolon, or -1 when what follows `&` isn't a reference. */
function referenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_NAME + 2)
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 59) return at === from ? -1 : at
    const isNamePart =
      (unit >= 97 && unit <= 122) ||
      (unit >= 65 && unit <= 90) ||
      (unit >= 48 && unit <= 57) ||
      (unit === 35 && at === from) ||
      ((unit === 45 || unit === 46 || unit === 95) && at > from)
    if (!isNamePart) return -1
  }
  return -1
}

function meaningOf(name: string, declared: EntityLookup | undefined): string | undefined {
  if (name.charCodeAt(0) === 35) return characterOf(name)
  return declared?.(name) ?? namedCharacter(name)
}

/** The character of `#8217` or `#x2019`. Returns undefined when it isn't a number or is beyond Unicode. */
function characterOf(reference: string): string | undefined {
  const isHex = reference[1] === 'x' || reference[1] === 'X'
  const digits = reference.slice(isHex ? 2 : 1)
  if (!(isHex ? /^[0-9a-f]{1,8}$/i : /^[0-9]{1,10}$/).test(digits)) return undefined
  const code = Number.parseInt(digits, isHex ? 16 : 10)
  if (code > 0x10ffff) return undefined
  if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return code >= 128 && code < 160 ? windows1252(code) : String.fromCodePoint(code)
}

export function windows1252(code: number): string {
  return String.fromCharCode(nth(WINDOWS_1252, code - 128))
}

function namedCharacter(name: string): string | undefined {
  if (remembered.has(name)) return remembered.get(name)
  let text = ''
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true })
  parser.end(`&${name};`)
  const meaning = text === `&${name};` || (text.endsWith(';') && text.length > 2) ? undefined : text
  if (remembered.size < MAX_REMEMBERED) remembered.set(name, meaning)
  return meaning
}
