import { defined } from '../../core/defined.ts'
import type { Byline } from '../../core/entry.ts'
import { resolveLink } from '../resolve-url.ts'
import { elementsOf, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/

/** What is longer is no name with an address in it. */
const MAX_PARSED = 300

/**
 * A person from one line: `Jo Doe`, `jo@example.org (Jo Doe)`, `Jo Doe <jo@example.org>`, `mailto:jo@example.org`.
 * Undefined when nothing is left of it.
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

/** A person construct of Atom (RFC 4287 section 3.2), or an author element of RSS with a line in it. */
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

/** The same people once each, in the order they are first named. */
export function distinctBylines(bylines: readonly (Byline | undefined)[]): Byline[] {
  const seen = new Map<string, Byline>()
  for (const byline of bylines) {
    if (!byline) continue
    const known = seen.get(byline.name)
    seen.set(byline.name, known ? { ...byline, ...known } : byline)
  }
  return [...seen.values()]
}
