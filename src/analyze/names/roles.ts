import type { EntityId } from '../../core/ids.ts'
import { ownValue } from '../../core/own-value.ts'
import { demonyms } from './role-words.ts'

/** What a document, or the list of office holders, says somebody is. Lower case. */
export type RoleFact = {
  readonly person: EntityId
  /** `president`, `special envoy`; empty for `Ukraine's Volodymyr Zelensky`. */
  readonly office: readonly string[]
  /** `us`, `european commission`. */
  readonly of?: string
  readonly isFormer: boolean
}

const COUNTRY: Readonly<Record<string, string>> = {
  'u.s': 'us',
  'u.s.': 'us',
  usa: 'us',
  america: 'us',
  'united states': 'us',
  'u.k': 'uk',
  'u.k.': 'uk',
  britain: 'uk',
  'united kingdom': 'uk',
  'european union': 'eu',
  'united nations': 'un',
}
/** Words that say nothing of which office is meant. */
const IDLE =
  /^(?:the|a|an|his|her|their|its|current|new|own|outgoing|incoming|embattled|special|senior|top|longtime|long-time|then|now|'s|')$/
const FORMER = /^(?:former|ex|late|onetime|one-time)$/
const LEADER_OFFICE = /^(?:president|prime minister|chancellor|premier|supreme leader|leader|king|taoiseach)$/

/** One spelling for a country or body: `Ukrainian`, `Ukraine's` are `ukraine`. */
export function normalizeOf(text: string): string {
  const plain = text.toLowerCase().replace(/[’']s?$/, '')
  return demonyms.get(plain) ?? ownValue(COUNTRY, plain) ?? plain
}

/** The office words and what they are of, from words such as `us special envoy`. */
export function readRole(words: readonly string[]): { office: string[]; isFormer: boolean } {
  const parts = words.flatMap((word) =>
    /^(?:secretary|vice|attorney|director)-/.test(word) ? word.split('-') : [word],
  )
  const office = parts.filter((word) => !IDLE.test(word) && !FORMER.test(word))
  return { office, isFormer: parts.some((word) => FORMER.test(word)) }
}

const STATE =
  /\b(?:White House|Oval Office|Washington|Capitol Hill|Congress|Kremlin|Downing Street|Westminster|Parliament|parliament|national address|head of state|commander in chief)\b/
const BARE_STATE_OFFICE = /^(?:president|vice president|prime minister|premier|chancellor|king|queen)$/
const BODY =
  /\b(?:union|party|association|federation|universit(?:y|ies)|college|school|compan(?:y|ies)|bank|club|council|board|institute|society|league|group|foundation|committee|chamber|campaign|church|team|guild|network|coalition|fund|trust|airlines?|inc|corp|ltd|commission)\b/

/**
 * The offices that a text's bare `the president` may mean: in one about a state, none of a union or a college, whose president is
 * called so there only with its name.
 */
export function officesInText(text: string, facts: readonly RoleFact[]): readonly RoleFact[] {
  const isOfBody = ({ office, of }: RoleFact) =>
    of !== undefined && BODY.test(of) && BARE_STATE_OFFICE.test(office.join(' '))
  return facts.some(isOfBody) && STATE.test(text) ? facts.filter((fact) => !isOfBody(fact)) : facts
}

/**
 * Whom a role names: `the us president`, `the ukrainian`, `the prime minister`. `facts` are those of persons the
 * document names; `recent` are persons in the order they were last named. Without a country the most recently named
 * holder is meant. Undefined when nobody fits.
 */
export function personInRole(
  words: readonly string[],
  facts: readonly RoleFact[],
  recent: readonly EntityId[],
): EntityId | undefined {
  const { office, isFormer } = readRole(words)
  if (office.length === 0) return undefined
  const demonym = office.length === 1 ? demonyms.get(office[0] ?? '') : undefined
  const fitting = demonym
    ? facts.filter((fact) => fact.of === demonym && !fact.isFormer)
    : facts.filter((fact) => fact.isFormer === isFormer && fits(office, fact))
  const people = new Set(fitting.map((fact) => fact.person))
  if (people.size <= 1) return fitting[0]?.person
  const last = recent.findLast((id) => people.has(id))
  return last && isMainly(last, people, recent) ? last : undefined
}

/** Not whom the text names once beside another holder of the office: `before President Abraham Roe signed it`. */
function isMainly(id: EntityId, people: ReadonlySet<EntityId>, recent: readonly EntityId[]): boolean {
  const timesOf = (person: EntityId) => recent.filter((other) => other === person).length
  const times = timesOf(id)
  return [...people].every((other) => timesOf(other) <= MUCH_MORE * times)
}

const MUCH_MORE = 4

function fits(phrase: readonly string[], fact: RoleFact): boolean {
  const isLeader = phrase.at(-1) === 'leader' && LEADER_OFFICE.test(fact.office.join(' '))
  const length = isLeader ? 1 : fact.office.length
  if (length === 0 || phrase.length < length) return false
  if (!isLeader && phrase.slice(-length).join(' ') !== fact.office.join(' ')) return false
  const rest = phrase.slice(0, -length)
  if (rest.length === 0) return !isLeader
  return fact.of !== undefined && normalizeOf(rest.join(' ')) === fact.of
}
