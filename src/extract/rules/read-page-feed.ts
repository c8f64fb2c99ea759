import { defined } from '../../core/defined.ts'
import type { FeedEntry, ParsedFeed } from '../../core/entry.ts'
import { type PageRule, type PageRuleField, pageRuleFields } from '../../core/feed/page-rule.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { allText } from '../blocks/page-blocks.ts'
import { metaOf, readFacts } from '../facts/page-facts.ts'
import { readDate } from '../facts/read-date.ts'
import { type PageElement, parsePage } from '../markup/page-tree.ts'
import { type Selecting, selecting, selectorProblem, TooMuchWorkError } from '../markup/select.ts'
import { visibleText } from '../markup/visible-text.ts'
import { resolveUrl } from '../markup/web-address.ts'
import { bestSource } from '../pictures/pictures.ts'

/** A page as a feed, or why a rule cannot make one of it. */
export type PageFeedResult =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  /** Items without a title or a link don't count: `itemCount` is their number. */
  | { readonly kind: 'rule-empty'; readonly itemCount: number }
  | { readonly kind: 'bad-selector'; readonly field: PageRuleField; readonly problem: string }
  | { readonly kind: 'too-much-work' }

const maxEntries = 300
const longestTitle = 500
const longestSummary = 2_000

/** The first invalid selector of a rule, if any. */
function ruleProblem(rule: PageRule): Extract<PageFeedResult, { kind: 'bad-selector' }> | undefined {
  for (const field of pageRuleFields) {
    const selector = rule[field]
    const problem = selector === undefined ? undefined : selectorProblem(selector)
    if (problem !== undefined) return { kind: 'bad-selector', field, problem }
  }
  return undefined
}

/**
 * Makes a feed of a page: an entry for each element that `rule.items` selects and that has a title and a web link, in page order, each URL
 * once. Never throws; takes bounded time for any page and selectors.
 */
export function readPageFeed(html: string, url: string, rule: PageRule): PageFeedResult {
  return ruleProblem(rule) ?? feedOfTree(parsePage(html, { keepsAttributes: true }).root, url, rule)
}

/** The same for a page parsed with all its attributes, and a valid rule. */
export function feedOfTree(root: PageElement, url: string, rule: PageRule): PageFeedResult {
  try {
    return readWith(selecting(), root, url, rule)
  } catch (error) {
    if (error instanceof TooMuchWorkError) return { kind: 'too-much-work' }
    throw error
  }
}

function readWith(select: Selecting, root: PageElement, url: string, rule: PageRule): PageFeedResult {
  const facts = readFacts(root)
  const base = resolveUrl(facts.baseHref, url) ?? url
  const items = select.all(rule.items, root)
  const entries = new Map<string, FeedEntry>()
  for (const item of items) {
    if (entries.size >= maxEntries) break
    const entry = readItem(select, item, base, rule)
    if (entry !== undefined && !entries.has(entry.key)) entries.set(entry.key, entry)
  }
  if (entries.size === 0) return { kind: 'rule-empty', itemCount: items.length }
  const title = metaOf(facts, 'og:site_name') ?? visibleText(facts.titleTag)
  const language = facts.language?.replaceAll('_', '-')
  return {
    kind: 'feed',
    feed: {
      format: 'page',
      title: title || (URL.parse(url)?.hostname ?? ''),
      siteUrl: url,
      ...defined({
        language: language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : undefined,
      }),
      entries: [...entries.values()],
      isTruncated: false,
    },
  }
}

function readItem(select: Selecting, item: PageElement, base: string, rule: PageRule): FeedEntry | undefined {
  const first = (selector: string | undefined): PageElement | undefined =>
    selector === undefined ? undefined : firstOf(select, item, selector)
  const titled = rule.title === undefined ? undefined : first(rule.title)
  const link = rule.link === undefined ? usualLink(select, item, titled) : first(rule.link)
  const url = link && linkOf(select, link, base)
  if (url === undefined) return undefined
  const heading = rule.title === undefined ? usualTitle(select, item, link!) : titled
  const title = heading && textOf(heading).slice(0, longestTitle)
  if (!title) return undefined
  const summary = rule.summary === undefined ? undefined : first(rule.summary)
  const summaryText = summary && textOf(summary).slice(0, longestSummary)
  const author = rule.author === undefined ? undefined : first(rule.author)
  const name = author && textOf(author).slice(0, 200)
  return {
    key: url,
    url,
    title,
    authors: name ? [{ name }] : [],
    categories: [],
    enclosures: [],
    ...defined({
      publishedAt: dateIn(rule.date === undefined ? usual(select, item, 'time') : first(rule.date)),
      summaryHtml: summaryText ? `<p>${escapeHtml(summaryText)}</p>` : undefined,
      imageUrl: imageIn(select, rule.image === undefined ? usual(select, item, 'img') : first(rule.image), base),
    }),
  }
}

function firstOf(select: Selecting, item: PageElement, selector: string): PageElement | undefined {
  return select.all(selector, item)[0] ?? (select.is(item, selector) ? item : undefined)
}

function usual(select: Selecting, item: PageElement, selector: string): PageElement | undefined {
  return select.all(selector, item)[0]
}

function usualTitle(select: Selecting, item: PageElement, link: PageElement): PageElement {
  const heading = select.all('h1, h2, h3, h4, h5, h6, [role="heading"]', item).find((found) => textOf(found) !== '')
  return heading ?? (textOf(link) === '' ? item : link)
}

/** The link around or inside the title, else the first link of the item with text. */
function usualLink(select: Selecting, item: PageElement, titled: PageElement | undefined): PageElement | undefined {
  if (item.tag === 'a' && item.attributes.href !== undefined) return item
  const heading = titled ?? select.all('h1, h2, h3, h4, h5, h6, [role="heading"]', item)[0]
  for (let at = heading; at !== undefined && at !== item.parent; at = at.parent)
    if (at.tag === 'a' && at.attributes.href !== undefined) return at
  const inside = heading && select.all('a[href]', heading)[0]
  if (inside !== undefined) return inside
  const links = select.all('a[href]', item)
  return links.find((link) => textOf(link) !== '') ?? links[0]
}

function linkOf(select: Selecting, element: PageElement, base: string): string | undefined {
  const holder = element.attributes.href === undefined ? select.all('[href]', element)[0] : element
  const url = resolveUrl(holder?.attributes.href, base)
  const parsed = url === undefined ? undefined : new URL(url)
  // A link to a place on the same page isn't an article.
  if (parsed === undefined || parsed.href.split('#')[0] === base.split('#')[0]) return undefined
  parsed.hash = ''
  return parsed.href
}

function dateIn(element: PageElement | undefined): string | undefined {
  if (element === undefined) return undefined
  const { datetime, content, title } = element.attributes
  for (const text of [datetime, content, textOf(element), title]) {
    const date = text === undefined ? undefined : readDate(text)
    if (date !== undefined) return new Date(date.iso).toISOString()
  }
  return undefined
}

function imageIn(select: Selecting, element: PageElement | undefined, base: string): string | undefined {
  const image = element === undefined || element.tag === 'img' ? element : select.all('img', element)[0]
  return image && bestSource(image, base)
}

function textOf(element: PageElement): string {
  return visibleText(allText(element))
}
