import type { Entity, EntityKind } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { asId, type EntityId } from '../../core/ids.ts'
import { givenName } from '../../core/names/first-names.ts'
import { foldName, nameWordKey } from '../../core/names/name-spelling.ts'
import { isIberian, isSurnameFirst } from './name-shapes.ts'

export type Gender = 'm' | 'f'

/** One person as a document knows them. `rank` says where the name is from; the nearest source wins. */
export type Person = {
  entity: Entity
  readonly words: readonly string[]
  readonly rank: 'document' | 'list'
  /** `Jr`, when the name has one. */
  readonly generation?: string
  gender?: Gender
  mentions: number
  /** Whether the text has called the person by the surname alone, or has named them as who acts (`Jane Roe said`). */
  called?: 'surname' | 'actor'
}

/** The persons of one document, found by the last word of their name or by the first. */
export type PeopleBook = {
  readonly byId: Map<EntityId, Person>
  readonly byLast: Map<string, Person[]>
  readonly byFirst: Map<string, Person[]>
}

export function emptyBook(): PeopleBook {
  return { byId: new Map(), byLast: new Map(), byFirst: new Map() }
}

/** A copy that can be added to: persons change with what the document says of them. */
export function copyBook({ byId, byLast, byFirst }: PeopleBook): PeopleBook {
  const copies = new Map(byId.values().map((person) => [person, { ...person }]))
  const copied = (person: Person): Person => copies.get(person) ?? person
  const index = (people: ReadonlyMap<string, Person[]>) =>
    new Map(people.entries().map(([word, list]) => [word, list.map(copied)]))
  return {
    byId: new Map(byId.entries().map(([id, person]) => [id, copied(person)])),
    byLast: index(byLast),
    byFirst: index(byFirst),
  }
}

/** Id of an entity: `person:keir-starmer`. `J. D.` and `JD` are one, initials in the middle make no other person. */
export function entityId(kind: EntityKind, name: string): EntityId {
  const words = name.replace(/^(\p{Lu})\.? (\p{Lu})\.? /u, '$1$2 ').split(/\s+/)
  const kept = words.filter((word, i) => i === 0 || i === words.length - 1 || !/^\p{Lu}\.?$/u.test(word))
  const slug = (kind === 'person' ? kept : words)
    .map((word) => nameWordKey(word).replace(/[^\p{L}\p{N}]+/gu, '-'))
    .join('-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  return asId<EntityId>(`${kind}:${slug || 'unnamed'}`)
}

/** `Jr` distinguishes a son from his father; an honor distinguishes nobody. */
const GENERATION = /^(?:Jr|Sr|III|II|IV)\.?$/
const HONOR = /^(?:MPs?|MEP|MSP|TD|QC|KC|OBE|MBE|CBE|DBE|Esq|PhD|Ph\.D|M\.D)\.?$/

/** `Jr`, `MP`, `III`: what may follow a name and is none of its words. */
export function isNameSuffix(word: string): boolean {
  return GENERATION.test(word) || HONOR.test(word)
}

/** The person of this full name: `Donald Roe Jr` is another than `Donald Roe`, `Jane Roe MP` is `Jane Roe`. */
export function personByName(book: PeopleBook, words: readonly string[]): Person | undefined {
  return book.byId.get(entityId('person', withoutHonors(words)))
}

function withoutHonors(words: readonly string[]): string {
  return words.filter((word) => !HONOR.test(word)).join(' ')
}

/** Adds a full name, or counts it again; a name nearer to the document takes the place of one from a list. */
export function addPerson(book: PeopleBook, name: string, rank: Person['rank'], gender?: Gender): Person {
  const written = withoutHonors(name.split(' '))
  const words = written.split(' ').filter((word) => !GENERATION.test(word))
  const generation = written.split(' ').find((word) => GENERATION.test(word))
  const id = entityId('person', written)
  const known = book.byId.get(id)
  if (known && !(known.rank !== 'document' && rank === 'document')) {
    if (gender) known.gender = gender
    // `JANE ROE` in a headline or a label is `Jane Roe` elsewhere.
    if (known.entity.name === known.entity.name.toUpperCase() && written !== written.toUpperCase())
      known.entity = { ...known.entity, name: written }
    return known
  }
  const person: Person = {
    entity: { id, kind: 'person', name: known && rank !== 'document' ? known.entity.name : written },
    words,
    rank,
    ...defined({ generation }),
    mentions: known?.mentions ?? 0,
  }
  const guessed = gender ?? genderOf(words)
  if (guessed) person.gender = guessed
  if (known) removePerson(book, known)
  book.byId.set(id, person)
  for (const surname of surnamesOf(words)) file(book.byLast, surname, person)
  file(book.byFirst, words[0] ?? '', person)
  return person
}

/** The words that can stand for the whole name: the last, of `Lam Cheuk-wing` the first, of `José Ferrer Ortega` both. */
function surnamesOf(words: readonly string[]): string[] {
  const last = words.at(-1) ?? ''
  if (isSurnameFirst(words)) return [words[0] ?? '', last]
  const paternal = words.length > 2 ? (words.at(-2) ?? '') : undefined
  return paternal && isSpanish(words) ? [last, paternal] : [last]
}

/** Two surnames: the last two of three or more whole words, the one before the last no given name and no initial. */
function isSpanish(words: readonly string[]): boolean {
  const paternal = words.at(-2) ?? ''
  const isWhole = words.slice(-2).every((word) => /^\p{Lu}\p{Ll}{2,}/u.test(word))
  return isWhole && !givenName(paternal) && isIberian(words[0] ?? '')
}

function removePerson(book: PeopleBook, person: Person): void {
  for (const index of [book.byLast, book.byFirst])
    for (const people of index.values()) {
      const at = people.indexOf(person)
      if (at >= 0) people.splice(at, 1)
    }
}

function genderOf(words: readonly string[]): Gender | undefined {
  const gender = words.length > 1 ? givenName(words[0] ?? '') : undefined
  return gender === 'x' ? undefined : gender
}

/** So many people of one name are kept apart; others are found by their full names only. */
const MOST_NAMESAKES = 40

function file(index: Map<string, Person[]>, word: string, person: Person): void {
  const key = nameWordKey(word)
  const people = index.get(key)
  if (!people) index.set(key, [person])
  else if (people.length < MOST_NAMESAKES) people.push(person)
}

const RANKS: readonly Person['rank'][] = ['document', 'list']

/**
 * Whom a last name means here: the person of the nearest source, of those the one named most often. A gender, known
 * from a title, leaves out those who are known to be of the other.
 */
export function personByLast(book: PeopleBook, word: string, gender?: Gender): Person | undefined {
  const people = book.byLast.get(nameWordKey(word)) ?? []
  return nearest(gender ? people.filter((person) => !person.gender || person.gender === gender) : people)
}

/** The person whose longer name ends in these words: `Van der Meer`, `Ferrer Ortega`, `Poe Jr`. */
export function personByEnd(book: PeopleBook, words: readonly string[]): Person | undefined {
  const end = foldedName(words)
  const surname = words.findLast((word) => !isNameSuffix(word)) ?? ''
  const people = book.byLast.get(foldName(surname)) ?? []
  return nearest(people.filter(({ entity }) => foldedName(entity.name.split(' ')).endsWith(` ${end}`)))
}

function foldedName(words: readonly string[]): string {
  return words.map(foldName).join(' ')
}

/** Whom a given name means; undefined when two could be meant. */
export function personByFirst(book: PeopleBook, word: string): Person | undefined {
  const people = book.byFirst.get(nameWordKey(word)) ?? []
  for (const rank of RANKS) {
    const of = people.filter((person) => person.rank === rank)
    if (of.length > 0) return of.length === 1 ? of[0] : undefined
  }
  return undefined
}

function nearest(people: readonly Person[]): Person | undefined {
  const meant = withoutSons(people)
  for (const rank of RANKS) {
    const of = meant.filter((person) => person.rank === rank)
    if (of.length > 0) return of.reduce((best, person) => (isNearer(person, best) ? person : best))
  }
  return undefined
}

/** Named more often so far; of those named as often, who was called by the surname alone, else who acts. */
function isNearer({ mentions, called }: Person, best: Person): boolean {
  if (mentions !== best.mentions) return mentions > best.mentions
  return called === 'surname' ? best.called !== 'surname' : called === 'actor' && best.called === undefined
}

/** A bare surname is the father's, wherever he is known from. */
function withoutSons(people: readonly Person[]): readonly Person[] {
  if (people.every(({ generation }) => generation === undefined)) return people
  const names = new Set(people.flatMap(({ generation, words }) => (generation === undefined ? [words.join(' ')] : [])))
  return people.filter(({ generation, words }) => generation === undefined || !names.has(words.join(' ')))
}
