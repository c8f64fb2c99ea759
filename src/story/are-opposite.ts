import { OUTCOMES, type Outcome, outcomeKey, PHRASES } from './outcomes.ts'
import type { Word } from './words.ts'

/**
 * Whether two wordings tell of opposite outcomes, or of other stages of one: of some matter, what the one has and the other has not is all on
 * another side. `shares fell as oil rose` and `shares slid as oil climbed` are not, `was detained` and `was released on bail` are.
 */
export function areOpposite(a: readonly Word[], b: readonly Word[]): boolean {
  const [inA, inB] = [keysOf(a), keysOf(b)]
  const here = outcomesOf(inA, new Set(inB))
  if (here.size === 0) return false
  for (const [matter, sides] of outcomesOf(inB, new Set(inA))) {
    const others = here.get(matter)
    if (others !== undefined && (others & sides) === 0) return true
  }
  return false
}

function keysOf(words: readonly Word[]): string[] {
  return words.map(({ text }) => outcomeKey(text))
}

/** For each matter the sides, as bits, of the words that the other wording has not. */
function outcomesOf(keys: readonly string[], others: ReadonlySet<string>): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const put = (outcomes: readonly Outcome[]) => {
    for (const { matter, side } of outcomes) found.set(matter, (found.get(matter) ?? 0) | (1 << side))
  }
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!
    const next = keys[at + 1] ?? ''
    const phrase = PHRASES.has(key) ? OUTCOMES.get(`${key}_${next}`) : undefined
    if (phrase) {
      if (!others.has(key) || !others.has(next)) put(phrase)
      at += 1
    } else if (!others.has(key)) put(OUTCOMES.get(key) ?? [])
  }
  return found
}
