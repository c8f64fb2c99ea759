import { blockTags } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { visibleText } from './visible-text.ts'

const bylineToken =
  /(?:^|[\s_-])(?:by-?line(?:s)?|author(?:s)?(?:[-_]*(?:name|link|info|title|details))?|writer|writtenby|p-author|contributor(?:s)?|reporter)(?:$|[\s_-])/i
const notByline = /bio|avatar|image|photo|box|about|comment|related|social|follow|description|list|archive|card-grid/i
const authorPath =
  /\/(?:authors?|profiles?|contributors?|staff|people|person|writers?|reporters?|journalists?|columnists?|users?|by|team|our-team|auteurs?|autor(?:es)?|redaktion|ecrivain|كاتب|الكتاب)\/[^/?#]+/iu
const longest = 300

/** The text of a byline with a bar between its boxes, so that name, office and date stay apart. */
export function bylineText(element: PageElement): string {
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

/** How an element says that it holds an author's name: by its meaning (`rel`, `itemprop`) or by its class. */
export function bylineKind({ tag, attributes: at }: PageElement): 'marked' | 'named' | undefined {
  if (tag === 'meta' || tag === 'link' || tag === 'body' || tag === 'html' || tag === 'article') return undefined
  if (/(?:^|\s)author(?:\s|$)/i.test(at.rel ?? '') || /(?:^|\s)(?:author|creator)(?:\s|$)/i.test(at.itemprop ?? ''))
    return 'marked'
  const marks = `${at.class ?? ''} ${at.id ?? ''} ${at['data-testid'] ?? ''} ${at['data-component'] ?? ''}`
  return marks.length >= 4 && bylineToken.test(marks) && !notByline.test(marks) ? 'named' : undefined
}

/** True for the text of a byline, which is never long. */
export function isShort(text: string): boolean {
  return text.length <= longest
}

/** True for a link to the page of somebody who writes. */
export function isAuthorLink({ tag, attributes }: PageElement): boolean {
  return tag === 'a' && authorPath.test(attributes.href ?? '')
}

/** The name under a portrait: `Ann Lee` of an image described as `Photo of Ann Lee`. */
export function portraitName({ tag, attributes }: PageElement): string | undefined {
  if (tag !== 'img' || attributes.alt === undefined || attributes.alt.length > 70) return undefined
  const name = visibleText(attributes.alt)
    .replace(
      /^(?:(?:a )?(?:picture|photo(?:graph)?|image|headshot|portrait|avatar|profile (?:picture|photo|image)) (?:of|for) )/i,
      '',
    )
    .replace(/(?:['’]s)?\s+(?:avatar|headshot|profile (?:picture|photo|image)|portrait|photo|bio)$/i, '')
  return name === '' ? undefined : name
}
