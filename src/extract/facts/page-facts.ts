import { blockTags } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { shortText as allText } from '../markup/page-tree.ts'
import { visibleText } from '../markup/visible-text.ts'

const bylineToken =
  /(?:^|[\s_-])(?:by-?line(?:s)?|author(?:s)?(?:[-_]*(?:name|link|info|title|details))?|writer|writtenby|p-author|contributor(?:s)?|reporter)(?:$|[\s_-])/i
const notByline = /bio|avatar|image|photo|box|about|comment|related|social|follow|description|list|archive|card-grid/i
const authorPath =
  /\/(?:authors?|profiles?|contributors?|staff|people|person|writers?|reporters?|journalists?|columnists?|users?|by|team|our-team|auteurs?|autor(?:es)?|redaktion|ecrivain|كاتب|الكتاب)\/[^/?#]+/iu
const longest = 300

/** The text of a byline with a bar between its boxes, so that name, office and date stay separate. */
function bylineText(element: PageElement): string {
  return visibleText(boxedText(element))
    .replace(/(?:\s*\|\s*){2,}/g, ' | ')
    .replace(/^[\s|]+|[\s|]+$/g, '')
}

function boxedText(element: PageElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.tag === 'br') return ' | '
      return blockTags.has(child.tag) || child.tag === 'time' ? ` | ${boxedText(child)} | ` : boxedText(child)
    })
    .join('')
}

/** How an element is marked as an author's name: by its meaning (`rel`, `itemprop`) or by its class. */
function bylineKind({ tag, attributes: at }: PageElement): 'marked' | 'named' | undefined {
  if (tag === 'meta' || tag === 'link' || tag === 'body' || tag === 'html' || tag === 'article') return undefined
  if (/(?:^|\s)author(?:\s|$)/i.test(at.rel ?? '') || /(?:^|\s)(?:author|creator)(?:\s|$)/i.test(at.itemprop ?? ''))
    return 'marked'
  const marks = `${at.class ?? ''} ${at.id ?? ''} ${at['data-testid'] ?? ''} ${at['data-component'] ?? ''}`
  return marks.length >= 4 && bylineToken.test(marks) && !notByline.test(marks) ? 'named' : undefined
}

function isShort(text: string): boolean {
  return text.length <= longest
}

function isAuthorLink({ tag, attributes }: PageElement): boolean {
  return tag === 'a' && authorPath.test(attributes.href ?? '')
}

/** The name below a portrait: `Ann Lee` for an image described as `Photo of Ann Lee`. */
function portraitName({ tag, attributes }: PageElement): string | undefined {
  if (tag !== 'img' || attributes.alt === undefined || attributes.alt.length > 70) return undefined
  const name = visibleText(attributes.alt)
    .replace(
      /^(?:(?:a )?(?:picture|photo(?:graph)?|image|headshot|portrait|avatar|profile (?:picture|photo|image)) (?:of|for) )/i,
      '',
    )
    .replace(/(?:['’]s)?\s+(?:avatar|headshot|profile (?:picture|photo|image)|portrait|photo|bio)$/i, '')
  return name === '' ? undefined : name
}

/** A `time` element, or one marked as the date. */
type PageTime = {
  readonly datetime: string
  readonly text: string
  readonly isPublished: boolean
  readonly isModified: boolean
}

/** Facts of a page outside its structured data and its text, in page order. */
export type PageFacts = {
  /** `meta` contents by lower-case name, property or itemprop. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly canonicalHref?: string
  /** The page's AMP version. */
  readonly ampHref?: string
  readonly baseHref?: string
  readonly language?: string
  readonly titleTag: string
  readonly headings: readonly string[]
  readonly subheadings: readonly string[]
  readonly feedNames: readonly string[]
  readonly times: readonly PageTime[]
  /** Texts of the elements with an author's name, the most reliable kind first. */
  readonly bylines: readonly string[]
  readonly authorLinks: ReadonlySet<string>
  /** The descriptions of the page's small pictures: below a portrait, that is a name. */
  readonly portraits: ReadonlySet<string>
  /** URLs of films, recordings and frames; an empty string when a script sets the URL. */
  readonly media: readonly { readonly tag: 'video' | 'audio' | 'iframe'; readonly src: string }[]
  readonly itemTypes: readonly string[]
}

/** Reads everything in one walk of the tree. */
export function readFacts(root: PageElement): PageFacts {
  const metas = new Map<string, string[]>()
  const headings: string[] = []
  const subheadings: string[] = []
  const feedNames: string[] = []
  const times: PageTime[] = []
  const marked: string[] = []
  const named: string[] = []
  const authorLinks = new Set<string>()
  const portraits = new Set<string>()
  const media: { tag: 'video' | 'audio' | 'iframe'; src: string }[] = []
  const itemTypes: string[] = []
  const found: { canonicalHref?: string; ampHref?: string; baseHref?: string; language?: string } = {}
  let titleTag = ''

  const addMeta = (name: string | undefined, content: string): void => {
    if (name === undefined || content.trim() === '') return
    const key = name.trim().toLowerCase()
    const list = metas.get(key)
    if (list === undefined) metas.set(key, [content])
    else if (list.length < 50) list.push(content)
  }

  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const { tag, attributes: at } = element
    if (at.itemtype !== undefined && itemTypes.length < 200) itemTypes.push(at.itemtype)
    if (tag === 'meta') {
      const content = visibleText(at.content ?? '')
      addMeta(at.property, content)
      addMeta(at.name, content)
      addMeta(at.itemprop, content)
    } else if (tag === 'html' && at.lang) found.language ??= at.lang.trim()
    else if (tag === 'base' && at.href) found.baseHref ??= at.href
    else if (tag === 'link' && at.href && /(?:^|\s)canonical(?:\s|$)/i.test(at.rel ?? ''))
      found.canonicalHref ??= at.href
    else if (tag === 'link' && at.href && /(?:^|\s)amphtml(?:\s|$)/i.test(at.rel ?? '')) found.ampHref ??= at.href
    else if (tag === 'link' && at.title && /(?:rss|atom|rdf|feed)\+(?:xml|json)/i.test(at.type ?? ''))
      feedNames.length < 50 && feedNames.push(visibleText(at.title))
    else if (tag === 'title') titleTag ||= visibleText(allText(element))
    else if (tag === 'h1' && headings.length < 20) headings.push(visibleText(allText(element)))
    else if (tag === 'h2' && subheadings.length < 20) subheadings.push(visibleText(allText(element)))
    else if (tag === 'video' || tag === 'audio' || tag === 'iframe') {
      if (media.length < 50) media.push({ tag, src: at.src ?? at['data-src'] ?? '' })
    }
    const time = timeOf(element)
    if (time !== undefined && times.length < 100) times.push(time)
    const kind = marked.length + named.length < 60 ? bylineKind(element) : undefined
    if (kind !== undefined && isShort(allText(element))) (kind === 'marked' ? marked : named).push(bylineText(element))
    if (authorLinks.size < 60 && isAuthorLink(element)) authorLinks.add(visibleText(allText(element)).slice(0, 100))
    const portrait = portraits.size < 200 ? portraitName(element) : undefined
    if (portrait !== undefined) portraits.add(portrait)
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]
      if (child !== undefined && typeof child !== 'string') stack.push(child)
    }
  }
  return {
    metas,
    ...found,
    titleTag,
    headings,
    subheadings,
    feedNames,
    times,
    bylines: [...marked, ...named].filter((text) => text !== ''),
    authorLinks,
    portraits,
    media,
    itemTypes,
  }
}

/** The first non-empty content of several meta names. */
export function metaOf(facts: PageFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = facts.metas.get(name)?.[0]
    if (content !== undefined) return content
  }
  return undefined
}

const publishedMark = /publish|posted|pub-?date|entry-date|datecreated|dateline|created|timestamp/i
const modifiedMark = /modif|updat|edited/i

function timeOf(element: PageElement): PageTime | undefined {
  const { tag, attributes: at } = element
  const prop = at.itemprop ?? ''
  const isDateProp = /^date(?:published|modified|created)$/i.test(prop)
  if (tag === 'meta' || (tag !== 'time' && !isDateProp)) return undefined
  const text = visibleText(allText(element)).slice(0, 120)
  const marks = `${prop} ${at.class ?? ''} ${element.parent?.attributes.class ?? ''}`
  const isModified = modifiedMark.test(marks) || /^\s*(?:last )?(?:updated|modified|mis à jour|آخر تحديث)/i.test(text)
  return {
    datetime: at.datetime ?? at.content ?? '',
    text,
    isPublished: !isModified && publishedMark.test(marks),
    isModified,
  }
}
