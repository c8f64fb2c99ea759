import type { Entity } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import type { EntityId } from '../../core/ids.ts'
import { givenName } from '../../core/names/first-names.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'
import { nth } from '../../core/nth.ts'
import type { NamedEntity } from '../../core/story.ts'
import { createWordIndex } from '../related/word-index.ts'
import type { MemberText } from '../story-text.ts'
import { addFormsOfAddress, type FormsOfAddress, gendersDiffer, nameParts, noAddress } from './person-address.ts'

/** The parts of a name that decide which others it may equal. */
export type NameParts = {
  readonly entity: Entity
  readonly parts: readonly string[]
  readonly address: { readonly surnames: ReadonlySet<string> }
}

/** Spellings of one word that differ at the end share at least so many first letters, if they are long enough. */
const sameStart = 5
const minLetters = 6

/**
 * Finds for a name those that could be fuller names or other spellings of it, and few others, in the given order: names of its kind with
 * its Wikidata id, with a similar last word, or with its last word as first word or surname. So a story with thousands of names does not
 * compare each with each.
 */
export function namesNearby<Name extends NameParts>(names: readonly Name[]): (name: Name) => readonly Name[] {
  const index = createWordIndex(names.length)
  names.forEach((name, place) => {
    const [first] = name.parts
    const others = [...name.address.surnames, ...(first === undefined ? [] : [nameWordKey(first)])]
    index.put(place, new Set([...ownKeys(name), ...others.map((word) => `${name.entity.kind} ${word}`)]))
  })
  return (name) => {
    const found: number[] = []
    index.find(ownKeys(name), (place) => found.push(place))
    return found.sort((a, b) => a - b).map((place) => nth(names, place))
  }
}

function ownKeys({ entity, parts }: NameParts): string[] {
  const last = parts.at(-1) ?? ''
  return [
    `${entity.kind} ${nameWordKey(last)}`,
    ...(last.length < minLetters ? [] : [`${entity.kind} ${last.slice(0, sameStart)}…`]),
    ...(entity.wikidataId ? [`${entity.kind} =${entity.wikidataId}`] : []),
  ]
}

/** One entity per person, organization or place of a story, whatever each document calls it. */
export type EntityMap = {
  /** The entity merged over the whole story. */
  of(entity: Entity): Entity
  /** The most mentioned first. */
  readonly named: readonly NamedEntity[]
}

type MergedName = {
  entity: Entity
  readonly parts: readonly string[]
  mentions: number
  readonly documents: Set<number>
  readonly address: FormsOfAddress
  /** The forms in the texts, with counts. */
  readonly written: Map<string, number>
}

const mostNames = 6

/**
 * Merges the entities of a story's documents. A person known by one name only (`Ms Varga`, `Keir`) is the person with that name in full, if
 * titles and pronouns in the story allow exactly one. Spellings of one name (`Zelensky`, `Zelenskyy`) are merged if they differ by at most
 * two letters at the end.
 */
export function mergeEntities(members: readonly MemberText[]): EntityMap {
  const known = collect(members)
  const target = new Map<EntityId, EntityId>()
  const byWeight = [...known.values()].sort((a, b) => b.mentions - a.mentions)
  const nearby = namesNearby(byWeight)
  for (const each of byWeight) {
    const fuller = fullerNames(each, nearby(each), target)
    if (fuller) target.set(each.entity.id, fuller.entity.id)
  }
  const resolve = (id: EntityId): EntityId => {
    let at = id
    for (let next = target.get(at); next !== undefined; next = target.get(at)) at = next
    return at
  }
  return {
    of: (entity) => known.get(resolve(entity.id))?.entity ?? entity,
    named: countDocuments(known, resolve),
  }
}

function collect(members: readonly MemberText[]): Map<EntityId, MergedName> {
  const known = new Map<EntityId, MergedName>()
  const note = (entity: Entity, member: number): MergedName => {
    const before = known.get(entity.id)
    if (before) {
      before.mentions++
      before.documents.add(member)
      if (entity.wikidataId && !before.entity.wikidataId) before.entity = entity
      return before
    }
    const parts = nameParts(entity.name)
    const made = { entity, parts, mentions: 1, documents: new Set([member]), address: noAddress(), written: new Map() }
    known.set(entity.id, made)
    return made
  }
  for (const { member, mentions, quotes, input } of members) {
    for (const mention of mentions) {
      const { text } = input.document
      const noted = note(mention.entity, member)
      addFormsOfAddress(text, mention, noted.address)
      if (mention.form === 'name') addTo(noted.written, text.slice(mention.span.start, mention.span.end), 1)
    }
    for (const quote of quotes) if (quote.speaker) note(quote.speaker, member)
  }
  return known
}

function fullerNames(
  each: MergedName,
  all: readonly MergedName[],
  target: ReadonlyMap<EntityId, EntityId>,
): MergedName | undefined {
  const candidates = all.filter((other) => other !== each && !target.has(other.entity.id) && isFuller(each, other))
  if (candidates.length === 1) return candidates[0]
  // Two spellings of the same full name are one candidate: take the more frequent.
  const [first, ...rest] = candidates
  return first && rest.every((other) => isSameName(first.parts, other.parts)) ? first : undefined
}

function isFuller(each: MergedName, other: MergedName): boolean {
  if (each.entity.kind !== other.entity.kind) return false
  if (each.entity.wikidataId && other.entity.wikidataId) return each.entity.wikidataId === other.entity.wikidataId
  if (gendersDiffer(each.address, other.address)) return false
  if (each.entity.kind === 'person' && isGarbled(each.parts, other.parts)) return true
  if (each.entity.kind === 'person' && isGarbled(other.parts, each.parts)) return false
  if (isSameName(each.parts, other.parts)) return isBefore(other, each)
  if (each.entity.kind !== 'person' || other.parts.length <= each.parts.length) return false
  const last = each.parts.at(-1)
  if (each.parts.length > 1) {
    // `Ursula von der Leyen` and `von der Leyen`; `George Bush` and `George W Bush`.
    return each.parts.every((part) => other.parts.includes(part)) && last === other.parts.at(-1)
  }
  if (last === undefined) return false
  if (isSpelling(last, other.parts.at(-1)) || other.address.surnames.has(nameWordKey(last))) return true
  return last === other.parts[0] && !each.address.surnames.has(nameWordKey(last))
}

/** `Jane Roe Roe`, of a picture's name and its caption, and `Little Jane Roe` for `Jane Roe`: a word more that is no name. */
function isGarbled(long: readonly string[], name: readonly string[]): boolean {
  if (name.length < 2 || long.length !== name.length + 1 || givenName(name[0] ?? '') === undefined) return false
  const isSame = (words: readonly string[]) => words.every((word, index) => word === name[index])
  if (isSame(long.slice(0, -1)) && long.at(-1) === long.at(-2)) return true
  return isSame(long.slice(1)) && givenName(long[0] ?? '') === undefined
}

/** Which of two spellings represents both: the one with more mentions, then the first in the alphabet. */
function isBefore(a: MergedName, b: MergedName): boolean {
  return a.mentions > b.mentions || (a.mentions === b.mentions && a.entity.id < b.entity.id)
}

function isSameName(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => isSpelling(part, b[index]))
}

/** The same word except for transliteration, or long words that differ only in the last two letters. */
function isSpelling(a: string, b: string | undefined): boolean {
  if (b === undefined) return false
  if (a === b || nameWordKey(a) === nameWordKey(b)) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 6 || long.length - short.length > 2) return false
  return long.startsWith(short.slice(0, -1)) && /[yij]/.test(`${short.slice(-1)}${long.slice(short.length - 1)}`)
}

function countDocuments(known: ReadonlyMap<EntityId, MergedName>, resolve: (id: EntityId) => EntityId): NamedEntity[] {
  const documents = new Map<EntityId, Set<number>>()
  const mentions = new Map<EntityId, number>()
  const merged = Map.groupBy(known.keys(), resolve)
  for (const [id, each] of known) {
    const root = resolve(id)
    const all = documents.get(root) ?? new Set<number>()
    for (const member of each.documents) all.add(member)
    documents.set(root, all)
    mentions.set(root, (mentions.get(root) ?? 0) + each.mentions)
  }
  const weight = (id: EntityId) => (documents.get(id)?.size ?? 0) * 1000 + (mentions.get(id) ?? 0)
  return [...documents.keys()]
    .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
    .flatMap((id) => {
      const entity = known.get(id)?.entity
      return entity ? [{ entity, documentCount: documents.get(id)?.size ?? 0 }] : []
    })
    .slice(0, 40)
    .map((each) => ({ ...each, ...namesOf(each.entity, merged.get(each.entity.id) ?? [], known) }))
}

/** The names and ids of an entity in the articles. */
function namesOf(
  { id, name }: Entity,
  ids: readonly EntityId[],
  known: ReadonlyMap<EntityId, MergedName>,
): Pick<NamedEntity, 'names' | 'sameAs'> {
  const written = new Map<string, number>()
  for (const one of ids) for (const [text, count] of known.get(one)?.written ?? []) addTo(written, text, count)
  const names = [...written]
    .filter(([text]) => !/[\n\r]/.test(text))
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([text]) => text)
    .slice(0, mostNames)
  const sameAs = ids.filter((one) => one !== id)
  return defined({
    names: names.some((text) => text !== name) ? names : undefined,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  })
}

function addTo(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
