import { defined } from '../../core/defined.ts'
import type { Byline } from '../../core/entry.ts'
import { resolveLink } from '../resolve-url.ts'
import { elementsOf, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/

/** A longer text isn't a name with an email address. */
const MAX_PARSED = 300

/**
 * Parses a person from one line: `Jo Doe`, `jo@example.org (Jo Doe)`, `Jo Doe <jo@example.org>`, `mailto:jo@example.org`. Returns undefined
 * when nothing is left.
 */
export function bylineOf(text: string): Byline | undefined {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line === '') return undefined
  const email = line.length > MAX_PARSED ? undefined : EMAIL.exec(line)?.[0]
  if (email === undefined) return { name: line }
  const name = line
    .replace(email, '')
    .replace(/mailto:|\[\]|[()<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { name: name || email, email }
}

/** Reads an Atom person construct (RFC 4287 section 3.2), or an RSS author element with one line of text. */
export function readByline(element: XmlElement, fallbackBase: string): Byline | undefined {
  const inside = elementsOf(element)
  const part = (...names: string[]) => inside.find((child) => names.includes(child.name) && textOf(child).trim() !== '')
  const name = part('name')
  const email = part('email')
  const address = part('uri', 'url', 'homepage')
  if (!name && !email && !address) return bylineOf(textOf(element))

  const fromName = bylineOf(textOf(name))
  const url = address && resolveLink(textOf(address), address.base || fallbackBase)
  const shownEmail = textOf(email).trim() || fromName?.email
  const shownName = fromName?.name ?? shownEmail ?? url
  if (shownName === undefined) return undefined
  return { name: shownName, ...defined({ email: shownEmail || undefined, url: url || undefined }) }
}

export function distinctBylines(bylines: readonly (Byline | undefined)[]): Byline[] {
  const seen = new Map<string, Byline>()
  for (const byline of bylines) {
    if (!byline) continue
    const known = seen.get(byline.name)
    seen.set(byline.name, known ? { ...byline, ...known } : byline)
  }
  return [...seen.values()]
}
