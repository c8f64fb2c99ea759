import { nth } from '../core/nth.ts'
import { decodeEntities, type EntityLookup } from './entities.ts'

const MAX_ATTRIBUTES = 256

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g

export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null))

/**
 * The attributes of a tag by lower-case name, entities decoded. `body` is the tag without its brackets, `from` the index after its name. Of
 * two with one name the first counts. Attributes written as XML requires, ` name="value"`, take a fast path; from the first other one on,
 * parsing is lenient.
 */
export function readAttributes(
  body: string,
  from: number,
  declared: EntityLookup | undefined,
): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null)
  let count = 0
  const add = (name: string, value: string) => {
    const lower = name.toLowerCase()
    if (lower in attributes) return
    attributes[lower] = decodeEntities(value, declared)
    count++
  }
  let at = from
  while (count < MAX_ATTRIBUTES && body.charCodeAt(at) === SPACE) {
    const equals = plainNameEnd(body, at + 1)
    if (equals < 0) break
    const close = body.indexOf('"', equals + 2)
    if (close < 0) break
    add(body.slice(at + 1, equals), body.slice(equals + 2, close))
    at = close + 1
  }
  if (at >= body.length) return attributes
  ATTRIBUTE.lastIndex = at
  for (let match = ATTRIBUTE.exec(body); match && count < MAX_ATTRIBUTES; match = ATTRIBUTE.exec(body))
    add(nth(match, 1), match[2] ?? match[3] ?? match[4] ?? '')
  return attributes
}

const SPACE = 32

/** Index of the `="` after a name of plain letters, or -1 when something else follows. */
function plainNameEnd(body: string, from: number): number {
  for (let at = from; at < body.length; at++) {
    const unit = body.charCodeAt(at)
    if (unit === 61) return at > from && body.charCodeAt(at + 1) === 34 ? at : -1
    // Stops at control characters, spaces, quotation marks, slashes and brackets.
    if (unit <= 39 || unit === 47 || unit === 62 || unit > 127) return -1
  }
  return -1
}
