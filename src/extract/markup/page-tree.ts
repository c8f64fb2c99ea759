import { Parser } from 'htmlparser2'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { Removal } from '../../core/article.ts'
import { nth } from '../../core/nth.ts'
import { boundedAdapter, TooManyNodesError } from './bounded-adapter.ts'
import { guardNesting } from './guard-nesting.ts'
import { mayBeStreamed, placeStreamed } from './place-streamed.ts'
import { excerpt, visibleText } from './visible-text.ts'

const silentTags = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'select', 'textarea'])
const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
)

/** The text lines of markup, one per block; linear, for markup that no tree can be built from. */
export function textLines(html: string): string[] {
  const lines: string[] = []
  let line = ''
  let silence = 0
  const flush = (): void => {
    const text = visibleText(line)
    if (text !== '') lines.push(text)
    line = ''
  }
  const parser = new Parser(
    {
      onopentag(tag) {
        if (silentTags.has(tag)) silence++
        if (!inlineTags.has(tag)) flush()
      },
      onclosetag(tag) {
        if (silentTags.has(tag)) silence--
        if (!inlineTags.has(tag)) flush()
      },
      ontext(text) {
        if (silence === 0) line += text
      },
    },
    { recognizeSelfClosing: false },
  )
  parser.write(html)
  parser.end()
  flush()
  return lines
}

const silent = /<(?:(script|style|svg)(?=[\s/>])[^<>]*>|!--)/gi
const shortEnough = 20_000

/**
 * Shortens markup to at most `most` code units. First removes long scripts, styles, drawings and comments, since the article may come after
 * them; then cuts the end. `lost` is the length cut from the end.
 */
export function fitLength(html: string, most: number): { readonly html: string; readonly lost: number } {
  if (html.length <= most) return { html, lost: 0 }
  const fitting = withoutSilent(html)
  return { html: fitting.slice(0, most), lost: Math.max(0, fitting.length - most) }
}

function withoutSilent(html: string): string {
  const lower = html.toLowerCase()
  const pieces: string[] = []
  const endless = new Set<string>()
  let from = 0
  silent.lastIndex = 0
  for (let found = silent.exec(html); found; found = silent.exec(html)) {
    const end = found[1] === undefined ? '-->' : `</${found[1].toLowerCase()}`
    const start = silent.lastIndex
    const at = endless.has(end) ? -1 : lower.indexOf(end, start)
    if (at < 0) endless.add(end)
    else {
      if (at - start > shortEnough) {
        pieces.push(html.slice(from, start))
        from = at
      }
      silent.lastIndex = at
    }
  }
  pieces.push(html.slice(from))
  return pieces.join('')
}

/** The attributes that decide whether an element is visible. */
type Visibility = {
  readonly style: string
  readonly classes: string
  readonly isHiddenAttribute: boolean
  readonly isAriaHidden: boolean
}

const hidingStyle =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*(?:0(?:\.0+)?(?![\d.])|(?:0?\.\d+|1)(?:px|pt)|0?\.[01]\d*r?em)|clip\s*:\s*rect\(\s*(?:0|1px)|text-indent\s*:\s*-\d{3,}|(?:left|right|top)\s*:\s*-\d{4,}|color\s*:\s*transparent)/i

// Pages also fade their text in with an animation.
const fadedStyle = /(?:^|[;\s])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)/i

// Text for screen readers only: invisible on the page, and never part of the article.
const hidingClass =
  /(?:^|\s)(?:sr-only|sr_only|screen-?reader(?:-text|-only)?|visually-?hidden|visuallyhidden|element-invisible|u-hidden|is-hidden|hide-visually|a11y-hidden|offscreen)(?:\s|$)/i

/** Why an element is hidden, or undefined when its own attributes do not hide it. */
function reasonHidden({ style, classes, isHiddenAttribute, isAriaHidden }: Visibility): string | undefined {
  if (isHiddenAttribute) return 'hidden attribute'
  if (style !== '' && hidingStyle.test(style)) return 'hidden by style'
  if (style !== '' && fadedStyle.test(style)) return 'faded out'
  if (classes !== '' && hidingClass.test(classes)) return 'for screen readers only'
  if (isAriaHidden) return 'aria-hidden'
  return undefined
}

/** An element of a page, reduced to what extraction reads. Never changes after it is built. */
export type PageElement = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: PageNode[]
  readonly parent?: PageElement
}

export type PageNode = PageElement | string

/** A page without scripts, styles, comments and hidden parts; structured data (JSON-LD) is stored separately as text. */
export type PageTree = {
  readonly root: PageElement
  readonly jsonLd: readonly string[]
  readonly removals: readonly Removal[]
  readonly elementCount: number
  /** Code units of text times their depth: the work of measuring every element by its text. */
  readonly textWeight: number
}

/** Whether an element is one of `others` or inside one. */
export function isWithin(element: PageElement, others: ReadonlySet<PageElement>): boolean {
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent) if (others.has(at)) return true
  return false
}

export const maxHtmlLength = 4_000_000
const maxDepth = 200
const maxElements = 60_000
/** A longer value isn't a class, name or URL; pictures embedded in the page aren't used. */
const maxAttributeLength = 20_000
const maxMarkLength = 1_000
const marks = new Set(['class', 'id', 'name', 'rel', 'role', 'itemprop'])
const maxHiddenReports = 20

const keptAttributes = new Set(
  (
    'alt class cite content data-component data-original data-src data-srcset data-testid datetime dir height href id ' +
    'itemprop itemtype lang name property rel reversed role src srcset start title type value width data-caption data-credit ' +
    'data-href data-instgrm-permalink data-lazy-src data-shortcode data-tweetid data-video-id data-videoid'
  ).split(' '),
)

// Tags without text of the article; `video`, `audio` and `iframe` stay as empty marks that show the kind of page.
const droppedTags = new Set(
  (
    'script style template svg object canvas map select textarea datalist dialog noframes embed applet input ' +
    'button progress meter track param col colgroup rp'
  ).split(' '),
)
const emptiedTags = new Set(['video', 'audio', 'iframe'])

type ParsedNode = DefaultTreeAdapterMap['node']
type ParsedElement = DefaultTreeAdapterMap['element']

/**
 * Parses a page of any quality into a small tree. Never throws and takes linear time: markup is cut at {@link maxHtmlLength} code units,
 * nesting at 200, elements at 60,000; text beyond the last two limits is kept. `keepsAttributes` keeps all attributes, for selectors, not
 * only those that extraction reads.
 */
export function parsePage(html: string, options: { readonly keepsAttributes?: boolean } = {}): PageTree {
  const removals: Removal[] = []
  const { html: source, lost } = fitLength(html, maxHtmlLength)
  if (lost > 0) removals.push({ step: 'size cap', text: `${lost} characters of markup not read` })
  const guarded = guardNesting(source, maxDepth)
  try {
    const document = parse(guarded, { treeAdapter: boundedAdapter() })
    if (mayBeStreamed(guarded)) placeStreamed(document)
    return reduceTree(document, removals, options.keepsAttributes === true)
  } catch (error) {
    if (!(error instanceof TooManyNodesError)) throw error
    removals.push({ step: 'structure dropped', text: 'The markup multiplies without end; only its text was read' })
    return { root: treeOfLines(textLines(guarded)), jsonLd: [], removals, elementCount: 0, textWeight: 0 }
  }
}

function treeOfLines(lines: readonly string[]): PageElement {
  const root: PageElement = { tag: 'html', attributes: {}, children: [] }
  const body: PageElement = { tag: 'body', attributes: {}, children: [], parent: root }
  root.children.push(body)
  for (const line of lines) body.children.push({ tag: 'p', attributes: {}, children: [line], parent: body })
  return root
}

type Visit = { readonly node: ParsedNode; readonly parent: PageElement; readonly depth: number }

/** Walks the parsed tree with an explicit stack, since hostile markup is deeper than the call stack. */
function reduceTree(document: ParsedNode, removals: Removal[], keepsAttributes: boolean): PageTree {
  const root: PageElement = { tag: '#root', attributes: {}, children: [] }
  const jsonLd: string[] = []
  let elementCount = 0
  let textWeight = 0
  let hiddenCount = 0
  const stack: Visit[] = [{ node: document, parent: root, depth: 0 }]
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const { node, parent, depth } = visit
    if ('value' in node) {
      parent.children.push(node.value)
      textWeight += node.value.length * depth
      continue
    }
    if (!('childNodes' in node)) continue
    if (!('tagName' in node)) {
      pushChildren(stack, node.childNodes, parent, depth)
      continue
    }
    const tag = shownTag(node)
    if (tag === 'script' && attributeOf(node, 'type').toLowerCase().includes('ld+json')) {
      jsonLd.push(rawText(node))
      continue
    }
    if (tag === 'noscript') {
      keepLazyPicture(node, parent)
      continue
    }
    if (droppedTags.has(tag)) continue
    const reason = hiddenReason(node)
    if (reason !== undefined) {
      const text = visibleText(shallowText(node))
      if (text.length > 20 && hiddenCount++ < maxHiddenReports) removals.push({ step: reason, text: excerpt(text) })
      continue
    }
    // A link stays one, or a page of links would be taken for prose.
    if (depth >= maxDepth || (elementCount >= maxElements && tag !== 'a')) {
      parent.children.push(' ')
      pushChildren(stack, node.childNodes, parent, depth)
      continue
    }
    elementCount++
    const element: PageElement = { tag, attributes: attributesOf(node, keepsAttributes), children: [], parent }
    parent.children.push(element)
    if (!emptiedTags.has(tag)) pushChildren(stack, node.childNodes, element, depth + 1)
  }
  return { root, jsonLd, removals, elementCount, textWeight }
}

/** A `span` displayed as a block is one: its text has its own lines. */
function shownTag(node: ParsedElement): string {
  if (node.tagName !== 'span') return node.tagName
  return /(?:^|[;\s])(?:display\s*:\s*(?:block|flex|grid|table|list-item)|position\s*:\s*absolute)/i.test(
    attributeOf(node, 'style'),
  )
    ? 'div'
    : 'span'
}

function pushChildren(stack: Visit[], nodes: readonly ParsedNode[], parent: PageElement, depth: number): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]
    if (node !== undefined) stack.push({ node, parent, depth })
  }
}

function attributeOf(element: ParsedElement, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}

function attributesOf(element: ParsedElement, areAll: boolean): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const { name, value } of element.attrs) {
    if (!areAll && !keptAttributes.has(name)) continue
    if (value.length <= maxMarkLength) kept[name] = value
    else if (marks.has(name)) kept[name] = value.slice(0, maxMarkLength)
    else if (value.length <= maxAttributeLength) kept[name] = value
  }
  return kept
}

function hiddenReason(element: ParsedElement): string | undefined {
  if (element.tagName === 'html' || element.tagName === 'body' || element.tagName === 'head') return undefined
  let style = ''
  let classes = ''
  let isHiddenAttribute = false
  let isAriaHidden = false
  for (const { name, value } of element.attrs) {
    if (name === 'style') style = value
    else if (name === 'class') classes = value
    else if (name === 'hidden') isHiddenAttribute ||= value !== 'until-found'
    // Shown over the page, only on request.
    else if (name === 'popover' || (name === 'role' && value === 'tooltip')) isHiddenAttribute = true
    else if (name === 'aria-hidden') isAriaHidden = value === 'true'
  }
  const reason = reasonHidden({ style, classes, isHiddenAttribute, isAriaHidden })
  // A dialog that opens with the page hides everything behind it, and whole articles are faded in: still the article.
  const mayBeArticle = reason === 'aria-hidden' || reason === 'faded out'
  return mayBeArticle && shallowText(element, 1_000).length >= 1_000 ? undefined : reason
}

function rawText(element: ParsedElement): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
}

/** Text below an element up to a length, in bounded time, without recursion. */
function shallowText(element: ParsedElement, length = 400): string {
  let text = ''
  let count = 0
  const stack: ParsedNode[] = [element]
  for (let node = stack.pop(); node !== undefined && text.length < length && count < 5_000; node = stack.pop()) {
    count++
    if ('value' in node) text += node.value
    else if ('childNodes' in node && !('tagName' in node && droppedTags.has(node.tagName)))
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(nth(node.childNodes, i))
  }
  return text
}

/** A picture that loads by script often has plain markup in a `noscript` beside its placeholder. */
function keepLazyPicture(element: ParsedElement, parent: PageElement): void {
  const html = rawText(element)
  if (html.length > 5_000 || parent.tag === 'head' || parent.tag === 'body') return
  const src = /<img\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/i.exec(html)?.[1]
  if (src === undefined) return
  const alt = /<img\b[^>]*?\salt\s*=\s*["']([^"']*)["']/i.exec(html)?.[1]
  const attributes = alt === undefined ? { src } : { src, alt }
  parent.children.push({ tag: 'img', attributes, children: [], parent })
}

/** The first `length` code units of raw text below an element, so that the work per element does not grow with its content. */
export function shortText(element: PageElement, length = 2_000): string {
  let text = ''
  const stack: PageNode[] = [element]
  for (let node = stack.pop(); node !== undefined && text.length < length; node = stack.pop()) {
    if (typeof node === 'string') text += node.length > length ? node.slice(0, length) : node
    else if (node.tag === 'br') text += ' '
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(nth(node.children, i))
  }
  return text.slice(0, length)
}
