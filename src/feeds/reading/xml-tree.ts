import { decodeEntities, type EntityLookup } from '../entities.ts'
import { NO_ATTRIBUTES, readAttributes } from '../read-attributes.ts'
import { resolveUrl } from '../resolve-url.ts'
import { afterMark, isLetter, tagEnd } from '../tag-end.ts'
import { declaredEntities } from './doctype.ts'
import { cacheLastUnfolded, FoldedItem, sameStartTag, type Unfold } from './folded-item.ts'
import { type NamespaceScope, namespaceScope, normalizedName } from './namespaces.ts'

/** An element of a feed. `name` is normalized (`title`, `dc:creator`); `tag` is as written, in lower case. */
export type XmlElement = {
  readonly name: string
  readonly tag: string
  /** By lower-case name as written, such as `href` or `rdf:about`. */
  readonly attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
  readonly parent: XmlElement | undefined
  readonly scope: NamespaceScope
  /** From xml:base, absolute; empty when no enclosing element declares one. */
  readonly base: string
  /** From xml:lang; empty when none is declared. */
  readonly language: string
  /** False when the text ended before the element did. */
  isClosed: boolean
}

/** Deeper markup is flattened, so that walking the tree never overflows the stack. */
const MAX_DEPTH = 200

/** More elements than any real feed has; later ones are not read. Documents that declare entities are never folded, so their limit is lower. */
const MAX_ELEMENTS = 1_000_000
const MAX_DECLARING_ELEMENTS = 150_000

/** More items than are ever used. Items after these are folded: only their position is stored. */
const MAX_KEPT_ITEMS = 2_500

/** An item with more texts and elements than nearly all have is folded too. */
const MAX_KEPT_NODES = 2_000

/**
 * More texts and elements than any item, or everything outside items, contains. Later ones are not read, except items and an item's short
 * fields.
 */
const MAX_NODES = 100_000

/** Fields of an item that are still read after that limit, with up to `LATE_NODES` texts and elements each. */
const MAX_LATE_FIELDS = 100
const LATE_NODES = 8

/** A misspelled end tag closes one of these when it contains only text. */
const LEAVES = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'updated',
  'published',
  'author',
  'dc:creator',
  'dc:date',
])

type Reading = {
  readonly text: string
  readonly documentUrl: string
  readonly root: XmlElement
  current: XmlElement
  depth: number
  count: number
  declared: EntityLookup | undefined
  /** The open item, the outermost of several, and the index where its content begins. */
  item: XmlElement | undefined
  itemStart: number
  /** Items closed so far; `like` is the start tag of the last folded one. */
  items: number
  /** Texts and elements in the open item, or outside items. */
  readonly nodes: { inside: number; late: number; beside: number }
  like: XmlElement | undefined
  readonly unfold: Unfold
}

/**
 * Parses XML as feeds write it, which is often invalid: any text gives a tree. Undefined entities, bare `&` and `<`, unclosed and
 * mis-nested tags, unquoted attributes and truncated text are read leniently. Never reads external entities; expands internal ones only as
 * far as `declaredEntities` allows. Takes time and memory in proportion to the text. The root element has an empty name.
 */
export function parseXml(text: string, documentUrl: string): XmlElement {
  const root: XmlElement = {
    name: '',
    tag: '',
    attributes: NO_ATTRIBUTES,
    children: [],
    parent: undefined,
    scope: namespaceScope(new Map()),
    base: '',
    language: '',
    isClosed: true,
  }
  const reading: Reading = {
    text,
    documentUrl,
    root,
    current: root,
    depth: 0,
    count: 0,
    declared: undefined,
    item: undefined,
    itemStart: 0,
    items: 0,
    nodes: { inside: 0, late: 0, beside: 0 },
    like: undefined,
    unfold: cacheLastUnfolded((item) => readInside(reading, item)),
  }
  readUpTo(reading, 0, text.length)
  return root
}

function readUpTo(reading: Reading, from: number, to: number): void {
  const { text } = reading
  let at = from
  while (at < to && reading.count < (reading.declared ? MAX_DECLARING_ELEMENTS : MAX_ELEMENTS)) {
    const open = text.indexOf('<', at)
    if (open !== at) addText(reading, text.slice(at, open < 0 ? text.length : open))
    if (open < 0 || open >= to) break
    at = readMarkup(reading, open)
  }
}

/** Reads one piece of markup and returns the index after it. */
function readMarkup(reading: Reading, open: number): number {
  const { text } = reading
  const next = text.charCodeAt(open + 1)
  if (next === 47) return readEndTag(reading, open)
  if (next === 33) return readDeclaration(reading, open)
  if (next === 63) return afterMark(text, '?>', open)
  if (isLetter(next) || next === 95 || next > 127) return readStartTag(reading, open)
  const end = bareEnd(text, open + 1)
  addText(reading, text.slice(open, end))
  return end
}

/** The end of characters that begin no markup, so that they become one text. */
function bareEnd(text: string, from: number): number {
  let end = from
  while (text.charCodeAt(end) === 60 && text.charCodeAt(end + 1) === 60) end++
  return end
}

function addText(reading: Reading, raw: string): void {
  if (hasRoom(reading)) addChild(reading.current, decodeEntities(raw, reading.declared))
}

/** Counts one more text or element of the open item and returns whether there is room for it. */
function hasRoom({ item, nodes }: Reading): boolean {
  return item ? ++nodes.inside <= MAX_NODES : ++nodes.beside <= MAX_NODES
}

/** The same for an element: any item and some fields of each still have room. */
function hasRoomFor(reading: Reading, tag: string): boolean {
  if (hasRoom(reading) || tag === 'item' || tag === 'entry') return true
  const { item, current, nodes } = reading
  if (item !== current || nodes.late === MAX_LATE_FIELDS) return false
  nodes.late++
  nodes.inside = MAX_NODES - LATE_NODES
  return true
}

/** An array created with its first child has capacity for one, an empty array pushed to has it for seventeen; most have no more children. */
function addChild(parent: XmlElement, child: XmlElement | string): void {
  if (parent.children.length === 0) parent.children = [child]
  else parent.children.push(child)
}

/** `<!-- -->`, `<![CDATA[ ]]>` and `<!DOCTYPE [ ]>`. */
function readDeclaration(reading: Reading, open: number): number {
  const { text, current } = reading
  if (text.startsWith('<!--', open)) return afterMark(text, '-->', open + 4)
  if (text.startsWith('<![CDATA[', open)) {
    const end = text.indexOf(']]>', open + 9)
    if (hasRoom(reading)) addChild(current, text.slice(open + 9, end < 0 ? text.length : end))
    return end < 0 ? text.length : end + 3
  }
  if (current === reading.root && /^<!doctype/i.test(text.slice(open, open + 9))) {
    const doctype = declaredEntities(text, open)
    reading.declared = doctype.declared
    return doctype.end
  }
  addText(reading, '<!')
  return open + 2
}

function readStartTag(reading: Reading, open: number): number {
  const { text } = reading
  const end = tagEnd(text, open + 1, 'xml')
  // A slash at the very end of the text belongs to a truncated URL.
  const isEmpty = text.charCodeAt(end - 1) === 47 && end < text.length
  const body = text.slice(open + 1, isEmpty ? end - 1 : end)
  const nameEnd = nameEndIn(body)
  const tag = body.slice(0, nameEnd).toLowerCase()
  if (tag === 'item' || tag === 'entry') closeForgotten(reading, tag, open)
  const behind = text.charCodeAt(end) === 60 ? end : end + 1
  if (!hasRoomFor(reading, tag)) return behind

  const parent = reading.current
  const attributes = nameEnd === body.length ? NO_ATTRIBUTES : readAttributes(body, nameEnd, reading.declared)
  const scope = scopeOf(parent, attributes)
  const base = attributes['xml:base']
  const name = normalizedName(tag, scope)
  const element: XmlElement = {
    name,
    // Shares one string between elements with this name.
    tag: name === tag ? name : tag,
    attributes,
    children: [],
    parent,
    scope,
    base: base === undefined ? parent.base : resolveUrl(base, parent.base || reading.documentUrl),
    language: attributes['xml:lang'] ?? parent.language,
    isClosed: isEmpty,
  }
  addChild(parent, element)
  reading.count++
  if (!isEmpty && reading.depth < MAX_DEPTH) {
    reading.current = element
    reading.depth++
    if (!reading.item && (name === 'item' || name === 'entry')) {
      reading.item = element
      reading.itemStart = behind
      Object.assign(reading.nodes, { inside: 0, late: 0 })
    }
  }
  return behind
}

function nameEndIn(body: string): number {
  for (let at = 0; at < body.length; at++) {
    const unit = body.charCodeAt(at)
    if (unit <= 32 || unit === 47 || (unit > 127 && /\s/.test(body.charAt(at)))) return at
  }
  return body.length
}

/** An item inside an item means that the first lacks its end tag, unless it is part of the content. */
function closeForgotten(reading: Reading, tag: string, open: number): void {
  for (let at = reading.current; at.parent; at = at.parent) {
    if (at.name === 'content' || at.name === 'content:encoded') return
    if (at.tag === tag) {
      closeUpTo(reading, at, open)
      return
    }
  }
}

function readEndTag(reading: Reading, open: number): number {
  const close = reading.text.indexOf('>', open)
  const end = close < 0 ? reading.text.length : close
  const tag = reading.text
    .slice(open + 2, end)
    .trim()
    .toLowerCase()
  const started = startedBy(reading.current, tag)
  if (started) closeUpTo(reading, started, open)
  else if (LEAVES.has(reading.current.name) && reading.current.children.every((child) => typeof child === 'string'))
    closeUpTo(reading, reading.current, open)
  return end + 1
}

/** The open element that an end tag closes. At most `MAX_DEPTH` are open, so checking all is cheap. */
function startedBy(from: XmlElement, tag: string): XmlElement | undefined {
  for (let at = from; at.parent; at = at.parent) if (at.tag === tag) return at
  return undefined
}

/** Closes the open elements up to and including `element`, at the markup at `open`. */
function closeUpTo(reading: Reading, element: XmlElement, open: number): void {
  while (reading.current.parent) {
    const closed = reading.current
    closed.isClosed = true
    reading.current = reading.current.parent
    reading.depth--
    if (closed === reading.item) foldItem(reading, closed, open)
    if (closed === element) return
  }
}

/**
 * Called when an item ends. Folds items after the first `MAX_KEPT_ITEMS` and large ones. In a document that declares entities, reading
 * again would use up what they may add, so later items are dropped instead: none of them is ever used.
 */
function foldItem(reading: Reading, item: XmlElement, end: number): void {
  reading.item = undefined
  const isLate = ++reading.items > MAX_KEPT_ITEMS
  if (reading.declared) {
    if (isLate) reading.current.children.pop()
    return
  }
  if (!isLate && reading.nodes.inside <= MAX_KEPT_NODES) return
  const like = reading.like && sameStartTag(reading.like, item) ? reading.like : item
  like.children = []
  reading.like = like
  const { children } = reading.current
  children[children.length - 1] = new FoldedItem(like, reading.itemStart, end, reading.unfold)
}

/** Parses the content of a folded item again with the same result; its end closes what is open in it. */
function readInside(reading: Reading, { like, start, end }: FoldedItem): XmlElement['children'] {
  const item = { ...like, children: [] }
  let depth = 0
  for (let at = like.parent; at; at = at.parent) depth++
  const again: Reading = {
    ...reading,
    current: item,
    depth,
    count: 0,
    item,
    declared: undefined,
    nodes: { inside: 0, late: 0, beside: 0 },
  }
  readUpTo(again, start, end)
  for (let at = again.current; at.parent && at !== item; at = at.parent) at.isClosed = true
  return item.children
}

function scopeOf(parent: XmlElement, attributes: Readonly<Record<string, string>>): NamespaceScope {
  if (attributes === NO_ATTRIBUTES) return parent.scope
  let declared: Map<string, string> | undefined
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    if (name.length === 5) (declared ??= new Map()).set('', attributes[name]!.trim())
    else if (name[5] === ':') (declared ??= new Map()).set(name.slice(6), attributes[name]!.trim())
  }
  return declared ? namespaceScope(declared, parent.scope) : parent.scope
}
