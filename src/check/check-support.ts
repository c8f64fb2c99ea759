import { nth } from '../core/nth.ts'
import { type Alignment, align } from './align.ts'
import { isTitleBefore, titles } from './check-name.ts'
import { wordsForSpeaker } from './check-speaker.ts'
import { isVerbLike } from './cues.ts'
import { type Finding, wrong } from './finding.ts'
import type { Line } from './line.ts'
import type { Passage, Unit } from './read-passage.ts'
import { ordersOf, type PassageOrders } from './sentence-orders.ts'
import { keyOf } from './word-forms.ts'

/** Verbs that reverse a fact: one in place of the other is a contradiction. */
const OPPOSITES =
  'reject accept; approve reject; allow ban; rise fall; win lose; support oppose; agree refuse; deny admit; open close; start end; raise lower; increase reduce; pass fail; guilty innocent; legal illegal; able unable; likely unlikely; arrive leave; gain lose; hire fire; attack defend; praise criticize; best worst; more fewer; more less; before after; above below; up down; high low; first last'
const opposites = new Map<string, Set<string>>()
for (const pair of OPPOSITES.split('; ')) {
  const [a = '', b = ''] = pair.split(' ').map(keyOf)
  opposites.set(a, new Set([...(opposites.get(a) ?? []), b]))
  opposites.set(b, new Set([...(opposites.get(b) ?? []), a]))
}

/** The sentences that support a claim, or the check it fails and why. */
export function supportOrFinding(
  claim: Passage,
  cited: readonly PassageOrders[],
  speaker: string | undefined,
): readonly Alignment[] | NonNullable<Finding> {
  const carriers = supportingSentences(claim, cited, { isLoose: false, speaker })
  return carriers ?? (whyNotCarried(claim, cited) as NonNullable<Finding>)
}

function whyNotCarried(claim: Passage, cited: readonly PassageOrders[]): Finding {
  const known = new Set(cited.flatMap((passage) => [...passage.known]))
  const isNew = (unit: Unit): boolean =>
    !known.has(unit.key) && !unit.time && unit.role !== 'free' && !isTitleBefore(unit, claim, cited)
  const added = claim.units.filter(isNew)
  const denial = added.find(
    ({ role, key }) => role === 'negation' || [...(opposites.get(key) ?? [])].some((each) => known.has(each)),
  )
  if (denial) return wrong('negation', `“${denial.text}” reverses what the cited sentences say.`)
  const hedge = added.find(({ role }) => role === 'hedge')
  if (hedge) return wrong('modality', `“${hedge.text}” isn’t in any cited sentence.`)
  const word = added.find(({ role }) => role === 'content' || role === 'number' || role === 'time')
  if (word) return wrong('support', `“${word.text}” isn’t in any cited sentence.`)
  const here = new Set(claim.units.map(({ key }) => key))
  if (supportingSentences(claim, cited, { isLoose: true })) {
    const lost = cited
      .flatMap(({ units }) => units)
      .find(({ role, key }) => (role === 'negation' || role === 'hedge') && !here.has(key))
    if (lost?.role === 'negation') return wrong('negation', `It leaves out “${lost.text}”.`)
    return wrong(
      'modality',
      lost ? `It leaves out “${lost.text}”, a condition or who said it.` : 'It leaves out a condition or who said it.',
    )
  }
  return wrong('relation', 'No cited sentence connects these things.')
}

/** The sentences that support a claim or its clauses, each with the supporting words; undefined when none do. */
function supportingSentences(
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
    const unit = nth(units, at)
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
