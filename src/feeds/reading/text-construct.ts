import { nth } from '../../core/nth.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { elementsOf, innerHtml, isFilled, looksLikeHtml, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** The characters of a title, summary or content, and whether they are HTML or plain text. */
type TextConstruct = {
  readonly text: string
  readonly isHtml: boolean
  /** The xml:base in scope, empty when there is none. */
  readonly base: string
}

const TEXTUAL = /^(?:text|html|xhtml|text\/.*|.*\+xml|.*\/xml)$/

/**
 * Reads a text construct (RFC 4287 section 3.1 and 4.1.3, Atom 0.3 `mode`, and RSS, which declares no type): escaped HTML, inline markup,
 * base64 or plain text. Where the feed gives no type, text that contains markup is HTML, and `assumed` decides for the rest.
 */
export function readTextConstruct(element: XmlElement, assumed: 'text' | 'html'): TextConstruct {
  const type = (element.attributes.type ?? '').trim().toLowerCase()
  const mode = (element.attributes.mode ?? '').trim().toLowerCase()
  const inside = elementsOf(element)
  if (inside.length > 0) return escapedInside(element, inside, type) ?? readInline(element, inside, type)

  const text = textOf(element).trim()
  const { base } = element
  const decoded = mode === 'base64' || isBinaryType(type) ? fromBase64(text) : undefined
  if (decoded !== undefined) return { text: decoded, isHtml: looksLikeHtml(decoded) || /html/.test(type), base }
  if (type === 'html' || type === 'text/html' || (mode === 'escaped' && /html/.test(type)))
    return { text, isHtml: true, base }
  if (type === 'xhtml' || type === 'application/xhtml+xml')
    return { text: looksLikeHtml(text) ? text : escapeHtml(text), isHtml: true, base }
  const isPlain = type === 'text' || type === 'text/plain' || (mode === '' && isXmlType(type))
  if (isPlain && isAtom(element)) return { text, isHtml: false, base }
  return { text, isHtml: assumed === 'html' || looksLikeHtml(text), base }
}

export function constructHtml(construct: TextConstruct): string {
  return construct.isHtml ? construct.text : escapeHtml(construct.text)
}

/** Escaped HTML in a superfluous `div` (RFC 4287 section 3.1.1.2), as some programs write it. */
function escapedInside(element: XmlElement, inside: readonly XmlElement[], type: string): TextConstruct | undefined {
  const [only] = inside
  if (type !== 'html' || !isOnlyDiv(element, inside) || elementsOf(only!).length > 0) return undefined
  const text = textOf(only).trim()
  return looksLikeHtml(text) ? { text, isHtml: true, base: only!.base } : undefined
}

function isOnlyDiv(element: XmlElement, inside: readonly XmlElement[]): boolean {
  return (
    inside.length === 1 &&
    nth(inside, 0).name.replace('xhtml:', '') === 'div' &&
    element.children.every((child) => typeof child !== 'string' || child.trim() === '')
  )
}

/** Unescaped markup, without the `div` that Atom requires around XHTML. */
function readInline(element: XmlElement, inside: readonly XmlElement[], type: string): TextConstruct {
  const holder = type === 'xhtml' && isOnlyDiv(element, inside) ? nth(inside, 0) : element
  return { text: isFilled(holder) ? innerHtml(holder).trim() : '', isHtml: true, base: holder.base }
}

/** RSS has no `type` attribute, so one there is unreliable. */
function isAtom(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent)
    if (at.name === 'feed' || at.name === 'entry') return true
  return false
}

/** XML other than HTML contains unescaped markup, so what is escaped is text (RFC 4287 section 4.1.3.3). */
function isXmlType(type: string): boolean {
  return /(?:\+|\/)xml$/.test(type) && !type.includes('html')
}

/** A media type that is neither text nor XML must be base64 in Atom 1.0. */
function isBinaryType(type: string): boolean {
  return type.includes('/') && !TEXTUAL.test(type)
}

/** Decodes base64 of UTF-8 text. Returns undefined when it isn't: some feeds give plain text a media type of its own. */
function fromBase64(text: string): string | undefined {
  const packed = text.replace(/\s+/g, '')
  if (packed === '' || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined
  const binary = atob(packed)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return undefined
  }
}
