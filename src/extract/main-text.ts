import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blocksOf } from './page-blocks.ts'
import type { PageElement, PageNode } from './page-tree.ts'

/** The part of the DOM that is read back from Readability. */
type DomNode = {
  readonly nodeType: number
  readonly localName?: string
  readonly data?: string
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  getAttribute?(name: string): string | null
}

/** What Readability takes for the main text. */
export type MainText = {
  /** Keys of its blocks. */
  readonly keys: ReadonlySet<string>
  /** True when a key stands somewhere in its text, to find blocks that were cut differently. */
  holds(key: string): boolean
  readonly wordCount: number
}

/** Code units; a page of 300 blocks beside a text of 20,000 takes six millions. */
const maxSearched = 1_000_000_000

const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const sentAttributes = new Set('class id href src alt itemprop role rel dir width height'.split(' '))

/** Finds the main text of a page with Mozilla's Readability; nothing when it finds none. */
export function findMainText(root: PageElement, title: string): MainText | undefined {
  const html = serialize(root, title)
  const { document } = parseHTML(html)
  const content = readContent(document)
  if (content === undefined) return undefined
  return mainOf(blocksOf(toPageElement(content)))
}

/** Blocks taken for the main text. */
export function mainOf(blocks: Readonly<ReturnType<typeof blocksOf>>): MainText {
  const keys = blocks.map((block) => block.key)
  const wordCount = blocks.reduce((sum, block) => sum + block.wordCount, 0)
  return { keys: new Set(keys), holds: holdsKey(` ${keys.join(' ')} `), wordCount }
}

/** Looks for keys in a text until so much was looked through that only a page made for it asks on: then none stands there. */
function holdsKey(whole: string): (key: string) => boolean {
  let left = maxSearched
  return (key) => {
    left -= whole.length
    return left >= 0 && whole.includes(` ${key} `)
  }
}

/** The third party may throw on a page it does not expect; that page has no main text. */
function readContent(document: ConstructorParameters<typeof Readability>[0]): DomNode | undefined {
  try {
    const reader = new Readability<DomNode>(document, {
      serializer: (node) => node as unknown as DomNode,
      keepClasses: true,
      disableJSONLD: true,
    })
    return reader.parse()?.content ?? undefined
  } catch {
    return undefined
  }
}

function serialize(root: PageElement, title: string): string {
  const pieces: string[] = ['<!doctype html><html><head><title>', escapeText(title), '</title></head>']
  const body = findBody(root)
  if (body === undefined) pieces.push('<body></body>')
  else writeElement(body, pieces)
  pieces.push('</html>')
  return pieces.join('')
}

function findBody(root: PageElement): PageElement | undefined {
  for (const child of root.children) {
    if (typeof child === 'string') continue
    if (child.tag === 'body') return child
    const found = child.tag === 'html' ? findBody(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

// Readability weighs blocks, links and commas; a bare inline tag changes none of them and costs a DOM node.
const plainTags = new Set(
  'abbr b bdi bdo cite em font i ins mark q s small span strong sub sup time tt u wbr'.split(' '),
)
const markingAttributes = ['class', 'id', 'itemprop', 'role', 'rel']

/** Writes an element without its empty parts, and reports whether it has anything to read or see. */
function writeElement(element: PageElement, pieces: string[]): boolean {
  const { tag, attributes, children } = element
  if (tag === 'video' || tag === 'audio' || tag === 'iframe' || tag === 'source') return false
  const isPlain = plainTags.has(tag) && !markingAttributes.some((name) => attributes[name] !== undefined)
  const start = pieces.length
  if (!isPlain) {
    pieces.push('<', tag)
    for (const name in attributes)
      if (sentAttributes.has(name)) pieces.push(' ', name, '="', escapeAttribute(attributes[name] ?? ''), '"')
    pieces.push('>')
  }
  if (voidTags.has(tag)) return tag === 'img'
  let hasContent = false
  for (const child of children) {
    if (typeof child !== 'string') {
      if (writeElement(child, pieces)) hasContent = true
      continue
    }
    pieces.push(escapeText(child))
    if (!hasContent && /\S/.test(child)) hasContent = true
  }
  if (!hasContent) {
    // Its white space may be all that parts two words.
    pieces.length = start
    if (plainTags.has(tag) || tag === 'a') pieces.push(' ')
  } else if (!isPlain) pieces.push('</', tag, '>')
  return hasContent
}

/** Only words are compared afterwards, and an escape would make a text node of its own. */
function escapeText(text: string): string {
  return text.replace(/[&<>]/g, ' ')
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

function toPageElement(node: DomNode, parent?: PageElement): PageElement {
  const attributes: Record<string, string> = {}
  const role = node.getAttribute?.('role')
  if (role) attributes.role = role
  const href = node.localName === 'a' ? node.getAttribute?.('href') : null
  if (href) attributes.href = href
  const children: PageNode[] = []
  const base = { tag: node.localName ?? '#root', attributes, children }
  const element: PageElement = parent === undefined ? base : { ...base, parent }
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) children.push(child.data ?? '')
    else if (child.nodeType === 1) children.push(toPageElement(child, element))
  }
  return element
}
