import { nth } from '../core/nth.ts'
import { type GapRules, mayLead, mayLeaveOut, mayTrail } from './allowed-gap.ts'
import { isSameTime, isWordForWord } from './check-date.ts'
import { isTitleBefore } from './check-name.ts'
import type { Line } from './line.ts'
import type { NamedUnits, Passage, Unit } from './read-passage.ts'

/** The units of a sentence that support a claim. */
export type Alignment = { readonly matched: readonly Unit[]; readonly passage: Passage }

/** What `align` searches: the claim, one order of the sentence, and what may be left out. */
type Search = {
  readonly claim: Line
  readonly line: Line
  readonly whole: Passage
  readonly passage: Passage
  readonly calledAt: ReadonlyMap<number, readonly NamedUnits[]>
  readonly rules: GapRules
  readonly failed: Set<number>
}

/**
 * Aligns a claim with a sentence word by word and in order. Words may be left out only where `allowed-gap.ts` allows it, and the claim may
 * add only the plainest words. Undefined when they do not align. At most quadratic, for sentences of at most a few hundred words.
 */
export function align(
  claim: Line,
  whole: Passage,
  line: Line,
  passage: Passage,
  rules: GapRules,
): Alignment | undefined {
  if (claim.length > mostUnits || line.length > mostUnits || claim.length === 0) return undefined
  const roles = passage.called.flatMap(({ mention: { role } }) => role ?? [])
  const calledAt = Map.groupBy(passage.called, ({ first }) => passage.units[first]?.start ?? -1)
  const search: Search = { claim, line, whole, passage, calledAt, rules: { ...rules, roles }, failed: new Set() }
  const matched = alignFrom(search, 0, 0, [])
  return matched && { matched, passage }
}

const mostUnits = 160

function alignFrom(search: Search, k: number, i: number, matched: readonly Unit[]): readonly Unit[] | undefined {
  const { claim, line, failed, rules } = search
  if (k === claim.length) return matched.length > 0 && mayTrail(line, i, matched, rules) ? matched : undefined
  const state = k * (mostUnits + 1) + i
  if (failed.has(state)) return undefined
  const unit = nth(claim, k)
  for (let j = i; j < line.length; j++) {
    for (const [claimed, stated] of matchesAt(search, k, j)) {
      if (!mayPass(search, i, j, matched)) continue
      const done = alignFrom(search, k + claimed, j + stated, [...matched, ...line.slice(j, j + stated)])
      if (done) return done
    }
  }
  if (isAddable(search, unit)) {
    const done = alignFrom(search, k + 1, i, matched)
    if (done) return done
  }
  failed.add(state)
  return undefined
}

function mayPass({ line, rules }: Search, i: number, j: number, matched: readonly Unit[]): boolean {
  return matched.length === 0 ? mayLead(line, j, rules) : mayLeaveOut(line, i, j, matched, rules)
}

function isAddable({ whole, passage, rules }: Search, unit: Unit): boolean {
  if (unit.role === 'free') return true
  if (rules.isLoose && (unit.role === 'negation' || unit.role === 'hedge')) return true
  return isTitleBefore(unit, whole, [passage])
}

/** The possible numbers of units of claim and sentence that say the same from `k` and `j` on. */
function matchesAt(search: Search, k: number, j: number): (readonly [number, number])[] {
  const { claim, line, calledAt, whole, passage } = search
  const here = nth(claim, k)
  const there = nth(line, j)
  const found: (readonly [number, number])[] = []
  if (
    isSame(here, there) ||
    (here.time && there.time && isWordForWord(here.text, whole, [passage]) && here.text === there.text)
  )
    found.push([1, 1])
  for (const called of calledAt.get(there.start) ?? []) {
    const count = called.last - called.first + 1
    const last = line[j + count - 1]
    if (!last) continue
    const length = namedBy(claim, k, called)
    const isPronoun = called.mention.form === 'pronoun'
    const isOwner = isPronoun ? /^(?:his|her|its|their|hers|theirs)$/i.test(there.text) : last.isPossessive
    if (length > 0 && nth(claim, k + length - 1).isPossessive === isOwner) found.push([length, count])
    else if (length > 0 && isPronoun && /^her$/i.test(there.text)) found.push([length, count])
  }
  return found
}

/** How many units from `k` on name the entity of a mention. A part of the name is enough for a person, other entities need all of it. */
function namedBy(claim: Line, k: number, { names, mention }: NamedUnits): number {
  let length = 0
  while (k + length < claim.length && isNamePart(nth(claim, k + length), names)) {
    length++
    if (nth(claim, k + length - 1).isPossessive) break
  }
  const isWhole = new Set(claim.slice(k, k + length).map(({ key }) => key)).size >= names.size
  return mention.kind === 'person' || isWhole ? length : 0
}

function isNamePart({ key, isName, gap }: Unit, names: ReadonlySet<string>): boolean {
  return names.has(key) && (isName || gap === '')
}

function isSame(here: Unit, there: Unit): boolean {
  if (here.number && there.number)
    return (
      here.number.value === there.number.value &&
      here.number.bound === there.number.bound &&
      here.number.sign === there.number.sign
    )
  if (here.time && there.time) return isSameTime(here.time, there.time)
  return here.key === there.key && here.role !== 'number' && here.role !== 'time'
}
