import { nth } from '../../core/nth.ts'
import { absoluteHtml, MAX_HTML } from '../absolute-html.ts'
import { plainText } from '../plain-text.ts'
import { resolveLink } from '../resolve-url.ts'
import { parseFeedDate } from './parse-date.ts'
import { constructHtml, readTextConstruct } from './text-construct.ts'
import { elementsOf, isFilled, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** The first element of the first of these names that isn't empty. */
export function firstElement(parent: XmlElement, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    for (const child of parent.children)
      if (typeof child !== 'string' && child.name === name && hasSomething(child)) return child
  }
  return undefined
}

/** All elements of these names, those of the first name first. */
export function allElements(parent: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = []
  for (const name of names)
    for (const child of parent.children) if (typeof child !== 'string' && child.name === name) found.push(child)
  return found
}

function hasSomething(element: XmlElement): boolean {
  if (isFilled(element)) return true
  for (const _name in element.attributes) return true
  return false
}

/** Trimmed text of the first element of these names, or undefined. */
export function textIn(parent: XmlElement, ...names: string[]): string | undefined {
  const element = firstElement(parent, ...names)
  return (element && textOf(element).trim()) || undefined
}

/** The date of the first of these names that has one, in ISO 8601 UTC. Of two elements with one name the last counts, as in other readers. */
export function dateIn(parent: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    for (let at = parent.children.length - 1; at >= 0; at--) {
      const child = nth(parent.children, at)
      if (typeof child === 'string' || child.name !== name) continue
      const date = parseFeedDate(textOf(child))
      if (date !== undefined) return date
    }
  }
  return undefined
}

/** A title as one line of plain text, whatever markup it contains. */
export function titleIn(parent: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const element = firstElement(parent, name)
    if (!element) continue
    const construct = readTextConstruct(element, 'text')
    const title = oneLine(construct.isHtml ? plainText(construct.text) : construct.text)
    if (hasVisibleText(title)) return title
  }
  return undefined
}

/** HTML of the first element of these names that has any, with absolute URLs. `base` is for elements without xml:base. */
export function htmlIn(parent: XmlElement, base: string, ...names: string[]): string | undefined {
  for (const name of names) {
    const element = firstElement(parent, name)
    const html = element && htmlOf(element, base)
    if (html) return html
  }
  return undefined
}

export function htmlOf(element: XmlElement, base: string): string {
  const whole = readTextConstruct(element, 'html')
  const construct = { ...whole, text: whole.text.slice(0, MAX_HTML) }
  return construct.isHtml ? absoluteHtml(construct.text, construct.base || base) : constructHtml(construct)
}

/** Whether a text has visible characters. A title without any could not be clicked. */
export function hasVisibleText(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
}

export function oneLine(text: string): string {
  return /\s{2}|[\t\n\r\f\u00a0]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

/** The relation of a link; `alternate` when absent (RFC 4287 section 4.2.7.2). */
export function relationOf(link: XmlElement): string {
  const relation = link.attributes.rel?.trim().toLowerCase() ?? ''
  return relation.replace('http://www.iana.org/assignments/relation/', '') || 'alternate'
}

export function linkWith(parent: XmlElement, relation: string, fallbackBase: string): string | undefined {
  const link = allElements(parent, 'link').find(
    (candidate) => relationOf(candidate) === relation && candidate.attributes.href,
  )
  return link && resolveLink(link.attributes.href, link.base || fallbackBase)
}

/**
 * The web page of a feed or entry: the text of an RSS link, the alternate HTML link of Atom, the `href` of CDF, or a guid that is a
 * permalink.
 */
export function pageLink(parent: XmlElement, fallbackBase: string): string | undefined {
  const links = allElements(parent, 'link').filter(
    (link) => relationOf(link) === 'alternate' && (link.attributes.href !== undefined || textOf(link).trim() !== ''),
  )
  const isHtml = (link: XmlElement) => /html/.test(link.attributes.type ?? 'text/html')
  const link =
    links.find((candidate) => candidate.attributes.href === undefined) ??
    links.find((candidate) => isHtml(candidate)) ??
    links[0]
  if (link) return resolveLink(link.attributes.href ?? textOf(link), link.base || fallbackBase)
  if (parent.attributes.href) return resolveLink(parent.attributes.href, parent.base || fallbackBase)
  const guid = firstElement(parent, 'guid')
  if (!guid || guid.attributes.ispermalink?.toLowerCase() === 'false') return undefined
  const permalink = resolveLink(textOf(guid), guid.base || fallbackBase)
  return guid.attributes.ispermalink || (permalink && /^https?:/i.test(textOf(guid).trim())) ? permalink : undefined
}

/** The picture of a feed or entry: image, logo, iTunes image or Media RSS thumbnail. */
export function imageIn(parent: XmlElement, fallbackBase: string): string | undefined {
  for (const image of allElements(parent, 'image', 'itunes:image', 'media:thumbnail', 'logo', 'itunes:link')) {
    const address = firstElement(image, 'url')
    const own = image.attributes.href ?? image.attributes.url ?? image.attributes['rdf:resource']
    // The text of an image element with child elements is its title, not a URL.
    const isAddress = (image.name === 'logo' || image.name === 'image') && elementsOf(image).length === 0
    const text = isAddress ? textOf(image) : undefined
    const url = resolveLink(address ? textOf(address) : (own ?? text), image.base || fallbackBase)
    if (url !== undefined) return url
  }
  return undefined
}
