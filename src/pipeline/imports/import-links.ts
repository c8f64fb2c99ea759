import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import type { FeedId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { contentHash } from '../../feeds/content-hash.ts'
import type { SavedLink } from '../../feeds/links/saved-link.ts'
import { plainText } from '../../feeds/plain-text.ts'
import type { EntryPlace, Store } from '../../store/store.ts'
import { yieldingBatches } from '../yielding-batches.ts'

/** An import is never polled. */
const NEVER = '9999-12-31T00:00:00.000Z'
/** Links written in one transaction: pages can be served between two of these. */
const AT_ONCE = 500

type ImportedLink = { readonly link: SavedLink; readonly entry: EntryPlace }

/**
 * Makes an entry of each link, in a feed of its host, and queues a job for its page where that has not been read yet. The entry exists from
 * the start, whatever happens to the page. Each URL once, at its first place. Works in batches; safe to repeat.
 */
export async function importLinks(
  store: Store,
  links: readonly SavedLink[],
  { readerId, at }: { readonly readerId: string; readonly at: string },
): Promise<{ readonly imported: readonly ImportedLink[]; readonly newCount: number }> {
  const byUrl = new Map<string, SavedLink>()
  const byFeed = new Map<string, SavedLink[]>()
  await yieldingBatches(links, (some) => {
    for (const link of some) {
      if (byUrl.has(link.url)) continue
      byUrl.set(link.url, link)
      const feedUrl = feedOfLink(link.url)
      const known = byFeed.get(feedUrl)
      if (known) known.push(link)
      else byFeed.set(feedUrl, [link])
    }
  })
  await yieldingBatches([...byFeed], (some) =>
    store.feeds.addMany(
      readerId,
      some.map(([url, [first]]) => ({
        url,
        title: hostOf(first!.url),
        sourceName: hostOf(first!.url),
        siteUrl: new URL(first!.url).origin,
        folder: 'Imported',
      })),
      at,
    ),
  )
  const idOf = new Map((await store.feeds.list(readerId)).map(({ url, id }) => [url, id]))
  const feeds = [...byFeed].flatMap(([url, some]) => {
    const feedId = idOf.get(url)
    return feedId === undefined ? [] : [{ feedId, links: some }]
  })
  let newCount = 0
  const places: EntryPlace[] = []
  await yieldingBatches(
    apportioned(feeds),
    async ([some = []]) => {
      for (const each of await store.feeds.savePolls(some.map((feed) => pollOf(feed, at)))) newCount += each.newCount
      const found = await store.entries.findByKeys(
        some.flatMap(({ feedId, links: linked }) => linked.map(({ url }) => ({ feedId, key: url }))),
      )
      await store.jobs.enqueue(
        found
          .filter(({ isIngested }) => !isIngested)
          .map(({ id }) => ({ kind: 'ingest-entry' as const, key: id, runAt: at })),
      )
      places.push(...found)
    },
    1,
  )
  return { imported: places.map((entry) => ({ link: byUrl.get(entry.key)!, entry })), newCount }
}

type LinksOfFeed = { readonly feedId: FeedId; readonly links: readonly SavedLink[] }

/** The parts written in one transaction each: several feeds with a few hundred links in total, or part of one feed. */
function apportioned(feeds: readonly LinksOfFeed[]): readonly (readonly LinksOfFeed[])[] {
  const portions: LinksOfFeed[][] = []
  let room = 0
  for (const { feedId, links } of feeds)
    for (let from = 0; from < links.length; from += AT_ONCE) {
      const part = { feedId, links: links.slice(from, from + AT_ONCE) }
      if (part.links.length > room || portions.length === 0) {
        portions.push([])
        room = AT_ONCE
      }
      portions.at(-1)!.push(part)
      room -= part.links.length
    }
  return portions
}

function pollOf({ feedId, links }: LinksOfFeed, at: string) {
  return {
    feedId,
    at,
    nextPollAt: NEVER,
    intervalMinutes: 1440,
    // The jobs are created here: for feeds, only new entries are read automatically.
    isIngestedByCaller: true,
    result: {
      kind: 'parsed' as const,
      title: hostOf(nth(links, 0).url),
      validators: {},
      bodyHash: '',
      entries: links.map((link) => {
        const entry = entryOf(link)
        return { entry, contentHash: contentHash(entry), text: () => plainText(entry.contentHtml ?? '') }
      }),
    },
  }
}

/** An entry as if a feed had delivered it. Its publication date is unknown, but not later than when it was saved. */
function entryOf({ url, title, publishedAt, savedAt, authors = [], contentHtml, language }: SavedLink): FeedEntry {
  const time = publishedAt ?? savedAt
  return {
    key: url,
    url,
    title: title ?? url,
    authors: authors.map((name) => ({ name })),
    categories: [],
    enclosures: [],
    ...defined({ publishedAt: time, contentHtml, language }),
  }
}

/** The outlet of a URL, named as an import of its articles names it. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

/** The URL of the feed for a link; the entry's key is the link's own URL. */
export function feedOfLink(url: string): string {
  return `import:${encodeURIComponent(hostOf(url).toLowerCase())}`
}
