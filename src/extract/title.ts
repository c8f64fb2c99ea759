import type { JsonLdNode } from './facts/json-ld.ts'
import { textIn } from './facts/json-ld.ts'
import { metaOf, type PageFacts } from './facts/page-facts.ts'
import { excerpt } from './markup/visible-text.ts'
import { hostLabel, pathOf } from './markup/web-address.ts'
import { keyOf } from './words.ts'

/** The headline, and the keys of all its forms: none of them is part of the text. */
export type Title = { readonly title: string; readonly keys: ReadonlySet<string> }

type TitleSigns = {
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly siteName: string | undefined
  readonly url: string
  readonly feedTitle: string | undefined
}

/** A longer text isn't a headline, and searching for the site's name in it takes the square of its length. */
const maxTitleLength = 2_000
const separator = /\s+[|\-–—:·•»«<>/~]+\s+|\s*\|\s*|\s+::\s+|:\s+(?=[^:]*$)/u

/**
 * The headline without the site's name: the first-level heading that the page's other titles agree with, since readers of the page see that
 * one; else the structured data, `og:title`, the `title` tag, the feed's title.
 */
export function readTitle(page: TitleSigns): Title {
  const { node, facts, siteName, url, feedTitle } = page
  const sites = [siteName, metaOf(facts, 'application-name', 'twitter:site'), hostLabel(url)]
    .map((name) => (name ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((name) => name.length > 1)
  const shown = new Set([...facts.headings, ...facts.subheadings].map(keyOf))
  const strip = (text: string | undefined): string =>
    text === undefined ? '' : withoutSite(headingIn(excerpt(text, maxTitleLength), shown, facts.feedNames), sites)
  const headline = strip(textIn(node?.fields.headline))
  const open = strip(metaOf(facts, 'og:title'))
  const tag = strip(facts.titleTag)
  const others = [headline, open, tag, strip(metaOf(facts, 'twitter:title')), feedTitle ?? '']
    .map(keyOf)
    .filter((key) => key !== '')
  const headings = facts.headings.filter((text) => !isSite(text, sites))
  const heading = headings.find((text) => agrees(keyOf(text), others))
  const related = headings.find((text) => isRelated(keyOf(text), [...others, keyOf(pathOf(url))]))
  const heads = new Set(headings.map(keyOf))
  const unbarred = (text: string): string => (heads.has(keyOf(text)) ? text : beforeBar(text))
  const spaced = (text: string | undefined): string | undefined =>
    text && withoutKicker(withoutSiteAtEnd(withSpaces(text, [open, headline, tag]), sites), others, sectionsOf(page))
  const title = [
    declared(node, headline, heading),
    spaced(heading),
    spaced(related),
    unbarred(headline),
    unbarred(open),
    loneOf(headings),
    feedTitle,
    unbarred(tag),
  ]
    .concat(facts.headings[0])
    .find((text) => text)
  const forms = [title ?? '', headline, open, tag, facts.titleTag, feedTitle ?? '', ...facts.headings]
  return { title: title ?? '', keys: new Set(forms.map(keyOf).filter((key) => key.length > 8)) }
}

/** The text before the first bar, where no heading of the page says whether it is part of the headline: sections and sites follow it. */
function beforeBar(text: string): string {
  const [before = ''] = text.split(/\s+\|\s+/)
  return keyOf(before).split(' ').length >= 4 ? before : text
}

function withoutSiteAtEnd(heading: string, sites: readonly string[]): string {
  const [, before = '', after = ''] = /^(.+)\s+[|–—-]\s+([^|–—-]+)$/u.exec(heading) ?? []
  return keyOf(before).split(' ').length >= 3 && isSite(after, sites) ? before : heading
}

/** What a page prints before a headline: `Opinion | …`, `Live: …`. */
const kicker =
  /^(?:opinion|comment(?:ary)?|analysis|column|editorial|explainer|exclusive|breaking(?: news)?|live(?: updates?| blog)?|watch|video|podcast|gallery|photos|update|interview|title|meinung|kommentar|analyse|exklusiv|liveticker|ticker|newsticker|interview|video|avis|tribune|chronique|édito|en direct|direct|opinión|análisis|en vivo|en directo|vídeo|opinione|analisi|diretta|opinião|análise|ao vivo)$/iu

/** The page's section and what its address calls it. */
function sectionsOf({ node, facts, url }: TitleSigns): ReadonlySet<string> {
  const named = [textIn(node?.fields.articleSection), metaOf(facts, 'article:section', 'section')]
  return new Set([...named.map((name) => name ?? ''), ...pathOf(url).split('/').slice(0, -1)].map(keyOf))
}

/** A heading without its kicker or section, where another title is what follows it; without any single word that two of them leave out. */
function withoutKicker(heading: string, others: readonly string[], sections: ReadonlySet<string>): string {
  const [, before = '', after = ''] = /^([^:|–—/.]{2,30}?)(?:\s*[:|/.]\s*|\s+[–—-]\s+)(.+)$/u.exec(heading) ?? []
  const key = keyOf(before)
  const without = others.filter((other) => other === keyOf(after)).length
  if (key === '' || without === 0 || keyOf(after).split(' ').length < 3) return heading
  return kicker.test(before) || sections.has(key) || (without >= 2 && !key.includes(' ')) ? after : heading
}

/** A first-level heading whose parts ran together, as another title with the same letters has it, with spaces between. */
function withSpaces(heading: string, others: readonly string[]): string {
  const key = keyOf(heading)
  return others.find((other) => compact(other) === compact(heading) && keyOf(other).length > key.length) ?? heading
}

function compact(text: string): string {
  return keyOf(text).replaceAll(' ', '')
}

/** The text before the last separator, when a heading of the page is the same or the rest is the feed's name. */
function headingIn(text: string, shown: ReadonlySet<string>, feedNames: readonly string[]): string {
  const end = /^(.+?)\s+(?:[|\-–—:·•»~]|::)\s+([^|–—:·•»~]+)$/u.exec(text.trim())
  const [, before = '', after = ''] = end ?? []
  const key = keyOf(before)
  const isLong =
    key.split(' ').length >= 2 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{5}/u.test(key)
  const isHeading = isLong && shown.has(key)
  const isFeed = key !== '' && feedNames.some((name) => keyOf(name) === keyOf(after))
  return isHeading || isFeed ? before : text
}

/** The headline in a news page's data, when no heading of the page is similar; a blog's data is written for search engines. */
function declared(node: JsonLdNode | undefined, headline: string, heading: string | undefined): string | undefined {
  if (headline === '' || !node?.types.some((type) => /NewsArticle$/.test(type))) return undefined
  return heading !== undefined && agrees(keyOf(heading), [keyOf(headline)]) ? undefined : headline
}

/** A heading that shares significant words with the page's other titles is what readers see above the text. */
function isRelated(heading: string, others: readonly string[]): boolean {
  const all = heading.split(' ')
  const words = all.filter((word) => word.length >= 4)
  const stems = new Set(others.flatMap((other) => other.split(' ').map(stemOf)))
  const shared = words.filter((word) => stems.has(stemOf(word))).length
  return all.length >= 3 && shared >= 2 && shared > words.length / 3
}

function stemOf(word: string): string {
  return word.length < 4 ? word : word.slice(0, 5)
}

function loneOf(headings: readonly string[]): string {
  const [first = ''] = headings
  return headings.length === 1 && keyOf(first).split(' ').length >= 4 ? first : ''
}

/** A heading is the headline when another title is the same, begins with it or has most of its words. */
function agrees(heading: string, others: readonly string[]): boolean {
  if (heading.length < 6) return false
  const words = new Set(heading.split(' '))
  return others.some((other) => {
    if (other === heading) return true
    if (words.size >= 3 && (other.startsWith(`${heading} `) || heading.startsWith(`${other} `))) return true
    const common = new Set(other.split(' ').filter((word) => words.has(word))).size
    return words.size >= 4 && common >= 0.7 * Math.max(words.size, Math.min(other.split(' ').length, words.size * 1.5))
  })
}

/** Cuts `Headline | Section | Site` to `Headline`: removes only parts that name the site, and what is outside of them. */
function withoutSite(text: string, sites: readonly string[]): string {
  let rest = text.trim()
  for (let round = 0; round < 3; round++) {
    const parts = rest.split(separator)
    if (parts.length < 2) break
    const last = parts.at(-1) ?? ''
    const first = parts[0] ?? ''
    if (isSite(last, sites)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|\-–—:·•»«<>/~]+$/u, '')
    else if (isSite(first, sites) && parts.length >= 2)
      rest = rest.slice(first.length).replace(/^[\s|\-–—:·•»«<>/~]+/u, '')
    else break
  }
  const [first = '', ...others] = rest.split(/\s+\|\s+/)
  // When the site's name followed a bar, the parts before it (section, search words) are removed too.
  const isTail = others.length > 0 && rest !== text.trim() && first.split(' ').length >= 4
  return rest === '' ? text.trim() : isTail ? first : rest
}

function isSite(part: string, sites: readonly string[]): boolean {
  const name = part
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  if (name.length < 2) return false
  return sites.some((full) => {
    const site = full.replace(/^the/, '')
    return (
      name === site ||
      (name.length >= 3 && site.startsWith(name)) ||
      (site.length >= 3 && name.startsWith(site) && name.length <= site.length + 12)
    )
  })
}
