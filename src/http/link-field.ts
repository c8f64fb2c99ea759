import type { HubLinks } from '../core/hub.ts'

/** A field longer than this is not read on. */
const MOST_CHARACTERS = 16_384

// One link: its address, then parameters, whose values may be quoted and hold commas and semicolons.
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,<>"]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"<>]*))?)*)/g
const PARAMETER = /;\s*([^\s=;,<>"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"<>]*)))?/g

/**
 * The hub and the address of itself that an answer names in its Link fields (RFC 8288 section 3, WebSub section 4), absolute. The
 * first of each counts; a link with a context of its own (`anchor`) is about something else.
 */
export function hubLinks(field: string, url: URL): HubLinks {
  if (!/\b(?:hub|self)\b/i.test(field)) return {}
  const found: { hub?: string; self?: string } = {}
  for (const [, reference = '', parameters = ''] of field.slice(0, MOST_CHARACTERS).matchAll(LINK)) {
    const values = parametersOf(parameters)
    if (values.has('anchor')) continue
    const relations = (values.get('rel') ?? '').toLowerCase().split(/\s+/)
    const target = URL.parse(reference.trim(), url.href)?.href
    if (target === undefined) continue
    if (relations.includes('hub')) found.hub ??= target
    if (relations.includes('self')) found.self ??= target
  }
  return found
}

/** Of a parameter that comes twice the first counts (RFC 8288 section 3.3). */
function parametersOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [, name = '', quoted, plain] of text.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, quoted ?? plain ?? '')
  }
  return values
}
