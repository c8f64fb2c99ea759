import type { BlockKind, BlockShape } from '../../core/document.ts'
import type { PageElement, PageNode } from '../markup/page-tree.ts'
import { visibleLines, visibleText } from '../markup/visible-text.ts'
import { isBesidePicture, isCaptionOrCredit } from '../pictures/picture-words.ts'
import { isNoteMark, shapeOfItem, shapeOfRow, tableOf } from '../rules/item-shape.ts'
import { isHoverCard } from '../surplus/hover-card.ts'
import { countWords, keyOf } from '../words.ts'

/** Where in the page a block is; each flag is about the block or any ancestor. */
export type Place = {
  readonly element: PageElement
  readonly isInFigure: boolean
  readonly isInCaption: boolean
  readonly isInAside: boolean
  readonly isInFooter: boolean
  readonly isInNav: boolean
  readonly isInForm: boolean
  readonly isInHeader: boolean
  readonly listItem?: PageElement
  readonly isInQuote: boolean
}

/** A block of the page: text between two block breaks, as a browser would lay it out. */
export type PageBlock = {
  readonly kind: BlockKind
  readonly text: string
  readonly key: string
  readonly wordCount: number
  readonly linkShare: number
  readonly isBold: boolean
  /** Contains a `time` element, or has a button-like role. */
  readonly hasTime: boolean
  readonly place: Place
  /** The nearest element that contains sibling blocks: the paragraphs of one text share it. */
  readonly container: PageElement
  readonly shape?: BlockShape
}

export const blockTags = new Set(
  (
    'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
)
const headingTag = /^h[1-6]$/
const leafTags = new Set('p h1 h2 h3 h4 h5 h6 li div span td dt dd blockquote figcaption'.split(' '))

type Open = {
  raw: string
  last: string
  linkLength: number
  boldLength: number
  length: number
  hasTime: boolean
  place: Place
}

type Inline = { readonly isLink: boolean; readonly isBold: boolean; readonly isTime: boolean }
const plain: Inline = { isLink: false, isBold: false, isTime: false }

/** How many words blocks have together. */
export function wordsIn(blocks: readonly Pick<PageBlock, 'wordCount'>[]): number {
  return blocks.reduce((sum, { wordCount }) => sum + wordCount, 0)
}

/** How many words of some blocks are in each of their containers. */
export function wordsByContainer(blocks: readonly PageBlock[]): ReadonlyMap<PageElement, number> {
  const words = new Map<PageElement, number>()
  for (const { container, wordCount } of blocks) words.set(container, (words.get(container) ?? 0) + wordCount)
  return words
}

/** Divides a page, or part of one, into blocks in reading order. The tree is at most 200 deep, so recursion is safe. */
export function blocksOf(root: PageElement): PageBlock[] {
  const blocks: PageBlock[] = []
  const begun = new Set<PageElement>()
  let open: Open | undefined

  const flush = (): void => {
    if (open !== undefined) {
      const block = closeBlock(open)
      if (block !== undefined) blocks.push(withShape(block, begun))
    }
    open = undefined
  }

  const addText = (text: string, place: Place, inline: Inline): void => {
    if (open === undefined) {
      if (text.trim() === '') return
      open = { raw: '', last: '', linkLength: 0, boldLength: 0, length: 0, hasTime: false, place }
    }
    open.raw += text
    if (text.trim() !== '') open.last = text
    const length = text.trim().length
    open.length += length
    if (inline.isLink) open.linkLength += length
    if (inline.isBold) open.boldLength += length
    if (inline.isTime) open.hasTime = true
  }

  const addBreak = (): void => {
    if (open === undefined) return
    if (open.place.element.tag === 'pre') open.raw += '\n'
    else if (endsLine(open)) flush()
    else open.raw += ' '
  }

  const walk = (element: PageElement, place: Place, inline: Inline): void => {
    let lastWasBreak = false
    let before: PageNode | undefined
    for (const child of element.children) {
      const previous = before
      before = typeof child === 'string' && child.trim() === '' ? before : child
      if (typeof child === 'string') {
        if (child.trim() !== '') lastWasBreak = false
        addText(child, place, inline)
      } else if (child.tag === 'br') {
        if (lastWasBreak) flush()
        else addBreak()
        lastWasBreak = true
      } else if (child.tag === 'head' || child.tag === 'title') {
      } else if (child.tag === 'tr' && isDataRow(child)) {
        flush()
        const block = rowBlock(child, placeWithin(place, child))
        if (block !== undefined) blocks.push(withShape(block, begun))
      } else if (blockTags.has(child.tag)) {
        flush()
        walk(child, placeWithin(place, child), inlineWithin(inline, child))
        flush()
        lastWasBreak = false
      } else if (!isNoteMark(child) && !isHoverCard(child, previous)) {
        lastWasBreak = false
        walk(child, place, inlineWithin(inline, child))
      }
    }
  }
  walk(root, placeWithin(nowhere(root), root), plain)
  flush()
  return blocks
}

/** The first block of an item or a row carries its shape; `begun` contains the items and tables that already had one. */
function withShape(block: PageBlock, begun: Set<PageElement>): PageBlock {
  const { kind, place } = block
  if (kind === 'table-row') {
    const table = tableOf(place.element) ?? place.element
    const isFirst = !begun.has(table)
    begun.add(table)
    return { ...block, shape: shapeOfRow(place.element, isFirst) }
  }
  if (kind !== 'list-item' || place.listItem === undefined || begun.has(place.listItem)) return block
  begun.add(place.listItem)
  return { ...block, shape: shapeOfItem(place.listItem) }
}

function nowhere(element: PageElement): Place {
  return {
    element,
    isInFigure: false,
    isInCaption: false,
    isInAside: false,
    isInFooter: false,
    isInNav: false,
    isInForm: false,
    isInHeader: false,
    isInQuote: false,
  }
}

function placeWithin(outer: Place, element: PageElement): Place {
  const { tag, attributes } = element
  const role = attributes.role ?? ''
  const place = { ...outer, element }
  if (tag === 'figure') return { ...place, isInFigure: outer.isInFigure || isPictureFigure(element) }
  if (tag === 'figcaption' || isCaptionOrCredit(element)) return { ...place, isInCaption: true }
  if ((tag === 'aside' || role === 'complementary') && !containsArticle(element)) return { ...place, isInAside: true }
  if ((tag === 'footer' && !outer.isInQuote) || role === 'contentinfo') return { ...place, isInFooter: true }
  if (tag === 'nav' || tag === 'menu' || role === 'navigation') return { ...place, isInNav: true }
  if (tag === 'form' && role !== 'main' && !containsParagraphs(element)) return { ...place, isInForm: true }
  if (tag === 'header') return { ...place, isInHeader: true }
  if (tag === 'li') return { ...place, listItem: element }
  if (tag === 'blockquote') return { ...place, isInQuote: true }
  return place
}

function inlineWithin(outer: Inline, element: PageElement): Inline {
  const isLink = outer.isLink || (element.tag === 'a' && element.attributes.href !== undefined)
  const isBold = outer.isBold || element.tag === 'b' || element.tag === 'strong'
  const isTime = outer.isTime || element.tag === 'time'
  return { isLink, isBold, isTime }
}

/** A figure can also contain a table, a quotation or code; only one with a picture or a film is a picture. */
function isPictureFigure(figure: PageElement): boolean {
  return !hasDescendant(figure, (tag) => tag === 'table' || tag === 'blockquote' || tag === 'pre')
}

/** Some content systems mark the whole article as an `aside` of their frame. */
function containsArticle(aside: PageElement): boolean {
  return hasDescendant(aside, (tag) => tag === 'h1') && containsParagraphs(aside)
}

/** Some content systems wrap a whole page in one form. */
function containsParagraphs(form: PageElement): boolean {
  let count = 0
  return hasDescendant(form, (tag) => tag === 'p' && ++count >= 5)
}

function hasDescendant(root: PageElement, test: (tag: string) => boolean): boolean {
  const stack: PageElement[] = [root]
  let visited = 0
  for (let element = stack.pop(); element !== undefined && visited < 3_000; element = stack.pop()) {
    visited++
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (test(child.tag)) return true
      stack.push(child)
    }
  }
  return false
}

/** A single line break ends a block after a bold subhead or a finished sentence, but not in verse. */
function endsLine(open: Open): boolean {
  if (isWhollyBold(open)) return true
  return open.length > 40 && /[.!?:…。！？؟]["”’»)\]]*\s*$/.test(open.last.slice(-40))
}

function isWhollyBold(open: Open): boolean {
  return open.length > 0 && open.boldLength >= open.length
}

function closeBlock(open: Open): PageBlock | undefined {
  const isCode = isWithin(open.place.element, 'pre')
  const text = isCode ? visibleLines(open.raw) : visibleText(open.raw)
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return undefined
  const wordCount = countWords(text)
  return {
    kind: isCode ? 'code' : kindOf(open, text, wordCount),
    text,
    key: keyOf(text),
    wordCount,
    linkShare: open.length === 0 ? 0 : Math.min(1, open.linkLength / open.length),
    isBold: isWhollyBold(open),
    hasTime: open.hasTime,
    place: isBesidePicture(open.place.element, text, wordCount) ? { ...open.place, isInCaption: true } : open.place,
    container: containerOf(open.place.element),
  }
}

function kindOf(open: Open, text: string, wordCount: number): BlockKind {
  const { element, listItem, isInQuote } = open.place
  if (headingTag.test(element.tag) || element.attributes.role === 'heading') return 'heading'
  if (isInQuote) return 'quote'
  if (listItem !== undefined || element.tag === 'dt' || element.tag === 'dd') return 'list-item'
  if (isWhollyBold(open) && wordCount <= 14 && text.length <= 120 && !/[.,;…。?？؟]["”’»)]*$/.test(text))
    return 'heading'
  return 'paragraph'
}

function isWithin(element: PageElement, tag: string): boolean {
  for (let at: PageElement | undefined = element, i = 0; at !== undefined && i < 3; at = at.parent, i++)
    if (at.tag === tag) return true
  return false
}

function containerOf(element: PageElement): PageElement {
  return leafTags.has(element.tag) && element.parent !== undefined ? element.parent : element
}

/** A table row of short cells is data; one whose cells contain blocks is layout. */
function isDataRow(row: PageElement): boolean {
  let cells = 0
  for (const cell of row.children) {
    if (typeof cell === 'string') continue
    if (cell.tag !== 'td' && cell.tag !== 'th') return false
    if (hasDescendant(cell, (tag) => tag !== 'p' && tag !== 'div' && blockTags.has(tag))) return false
    if (paragraphCount(cell) > 1) return false
    cells++
  }
  return cells >= 2
}

function paragraphCount(cell: PageElement): number {
  let count = 0
  hasDescendant(cell, (tag) => {
    if (tag === 'p' || tag === 'div') count++
    return false
  })
  return count
}

/** A row is one block, with tabs between its cells. */
function rowBlock(row: PageElement, place: Place): PageBlock | undefined {
  const cells = row.children.filter((child) => typeof child !== 'string').map((cell) => visibleText(allText(cell)))
  const text = cells.join('\t').trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  const linkLength = linkTextLength(row)
  return {
    kind: 'table-row',
    text,
    key: keyOf(text),
    wordCount: countWords(text),
    linkShare: Math.min(1, linkLength / Math.max(1, text.length)),
    isBold: false,
    hasTime: false,
    place,
    container: row.parent ?? row,
  }
}

export function allText(element: PageElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.tag === 'br' ? ' ' : allText(child)))
    .join('')
}

function linkTextLength(element: PageElement): number {
  let length = 0
  for (const child of element.children) {
    if (typeof child === 'string') continue
    length +=
      child.tag === 'a' && child.attributes.href !== undefined ? allText(child).trim().length : linkTextLength(child)
  }
  return length
}
