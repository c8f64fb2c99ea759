// With more words on either side the table grows too large; nothing is marked then.
const mostWords = 400

/**
 * The words of each text that the other lacks, in order (longest common subsequence, ignoring case and punctuation), as pieces of each
 * text: every second piece, starting with the second, is such words.
 * @param {string} a
 * @param {string} b
 * @returns {[string[], string[]]}
 */
export function differingWords(a, b) {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (left.length > mostWords || right.length > mostWords) return [[a], [b]]
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  const at = (/** @type {number} */ i, /** @type {number} */ j) => lengths[i]?.[j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const isSame = left[i]?.key === right[j]?.key
      const row = /** @type {Uint16Array} */ (lengths[i])
      row[j] = isSame ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i], right[j]]
    if (one && other && one.key === other.key) {
      one.isShared = true
      other.isShared = true
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return [pieces(a, left), pieces(b, right)]
}

/** @typedef {{ start: number, end: number, key: string, isShared: boolean }} Word */

/**
 * @param {string} text
 * @returns {Word[]}
 */
function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: match[0].toLowerCase().replaceAll('’', "'"),
    isShared: false,
  }))
}

/**
 * @param {string} text
 * @param {readonly Word[]} words
 */
function pieces(text, words) {
  const found = []
  let done = 0
  for (const [index, word] of words.entries()) {
    // Text between two words that both differ differs with them.
    if (word.isShared || words[index - 1]?.isShared === false) continue
    const next = words.findIndex(({ isShared }, at) => at > index && isShared)
    const end = words.at(next === -1 ? -1 : next - 1)?.end ?? word.end
    found.push(text.slice(done, word.start), text.slice(word.start, end))
    done = end
  }
  return [...found, text.slice(done)]
}
