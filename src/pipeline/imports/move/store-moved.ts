import { setImmediate as nextTurn } from 'node:timers/promises'
import { defined } from '../../../core/defined.ts'
import type { MovedEntry, MovedFeed } from '../../../core/feed/moved-entry.ts'
import type { EntryId, FeedId } from '../../../core/ids.ts'
import { foldName } from '../../../core/names/name-spelling.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import { webLink } from '../../../feeds/links/saved-link.ts'
import type { Store } from '../../../store/store.ts'
import { boundFeed } from '../../polls/bound-feed.ts'
import { entriesOf } from '../../polls/poll-feed.ts'
import { importLinks } from '../import-links.ts'
import { firstPollAt } from '../import-outlines.ts'

type Target = { readonly readerId: string; readonly at: Date }

/** Subscriptions stored in one transaction. */
const feedsAtOnce = 500

export type FeedsMoved = {
  /** Our number of each feed by its id there. */
  readonly feeds: Readonly<Record<string, string>>
  readonly added: number
  readonly existing: number
  readonly skipped: readonly string[]
}

/** Names that other programs allow may be longer than ours. */
function cut(folders: readonly string[]): readonly string[] {
  return [...new Set(folders.map((name) => name.slice(0, maxLength.folder)))]
}

/** Subscribes to the feeds of another reader, in its folders. Safe to repeat. */
export async function storeMovedFeeds(
  store: Store,
  feeds: readonly MovedFeed[],
  { readerId, at }: Target,
): Promise<FeedsMoved> {
  const usable = feeds.flatMap((feed) => {
    const url = webLink(feed.url)
    return url === undefined ? [] : [{ ...feed, url }]
  })
  const known = new Set((await store.feeds.list(readerId)).map(({ url }) => url))
  for (let from = 0; from < usable.length; from += feedsAtOnce) {
    const some = usable.slice(from, from + feedsAtOnce).map(({ url, title, siteUrl, folders }, index) => ({
      url,
      firstPollAt: firstPollAt(at, url, from + index),
      ...defined({
        title: title?.slice(0, maxLength.feedName) || undefined,
        siteUrl,
        folder: cut(folders)[0],
        folders: folders.length > 1 ? cut(folders) : undefined,
      }),
    }))
    await store.feeds.addMany(readerId, some, at.toISOString())
    await nextTurn()
  }
  const ids = new Map((await store.feeds.list(readerId)).map(({ url, id }) => [url, id]))
  const came = usable.filter(({ url }) => ids.has(url))
  const urls = new Set(came.map(({ url }) => url))
  return {
    feeds: Object.fromEntries(came.map(({ id, url }) => [id, ids.get(url)!])),
    added: [...urls].filter((url) => !known.has(url)).length,
    existing: [...urls].filter((url) => known.has(url)).length,
    skipped: feeds
      .filter(({ url }) => !urls.has(webLink(url) ?? ''))
      .map(
        ({ title = '', url }) => `${title || url || 'A feed'}: “${url.slice(0, 200)}” isn't the web address of a feed.`,
      ),
  }
}

export type EntriesMoved = {
  readonly articles: number
  readonly read: number
  readonly stars: number
  readonly tagged: number
  readonly links: number
  /** Articles of feeds that aren't subscribed to, without a star or tag. */
  readonly feedless: number
  /** Articles that were removed here for their age. */
  readonly removed: number
}

/**
 * Stores a page of another reader's articles with their marks: in their feeds, or as saved links where they have none here. Safe to repeat.
 * A star gets the time of its article, since no API tells when it was set.
 */
export async function storeMovedEntries(
  store: Store,
  entries: readonly MovedEntry[],
  feeds: Readonly<Record<string, string>>,
  { readerId, at }: Target,
): Promise<EntriesMoved> {
  const now = at.toISOString()
  const { own = [], other = [] } = Object.groupBy(entries, ({ feed }) => (feeds[feed] === undefined ? 'other' : 'own'))
  const past = own.map((moved) => {
    const bounded = boundFeed({ format: 'json', title: '', isTruncated: false, entries: [moved.entry] })
    return { moved, feedId: feeds[moved.feed] as FeedId, polled: entriesOf(bounded)[0]! }
  })
  const saved = await store.entries.savePast(readerId, past, now)
  const found = past.flatMap((each) => {
    const id = saved.get(each)
    return id === undefined ? [] : [{ moved: each.moved, id }]
  })
  const marked = other.filter(({ isStarred, tags, entry }) => (isStarred || tags.length > 0) && entry.url !== undefined)
  const linked = await storeLinks(store, marked, { readerId, at: now })
  const all = [...found, ...linked]
  const read = all.filter(({ moved }) => moved.isRead)
  // Tags are shown on what is starred.
  const stars = all.filter(({ moved }) => moved.isStarred || moved.tags.length > 0)
  await store.entries.setRead(
    readerId,
    read.map(({ id }) => id),
    true,
    now,
  )
  const timeOf = ({ entry }: MovedEntry) => entry.publishedAt ?? now
  await store.entries.starMany(
    readerId,
    stars.map(({ moved, id }) => ({ id, at: timeOf(moved) })),
  )
  const tags = all.flatMap(({ moved, id }) =>
    moved.tags.flatMap((name) =>
      isTag(name) ? [{ kind: 'entry' as const, target: id, name, at: timeOf(moved) }] : [],
    ),
  )
  if (tags.length > 0) await store.tags.add(readerId, tags)
  return {
    articles: found.length,
    read: read.length,
    stars: all.filter(({ moved }) => moved.isStarred).length,
    tagged: new Set(tags.map(({ target }) => target)).size,
    links: linked.length,
    feedless: other.length - linked.length,
    removed:
      new Set(past.map(({ feedId, polled }) => `${feedId} ${polled.entry.key}`)).size -
      new Set(found.map(({ id }) => id)).size,
  }
}

function isTag(name: string): boolean {
  return name.length <= maxLength.tag && foldName(name) !== ''
}

type Linked = { readonly moved: MovedEntry; readonly id: EntryId }

async function storeLinks(
  store: Store,
  entries: readonly MovedEntry[],
  target: { readonly readerId: string; readonly at: string },
): Promise<readonly Linked[]> {
  if (entries.length === 0) return []
  const byUrl = new Map(entries.map((moved) => [moved.entry.url!, moved]))
  const links = [...byUrl].map(([url, { entry, isRead, tags }]) => ({
    url,
    title: entry.title,
    isRead,
    tags,
    authors: entry.authors.map(({ name }) => name),
    ...defined({ publishedAt: entry.publishedAt, contentHtml: entry.contentHtml }),
  }))
  const { imported } = await importLinks(store, links, target)
  return imported.map(({ link, entry }) => ({ moved: byUrl.get(link.url)!, id: entry.id }))
}
