import { matchesOf } from '../core/text/matches-of.ts'

/** Words for comparison: a hash of each word, ignoring case, apostrophes and the encoding of accents, and its position. */
export type Words = {
  /** Unsigned 32-bit hashes, one per word. */
  readonly hashes: Uint32Array
  /** UTF-16 offsets in the text, half-open. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

// A run of letters and digits, including inner apostrophes; in scripts without spaces, one character.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+(?:['’ʼ](?:[\p{L}\p{N}\p{M}])+)*/gu

const BASIS = 0x811c9dc5
const PRIME = 0x01000193

function hashWord(word: string): number {
  const plain = /[^\u0000-\u007f]/.test(word) ? word.normalize('NFKC').toLowerCase() : word.toLowerCase()
  let h = BASIS
  for (let i = 0; i < plain.length; i += 1) {
    const unit = plain.charCodeAt(i)
    if (isApostrophe(unit)) continue
    h = Math.imul(h ^ unit, PRIME)
  }
  return h >>> 0
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc
}

/** The words of a text in any script, in order. Ignores punctuation, case and the shape of apostrophes. */
export function wordsOf(text: string): Words {
  return spacedWords(text) ?? matchedWords(text)
}

/** In any script, by the pattern. */
export function matchedWords(text: string): Words {
  const hashes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of matchesOf(wordPattern, text)) {
    hashes.push(hashWord(match[0]))
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  return { hashes: Uint32Array.from(hashes), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

const LETTER = 1
const OTHER = 2
const ALONE = 3
/** No letter that stands alone, and no half of a character. */
const spaced = /[\p{L}\p{N}\p{M}]/u
const alone =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\ud800-\udfff]/u
/** By code unit, 0 until it was met. */
const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit)
  if (alone.test(character)) return (kinds[unit] = ALONE)
  return (kinds[unit] = spaced.test(character) ? LETTER : OTHER)
}

function isLetterAt(text: string, at: number): boolean {
  if (at >= text.length) return false
  const unit = text.charCodeAt(at)
  return (kinds[unit] || kindOf(unit)) === LETTER
}

/** The same, in a third of the time, for a text whose words all have something between them; undefined for others. */
function spacedWords(text: string): Words | undefined {
  // A word has a letter, and between two words there is something.
  const room = (text.length + 1) >> 1
  const hashes = new Uint32Array(room)
  const starts = new Int32Array(room)
  const ends = new Int32Array(room)
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at)
    const kind = kinds[first] || kindOf(first)
    if (kind === OTHER) continue
    if (kind !== LETTER) return undefined
    let h = BASIS
    let isPlain = true
    let end = at
    for (; end < text.length; end += 1) {
      const unit = text.charCodeAt(end)
      const next = kinds[unit] || kindOf(unit)
      if (next === LETTER) {
        if (unit > 0x7f) isPlain = false
        h = Math.imul(h ^ (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit), PRIME)
      } else {
        if (next !== OTHER) return undefined
        if (!isApostrophe(unit) || !isLetterAt(text, end + 1)) break
      }
    }
    hashes[count] = isPlain ? h >>> 0 : hashWord(text.slice(at, end))
    starts[count] = at
    ends[count] = end
    count += 1
    at = end
  }
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count), ends: ends.slice(0, count) }
}

/** Hashes of all runs of `size` words (w-shingling, Broder 1997), one per starting word, unsigned 32-bit. */
export function shinglesOf(words: Words, size: number): Uint32Array {
  const count = Math.max(0, words.hashes.length - size + 1)
  const shingles = new Uint32Array(count)
  for (let i = 0; i < count; i += 1) {
    let h = 17
    for (let j = i; j < i + size; j += 1) h = Math.imul(h, 0x01000193) ^ (words.hashes[j] as number)
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
    shingles[i] = (h ^ (h >>> 13)) >>> 0
  }
  return shingles
}
