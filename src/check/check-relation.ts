import { type Alignment, align } from './align.ts'
import { titles } from './check-name.ts'
import { wordsForSpeaker } from './check-speaker.ts'
import type { Line } from './line.ts'
import type { Passage, Unit } from './read-passage.ts'
import { ordersOf, type PassageOrders } from './sentence-orders.ts'
import { isVerbLike } from './verb-like.ts'

/** The sentences that support a claim or its clauses, each with the supporting words; undefined when none do. */
export function supportingSentences(
  claim: Passage,
  cited: readonly PassageOrders[],
  { isLoose, speaker }: { readonly isLoose: boolean; readonly speaker?: string | undefined },
): readonly Alignment[] | undefined {
  const carry = (line: Line): Alignment | undefined => {
    for (const passage of cited) {
      if (!mayCarry(line, passage, isLoose)) continue
      const rules = { isLoose, own: speaker === undefined ? [] : wordsForSpeaker(speaker, passage) }
      for (const each of passage.lines) {
        const found = align(line, claim, each, passage, rules)
        if (found) return found
      }
    }
    return undefined
  }
  for (const line of ordersOf(claim)) {
    const found = carry(line)
    if (found) return [found]
  }
  return carriedInParts(claim, carry)
}

/** A claim joined of whole clauses, each supported separately. */
function carriedInParts(
  claim: Passage,
  carry: (line: Line) => Alignment | undefined,
): readonly Alignment[] | undefined {
  const { units } = claim
  for (let at = 2; at < units.length - 1; at++) {
    const unit = units[at] as Unit
    const isJoined = /^(?:and|but|while)$/.test(unit.key)
    if (!isJoined && !/[;.]/.test(unit.gap)) continue
    const first = units.slice(0, at)
    const second = units.slice(isJoined ? at + 1 : at)
    const a = first.length > 2 ? carry(first) : undefined
    const b = a && second.length > 2 ? carry(second) : undefined
    if (a && b && isClause(first, a) && isClause(second, b)) return [a, b]
  }
  return undefined
}

/** The units have a verb recognized by form, or run to the end of their sentence. */
function isClause(line: Line, { matched, passage }: Alignment): boolean {
  const last = passage.units.findLast(({ role }) => role !== 'free')
  return line.some((unit, index) => index > 0 && isVerbLike(unit)) || matched.some(({ start }) => start === last?.start)
}

/** A quick test before aligning: every content word of the claim is somewhere in the sentence. */
function mayCarry(line: Line, { known }: PassageOrders, isLoose: boolean): boolean {
  return line.every(
    ({ role, key, text }) =>
      role !== 'content' || known.has(key) || titles.has(text.toLowerCase().replace(/\.$/, '')) || isLoose,
  )
}
