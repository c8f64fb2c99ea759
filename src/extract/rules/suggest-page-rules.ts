import { defined } from '../../core/defined.ts'
import type { PageRule } from '../../core/feed/page-rule.ts'
import { allText, blockTags } from '../blocks/page-blocks.ts'
import { readFacts } from '../facts/page-facts.ts'
import { readDate } from '../facts/read-date.ts'
import { type PageElement, parsePage } from '../markup/page-tree.ts'
import { stableClasses } from '../markup/select.ts'
import { visibleText } from '../markup/visible-text.ts'
import { resolveUrl } from '../markup/web-address.ts'
import { countWords } from '../words.ts'
import { feedOfTree, type PageFeedResult } from './read-page-feed.ts'

type Headline = { readonly element: PageElement; readonly url: string; readonly text: string; readonly weight: number }

const maxRules = 3
const minItems = 3
/** Average words of a headline; a list of shorter links is a menu. */
const minWeight = 4
/** Ancestors of a link that identify its kind. */
const levels = 8
const outside = new Set(['nav', 'footer', 'aside', 'form', 'menu'])
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/**
 * Proposes rules that make a feed of a page, the likeliest first: finds the blocks of similarly built links that look most like a list of
 * headlines. Every rule was tried on the page and gives at least three entries. Takes time in proportion to the page; returns nothing where
 * there is no such list.
 */
export function suggestPageRules(html: string, url: string): PageRule[] {
  const { root } = parsePage(html, { keepsAttributes: true })
  const base = resolveUrl(readFacts(root).baseHref, url) ?? url
  const headlines = headlinesOf(root, base)
  const texts = new Map(
    [...Map.groupBy(headlines, ({ url: to }) => to)].map(([to, all]) => [to, new Set(all.map(({ text }) => text))]),
  )
  const groups = Map.groupBy(headlines, ({ element }) => signatureOf(element))
  const read = (rule: PageRule) => feedOfTree(root, url, rule)
  const scored = [...groups.values()]
    .map((group) => ({ group, score: scoreOf(group) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
  const rules = new Map<string, PageRule>()
  for (const { group } of scored.slice(0, 12)) {
    if (rules.size >= maxRules) break
    const rule = ruleFor(group, root)
    if (rule === undefined || rule.items === '*' || rules.has(rule.items)) continue
    const tried = withLinkSelector(read, group, texts, rule)
    if (tried !== undefined) rules.set(rule.items, tried)
  }
  return [...rules.values()]
}

/** Links to other pages whose text could be a headline, in page order, outside navigation. */
function headlinesOf(root: PageElement, base: string): Headline[] {
  const found: Headline[] = []
  const here = base.split('#')[0]
  const walk = (element: PageElement, isHeading: boolean): void => {
    const { tag, attributes } = element
    if (outside.has(tag) || attributes.role === 'navigation' || attributes.role === 'contentinfo') return
    const isWithin = isHeading || headings.has(tag)
    if (tag === 'a' && attributes.href !== undefined) {
      const url = resolveUrl(attributes.href, base)?.split('#')[0]
      const heading = isWithin ? element : firstHeading(element)
      const text = visibleText(allText(heading ?? element))
      const words = wordsIn(text)
      if (url !== undefined && url !== here && words >= 3 && text.length <= 400)
        found.push({ element, url, text, weight: Math.min(words, 15) * (heading === undefined ? 1 : 2) })
      return
    }
    for (const child of element.children) if (typeof child !== 'string') walk(child, isWithin)
  }
  walk(root, false)
  return found
}

/** Words, where the script has spaces; else two characters count as one. */
function wordsIn(text: string): number {
  const ideographs = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu)?.length ?? 0
  return ideographs > 5 ? ideographs / 2 : countWords(text)
}

function firstHeading(element: PageElement): PageElement | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const found = headings.has(child.tag) ? child : firstHeading(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** The ancestors of a link, without what differs between page loads. */
function signatureOf(link: PageElement): string {
  const parts: string[] = []
  let at: PageElement | undefined = link
  for (let level = 0; at !== undefined && level < levels && at.tag !== 'body'; level++, at = at.parent)
    parts.push(level < 4 ? [at.tag, ...stableClasses(at)].join('.') : at.tag)
  return parts.join(' ')
}

function scoreOf(group: readonly Headline[]): number {
  const byUrl = new Map(group.map((headline) => [headline.url, headline]))
  if (byUrl.size < minItems) return 0
  const sum = byUrl.values().reduce((total, { weight }) => total + weight, 0)
  if (sum / byUrl.size < minWeight) return 0
  // Long lists of short links are navigation; the square root ranks a hundred of them below ten headlines.
  return (sum / byUrl.size) ** 2 * Math.sqrt(byUrl.size)
}

function ruleFor(group: readonly Headline[], root: PageElement): PageRule | undefined {
  const links = new Set(group.map(({ element }) => element))
  const items = [...new Set(group.map(({ element }) => itemOf(element, links)))]
  if (items.length < minItems) return undefined
  const selector = selectorFor(items, root)
  const summary = inMost(items, isSummary)
  const date = inMost(items, isDate)
  return {
    items: selector,
    ...defined({ date: date && date !== 'time' ? date : undefined, summary: summary || undefined }),
  }
}

/**
 * A rule that finds the headlines it was made for, with a link selector where the usual link is wrong. Undefined when it finds too few of
 * them, or many other links.
 */
function withLinkSelector(
  read: (rule: PageRule) => PageFeedResult,
  group: readonly Headline[],
  texts: ReadonlyMap<string, ReadonlySet<string>>,
  rule: PageRule,
): PageRule | undefined {
  const meant = new Set(group.map(({ url }) => url))
  const link = linkSelector(group.map(({ element }) => element))
  return [rule, { ...rule, link }, { ...rule, link, title: link }].find((way) => {
    const result = read(way)
    const entries = result.kind === 'feed' ? result.feed.entries : []
    const right = entries.filter(({ key, title }) => texts.get(key)?.has(title))
    const own = right.filter(({ key }) => meant.has(key)).length
    return own >= minItems && own >= meant.size / 2 && right.length >= entries.length / 2
  })
}

/** The links of a group: their tag and classes, and those of their ancestors. */
function linkSelector(links: readonly PageElement[]): string {
  const alike = (elements: readonly PageElement[]): string => {
    const [first] = elements
    if (first === undefined || elements.some(({ tag }) => tag !== first.tag)) return '*'
    const shared = stableClasses(first).filter((name) => elements.every((one) => stableClasses(one).includes(name)))
    return [first.tag, ...shared].join('.')
  }
  return `${alike(links.flatMap(({ parent }) => parent ?? []))} > ${alike(links)}`
}

/** The largest element around a link that contains no other link of its kind. */
function itemOf(link: PageElement, links: ReadonlySet<PageElement>): PageElement {
  let item = link
  for (let at = link.parent; at !== undefined && at.tag !== 'body' && at.tag !== 'html'; at = at.parent) {
    if (countIn(at, links) > 1) break
    item = at
  }
  return item
}

function countIn(element: PageElement, links: ReadonlySet<PageElement>): number {
  let count = 0
  const stack: PageElement[] = [element]
  for (let at = stack.pop(); at !== undefined && count < 2; at = stack.pop()) {
    if (links.has(at)) count++
    for (const child of at.children) if (typeof child !== 'string') stack.push(child)
  }
  return count
}

/** A selector for similar elements: their tag and common classes, within their ancestors when these are ambiguous. */
function selectorFor(items: readonly PageElement[], root: PageElement): string {
  const [first] = items
  const shared = stableClasses(first!).filter((name) => items.every((item) => stableClasses(item).includes(name)))
  const isOneTag = items.every(({ tag }) => tag === first!.tag)
  const own = `${isOneTag ? first!.tag : '*'}${shared.map((name) => `.${name}`).join('')}`
  if (shared.length > 0 && first!.tag !== 'a') return own
  const parents = new Set(items.flatMap(({ parent }) => parent ?? []))
  const around = [...parents].map((parent) => placeOf(parent, root))
  const places = [...new Set(around)]
  if (places.length === 1 && places[0] !== '') return `${places[0]} > ${own}`
  return places.length <= 3 && !places.includes('') ? places.map((place) => `${place} > ${own}`).join(', ') : own
}

/** How an element is found: by its id, its classes, or those of its ancestors. */
function placeOf(element: PageElement, root: PageElement): string {
  let below = ''
  for (let at: PageElement | undefined = element; at !== undefined && at !== root; at = at.parent) {
    const { tag, attributes } = at
    if (tag === 'body' || tag === 'html') return `${tag}${below}`
    const id = attributes.id
    const classes = stableClasses(at)
    if (id !== undefined && /^[a-z][a-z_-]{2,40}$/i.test(id)) return `${tag}#${id}${below}`
    if (classes.length > 0 || tag === 'main') return `${[tag, ...classes].join('.')}${below}`
    below = ` > ${tag}${below.replace(/^ > /, ' > ')}`
  }
  return below.replace(/^ > /, '')
}

/** The tag and classes of an element that most items contain once. */
function inMost(items: readonly PageElement[], test: (element: PageElement) => boolean): string | undefined {
  const counts = new Map<string, number>()
  for (const item of items) {
    const seen = new Set<string>()
    const stack: PageElement[] = [item]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at !== item && test(at)) seen.add([at.tag, ...stableClasses(at).slice(0, 2)].join('.'))
      for (const child of at.children) if (typeof child !== 'string') stack.push(child)
    }
    for (const selector of seen) counts.set(selector, (counts.get(selector) ?? 0) + 1)
  }
  const [best] = [...counts].filter(([, count]) => count > items.length / 2).sort((one, other) => other[1] - one[1])
  return best?.[0]
}

function isSummary(element: PageElement): boolean {
  if (element.tag !== 'p' && element.tag !== 'div' && element.tag !== 'span') return false
  if (element.children.some((child) => typeof child !== 'string' && (blockTags.has(child.tag) || child.tag === 'a')))
    return false
  for (let at = element.parent, level = 0; at !== undefined && level < levels; at = at.parent, level++)
    if (headings.has(at.tag)) return false
  return wordsIn(visibleText(allText(element))) >= 8
}

function isDate(element: PageElement): boolean {
  if (element.tag === 'time') return true
  const { datetime } = element.attributes
  if (datetime !== undefined) return readDate(datetime) !== undefined
  if (element.children.some((child) => typeof child !== 'string')) return false
  const text = visibleText(allText(element))
  return text.length >= 8 && text.length <= 40 && readDate(text) !== undefined
}
