import { resolveLink } from './resolve-url.ts'
import { elementsOf } from './xml-text.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/** A subscription as OPML writes it. A folder inside a folder is `Outer/Inner`. */
export type OpmlFeed = {
  readonly url: string
  readonly title?: string
  readonly siteUrl?: string
  readonly folder?: string
}

export type ParseOpmlResult =
  | { readonly kind: 'outlines'; readonly feeds: OpmlFeed[]; readonly skipped: string[] }
  | { readonly kind: 'not-opml'; readonly message: string }

/**
 * Reads a subscription list (OPML 1.0 and 2.0, opml.org/spec2.opml) as other readers write it: any nesting, missing
 * `type`, lower-case `xmlurl`. A feed that stands twice is taken once. An outline that seems to be a feed but has no
 * web address is named in `skipped`, with the reason; nothing else is lost. Never throws.
 */
export function parseOpml(text: string): ParseOpmlResult {
  const root = parseXml(text, '')
  const feeds = new Map<string, OpmlFeed>()
  const skipped: string[] = []
  const found = walk(root, [], feeds, skipped)
  if (!found.hasOpml && found.outlineCount === 0)
    return { kind: 'not-opml', message: 'This is not an OPML file: there is no <opml> element and no <outline> in it.' }
  return { kind: 'outlines', feeds: [...feeds.values()], skipped }
}

function walk(
  parent: XmlElement,
  folders: readonly string[],
  feeds: Map<string, OpmlFeed>,
  skipped: string[],
): { hasOpml: boolean; outlineCount: number } {
  let hasOpml = false
  let outlineCount = 0
  for (const child of elementsOf(parent)) {
    hasOpml ||= child.name === 'opml'
    let inner = folders
    if (child.name === 'outline') {
      outlineCount++
      inner = readOutline(child, folders, feeds, skipped)
    }
    const below = walk(child, inner, feeds, skipped)
    hasOpml ||= below.hasOpml
    outlineCount += below.outlineCount
  }
  return { hasOpml, outlineCount }
}

/** Takes an outline as a feed or as a folder; gives the folders its children are in. */
function readOutline(
  outline: XmlElement,
  folders: readonly string[],
  feeds: Map<string, OpmlFeed>,
  skipped: string[],
): readonly string[] {
  const { attributes } = outline
  const title = (attributes.title || attributes.text || '').trim()
  const address = (attributes.xmlurl ?? (attributes.type === 'rss' ? attributes.url : undefined))?.trim()
  if (!address) {
    if (attributes.type === 'rss') skipped.push(`${title || 'An outline'}: no feed address`)
    return title === '' ? folders : [...folders, title]
  }
  const url = webAddress(address)
  if (url === undefined) {
    skipped.push(`${title || 'An outline'}: “${address.slice(0, 200)}” is not a web address`)
    return folders
  }
  const siteUrl = resolveLink(attributes.htmlurl, '')
  const folder = folders.join('/') || firstCategory(attributes.category)
  if (!feeds.has(url))
    feeds.set(url, { url, ...(title && { title }), ...(siteUrl && { siteUrl }), ...(folder && { folder }) })
  return folders
}

/** `feed://example.org/x` and `feed:https://…` are how some programs write a subscription. */
function webAddress(address: string): string | undefined {
  const url = address.replace(/^feed:\/\//i, 'http://').replace(/^feed:(?=https?:)/i, '')
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? url : undefined
}

/** OPML 2.0 `category`: slash-delimited paths, comma-separated; the first is as good as a folder. */
function firstCategory(category: string | undefined): string {
  return (category?.split(',')[0] ?? '').trim().replace(/^\/+|\/+$/g, '')
}

/** Writes a subscription list in OPML 2.0, folders in the order they first come. What it writes, `parseOpml` reads back. */
export function writeOpml(feeds: readonly OpmlFeed[], title: string): string {
  const folders = Map.groupBy(feeds, (feed) => feed.folder ?? '')
  const lines: string[] = []
  for (const [folder, members] of folders) {
    const indent = folder === '' ? '    ' : '      '
    if (folder !== '') lines.push(`    <outline text="${escapeXml(folder)}" title="${escapeXml(folder)}">`)
    for (const feed of members) lines.push(`${indent}${outlineOf(feed)}`)
    if (folder !== '') lines.push('    </outline>')
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeXml(title)}</title>
  </head>
  <body>
${lines.join('\n')}
  </body>
</opml>
`
}

function outlineOf(feed: OpmlFeed): string {
  const title = escapeXml(feed.title ?? feed.url)
  const site = feed.siteUrl === undefined ? '' : ` htmlUrl="${escapeXml(feed.siteUrl)}"`
  return `<outline type="rss" text="${title}" title="${title}" xmlUrl="${escapeXml(feed.url)}"${site}/>`
}

/** For an attribute or text. Control characters that no XML document may hold are left out (XML 1.0, section 2.2). */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
