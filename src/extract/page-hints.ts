import type { PageHints } from './block-hints.ts'
import { type JsonLdNode, textIn } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { hostLabel } from './web-address.ts'

const mostBylines = 5

/** Gathers what a page says of its article beside the text. */
export function readHints(page: {
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly siteName: string | undefined
  readonly url: string
  readonly titleKeys: ReadonlySet<string>
  readonly description: string | undefined
  readonly bodyText: string
}): PageHints {
  const { node, facts, siteName, url, titleKeys, description = '', bodyText } = page
  const named = [
    textIn(node?.fields.author),
    metaOf(facts, 'author', 'article:author', 'byl', 'dc.creator', 'parsely-author'),
    ...facts.bylines.slice(0, mostBylines),
  ]
  const authors = named.filter((name) => name !== undefined && name.length < 80 && !/^https?:/.test(name))
  return {
    titleKeys,
    description,
    bodyText,
    authors: authors as readonly string[],
    siteNames: [siteName ?? '', hostLabel(url)],
  }
}
