/** A step through two lists of words: both have the same word, each has another, or only one of them has a word. */
export type WordStep = {
  readonly kind: 'same' | 'replaced' | 'added' | 'left-out'
  /** Index in the first list; absent for `left-out`. */
  readonly mine?: number
  /** Index in the second list; absent for `added`. */
  readonly theirs?: number
}

/**
 * One same word gains 1. A gap of one word is worth a same word behind it, a longer one isn't: so a changed first word is not looked for
 * farther away. From there on a longer gap costs hardly more than a short one, so that a cut stays one cut.
 */
const replacing = -0.5
const opening = -1.4
const leavingOut = -0.06
const adding = -0.5

const never = -1e9
const [inWords, inAdded, inLeftOut] = [0, 1, 2] as const
type State = typeof inWords | typeof inAdded | typeof inLeftOut

/**
 * Aligns all words of the first list with a passage of the second (Gotoh 1982; free at both ends of the second). Time and memory are
 * the product of their lengths.
 */
export function alignWords(mine: readonly string[], theirs: readonly string[]): readonly WordStep[] {
  const width = theirs.length + 1
  const tables = [0, 1, 2].map(() => new Float32Array((mine.length + 1) * width).fill(never)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const [words, added, leftOut] = tables
  const at = (table: Float32Array, place: number): number => table[place] ?? never
  words.fill(0, 0, width)
  for (let i = 1; i <= mine.length; i++)
    for (let j = 0; j < width; j++) {
      const here = i * width + j
      const up = here - width
      added[here] = adding + Math.max(at(words, up) + opening, at(added, up))
      if (j === 0) continue
      const before = Math.max(at(words, up - 1), at(added, up - 1), at(leftOut, up - 1))
      words[here] = before + (mine[i - 1] === theirs[j - 1] ? 1 : replacing)
      leftOut[here] = leavingOut + Math.max(at(words, here - 1) + opening, at(leftOut, here - 1))
    }
  return pathOf(mine, theirs, tables)
}

function pathOf(
  mine: readonly string[],
  theirs: readonly string[],
  tables: readonly [Float32Array, Float32Array, Float32Array],
): readonly WordStep[] {
  const width = theirs.length + 1
  const value = (state: State, i: number, j: number): number => tables[state][i * width + j] ?? never
  const better = (states: readonly State[], i: number, j: number): State =>
    states.reduce((best, state) => (value(state, i, j) > value(best, i, j) ? state : best))
  let i = mine.length
  let j = 0
  for (let end = 1; end < width; end++)
    if (value(better([inWords, inAdded], i, end), i, end) > value(better([inWords, inAdded], i, j), i, j)) j = end
  let state: State = better([inWords, inAdded], i, j)
  const steps: WordStep[] = []
  while (i > 0) {
    if (state === inWords) {
      const isSame = mine[i - 1] === theirs[j - 1]
      steps.push({ kind: isSame ? 'same' : 'replaced', mine: i - 1, theirs: j - 1 })
      i--
      j--
      state = better([inWords, inAdded, inLeftOut], i, j)
    } else if (state === inAdded) {
      steps.push({ kind: 'added', mine: i - 1 })
      i--
      state = value(inWords, i, j) + opening >= value(inAdded, i, j) ? inWords : inAdded
    } else {
      steps.push({ kind: 'left-out', theirs: j - 1 })
      j--
      state = value(inWords, i, j) + opening >= value(inLeftOut, i, j) ? inWords : inLeftOut
    }
  }
  return steps.reverse()
}
