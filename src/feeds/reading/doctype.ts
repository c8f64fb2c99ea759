import { nth } from '../../core/nth.ts'
import type { EntityLookup } from '../entities.ts'

/** Characters of an internal subset that are read. */
const MAX_SUBSET = 65_536

const MAX_ENTITIES = 64

/** Characters that declared entities may add to a document in total. */
const MAX_ADDED = 1_000_000

/** An internal entity whose value contains no other entity. External ones (`SYSTEM`, `PUBLIC`) never match. */
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&%]{0,1024})"|'([^'&%]{0,1024})')\s*>/g

/**
 * Reads where a DOCTYPE ends and the plain internal entities it declares. Leaves out entities made of entities and bounds what the others
 * may add, so that no document grows by more than a megabyte ("billion laughs").
 */
export function declaredEntities(text: string, open: number): { end: number; declared: EntityLookup | undefined } {
  const close = text.indexOf('>', open)
  if (close < 0) return { end: text.length, declared: undefined }
  const bracket = text.slice(open, close).indexOf('[')
  if (bracket < 0) return { end: close + 1, declared: undefined }

  const subset = text.slice(open + bracket, open + bracket + MAX_SUBSET)
  const subsetEnd = /\]\s{0,64}>/.exec(subset)
  if (!subsetEnd) return { end: close + 1, declared: undefined }
  const values = new Map<string, string>()
  for (const match of subset.slice(0, subsetEnd.index).matchAll(ENTITY)) {
    if (values.size >= MAX_ENTITIES) break
    values.set(nth(match, 1), match[2] ?? match[3] ?? '')
  }
  return { end: open + bracket + subsetEnd.index + subsetEnd[0].length, declared: bounded(values) }
}

function bounded(values: ReadonlyMap<string, string>): EntityLookup | undefined {
  if (values.size === 0) return undefined
  let added = 0
  return (name) => {
    const value = values.get(name)
    if (value === undefined || added + value.length > MAX_ADDED) return undefined
    added += value.length
    return value
  }
}
