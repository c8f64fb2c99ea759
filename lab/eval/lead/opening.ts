/** Words as they stand, folded only where browsers and gold texts differ: case, accents composed, marks apart. */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** A text for word-for-word search: quotation marks, dashes, no-break spaces and white space as one each. */
export function foldMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚`´′]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A line of fewer words is no opening. */
export const leastWords = 6

/** The first sentence of a gold text: its first line of at least six words, cut after its first full stop. */
export function openingOf(gold: string): string | undefined {
  const line = gold.split('\n').find((each) => foldWords(each).length >= leastWords)
  return line === undefined ? undefined : sentenceIn(line)
}

/** The first sentence of a line, with what follows until it has six words. */
export function sentenceIn(line: string): string {
  const pieces = line.trim().split(/(?<=[.!?…。！？؟]["”’»)\]]*)\s+/u)
  let opening = ''
  for (const piece of pieces) {
    opening = opening === '' ? piece : `${opening} ${piece}`
    if (foldWords(opening).length >= leastWords) break
  }
  return opening
}

/**
 * True when at least `share` of the words are in the text in order and near one another: a window of the text, half
 * again as long as the words, holds so many of them as a common subsequence.
 */
export function standsInOrder(words: readonly string[], text: readonly string[], share: number): boolean {
  const wanted = new Set(words)
  const width = Math.ceil(words.length * 1.5)
  const isWanted = text.map((word) => wanted.has(word))
  let count = 0
  for (let end = 0; end < text.length; end++) {
    if (isWanted[end]) count++
    if (end >= width && isWanted[end - width]) count--
    if (count < words.length * share) continue
    if (commonLength(words, text.slice(Math.max(0, end - width + 1), end + 1)) >= words.length * share) return true
  }
  return false
}

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (let j = 1; j <= b.length; j++) next.push(b[j - 1] === word ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!))
    row = next
  }
  return row[b.length]!
}
