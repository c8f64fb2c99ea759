import type { Byline, FeedEntry, ParsedFeed } from '../../../src/core/entry.ts'
import type { Expectation, Literal, Path } from './python-expectation.ts'
import { sameHtml, sameText, sameTime, sameUrl } from './same-value.ts'
import type { SameMarkup } from './shown-markup.ts'

type Compare = 'text' | 'plain' | 'html' | 'url' | 'time' | 'number' | 'format'

/** What our model has at a path of feedparser's, and how to compare it; undefined when it has no place for it. */
type Found = { readonly value: string | number | undefined; readonly compare: Compare }

/**
 * True or false as the expectation is met; undefined when no part of it has a place in our model. `isSameMarkup` holds
 * the HTML of entries against what is expected.
 */
export function isMet(
  expectation: Expectation,
  feed: ParsedFeed,
  isSameMarkup: SameMarkup = sameHtml,
): boolean | undefined {
  switch (expectation.kind) {
    case 'unknown':
      return undefined
    case 'not': {
      const met = isMet(expectation.part, feed, isSameMarkup)
      return met === undefined ? undefined : !met
    }
    case 'equal': {
      const found = find(expectation.path, feed)
      return found && isSame(found, expectation.value, isSameMarkup)
    }
    case 'all':
    case 'any': {
      const met = expectation.parts.map((part) => isMet(part, feed, isSameMarkup)).filter((each) => each !== undefined)
      if (met.length === 0) return undefined
      return expectation.kind === 'all' ? met.every(Boolean) : met.some(Boolean)
    }
  }
}

function isSame(found: Found, expected: Literal, isSameMarkup: SameMarkup): boolean {
  const { value, compare } = found
  if (expected === null || expected === '') return value === undefined || value === '' || value === 0
  if (value === undefined) return false
  if (compare === 'number') return Number(value) === Number(expected)
  if (compare === 'time') return Array.isArray(expected) && sameTime(String(value), expected)
  if (typeof expected !== 'string') return String(value) === String(expected)
  if (compare === 'format') return value === formatOf(expected)
  if (compare === 'plain') return sameText(String(value), expected)
  if (compare === 'html') return isSameMarkup(String(value), expected)
  if (compare === 'url') return sameUrl(String(value), expected)
  return String(value).trim() === expected.trim()
}

/** `rss20` and the like, without the version. RSS 0.90 and 1.0 are RDF. */
function formatOf(version: string): string {
  if (version === 'rss090' || version === 'rss10') return 'rdf'
  return version.replace(/\d.*$/, '')
}

function find(path: Path, feed: ParsedFeed): Found | undefined {
  const [root, ...rest] = path
  if (root === 'version' && rest.length === 0) return { value: feed.format, compare: 'format' }
  if (root === 'feed') return findInFeed(rest.join('.'), feed) ?? findInList(rest, feed.authors, feed.categories)
  if (root !== 'entries') return undefined
  if (rest[0] === '#length') return { value: feed.entries.length, compare: 'number' }
  const [index, ...inner] = rest
  if (typeof index !== 'number') return undefined
  // An entry that is in a feed twice is kept once; what a test wants of the second is looked for in that one.
  return findInEntry(inner, feed.entries[index] ?? feed.entries.at(-1))
}

function findInFeed(path: string, feed: ParsedFeed): Found | undefined {
  switch (path) {
    case 'title':
    case 'title_detail.value':
      return { value: feed.title, compare: 'plain' }
    case 'link':
      return { value: feed.siteUrl, compare: 'url' }
    case 'description':
    case 'subtitle':
    case 'tagline':
    case 'description_detail.value':
    case 'subtitle_detail.value':
    case 'tagline_detail.value':
      return { value: feed.description, compare: 'plain' }
    case 'language':
      return { value: feed.language, compare: 'text' }
    case 'image.href':
    case 'image.url':
    case 'icon':
      return { value: feed.iconUrl, compare: 'url' }
    case 'ttl':
      return { value: feed.ttlMinutes, compare: 'number' }
    case 'id':
    case 'guid':
      return { value: feed.id, compare: 'text' }
    case 'updated_parsed':
    case 'modified_parsed':
      return { value: feed.updatedAt, compare: 'time' }
    case 'published_parsed':
      return { value: feed.publishedAt, compare: 'time' }
    case 'author':
      return { value: inFull(feed.authors?.[0]), compare: 'text' }
    case 'category':
      return { value: feed.categories?.[0], compare: 'text' }
    case 'tags.#length':
      return { value: feed.categories?.length ?? 0, compare: 'number' }
    default:
      return undefined
  }
}

function findInEntry(path: Path, entry: FeedEntry | undefined): Found | undefined {
  const [name, index, part] = path
  switch (path.join('.')) {
    case 'title':
    case 'title_detail.value':
      return { value: entry?.title, compare: 'plain' }
    case 'link':
      return { value: entry?.url, compare: 'url' }
    case 'id':
    case 'guid':
      return { value: entry?.key, compare: 'text' }
    case 'updated_parsed':
    case 'modified_parsed':
      return { value: entry?.updatedAt, compare: 'time' }
    case 'published_parsed':
      return { value: entry?.publishedAt, compare: 'time' }
    case 'summary':
    case 'description':
    case 'summary_detail.value':
    case 'description_detail.value':
      return { value: entry?.summaryHtml ?? entry?.contentHtml, compare: 'html' }
    case 'content.0.value':
      return { value: entry?.contentHtml ?? entry?.summaryHtml, compare: 'html' }
    case 'comments':
      return { value: entry?.commentsUrl, compare: 'url' }
    case 'source.title':
      return { value: entry?.origin?.title, compare: 'plain' }
    case 'source.href':
    case 'source.url':
    case 'source.link':
      return { value: entry?.origin?.url, compare: 'url' }
    case 'author':
      return { value: inFull(entry?.authors[0]), compare: 'text' }
    case 'category':
      return { value: entry?.categories[0], compare: 'text' }
    case 'tags.#length':
      return { value: entry?.categories.length, compare: 'number' }
    case 'image.href':
    case 'image.url':
    case 'media_thumbnail.0.url':
      return { value: entry?.imageUrl, compare: 'url' }
    default:
      break
  }
  const inList = findInList(path, entry?.authors, entry?.categories)
  if (inList !== undefined || typeof index !== 'number') return inList
  if (name !== 'enclosures') return undefined
  const file = entry?.enclosures[index]
  if (part === 'href' || part === 'url') return { value: file?.url, compare: 'url' }
  if (part === 'type') return { value: file?.type, compare: 'text' }
  return part === 'length' ? { value: file?.lengthBytes, compare: 'number' } : undefined
}

/** A name with the address behind it, as feedparser writes them. */
function inFull(author: Byline | undefined): string | undefined {
  const isPair = author?.email !== undefined && author.email !== author.name
  return isPair ? `${author.name} (${author.email})` : author?.name
}

function findInList(
  [name, index, part]: Path,
  authors: readonly Byline[] | undefined,
  categories: readonly string[] | undefined,
): Found | undefined {
  if (name === 'author_detail') return person(authors?.[0], index)
  if (typeof index !== 'number') return undefined
  if (name === 'authors') return person(authors?.[index], part)
  if (name === 'tags' && (part === 'term' || part === 'label')) return { value: categories?.[index], compare: 'text' }
  return undefined
}

function person(author: Byline | undefined, part: string | number | undefined): Found | undefined {
  if (part === 'name') return { value: author?.name, compare: 'text' }
  if (part === 'email') return { value: author?.email, compare: 'text' }
  return part === 'href' || part === 'url' ? { value: author?.url, compare: 'url' } : undefined
}
