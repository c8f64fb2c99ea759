import { defined } from '../core/defined.ts'
import type { FeedEntry, ParsedFeed } from '../core/entry.ts'
import { nth } from '../core/nth.ts'
import { decode } from './decode.ts'
import { decodeEntities } from './entities.ts'
import { plainText } from './plain-text.ts'
import { parseFeedDate } from './reading/parse-date.ts'

/** A sitemap that a sitemap index lists. */
type SitemapPart = { readonly url: string; readonly changedAt?: string }

/** A parsed sitemap (sitemaps.org 0.9, with the extensions for news 0.9 and images 1.1). */
export type Sitemap =
  | { readonly kind: 'pages'; readonly entries: readonly FeedEntry[]; readonly publication?: string }
  | { readonly kind: 'index'; readonly parts: readonly SitemapPart[] }

/** The maximum the protocol allows in one file. */
const maxAddresses = 50_000
const longestAddress = 2_048
const longestPiece = 40_000
/** The newest entries, as many as a news feed needs. */
const maxEntries = 1_000

/**
 * Parses the unpacked bytes of a sitemap. Returns undefined when it isn't one. Pages become entries: with title, time, language and
 * publication where the news extension gives them, else with the time of the last change and no title, which is read from the page later.
 * Returns only entries dated after `since` (ISO 8601): one without a date cannot be distinguished from an old one. Takes time and memory in
 * proportion to the bytes.
 */
export function readSitemap(bytes: Uint8Array, contentType: string, since: string): Sitemap | undefined {
  const { text } = decode(bytes, contentType)
  const root = /<(?:[\w.-]{1,30}:)?(urlset|sitemapindex)[\s>/]/i.exec(text.slice(0, 20_000))
  if (root === null) return undefined
  if (nth(root, 1).toLowerCase() === 'sitemapindex') return { kind: 'index', parts: partsOf(text) }
  const entries = new Map<string, FeedEntry>()
  let publication: string | undefined
  for (const piece of piecesOf(text, 'url')) {
    const entry = entryOf(piece)
    if (entry === undefined || entry.publishedAt === undefined || entry.publishedAt <= since) continue
    publication ??= textIn(newsOf(piece) ?? '', 'name')
    if (!entries.has(entry.key)) entries.set(entry.key, entry)
  }
  const newest = [...entries.values()].sort((one, other) => (one.publishedAt! < other.publishedAt! ? 1 : -1))
  return { kind: 'pages', entries: newest.slice(0, maxEntries), ...defined({ publication }) }
}

/** The parts of an index that are useful for news: those whose name says so, else those changed last. */
export function newestParts(parts: readonly SitemapPart[], count: number): readonly SitemapPart[] {
  const byChange = parts
    .map((part, place) => ({ part, place }))
    .sort((one, other) => {
      const [a, b] = [one.part.changedAt ?? '', other.part.changedAt ?? '']
      return a === b ? other.place - one.place : a < b ? 1 : -1
    })
    .map(({ part }) => part)
  const isNews = ({ url }: SitemapPart) => /news|latest|recent|google/i.test(URL.parse(url)?.pathname ?? '')
  return [...byChange.filter(isNews), ...byChange.filter((part) => !isNews(part))].slice(0, count)
}

export function feedOfSitemap({ entries, publication }: Extract<Sitemap, { kind: 'pages' }>, url: string): ParsedFeed {
  const at = URL.parse(url)
  const [language] = new Set(entries.flatMap((entry) => entry.language ?? []))
  return {
    format: 'sitemap',
    title: publication ?? at?.hostname.replace(/^www\./, '') ?? '',
    siteUrl: at === null ? url : `${at.origin}/`,
    ...defined({ language }),
    entries,
    isTruncated: false,
  }
}

function partsOf(text: string): SitemapPart[] {
  const parts = new Map<string, SitemapPart>()
  for (const piece of piecesOf(text, 'sitemap')) {
    const url = addressOf(textIn(piece, 'loc'))
    const changedAt = parseFeedDate(textIn(piece, 'lastmod') ?? '')
    if (url !== undefined) parts.set(url, { url, ...defined({ changedAt }) })
  }
  return [...parts.values()]
}

function entryOf(piece: string): FeedEntry | undefined {
  const news = newsOf(piece)
  const own = news === undefined ? piece : piece.replace(news, '')
  const image = elementsOf(own, 'image')[0]
  const url = addressOf(textIn(image === undefined ? own : own.replace(image, ''), 'loc'))
  if (url === undefined || URL.parse(url)!.pathname === '/') return undefined
  const date = (news && textIn(news, 'publication_date')) ?? textIn(own, 'lastmod')
  const publishedAt = parseFeedDate(date ?? '')
  const language = news && textIn(news, 'language')
  const imageUrl = addressOf(image && textIn(image, 'loc'))
  const keywords = (news && textIn(news, 'keywords')) ?? ''
  return {
    key: url,
    url,
    title: (news && textIn(news, 'title')) ?? '',
    ...defined({ publishedAt }),
    authors: [],
    categories: keywords
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, 20),
    enclosures: [],
    ...defined({
      language: language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : undefined,
      imageUrl,
    }),
  }
}

function newsOf(piece: string): string | undefined {
  return elementsOf(piece, 'news')[0]
}

/** The text of each element of a name, with any prefix. Elements in a sitemap never nest in themselves. */
function* piecesOf(text: string, name: string): Generator<string> {
  const open = new RegExp(`<(?:[\\w.-]{1,30}:)?${name}(?:\\s[^<>]{0,2000})?>`, 'gi')
  const close = new RegExp(`</(?:[\\w.-]{1,30}:)?${name}\\s{0,20}>`, 'gi')
  let end = -1
  let count = 0
  for (let match = open.exec(text); match !== null && count < maxAddresses; match = open.exec(text)) {
    const from = open.lastIndex
    if (end < from) {
      close.lastIndex = from
      end = close.exec(text)?.index ?? -1
      if (end < 0) return
    }
    if (end - from > longestPiece) continue
    yield text.slice(from, end)
    open.lastIndex = end
    count++
  }
}

function elementsOf(piece: string, name: string): string[] {
  return [...piecesOf(piece, name)]
}

/** The text of the first element of a name, or undefined when it is empty. */
function textIn(piece: string, name: string): string | undefined {
  const raw = elementsOf(piece, name)[0]
  if (raw === undefined) return undefined
  const data = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(raw)
  const text = data === null ? plainText(raw) : plainText(decodeEntities(nth(data, 1)))
  return text.replace(/\s+/g, ' ').trim().slice(0, 1_000) || undefined
}

function addressOf(text: string | undefined): string | undefined {
  const url = text === undefined || text.length > longestAddress ? null : URL.parse(text)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}

const maxSitemaps = 20

/** The sitemap URLs in a robots.txt (sitemaps.org), in its order, news sitemaps first. */
export function sitemapsInRobots(text: string, robotsUrl: string): string[] {
  const found = new Set<string>()
  for (const line of text.slice(0, 500_000).split(/\r\n?|\n/)) {
    const [, written] = /^\s*sitemap\s*:\s*(\S+)/i.exec(line) ?? []
    const url = written === undefined ? null : URL.parse(written, robotsUrl)
    if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) found.add(url.href)
  }
  const isNews = (url: string) => /news|latest|recent|google/i.test(URL.parse(url)!.pathname)
  const all = [...found]
  return [...all.filter(isNews), ...all.filter((url) => !isNews(url))].slice(0, maxSitemaps)
}
