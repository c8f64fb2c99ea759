import { defined } from '../../core/defined.ts'
import type { EntityId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Token } from '../grammar/parse.ts'
import type { NameRun } from './name-parts.ts'
import { heldOn } from './office-holders.ts'
import { organizationNamed } from './organizations.ts'
import { entityId, type PeopleBook } from './people.ts'
import { placeNamed } from './places.ts'
import { courtesyTitles, demonyms, roleNouns } from './role-words.ts'
import { normalizeOf, type RoleFact, readRole } from './roles.ts'

/** What a run teaches of its person: by titles, by possessor, by the words set off beside the name. */
export function taughtBy(run: NameRun, person: EntityId): RoleFact[] {
  const facts: RoleFact[] = []
  const titles = run.titles.filter((title) => !courtesyTitles.has(title))
  const { of, adjectives } = readPrefix(run.prefix)
  const possessor = run.possessor ? normalizeOf(run.possessor) : undefined
  if (titles.length > 0) facts.push(fact(person, [...adjectives, ...titles], of ?? possessor))
  else if (possessor) facts.push({ person, office: [], of: possessor, isFormer: false })
  const beside = besideName(run)
  if (beside) facts.push(beside.of ? fact(person, beside.words, beside.of) : fact(person, beside.words))
  return facts.filter(({ office, of: body }) => office.length > 0 || body !== undefined)
}

function fact(person: EntityId, words: readonly string[], of?: string): RoleFact {
  const { office, isFormer } = readRole(words)
  return { person, office, isFormer, ...defined({ of }) }
}

/** `US Special` before `Envoy` is a country and an adjective. */
function readPrefix(prefix: readonly string[]): { of?: string; adjectives: string[] } {
  if (prefix.length === 0) return { adjectives: [] }
  const [opener = '', ...others] = prefix
  if (/^(?:former|ex|late|onetime|one-time)$/i.test(opener)) {
    const rest = readPrefix(others)
    return { ...rest, adjectives: [opener.toLowerCase(), ...rest.adjectives] }
  }
  for (let count = prefix.length; count > 0; count--) {
    const name = prefix.slice(0, count).join(' ')
    if (!placeNamed(name) && !organizationNamed(name) && !demonyms.has(name.toLowerCase())) continue
    return { of: normalizeOf(name), adjectives: prefix.slice(count).map((word) => word.toLowerCase()) }
  }
  return { of: prefix.join(' ').toLowerCase(), adjectives: [] }
}

/** So many words may be between the commas that set a role off. */
const LONGEST_INSET = 7

/** `Jane Roe, the mayor of Paris,` and `the Russian leader, Vladimir Putin,`. */
function besideName(run: NameRun): { words: string[]; of?: string } | undefined {
  const { tokens } = run.sentence
  if (tokens[run.last + 1]?.text === ',') {
    const after = tokens.slice(run.last + 2, run.last + LONGEST_INSET + 3)
    const stop = after.findIndex((token) => /^[,.]$/.test(token.text))
    const inset = stop > 0 ? after.slice(0, stop) : []
    const role = roleIn(inset)
    if (role) return role
  }
  const comma = tokens[run.roleFirst - 1]
  const head = tokens[run.roleFirst - 2]
  if (comma?.text !== ',' || !head || !roleNouns.has(head.lower)) return undefined
  let first = run.roleFirst - 2
  while (first > 0 && run.roleFirst - first < 7 && isRoleWord(nth(tokens, first - 1))) first--
  return roleIn(tokens.slice(first, run.roleFirst - 1))
}

function isRoleWord({ pos, lower }: Token): boolean {
  return pos === 'DET' || pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || lower === "'s"
}

/** Office and country of words such as `the former mayor of Paris`; undefined when they are no role. */
function roleIn(inset: readonly Token[]): { words: string[]; of?: string } | undefined {
  const link = inset.findIndex((token) => /^(?:of|for|at)$/.test(token.lower))
  const role = link > 0 ? inset.slice(0, link) : inset
  const head = role.at(-1)
  if (!head || !roleNouns.has(head.lower) || role.some((token) => token.pos === 'VERB' || token.isQuoted))
    return undefined
  const words = role.map((token) => token.lower).filter((word) => word !== "'s")
  const owner = role.find((token) => placeNamed(token.text) || demonyms.has(token.lower))
  const body = link > 0 ? inset.slice(link + 1).map((token) => token.text) : []
  const of = owner ? normalizeOf(owner.text) : body.length > 0 ? normalizeOf(body.join(' ')) : undefined
  const office = words.filter((word) => word !== owner?.lower)
  return of === undefined ? { words: office } : { words: office, of }
}

/** Offices that persons named in the document had on its day. */
export function heldByNamed(book: PeopleBook, day: string): RoleFact[] {
  return heldOn(day).flatMap(({ name, office, of }) => {
    const person = entityId('person', name)
    return (book.byId.get(person)?.mentions ?? 0) > 0
      ? [{ person, office: office.split(' '), of, isFormer: false }]
      : []
  })
}
