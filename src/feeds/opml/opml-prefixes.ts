import type { OpmlAttributes, OpmlElement } from '../../core/feed/subscription-list.ts'
import { ownValue } from '../../core/own-value.ts'
import type { OpmlOutline, OpmlTree } from './opml-tree.ts'

/** Namespaces of prefixes that known programs write without declaring them. */
const KNOWN_PREFIXES: Readonly<Record<string, string>> = {
  frss: 'https://freshrss.org/opml',
  dc: 'http://purl.org/dc/elements/1.1/',
  atom: 'http://www.w3.org/2005/Atom',
  twosource: 'urn:twosource:opml',
}

export const ownPrefix = ['xmlns:twosource', KNOWN_PREFIXES.twosource!] as const

/** A tree with every prefix declared (Namespaces in XML 1.0, section 5), so that strict readers accept the file. */
export function declarePrefixes(tree: OpmlTree): OpmlTree {
  const isDeclared = new Set(['xml', 'xmlns'])
  note(tree.attributes, isDeclared)
  const missing = new Set<string>()
  const look = (attributes: OpmlAttributes, declared: ReadonlySet<string>): ReadonlySet<string> => {
    let around = declared
    if (attributes.some(([name]) => name.startsWith('xmlns:'))) note(attributes, (around = new Set(declared)))
    for (const [name] of attributes) miss(name, around)
    return around
  }
  const miss = (name: string, declared: ReadonlySet<string>) => {
    const colon = name.indexOf(':')
    if (colon > 0 && !declared.has(name.slice(0, colon))) missing.add(name.slice(0, colon))
  }
  const walk = (outlines: readonly OpmlOutline[], declared: ReadonlySet<string>): void => {
    for (const outline of outlines) walk(outline.outlines, look(outline.attributes, declared))
  }
  const walkHead = (elements: readonly (OpmlElement | string)[], declared: ReadonlySet<string>): void => {
    for (const element of elements) {
      if (typeof element === 'string') continue
      const around = look(element.attributes, declared)
      miss(element.name, around)
      walkHead(element.children, around)
    }
  }
  look(tree.attributes, isDeclared)
  walkHead(tree.head, isDeclared)
  walk(tree.outlines, isDeclared)
  if (missing.size === 0) return tree
  const added = [...missing].map(
    (prefix) => [`xmlns:${prefix}`, ownValue(KNOWN_PREFIXES, prefix) ?? `urn:prefix:${prefix}`] as const,
  )
  return { ...tree, attributes: [...tree.attributes, ...added] }
}

function note(attributes: OpmlAttributes, declared: Set<string>): void {
  for (const [name] of attributes) if (name.startsWith('xmlns:')) declared.add(name.slice(6))
}
