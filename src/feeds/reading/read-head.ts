import { defined } from '../../core/defined.ts'
import type { FeedEntry, ParsedFeed } from '../../core/entry.ts'
import { resolveUrl } from '../resolve-url.ts'
import { bylineOf, distinctBylines } from './byline.ts'
import { allElements, dateIn, firstElement } from './feed-elements.ts'
import { parseFeedDate } from './parse-date.ts'
import { readAuthors, readCategories } from './read-entry.ts'
import { textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** The metadata of a feed beside its name: id, authors, subjects, time of the last change. */
export function readHead(
  head: XmlElement,
  feedUrl: string,
): Pick<ParsedFeed, 'id' | 'authors' | 'categories' | 'publishedAt' | 'updatedAt'> {
  const id = idOf(head, feedUrl)
  const named = readAuthors(head, feedUrl)
  // RSS has no author of a feed; some feeds name only a technical contact.
  const authors =
    named.length > 0 ? named : distinctBylines(allElements(head, 'webmaster').map((each) => bylineOf(textOf(each))))
  const categories = readCategories(head)
  const publishedAt = dateIn(head, 'published', 'issued', 'pubdate', 'dcterms:issued', 'dcterms:created', 'created')
  const updatedAt =
    dateIn(head, 'updated', 'modified', 'lastbuilddate', 'dcterms:modified', 'dc:date', 'pubdate') ??
    parseFeedDate(head.attributes.lastmod ?? '')
  return defined({
    id: id || undefined,
    authors: authors.length > 0 ? authors : undefined,
    categories: categories.length > 0 ? categories : undefined,
    publishedAt: publishedAt || undefined,
    updatedAt: updatedAt || undefined,
  })
}

function idOf(head: XmlElement, feedUrl: string): string | undefined {
  const id = firstElement(head, 'id', 'guid', 'dc:identifier')
  const text = id ? textOf(id).trim() : ''
  if (!id || text === '') return head.attributes['rdf:about'] || undefined
  return id.name === 'id' && !/^[\w+.-]+:/.test(text) ? resolveUrl(text, id.base || feedUrl) : text
}

/** Gives the feed's authors to Atom entries that name none (RFC 4287 section 4.2.1), unless they come from another feed. */
export function inheritAuthors(feed: ParsedFeed): ParsedFeed {
  const { authors } = feed
  if (feed.format !== 'atom' || authors === undefined) return feed
  const isNameless = (entry: FeedEntry) => entry.authors.length === 0 && entry.origin === undefined
  return { ...feed, entries: feed.entries.map((entry) => (isNameless(entry) ? { ...entry, authors } : entry)) }
}
