import { defined } from '../../core/defined.ts'
import type { FeedFormat, ParsedFeed } from '../../core/entry.ts'
import type { FeedPollHints } from '../../core/feed/feed-pace.ts'
import { plainText } from '../plain-text.ts'
import { resolveLink, resolveUrl } from '../resolve-url.ts'
import { firstElement, htmlIn, imageIn, linkWith, pageLink, textIn, titleIn } from './feed-elements.ts'
import { readEntry } from './read-entry.ts'
import { readHead } from './read-head.ts'
import { readParticipants } from './read-recording.ts'
import { firstUnique } from './unique-keys.ts'
import { elementsOf, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** Minutes in the periods of the RSS 1.0 syndication module. */
const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
])

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The polling rules of a feed: RSS `ttl`, `skipHours` and `skipDays`, and the syndication module of RSS 1.0. */
function readPollingRules(head: XmlElement): FeedPollHints {
  const ttlMinutes = readTtl(head)
  // Feeds that follow the first text of RSS 0.92 write 24 for midnight.
  const skipHours = once(
    textsIn(head, 'skiphours', 'hour').flatMap((text) =>
      /^\d{1,2}$/.test(text) && Number(text) <= 24 ? [Number(text) % 24] : [],
    ),
  )
  const skipDays = once(
    textsIn(head, 'skipdays', 'day')
      .map((text) => DAYS.indexOf(text.toLowerCase()))
      .filter((day) => day >= 0),
  )
  return defined({
    ttlMinutes: ttlMinutes || undefined,
    skipHours: skipHours.length > 0 ? skipHours : undefined,
    skipDays: skipDays.length > 0 ? skipDays : undefined,
  })
}

/** RSS `ttl` is in minutes; the syndication module gives a period and a frequency. */
function readTtl(head: XmlElement): number | undefined {
  const ttl = Number(textIn(head, 'ttl') ?? Number.NaN)
  if (Number.isFinite(ttl) && ttl > 0) return Math.round(ttl)
  const period = PERIOD_MINUTES.get(textIn(head, 'sy:updateperiod')?.toLowerCase() ?? '')
  if (period === undefined) return undefined
  const frequency = Number(textIn(head, 'sy:updatefrequency') ?? 1)
  return Math.max(1, Math.round(period / (Number.isFinite(frequency) && frequency >= 1 ? frequency : 1)))
}

function textsIn(head: XmlElement, list: string, child: string): readonly string[] {
  const element = firstElement(head, list)
  if (!element) return []
  return elementsOf(element).flatMap((one) => (one.name === child ? [textOf(one).trim()] : []))
}

function once(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)]
}

/** How deep below the root a feed is searched: some begin with PHP warnings and stray tags. */
const MAX_SEARCH_DEPTH = 4

const NO_ENTRIES_INSIDE = new Set(['title', 'description', 'summary', 'content', 'content:encoded'])

/** Builds a feed from a tree, with its first `most` entries. Returns undefined when the tree contains none. */
export function readFeed(root: XmlElement, documentUrl: string, most: number): ParsedFeed | undefined {
  const top =
    find(root, (element) => element.name === 'feed' || element.name === 'rss' || isRdf(element)) ??
    find(root, (element) => element.name === 'channel') ??
    (find(root, isEntry) ? root : undefined)
  if (!top) return undefined
  const head =
    top.name === 'feed' || top.name === 'channel' ? top : (find(top, (element) => element.name === 'channel') ?? top)
  const format = formatOf(top, head)
  const base = format === 'cdf' ? head.attributes.base : undefined
  const feedUrl = base === undefined ? documentUrl : resolveUrl(base, documentUrl)

  const siteUrl = pageLink(head, feedUrl)
  const elements = entriesOf(format === 'atom' ? head : top)
  const isTruncated = !top.isClosed
  const whole = elements.filter((element) => element.isClosed)
  const description = htmlIn(
    head,
    '',
    'subtitle',
    'tagline',
    'description',
    'itunes:subtitle',
    'itunes:summary',
    'dc:description',
    'abstract',
  )
  const language = textIn(head, 'language', 'dc:language') ?? (head.language || undefined)
  const icon = firstElement(head, 'icon')
  const iconUrl =
    (icon && resolveLink(textOf(icon), icon.base || feedUrl)) ?? imageIn(head, feedUrl) ?? imageIn(top, feedUrl)
  const hubUrl = linkWith(head, 'hub', feedUrl)
  const selfUrl = linkWith(head, 'self', feedUrl)
  const cast = readParticipants(head, feedUrl)

  return {
    format,
    title: titleIn(head, 'title', 'dc:title', 'media:title') ?? '',
    ...readHead(head, feedUrl),
    ...defined({
      siteUrl: siteUrl || undefined,
      description: description ? plainText(description) : undefined,
      language: language ? language.replaceAll('_', '-') : undefined,
      iconUrl: iconUrl || undefined,
    }),
    ...readPollingRules(head),
    ...defined({ hubUrl: hubUrl || undefined, selfUrl: selfUrl || undefined }),
    entries: firstUnique(
      whole.values().map((element) => readEntry(element, { feedUrl, siteUrl, cast })),
      most,
    ),
    isTruncated,
  }
}

function isRdf(element: XmlElement): boolean {
  return element.name === 'rdf:rdf' || element.name === 'rdf'
}

function isEntry(element: XmlElement): boolean {
  return element.name === 'item' || element.name === 'entry'
}

function formatOf(top: XmlElement, head: XmlElement): FeedFormat {
  if (top.name === 'feed') return 'atom'
  if (isRdf(top)) return 'rdf'
  if (
    top.name === 'channel' &&
    (head.attributes.href ?? head.attributes.lastmod ?? firstElement(head, 'abstract')) !== undefined
  )
    return 'cdf'
  return top.name === '' && find(top, (element) => element.name === 'entry') ? 'atom' : 'rss'
}

function find(parent: XmlElement, isWanted: (element: XmlElement) => boolean, depth = 0): XmlElement | undefined {
  for (const child of parent.children) {
    if (typeof child === 'string') continue
    if (isWanted(child)) return child
    const found = depth < MAX_SEARCH_DEPTH ? find(child, isWanted, depth + 1) : undefined
    if (found) return found
  }
  return undefined
}

/** Items are in the channel, beside it (RDF), or in sub-channels (CDF). */
function entriesOf(parent: XmlElement, depth = 0): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (isEntry(child)) return [child]
    return depth < MAX_SEARCH_DEPTH && !NO_ENTRIES_INSIDE.has(child.name) ? entriesOf(child, depth + 1) : []
  })
}
