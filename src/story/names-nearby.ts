import type { Entity } from '../core/annotation.ts'
import { foldName } from '../core/name-spelling.ts'
import { createWordIndex } from './word-index.ts'

/** What of a name tells which others may be it. */
export type NameParts = {
  readonly entity: Entity
  readonly parts: readonly string[]
  readonly address: { readonly surnames: ReadonlySet<string> }
}

/** Spellings of one word that differ at the end have so many first letters in common, where they are long enough to be taken for one. */
const sameStart = 5
const minLetters = 6

/**
 * Finds for a name all those that could be fuller names or other spellings of it, and few others, in the order given: those of its
 * kind that share its id at Wikidata, the spelling of its last word, or have that as their first word or as a surname. So a story that
 * names thousands does not hold each against each.
 */
export function namesNearby<Name extends NameParts>(names: readonly Name[]): (name: Name) => readonly Name[] {
  const index = createWordIndex(names.length)
  names.forEach((name, place) => {
    const [first] = name.parts
    const others = [...name.address.surnames, ...(first === undefined ? [] : [foldName(first)])]
    index.put(place, new Set([...ownKeys(name), ...others.map((word) => `${name.entity.kind} ${word}`)]))
  })
  return (name) => {
    const found: number[] = []
    index.meet(ownKeys(name), (place) => found.push(place))
    return found.sort((a, b) => a - b).map((place) => names[place]!)
  }
}

function ownKeys({ entity, parts }: NameParts): string[] {
  const last = parts.at(-1) ?? ''
  return [
    `${entity.kind} ${foldName(last)}`,
    ...(last.length < minLetters ? [] : [`${entity.kind} ${last.slice(0, sameStart)}…`]),
    ...(entity.wikidataId ? [`${entity.kind} =${entity.wikidataId}`] : []),
  ]
}
