import { defined } from '../../core/defined.ts'
import type { OpmlAttributes, OpmlElement } from '../../core/feed/subscription-list.ts'
import { decodeEntities, type EntityLookup } from '../entities.ts'
import { declaredEntities } from '../reading/doctype.ts'
import { afterMark, isLetter } from '../tag-end.ts'
import { type OpmlRefusal, opmlLimits, refusal, refuseText } from './opml-limits.ts'
import { declarePrefixes } from './opml-prefixes.ts'
import type { OpmlOutline, OpmlTree } from './opml-tree.ts'
import { readOutlineTag } from './outline-tag.ts'

/** A name with at most one prefix (Namespaces in XML 1.0); in practice programs use no other letters. */
const NAME = /^[A-Za-z_\u00c0-\ud7ff][\w.\u00b7-\ud7ff-]*(?::[A-Za-z_\u00c0-\ud7ff][\w.\u00b7-\ud7ff-]*)?$/

/** Characters that no XML document may contain (XML 1.0, section 2.2). */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function isName(name: string): boolean {
  return NAME.test(name)
}

/**
 * The decoded attributes of a tag; of several with one name, the first that isn't empty. Returns undefined when a value is longer than
 * allowed.
 */
function attributesOf(
  written: readonly (readonly [name: string, raw: string])[],
  declared: EntityLookup | undefined,
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

/** Decodes references, unless `declared` is 'none', and drops characters that cannot be written again. */
function plainText(raw: string, declared: EntityLookup | undefined | 'none'): string {
  const text = declared === 'none' ? raw : decodeEntities(raw, declared)
  return text.replace(UNWRITABLE, '').toWellFormed()
}

type ReadOpmlResult =
  | {
      readonly kind: 'tree'
      readonly tree: OpmlTree
      /** Outlines whose tags weren't valid XML and were read by their likely meaning. */
      readonly broken: ReadonlySet<OpmlOutline>
    }
  | OpmlRefusal

/** An element that is still open. `kind` is its name in lower case. */
type Open = {
  readonly kind: string
  readonly name: string
  readonly attributes: OpmlAttributes
  readonly children: (OpmlElement | string)[]
  readonly outlines: OpmlOutline[]
  /** True in the head and in an outline, where all elements are stored. */
  readonly isKept: boolean
  readonly isBroken: boolean
  text: string
}

const noOutlines: readonly OpmlOutline[] = []

type Reading = {
  readonly text: string
  /** The open elements, outermost first; the first is the document. */
  readonly opened: [Open, ...Open[]]
  readonly head: OpmlElement[]
  readonly broken: Set<OpmlOutline>
  top?: OpmlAttributes
  depth: number
  outlineCount: number
  keptCount: number
  declared: EntityLookup | undefined
  refused?: OpmlRefusal
}

/**
 * Reads OPML as programs write it, with all its content: any case of names, bare `&` and `<`, unquoted attributes, unclosed tags, truncated
 * text. Leaves out comments and elements that are neither head nor outline. Never reads external entities. Refuses what exceeds
 * `opmlLimits`, with the reason. Takes time and memory in proportion to the text. Never throws.
 */
export function readOpml(text: string): ReadOpmlResult {
  const refused = refuseText(text)
  if (refused) return refused
  const reading: Reading = {
    text,
    opened: [newElement('', [], false)],
    head: [],
    broken: new Set(),
    depth: 0,
    outlineCount: 0,
    keptCount: 0,
    declared: undefined,
  }
  for (let at = 0; at < text.length && !reading.refused; ) {
    const tag = text.indexOf('<', at)
    if (tag !== at) addText(reading, text.slice(at, tag < 0 ? text.length : tag), true)
    if (tag < 0) break
    at = readMarkup(reading, tag)
  }
  if (reading.refused) return reading.refused
  closeFrom(reading, 1)
  const { top, head, outlineCount, opened } = reading
  if (top === undefined && outlineCount === 0)
    return refusal('not-opml', 'This is not an OPML file: there is no <opml> element and no <outline> in it.')
  const tree = declarePrefixes({ attributes: top ?? [], head, outlines: opened[0].outlines })
  return { kind: 'tree', tree, broken: reading.broken }
}

/** Reads one piece of markup and returns the index after it. */
function readMarkup(reading: Reading, at: number): number {
  const { text } = reading
  const next = text.charCodeAt(at + 1)
  if (next === 47) return readEndTag(reading, at)
  if (next === 63) return afterMark(text, '?>', at)
  if (text.startsWith('<!--', at)) return afterMark(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) {
    const end = afterMark(text, ']]>', at + 9)
    addText(reading, text.slice(at + 9, end).replace(/\]\]>$/, ''), false)
    return end
  }
  if (next === 33) {
    const doctype = declaredEntities(text, at)
    reading.declared ??= doctype.declared
    return doctype.end
  }
  if (isLetter(next) || next === 95) return readStartTag(reading, at)
  addText(reading, '<', false)
  return at + 1
}

function addText(reading: Reading, raw: string, hasEntities: boolean): void {
  const to = reading.opened.at(-1)!
  const isOutline = to.kind === 'outline'
  if (!isOutline && (!to.isKept || (to.children.length === 0 && raw.trim() === ''))) return
  const before = isOutline ? to.text : to.children.at(-1)
  const text = raw.length > opmlLimits.writtenValue ? raw : plainText(raw, hasEntities ? reading.declared : 'none')
  const whole = typeof before === 'string' ? before + text : text
  if (whole.length > opmlLimits.value) refuseLong(reading)
  else if (text === '') return
  else if (isOutline) to.text = whole
  else if (typeof before === 'string') to.children[to.children.length - 1] = whole
  else to.children.push(whole)
}

function readStartTag(reading: Reading, at: number): number {
  const { name, attributes: written, isEmpty, isBroken, end } = readOutlineTag(reading.text, at)
  const attributes = attributesOf(written, reading.declared)
  const isLeaf = isEmpty && name.length === 7 && name.toLowerCase() === 'outline'
  if (!attributes) refuseLong(reading)
  else if (isLeaf) {
    // Most outlines are empty elements: without pushing them as open, a list takes half the memory.
    reading.outlineCount += 1
    const leaf = { attributes, outlines: noOutlines }
    reading.opened.at(-1)!.outlines.push(leaf)
    if (isBroken) reading.broken.add(leaf)
  } else openElement(reading, name, attributes, isBroken)
  if (isEmpty && !isLeaf && attributes) closeFrom(reading, reading.opened.length - 1)
  return end
}

function openElement(reading: Reading, name: string, attributes: OpmlAttributes, isBroken: boolean): void {
  const parent = reading.opened.at(-1)!
  const kind = name.toLowerCase()
  const isKept = kind !== 'outline' && (parent.isKept || parent.kind === 'head' || parent.kind === 'outline')
  if (kind === 'opml') reading.top ??= attributes
  if (kind === 'outline') {
    reading.outlineCount += 1
    reading.depth += 1
  }
  if (isKept) reading.keptCount += 1
  if (reading.depth > opmlLimits.depth)
    reading.refused = refusal('too-deep', `Its outlines are nested more than ${opmlLimits.depth} deep.`)
  if (reading.keptCount > opmlLimits.elements)
    reading.refused = refusal('too-many', `It has more than ${opmlLimits.elements} elements that are not outlines.`)
  if (reading.opened.length > 4 * opmlLimits.depth)
    reading.refused = refusal('too-deep', 'Its elements are nested too deep.')
  reading.opened.push({ ...newElement(name, attributes, isKept), isBroken })
}

function newElement(name: string, attributes: OpmlAttributes, isKept: boolean): Open {
  return { kind: name.toLowerCase(), name, attributes, children: [], outlines: [], isKept, isBroken: false, text: '' }
}

function readEndTag(reading: Reading, at: number): number {
  const { text, opened } = reading
  const close = text.indexOf('>', at)
  const end = close < 0 ? text.length : close
  const kind = text
    .slice(at + 2, end)
    .trim()
    .toLowerCase()
  const from = opened.findLastIndex((element, index) => index > 0 && element.kind === kind)
  if (from > 0) closeFrom(reading, from)
  return end + 1
}

/** Closes the open elements from `index` on, innermost first, and adds each to its parent. */
function closeFrom(reading: Reading, index: number): void {
  const { opened, head } = reading
  while (opened.length > index) {
    const { kind, name, attributes, children, outlines, isKept, isBroken, text } = opened.pop()!
    const parent = opened.at(-1)!
    if (kind === 'outline') {
      reading.depth -= 1
      const outline = {
        attributes,
        ...defined({
          text: text.trim() !== '' ? text : undefined,
          elements: children.length > 0 ? (children as OpmlElement[]) : undefined,
        }),
        outlines,
      }
      parent.outlines.push(outline)
      if (isBroken) reading.broken.add(outline)
    } else {
      for (const outline of outlines) parent.outlines.push(outline)
      if (isKept && isName(name)) (parent.kind === 'head' ? head : parent.children).push({ name, attributes, children })
    }
  }
}

function refuseLong(reading: Reading): void {
  reading.refused = refusal('too-long', `A value in it has more than ${opmlLimits.value} characters.`)
}
