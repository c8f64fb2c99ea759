import { escapeAttribute, escapeHtml } from '../../core/text/escape-html.ts'
import { MAX_HTML } from '../absolute-html.ts'
import type { XmlElement } from './xml-tree.ts'

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'area', 'source', 'embed', 'track', 'link', 'meta'])

const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i

/** Twice the length we store: a text may be surrounded by white space or written in base64. */
const MAX_READ = MAX_HTML * 2

/** The text of an element without its markup, up to the length we store (or its base64). */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return ''
  const only = element.children[0]
  if (element.children.length === 1 && typeof only === 'string') return only.slice(0, MAX_READ)
  let text = ''
  for (const child of element.children) {
    text += typeof child === 'string' ? child : textOf(child)
    if (text.length > MAX_READ) return text.slice(0, MAX_READ)
  }
  return text
}

/** True when an element contains anything but white space. */
export function isFilled(element: XmlElement): boolean {
  for (const child of element.children) if (typeof child !== 'string' || hasInk(child)) return true
  return false
}

function hasInk(text: string): boolean {
  const unit = text.charCodeAt(0)
  return (unit > 32 && unit < 127) || /\S/.test(text)
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** True when a string contains a tag, comment or character reference. */
export function looksLikeHtml(text: string): boolean {
  return MARKUP.test(text)
}

/** The children of an element as HTML, for markup written into a feed without escaping. Removes XHTML prefixes. */
export function innerHtml(element: XmlElement): string {
  let html = ''
  for (const child of element.children) {
    html += typeof child === 'string' ? escapeHtml(child) : outerHtml(child)
    if (html.length > MAX_READ) break
  }
  return html
}

function outerHtml(element: XmlElement): string {
  const tag = isHtmlName(element.name) ? element.name.slice(element.name.indexOf(':') + 1) : element.tag
  let attributes = ''
  for (const name in element.attributes) {
    if (name.startsWith('xmlns')) continue
    attributes += ` ${name}="${escapeAttribute(element.attributes[name]!)}"`
  }
  // An unclosed `<br>` contains the text after it, which must not be lost.
  if (VOID.has(tag)) return `<${tag}${attributes} />${innerHtml(element)}`
  return `<${tag}${attributes}>${innerHtml(element)}</${tag}>`
}

function isHtmlName(name: string): boolean {
  return !name.includes(':') || name.startsWith('xhtml:') || name.startsWith('svg:') || name.startsWith('math:')
}
