import { nth } from '../../core/nth.ts'

/** Namespace URIs in feeds, in lower case, and the prefix used for them in this folder. */
const PREFIX_OF: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', ''],
  ['http://purl.org/atom/ns#', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://purl.org/net/rss1.1#', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://channel.netscape.com/rdf/simple/0.9/', ''],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/rss091', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/elements/1.0/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1998/math/mathml', 'math'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://activitystrea.ms/spec/1.0/', 'activity'],
  ['http://wellformedweb.org/commentapi/', 'wfw'],
  ['http://purl.org/rss/1.0/modules/slash/', 'slash'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://podcastindex.org/namespace/1.0', 'podcast'],
  ['https://podcastindex.org/namespace/1.0', 'podcast'],
  ['https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md', 'podcast'],
  ['http://podlove.org/simple-chapters', 'psc'],
  ['http://www.w3.org/2003/01/geo/wgs84_pos#', 'geo'],
  ['http://www.opengis.net/gml', 'gml'],
  ['http://prismstandard.org/namespaces/1.2/basic/', 'prism'],
])

/** Prefixes with their usual meaning, for feeds that don't declare them. */
const USUAL_PREFIX: ReadonlyMap<string, string> = new Map([
  ['atom', ''],
  ['atom10', ''],
  ['a10', ''],
  ['rss', ''],
])

/** The namespaces in scope of an element: its own declarations and the enclosing scope. */
export type NamespaceScope = {
  readonly outer: NamespaceScope | undefined
  /** URI by prefix; the default namespace is under the empty string. */
  readonly declared: ReadonlyMap<string, string>
  readonly names: Map<string, string>
}

export function namespaceScope(declared: ReadonlyMap<string, string>, outer?: NamespaceScope): NamespaceScope {
  return { outer, declared, names: new Map() }
}

/**
 * The normalized name of an element: `title` for everything of RSS, Atom and no namespace, `dc:creator`, `media:content` and so on for the
 * modules, whatever prefix the feed uses. `tag` is in lower case.
 */
export function normalizedName(tag: string, scope: NamespaceScope): string {
  const remembered = scope.names.get(tag)
  if (remembered !== undefined) return remembered
  const colon = tag.indexOf(':')
  const prefix = colon < 0 ? '' : tag.slice(0, colon)
  const known = normalizedPrefix(prefix, scope)
  const local = tag.slice(colon + 1)
  const name = interned(known === '' ? local : `${known}:${local}`)
  scope.names.set(tag, name)
  return name
}

/**
 * Interns a text, as the engine interns literals and property names: two interned strings are compared by reference instead of by
 * character, and comparing names is most of the work of reading an entry.
 */
function interned(name: string): string {
  return nth(Object.keys({ [name]: 0 }), 0)
}

/** An unknown default namespace counts as the feed's own; an unknown prefix stays as written. */
function normalizedPrefix(prefix: string, scope: NamespaceScope): string {
  const uri = uriOf(prefix, scope)
  const known =
    uri === undefined ? undefined : (PREFIX_OF.get(uri.toLowerCase()) ?? PREFIX_OF.get(`${uri.toLowerCase()}/`))
  return known ?? USUAL_PREFIX.get(prefix) ?? prefix
}

function uriOf(prefix: string, scope: NamespaceScope): string | undefined {
  for (let at: NamespaceScope | undefined = scope; at; at = at.outer) {
    const uri = at.declared.get(prefix)
    if (uri !== undefined) return uri
  }
  return undefined
}
