import type { HeadLines } from './head-lines.ts'
import type { JsonLdNode } from './json-ld.ts'
import { isRecord, listOf, textIn } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { hasGivenName, hasNameShape, isAccount, isHandle, looksLikeName } from './person-name.ts'
import { printedAuthors } from './printed-authors.ts'
import { splitNames, uniqueNames } from './split-names.ts'
import { keyOf } from './words.ts'

export { splitNames } from './split-names.ts'

const metaNames = (
  'author article:author byl parsely-author sailthru.author dc.creator dcterms.creator cxenseparse:author ' +
  'article.author_name og:article:author news_authors authors creator citation_author'
).split(' ')

/**
 * The authors a page names, in its order, each once: people of the structured data, then those the page prints by its
 * headline or under its text, then meta tags. An account's name or the site's own is nobody's; an organization counts
 * where nobody else is named, and the site itself only where a news page's data or the page says so in words.
 */
export function readAuthors(page: {
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly siteName: string | undefined
  readonly lines: HeadLines
}): string[] {
  const { node, nodes, facts, siteName, lines } = page
  const site = keyOf(siteName ?? '')
  // A site can bear the name of whoever writes it.
  const isHouse = site !== '' && !(looksLikeName(siteName ?? '') && hasGivenName(siteName ?? ''))
  const isSite = (name: string): boolean => isHouse && (keyOf(name) === site || keyOf(`the ${name}`) === site)
  const isPerson = (name: string): boolean => !isSite(name) && !isHandle(name)
  const data = authorsIn(node?.fields.author ?? node?.fields.creator, nodes)
  const people = data.people.filter(isPerson)
  if (people.length > 0) return people
  const printed = printedAuthors(lines, facts, isSite)
  if (printed.length > 0) return printed
  for (const name of metaNames) {
    const found = uniqueNames((facts.metas.get(name) ?? []).flatMap(splitNames)).filter(isPerson)
    if (found.length > 0) return found
  }
  const isNews = node?.types.some((type) => /NewsArticle$/.test(type)) === true
  const printedNames = new Set(facts.bylines.map(keyOf))
  const organizations = [...data.people, ...data.organizations].filter((name) =>
    isNews || printedNames.has(keyOf(name)) ? !isAccount(name) : !isHandle(name) && !isSite(name),
  )
  if (organizations.length > 0) return uniqueNames(organizations)
  const isCard = /written by|author|by/i.test(metaOf(facts, 'twitter:label1') ?? '')
  const carded = isCard ? splitNames(metaOf(facts, 'twitter:data1') ?? '').filter((name) => looksLikeName(name)) : []
  if (carded.length > 0) return uniqueNames(carded)
  const elsewhere = uniqueNames(facts.bylines.flatMap(splitNames).filter(hasNameShape))
  return elsewhere.length <= 2 ? elsewhere : []
}

function authorsIn(value: unknown, nodes: readonly JsonLdNode[]): { people: string[]; organizations: string[] } {
  const people: string[] = []
  const organizations: string[] = []
  for (const item of listOf(value).slice(0, 20)) {
    const author = isRecord(item) && item.name === undefined ? referred(item, nodes) : item
    const isOrganization = isRecord(author) && listOf(author['@type']).some((type) => /Organization/.test(String(type)))
    // Some pages put the list of names inside one name.
    const names = isRecord(author) ? listOf(author.name).slice(0, 20) : [author]
    for (const name of names) {
      const text = textIn(name)
      if (text !== undefined) (isOrganization ? organizations : people).push(...splitNames(text))
    }
  }
  return { people: uniqueNames(people), organizations: uniqueNames(organizations) }
}

/** The object of the page that an author's `@id` names. */
function referred(item: Record<string, unknown>, nodes: readonly JsonLdNode[]): unknown {
  const id = item['@id']
  return typeof id === 'string' ? nodes.find(({ fields }) => fields['@id'] === id && fields.name)?.fields : undefined
}
