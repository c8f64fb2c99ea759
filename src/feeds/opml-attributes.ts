import type { OpmlAttributes } from '../core/subscription-list.ts'
import { type Declared, decodeEntities } from './entities.ts'
import { opmlLimits } from './opml-limits.ts'

/** A name with at most one prefix (Namespaces in XML 1.0); programs use no other letters than these in practice. */
const NAME = /^[A-Za-z_\u00c0-\ud7ff][\w.\u00b7-\ud7ff-]*(?::[A-Za-z_\u00c0-\ud7ff][\w.\u00b7-\ud7ff-]*)?$/

/** No XML document may hold these (XML 1.0, section 2.2). */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** True for what can be written as the name of an element or attribute. */
export function isName(name: string): boolean {
  return NAME.test(name)
}

/**
 * The attributes of a tag as they read: of several with one name the first that says something. Undefined: a value is longer than
 * allowed.
 */
export function attributesOf(
  written: readonly (readonly [name: string, raw: string])[],
  declared: Declared | undefined,
): OpmlAttributes | undefined {
  const attributes = new Map<string, string>()
  for (const [name, raw] of written) {
    if (attributes.get(name) || !NAME.test(name)) continue
    if (attributes.size >= opmlLimits.attributes && !attributes.has(name)) continue
    if (raw.length > opmlLimits.writtenValue) return undefined
    // A line end in an attribute is read as a space (XML 1.0, section 3.3.3); one written as a reference stays.
    const inLine = /[\r\n\t]/.test(raw) ? raw.replace(/\r\n|[\r\n\t]/g, ' ') : raw
    const text = plainText(inLine, declared)
    if (text.length > opmlLimits.value) return undefined
    attributes.set(name, text)
  }
  return [...attributes]
}

/** What a text says: references decoded, unless there are `none` in it, and without what could never be written again. */
export function plainText(raw: string, declared: Declared | undefined | 'none'): string {
  const text = declared === 'none' ? raw : decodeEntities(raw, declared)
  return text.replace(UNWRITABLE, '').toWellFormed()
}
