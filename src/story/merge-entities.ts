import type { Entity } from '../core/annotation.ts'
import type { EntityId } from '../core/ids.ts'
import type { NamedEntity } from '../core/story.ts'
import type { MemberText } from './story-text.ts'

/** One entity per person, organization or place of a story, whatever each document calls it. */
export type EntityMap = {
  /** The entity as the whole story knows it. */
  of(entity: Entity): Entity
  /** The most named first. */
  readonly named: readonly NamedEntity[]
}

type Known = {
  readonly entity: Entity
  readonly parts: readonly string[]
  mentions: number
  readonly documents: Set<number>
}

const titles = new Set(
  'mr mrs ms miss dr sir dame lord lady president vice prime minister chancellor senator sen rep gov governor king queen prince princess pope gen general col capt judge justice professor prof m mme'.split(
    ' ',
  ),
)

/**
 * Merges the entities of a story's documents. A person known by one name only (`Starmer`, `Keir`) is the one person whose
 * full name holds it, when there is exactly one; spellings of one name (`Zelensky`, `Zelenskyy`) meet when they differ by
 * at most two letters at the end.
 */
export function mergeEntities(members: readonly MemberText[]): EntityMap {
  const known = collect(members)
  const target = new Map<EntityId, EntityId>()
  const byWeight = [...known.values()].sort((a, b) => b.mentions - a.mentions)
  for (const each of byWeight) {
    const fuller = fullerNames(each, byWeight, target)
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

/** A name's words in lower case without accents, titles and marks. */
export function nameParts(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
  const parts = plain.split(/[^\p{L}\p{N}-]+/u).filter((part) => part !== '')
  const untitled = parts.filter((part) => !titles.has(part))
  return untitled.length > 0 ? untitled : parts
}

function collect(members: readonly MemberText[]): Map<EntityId, Known> {
  const known = new Map<EntityId, Known>()
  const note = (entity: Entity, member: number) => {
    const before = known.get(entity.id)
    if (before) {
      before.mentions++
      before.documents.add(member)
    } else known.set(entity.id, { entity, parts: nameParts(entity.name), mentions: 1, documents: new Set([member]) })
  }
  for (const { member, mentions, quotes } of members) {
    for (const mention of mentions) note(mention.entity, member)
    for (const quote of quotes) if (quote.speaker) note(quote.speaker, member)
  }
  return known
}

function fullerNames(each: Known, all: readonly Known[], target: ReadonlyMap<EntityId, EntityId>): Known | undefined {
  const candidates = all.filter((other) => other !== each && !target.has(other.entity.id) && isFuller(each, other))
  if (candidates.length === 1) return candidates[0]
  // Two spellings of the same full name are one candidate: take the one named most.
  const [first, ...rest] = candidates
  return first && rest.every((other) => isSameName(first.parts, other.parts)) ? first : undefined
}

function isFuller(each: Known, other: Known): boolean {
  if (each.entity.kind !== other.entity.kind) return false
  if (each.entity.wikidataId && other.entity.wikidataId) return each.entity.wikidataId === other.entity.wikidataId
  if (isSameName(each.parts, other.parts)) return isBefore(other, each)
  if (each.entity.kind !== 'person' || other.parts.length <= each.parts.length) return false
  const last = each.parts.at(-1)
  if (each.parts.length > 1) {
    // `Ursula von der Leyen` and `von der Leyen`; `George Bush` and `George W Bush`.
    return each.parts.every((part) => other.parts.includes(part)) && last === other.parts.at(-1)
  }
  return last !== undefined && (isSpelling(last, other.parts.at(-1)) || last === other.parts[0])
}

/** Which of two spellings stands for both: the one with more mentions, then the first in the alphabet. */
function isBefore(a: Known, b: Known): boolean {
  return a.mentions > b.mentions || (a.mentions === b.mentions && a.entity.id < b.entity.id)
}

function isSameName(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => isSpelling(part, b[index]))
}

/** The same word, or two that share all but the last two letters of a long word. */
function isSpelling(a: string, b: string | undefined): boolean {
  if (b === undefined) return false
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 6 || long.length - short.length > 2) return false
  return long.startsWith(short.slice(0, -1)) && /[yij]/.test(`${short.slice(-1)}${long.slice(short.length - 1)}`)
}

function countDocuments(known: ReadonlyMap<EntityId, Known>, resolve: (id: EntityId) => EntityId): NamedEntity[] {
  const documents = new Map<EntityId, Set<number>>()
  const mentions = new Map<EntityId, number>()
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
}
