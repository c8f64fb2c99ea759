import type { PageElement } from './page-tree.ts'

/**
 * A node of the small DOM for Readability: only the parts of a DOM it uses, over our own tree, so that markup need not be written and
 * parsed again. Every element caches its text until something below it changes: Readability reads the whole text of each element many
 * times. One class for elements and texts, since it reads the same properties of both.
 */
export class ReaderNode {
  readonly nodeType: number
  readonly ELEMENT_NODE = 1
  readonly TEXT_NODE = 3
  readonly ownerDocument: ReaderDocument | undefined
  tagName: string | undefined
  localName: string | undefined
  data: string
  parentNode: ReaderNode | null = null
  firstChild: ReaderNode | null = null
  lastChild: ReaderNode | null = null
  nextSibling: ReaderNode | null = null
  previousSibling: ReaderNode | null = null
  /** Written by Readability: the score of an element, and whether a table contains data. */
  readability: unknown = undefined
  _readabilityDataTable: boolean | undefined = undefined
  private held: Readonly<Record<string, string>>
  private text: string | undefined = undefined

  constructor(
    nodeType: number,
    document: ReaderDocument | undefined,
    tag: string | undefined,
    data: string,
    held: Readonly<Record<string, string>>,
  ) {
    this.nodeType = nodeType
    this.ownerDocument = document
    this.localName = tag
    this.tagName = tag?.toUpperCase()
    this.data = data
    this.held = held
  }

  /** Tells Readability that it may rename an element in place. */
  get __JSDOMParser__(): boolean {
    return true
  }

  get nodeName(): string | undefined {
    return this.tagName
  }

  get textContent(): string {
    if (this.nodeType === 3) return this.data
    if (this.text === undefined) {
      let text = ''
      for (let child = this.firstChild; child !== null; child = child.nextSibling) text += child.textContent
      this.text = text
    }
    return this.text
  }

  get className(): string {
    return this.held.class ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get id(): string {
    return this.held.id ?? ''
  }

  set id(value: string) {
    this.setAttribute('id', value)
  }

  get src(): string | undefined {
    return this.localName === 'img' ? (this.held.src ?? '') : undefined
  }

  get attributes(): NodeAttribute[] {
    const list: NodeAttribute[] = []
    for (const name in this.held) {
      const value = this.held[name]
      if (value !== undefined && sentAttributes.has(name)) list.push(attributeOf(name, value))
    }
    return list
  }

  getAttribute(name: string): string | null {
    return sentAttributes.has(name) ? (this.held[name] ?? null) : null
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    this.held = { ...this.held, [name]: value }
  }

  setAttributeNode({ name, value }: NodeAttribute): void {
    this.setAttribute(name, value)
  }

  removeAttribute(name: string): void {
    const { [name]: _, ...rest } = this.held
    this.held = rest
  }

  get childNodes(): ReaderNode[] {
    const nodes: ReaderNode[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child)
    return nodes
  }

  get children(): ReaderNode[] {
    const elements: ReaderNode[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling)
      if (child.nodeType === 1) elements.push(child)
    return elements
  }

  get firstElementChild(): ReaderNode | null {
    let child = this.firstChild
    while (child !== null && child.nodeType !== 1) child = child.nextSibling
    return child
  }

  get nextElementSibling(): ReaderNode | null {
    let next = this.nextSibling
    while (next !== null && next.nodeType !== 1) next = next.nextSibling
    return next
  }

  get previousElementSibling(): ReaderNode | null {
    let before = this.previousSibling
    while (before !== null && before.nodeType !== 1) before = before.previousSibling
    return before
  }

  appendChild(node: ReaderNode): ReaderNode {
    node.remove()
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild === null) this.firstChild = node
    else this.lastChild.nextSibling = node
    this.lastChild = node
    this.forget()
    return node
  }

  replaceChild(node: ReaderNode, old: ReaderNode): ReaderNode {
    if (node === old) return old
    node.remove()
    const { previousSibling, nextSibling } = old
    node.parentNode = this
    node.previousSibling = previousSibling
    node.nextSibling = nextSibling
    if (previousSibling === null) this.firstChild = node
    else previousSibling.nextSibling = node
    if (nextSibling === null) this.lastChild = node
    else nextSibling.previousSibling = node
    old.parentNode = old.previousSibling = old.nextSibling = null
    this.forget()
    return old
  }

  removeChild(node: ReaderNode): ReaderNode {
    node.remove()
    return node
  }

  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this
    if (parentNode === null) return
    if (previousSibling === null) parentNode.firstChild = nextSibling
    else previousSibling.nextSibling = nextSibling
    if (nextSibling === null) parentNode.lastChild = previousSibling
    else nextSibling.previousSibling = previousSibling
    this.parentNode = this.previousSibling = this.nextSibling = null
    parentNode.forget()
  }

  getElementsByTagName(tag: string): ReaderNode[] {
    return this.querySelectorAll(tag)
  }

  /** Supports tag names separated by commas, which is all that Readability uses. In page order. */
  querySelectorAll(selector: string): ReaderNode[] {
    const made = this.ownerDocument?.made
    const tags = selector
      .toLowerCase()
      .split(',')
      .filter((tag) => made === undefined || made.has(tag))
    const found: ReaderNode[] = []
    if (tags.length === 0) return found
    const only = tags.length === 1 ? tags[0] : undefined
    let node: ReaderNode | null = this.firstChild
    while (node !== null) {
      if (node.nodeType === 1 && (only === undefined ? tags.includes(node.localName ?? '') : node.localName === only))
        found.push(node)
      if (node.firstChild !== null) {
        node = node.firstChild
        continue
      }
      while (node !== null && node !== this && node.nextSibling === null) node = node.parentNode
      node = node === null || node === this ? null : node.nextSibling
    }
    return found
  }

  /** For the body, a copy that is restored when Readability starts again; undefined for any other element, where it is only logged. */
  get innerHTML(): ReaderNode | string {
    return this.localName === 'body' ? this.copy() : ''
  }

  set innerHTML(kept: ReaderNode | string) {
    while (this.firstChild !== null) this.firstChild.remove()
    if (typeof kept === 'string') return
    const copy = kept.copy()
    while (copy.firstChild !== null) this.appendChild(copy.firstChild)
  }

  private copy(): ReaderNode {
    const copy = new ReaderNode(this.nodeType, this.ownerDocument, this.localName, this.data, this.held)
    for (let child = this.firstChild; child !== null; child = child.nextSibling) copy.appendChild(child.copy())
    return copy
  }

  /** Clears the cached text; where an element has none, neither have its ancestors. */
  private forget(): void {
    for (let at: ReaderNode | null = this; at !== null && at.text !== undefined; at = at.parentNode) at.text = undefined
  }
}

export class ReaderDocument extends ReaderNode {
  readonly title: string
  readonly documentElement: ReaderNode
  readonly body: ReaderNode
  // Only text is read from the result; any URL is valid against this base.
  readonly baseURI = 'http://page.invalid/'
  readonly documentURI = 'http://page.invalid/'
  /** Tags it may contain: its own and those Readability creates. */
  readonly made = new Set(['p', 'div', 'span', 'h2'])

  constructor(title: string) {
    super(9, undefined, undefined, '', {})
    this.title = title
    this.documentElement = this.createElement('html')
    this.body = this.createElement('body')
    this.appendChild(this.documentElement)
    this.documentElement.appendChild(this.body)
  }

  createElement(tag: string, attributes: Readonly<Record<string, string>> = {}): ReaderNode {
    const name = tag.toLowerCase()
    this.made.add(name)
    return new ReaderNode(1, this, name, '', attributes)
  }

  createTextNode(text: string): ReaderNode {
    return new ReaderNode(3, this, undefined, text, {})
  }
}

type NodeAttribute = { readonly name: string; readonly value: string; cloneNode(): NodeAttribute }

function attributeOf(name: string, value: string): NodeAttribute {
  return { name, value, cloneNode: () => attributeOf(name, value) }
}

const sentAttributes = new Set('class id href src alt itemprop role rel dir width height'.split(' '))
const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const emptyTags = new Set('video audio iframe source'.split(' '))
// Readability weighs blocks, links and commas; a plain inline tag changes none of them and costs a node.
const plainTags = new Set(
  'abbr b bdi bdo cite em font i ins mark q s small span strong sub sup time tt u wbr'.split(' '),
)
const markingAttributes = ['class', 'id', 'itemprop', 'role', 'rel']

/** The document of a page, without its empty parts; undefined when it has no content. */
export function readerDocument(root: PageElement, title: string): ReaderDocument | undefined {
  const body = findBody(root)
  if (body === undefined) return undefined
  const document = new ReaderDocument(title.replace(/[&<>]/g, ' '))
  const made = copyElement(document, body)
  if (!made.hasContent) return undefined
  document.documentElement.replaceChild(made.node, document.body)
  return Object.assign(document, { body: made.node })
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

function copyElement(
  document: ReaderDocument,
  element: PageElement,
): { readonly node: ReaderNode; readonly hasContent: boolean } {
  const node = document.createElement(element.tag, element.attributes)
  return { node, hasContent: copyChildren(document, element, node) }
}

/** Copies the children of an element, and returns whether they have any text or media. */
function copyChildren(document: ReaderDocument, element: PageElement, to: ReaderNode): boolean {
  let hasContent = false
  for (const child of element.children) {
    if (typeof child === 'string') {
      addText(document, to, child)
      if (!hasContent && /\S/.test(child)) hasContent = true
    } else if (copyChild(document, child, to)) hasContent = true
  }
  return hasContent
}

function copyChild(document: ReaderDocument, child: PageElement, to: ReaderNode): boolean {
  const { tag, attributes } = child
  if (emptyTags.has(tag)) return false
  if (voidTags.has(tag)) {
    if (tag !== 'wbr') to.appendChild(document.createElement(tag, attributes))
    return tag === 'img'
  }
  const isPlain = plainTags.has(tag) && !markingAttributes.some((name) => attributes[name] !== undefined)
  const before = to.lastChild
  const textBefore = before?.nodeType === 3 ? before.data : undefined
  let hasContent: boolean
  if (isPlain) {
    hasContent = copyChildren(document, child, to)
    if (!hasContent) {
      while (to.lastChild !== null && to.lastChild !== before) to.lastChild.remove()
      if (before !== null && textBefore !== undefined) before.data = textBefore
    }
  } else {
    const made = copyElement(document, child)
    hasContent = made.hasContent
    if (hasContent) to.appendChild(made.node)
  }
  // Its white space may be all that separates two words.
  if (!hasContent && (plainTags.has(tag) || tag === 'a')) addText(document, to, ' ')
  return hasContent
}

function addText(document: ReaderDocument, to: ReaderNode, text: string): void {
  if (text === '') return
  const last = to.lastChild
  if (last?.nodeType === 3) last.data += text
  else to.appendChild(document.createTextNode(text))
}
