import { defined } from '../../core/defined.ts'
import type { FeedEntry, ParsedFeed } from '../../core/entry.ts'
import { MAX_HTML } from '../../feeds/absolute-html.ts'

/** Entries stored of one document, the first ones: feeds put the newest first. */
export const MAX_ENTRIES = 2000

/** Cuts a feed to the maximum we store. Doing it again changes nothing. */
export function boundFeed(feed: ParsedFeed): ParsedFeed {
  return {
    ...withAddresses(feed, 'siteUrl', 'iconUrl'),
    title: boundTitle(feed.title),
    entries: feed.entries.slice(0, MAX_ENTRIES).map(boundEntry),
  }
}

/** More characters than any real title has. Longer titles are cut, so that none fills a page. */
const MAX_TITLE = 2_000

/** No server answers a longer URL, so it is dropped. */
const MAX_ADDRESS = 4_000

/** More authors, categories, files or links than any entry has, and more characters than the name of any of them. */
const MAX_LISTED = 200
const MAX_NAME = 500

/** Cuts an entry to the maximum we store. Returns the same object when it is within all bounds. */
function boundEntry(entry: FeedEntry): FeedEntry {
  return isWithin(entry) ? entry : cut(entry)
}

function boundTitle(title: string): string {
  return bound(title, MAX_TITLE)
}

/** The object without those of its URLs that are too long. */
function withAddresses<Of extends object>(of: Of, ...names: readonly (keyof Of)[]): Of {
  const long = names.filter((name) => !isAddress(of[name]))
  if (long.length === 0) return of
  return Object.fromEntries(Object.entries(of).filter(([name]) => !long.includes(name as keyof Of))) as Of
}

function isWithin(entry: FeedEntry): boolean {
  const { title, contentHtml = '', summaryHtml = '', authors, categories, enclosures, origin, rights = '' } = entry
  const { url, imageUrl, commentsUrl, via = [], related = [] } = entry
  return (
    title.length <= MAX_TITLE &&
    contentHtml.length <= MAX_HTML &&
    summaryHtml.length <= MAX_HTML &&
    rights.length <= MAX_TITLE &&
    [url, imageUrl, commentsUrl, origin?.url, origin?.feedUrl].every(isAddress) &&
    isName(origin?.title) &&
    [authors, categories, enclosures, via, related].every((list) => list.length <= MAX_LISTED) &&
    categories.every(isName) &&
    authors.every(({ name, email, url }) => isName(name) && isName(email) && isAddress(url)) &&
    [...enclosures, ...via, ...related].every((one) => isAddress(one.url) && isName(one.title)) &&
    enclosures.every(({ type, credit }) => isName(type) && isName(credit))
  )
}

function cut(entry: FeedEntry): FeedEntry {
  const { title, contentHtml, summaryHtml, authors, categories, enclosures, origin, rights, via, related } = entry
  return {
    ...withAddresses(entry, 'url', 'imageUrl', 'commentsUrl'),
    title: boundTitle(title),
    authors: authors.slice(0, MAX_LISTED).map((author) => withNames(withAddresses(author, 'url'))),
    categories: categories.slice(0, MAX_LISTED).map((category) => bound(category, MAX_NAME)),
    enclosures: linked(enclosures),
    ...defined({
      contentHtml: contentHtml?.slice(0, MAX_HTML),
      summaryHtml: summaryHtml?.slice(0, MAX_HTML),
      rights: rights === undefined ? undefined : boundTitle(rights),
      origin: origin && withNames(withAddresses(origin, 'url', 'feedUrl')),
      via: via && linked(via),
      related: related && linked(related),
    }),
  }
}

/** The first links, without those whose URL is too long. */
function linked<Link extends { readonly url: string }>(links: readonly Link[]): readonly Link[] {
  return links
    .filter(({ url }) => isAddress(url))
    .slice(0, MAX_LISTED)
    .map(withNames)
}

/** Cuts all short texts to the length of a name, but not URLs. */
function withNames<Of extends object>(of: Of): Of {
  const parts = Object.entries(of).map(([name, value]) => [
    name,
    typeof value === 'string' && !/url$/i.test(name) ? bound(value, MAX_NAME) : value,
  ])
  return Object.fromEntries(parts) as Of
}

function isAddress(value: unknown): boolean {
  return typeof value !== 'string' || value.length <= MAX_ADDRESS
}

function isName(value: string | undefined): boolean {
  return value === undefined || value.length <= MAX_NAME
}

function bound(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text
}
