import type { Alignment } from './align.ts'
import { isTitleBefore } from './check-name.ts'
import { supportingSentences } from './check-relation.ts'
import { type Finding, wrong } from './finding.ts'
import type { Passage, Unit } from './read-passage.ts'
import type { PassageOrders } from './sentence-orders.ts'
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
  if (denial) return wrong('negation', `“${denial.text}” turns round what the cited sentences say.`)
  const hedge = added.find(({ role }) => role === 'hedge')
  if (hedge) return wrong('modality', `“${hedge.text}” stands in no cited sentence.`)
  const word = added.find(({ role }) => role === 'content' || role === 'number' || role === 'time')
  if (word) return wrong('support', `“${word.text}” stands in no cited sentence.`)
  const here = new Set(claim.units.map(({ key }) => key))
  if (supportingSentences(claim, cited, { isLoose: true })) {
    const lost = cited
      .flatMap(({ units }) => units)
      .find(({ role, key }) => (role === 'negation' || role === 'hedge') && !here.has(key))
    if (lost?.role === 'negation') return wrong('negation', `It drops “${lost.text}”.`)
    return wrong(
      'modality',
      lost
        ? `It drops “${lost.text}” or on what condition or by whom it is said.`
        : 'It drops on what condition or by whom it is said.',
    )
  }
  return wrong('relation', 'No cited sentence says these things of each other.')
}
