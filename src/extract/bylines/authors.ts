import type { JsonLdNode } from '../facts/json-ld.ts'
import { isRecord, listOf, textIn } from '../facts/json-ld.ts'
import { metaOf, type PageFacts } from '../facts/page-facts.ts'
import type { HeadLines } from '../head-lines.ts'
import { hostLabel } from '../markup/web-address.ts'
import { keyOf } from '../words.ts'
import { hasGivenName, hasNameShape, isAccount, isHandle, looksLikeName } from './person-name.ts'
import { plausibleNames } from './plausible-names.ts'
import { mayFollowBy, printedAuthors, signedLine } from './printed-authors.ts'
import { splitNames, uniqueNames } from './split-names.ts'

export { splitNames } from './split-names.ts'

const metaNames = (
  'author article:author byl parsely-author sailthru.author dc.creator dcterms.creator cxenseparse:author ' +
  'article.author_name og:article:author news_authors authors creator citation_author'
).split(' ')

/**
 * The authors a page names, in order, without duplicates: people in the structured data, then those printed near its headline or below its
 * text, then meta tags. Account names and the site's own name do not count. An organization counts where nobody else is named, and the site
 * itself only where a news page's data or text says so.
 */
export function readAuthors(page: AuthorSigns): string[] {
  const marked = page.facts.bylines.filter((name) => looksLikeName(name) && hasGivenName(name))
  return plausibleNames(uniqueNames(namedAuthors(page).map((name) => asMarked(name, marked))))
}

/** `Ann Lee` for `Ann Lee Herald` where the page marks `Ann Lee` apart: the outlet or an office is in the same line. */
function asMarked(name: string, marked: readonly string[]): string {
  return marked.find((mark) => name.startsWith(`${mark} `)) ?? name
}

type AuthorSigns = {
  readonly node: JsonLdNode | undefined
  readonly nodes: readonly JsonLdNode[]
  readonly facts: PageFacts
  readonly siteName: string | undefined
  readonly url: string
  readonly lines: HeadLines
  /** The names printed on a list are those of its entries. */
  readonly isList: boolean
}

function namedAuthors(page: AuthorSigns): string[] {
  const { node, nodes, facts, siteName, url, lines, isList } = page
  const site = keyOf(siteName ?? '')
  // A site can have the name of its author.
  const isOrganization = site !== '' && !(looksLikeName(siteName ?? '') && hasGivenName(siteName ?? ''))
  const isSite = (name: string): boolean => isOrganization && (keyOf(name) === site || keyOf(`the ${name}`) === site)
  const isNews = node?.types.some((type) => /NewsArticle$/.test(type)) === true
  // A company in the data of its own site, which readers of the page don't see, is no author.
  const label = hostLabel(url).replaceAll('-', '').toLowerCase()
  const isHost = (name: string): boolean =>
    !isNews &&
    label.length >= 4 &&
    keyOf(name).replaceAll(' ', '') === label &&
    !hasGivenName(name) &&
    !isPrinted(name, lines)
  const isPerson = (name: string): boolean => !isSite(name) && !isHandle(name) && !isHost(name)
  const data = authorsIn(node?.fields.author ?? node?.fields.creator, nodes)
  const people = data.people.filter(isPerson)
  if (people.length > 0) return asPrinted(people, page)
  const inMetas = metaNames.map((name) => uniqueNames((facts.metas.get(name) ?? []).flatMap(splitNames)))
  const isSurePerson = (name: string): boolean => isPerson(name) && hasNameShape(name) && hasGivenName(name)
  const sure = inMetas.find((names) => names.length > 0 && names.every(isSurePerson))
  if (sure !== undefined) return asPrinted(sure, page)
  if (isList) return []
  const printed = printedAuthors(lines, facts, isSite)
  if (printed.length > 0) return printed
  const named = uniqueNames([...data.people, ...inMetas.flat(), ...data.organizations])
  const seen = named.filter((name) => isPrinted(name, lines, isSite(name) ? 0 : 2))
  if (seen.length > 0) return seen.slice(0, 1)
  const unseen = inMetas.map((names) => names.filter(isPerson)).find((names) => names.length > 0)
  if (unseen !== undefined) return asPrinted(unseen, page)
  const marked = new Set(facts.bylines.map(keyOf))
  // A person with the site's name is the account that put the page up.
  const others = data.people.filter((name) => !isSite(name) || marked.has(keyOf(name)))
  const organizations = [...others, ...data.organizations].filter((name) =>
    isNews || marked.has(keyOf(name))
      ? !isAccount(name) && !isHost(name)
      : !isHandle(name) && !isSite(name) && !isHost(name),
  )
  if (organizations.length > 0) return uniqueNames(organizations)
  const isCard = /written by|author|by/i.test(metaOf(facts, 'twitter:label1') ?? '')
  const carded = isCard ? splitNames(metaOf(facts, 'twitter:data1') ?? '').filter((name) => looksLikeName(name)) : []
  if (carded.length > 0) return uniqueNames(carded)
  // People in several bylines far from the headline wrote comments or other articles.
  const bylines = facts.bylines.map(splitNames)
  const marks = uniqueNames(bylines.flat())
  const isLabeled = (name: string): boolean => marks.some((other) => name.endsWith(` ${other}`))
  const elsewhere = marks.filter((name) => hasNameShape(name) && !isLabeled(name))
  if (elsewhere.length > 0) {
    const isOneByline = bylines.some((names) => elsewhere.every((name) => names.includes(name)))
    return isOneByline && elsewhere.length <= 3 ? elsewhere.filter((name) => !isSite(name)) : []
  }
  return marks.length === 1 ? marks.filter((name) => mayFollowBy(name) && !isHandle(name)) : []
}

/**
 * The people of the data as a line below the headline has them: all of them where it has more, and others where it names a person after `By`
 * and none of the data's is anywhere near, since those put the page up.
 */
function asPrinted(people: readonly string[], page: AuthorSigns): string[] {
  const { facts, isList } = page
  const { head, titleAt, foot } = page.lines
  if (isList) return [...people]
  const below = head.slice(titleAt + 1, titleAt + 1 + linesBelow)
  const keys = people.map(bareKey)
  const marked = new Set(facts.bylines)
  const isMarkedName = (line: string): boolean => marked.has(line) && looksLikeName(line)
  const first = below.findIndex(isMarkedName)
  const run = first < 0 ? [] : below.slice(first)
  const end = run.findIndex((line) => !isMarkedName(line))
  const lists = [...below.filter((line) => line.length <= 160).map(splitNames), run.slice(0, end < 0 ? undefined : end)]
  const fuller = lists.find(
    (names) =>
      names.length > people.length &&
      names.every(looksLikeName) &&
      keys.every((key) => names.some((name) => bareKey(name) === key)),
  )
  if (fuller !== undefined) return uniqueNames(fuller)
  if (titleAt < 0) return [...people]
  const around = [...head, ...foot].map((line) => ` ${keyOf(line)}`)
  if (keys.some((key) => around.some((line) => line.includes(` ${key}`)))) return [...people]
  const signed = signedLine(below).filter(hasNameShape)
  return signed.some(hasGivenName) ? signed : [...people]
}

/** The key of a name without a title, which data often lacks: `Dr Ann Lee`. */
function bareKey(name: string): string {
  return keyOf(name.replace(/^(?:dr|prof)\.?\s+/iu, ''))
}

/** So many lines below the headline may name its authors. */
const linesBelow = 7

/** True when a line beside the headline contains the name and little else: then readers see it, even an account's or organization's. */
function isPrinted(name: string, { head, titleAt }: HeadLines, linesAbove = 2): boolean {
  if (titleAt < 0) return false
  const key = ` ${keyOf(name)} `
  const above = head.slice(Math.max(0, titleAt - linesAbove), titleAt)
  const lines = [...above, ...head.slice(titleAt + 1, titleAt + 1 + linesBelow)]
  return lines.some((line) => line.length <= name.length + 30 && ` ${keyOf(line)} `.includes(key))
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
      if (text === undefined) continue
      if (isOrganization && / & /.test(text)) organizations.push(text)
      else (isOrganization ? organizations : people).push(...splitNames(text))
    }
  }
  return { people: uniqueNames(people), organizations: uniqueNames(organizations) }
}

function referred(item: Record<string, unknown>, nodes: readonly JsonLdNode[]): unknown {
  const id = item['@id']
  return typeof id === 'string' ? nodes.find(({ fields }) => fields['@id'] === id && fields.name)?.fields : undefined
}
