const word = /[\p{L}\p{N}_]+/gu

/** The words of a text in order, lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  const words: string[] = []
  let start = -1
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at)
    if (isAnyScript(code)) return lower.match(word) ?? []
    if (isWordUnit(code)) {
      if (start < 0) start = at
    } else if (start >= 0) {
      words.push(lower.slice(start, at))
      start = -1
    }
  }
  if (start >= 0) words.push(lower.slice(start))
  return words
}

/** Words joined by single spaces: two texts with one key differ only in punctuation, case and spacing. */
export function keyOf(text: string): string {
  return wordsOf(text).join(' ')
}

/** The number of words in a text. In a script without spaces, every two letters count as one word. */
export function countWords(text: string): number {
  let runs = 0
  let isWithin = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isAnyScript(code)) return countInAnyScript(text)
    const isWord = isWordUnit(code)
    if (isWord && !isWithin) runs++
    isWithin = isWord
  }
  return runs
}

/** The first script without spaces, Thai, begins here; text before it is counted without a pattern. */
const firstUnspaced = 0x0e00
/** For each unit below it: 0 unknown, 1 within a word, 2 between words. */
const unitKinds = new Uint8Array(firstUnspaced)

/** Needs the pattern. The range in between, dashes and quotation marks, is never part of a word. */
function isAnyScript(code: number): boolean {
  return code >= firstUnspaced && !(code >= 0x2000 && code < 0x2070)
}

function isWordUnit(code: number): boolean {
  return code < firstUnspaced && (unitKinds[code] || learnKind(code)) === 1
}

function learnKind(code: number): number {
  const kind = /[\p{L}\p{N}_]/u.test(String.fromCharCode(code)) ? 1 : 2
  unitKinds[code] = kind
  return kind
}

function countInAnyScript(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  const runs = text.match(word)?.length ?? 0
  return unspaced > runs * 2 ? Math.ceil(unspaced / 2) : runs
}

/** The runs of `size` words of a text; the whole text when it is shorter, nothing when it has no word. */
export function shinglesOf(words: readonly string[], size = 4): string[] {
  if (words.length === 0) return []
  if (words.length <= size) return [words.join(' ')]
  const shingles: string[] = []
  for (let i = 0; i + size <= words.length; i++) shingles.push(words.slice(i, i + size).join(' '))
  return shingles
}
