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

function hashWord(word: string): number {
  const plain = /[^\u0000-\u007f]/.test(word) ? word.normalize('NFKC').toLowerCase() : word.toLowerCase()
  let h = 0x811c9dc5
  for (let i = 0; i < plain.length; i += 1) {
    const unit = plain.charCodeAt(i)
    if (unit === 0x27 || unit === 0x2019 || unit === 0x2bc) continue
    h = Math.imul(h ^ unit, 0x01000193)
  }
  return h >>> 0
}

/** The words of a text in any script, in order. Ignores punctuation, case and the shape of apostrophes. */
export function wordsOf(text: string): Words {
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
