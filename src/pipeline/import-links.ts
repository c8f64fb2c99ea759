import type { FeedEntry } from '../core/entry.ts'
import type { FeedId } from '../core/ids.ts'
import { contentHash } from '../feeds/content-hash.ts'
import type { KeptLink } from '../feeds/kept-link.ts'
import { plainText } from '../feeds/plain-text.ts'
import type { EntryPlace, Store } from '../store/store.ts'

/** An import never comes again by itself. */
const NEVER = '9999-12-31T00:00:00.000Z'
/** Feeds written in one transaction. */
const AT_ONCE = 200

/** A link and the entry it became. */
export type ImportedLink = { readonly link: KeptLink; readonly entry: EntryPlace }

/**
 * Makes an entry of each link, in a feed of its host, and asks for its page in a job where it has not been read yet; the entry stands
 * from the start, whatever becomes of the page. Each address once, the first time it stands. Safe to repeat.
 */
export async function importLinks(
  store: Store,
  links: readonly KeptLink[],
  { readerId, at }: { readonly readerId: string; readonly at: string },
): Promise<{ readonly imported: readonly ImportedLink[]; readonly newCount: number }> {
  const byUrl = new Map<string, KeptLink>()
  for (const link of links) if (!byUrl.has(link.url)) byUrl.set(link.url, link)
  const byFeed = Map.groupBy(byUrl.values(), ({ url }) => feedUrlOf(hostOf(url)))
  await store.feeds.addMany(
    readerId,
    [...byFeed].map(([url, [first]]) => ({
      url,
      title: hostOf(first!.url),
      sourceName: hostOf(first!.url),
      siteUrl: new URL(first!.url).origin,
      folder: 'Imported',
    })),
    at,
  )
  const idOf = new Map((await store.feeds.list(readerId)).map(({ url, id }) => [url, id]))
  const feeds = [...byFeed].flatMap(([url, some]) => {
    const feedId = idOf.get(url)
    return feedId === undefined ? [] : [{ feedId, links: some }]
  })
  let newCount = 0
  for (let from = 0; from < feeds.length; from += AT_ONCE) {
    const saved = await store.feeds.savePolls(feeds.slice(from, from + AT_ONCE).map((feed) => pollOf(feed, at)))
    for (const each of saved) newCount += each.newCount
  }
  const places = await store.entries.findByKeys(
    feeds.flatMap(({ feedId, links: some }) => some.map(({ url }) => ({ feedId, key: url }))),
  )
  await store.jobs.enqueue(
    places
      .filter(({ isIngested }) => !isIngested)
      .map(({ id }) => ({ kind: 'ingest-entry' as const, key: id, runAt: at })),
  )
  return { imported: places.map((entry) => ({ link: byUrl.get(entry.key)!, entry })), newCount }
}

function pollOf({ feedId, links }: { readonly feedId: FeedId; readonly links: readonly KeptLink[] }, at: string) {
  return {
    feedId,
    at,
    nextPollAt: NEVER,
    intervalMinutes: 1440,
    // The jobs are made here: of feeds, only what is new is read by itself.
    isIngestedByCaller: true,
    result: {
      kind: 'parsed' as const,
      title: hostOf(links[0]!.url),
      validators: {},
      bodyHash: '',
      entries: links.map((link) => {
        const entry = entryOf(link)
        return { entry, contentHash: contentHash(entry), text: () => plainText(entry.contentHtml ?? '') }
      }),
    },
  }
}

/** An entry as if a feed had delivered it. When it was published is not known: not after it was kept. */
function entryOf({ url, title, publishedAt, savedAt, authors = [], contentHtml, language }: KeptLink): FeedEntry {
  const time = publishedAt ?? savedAt
  return {
    key: url,
    url,
    title: title ?? url,
    authors: authors.map((name) => ({ name })),
    categories: [],
    enclosures: [],
    ...(time === undefined ? {} : { publishedAt: time }),
    ...(contentHtml === undefined ? {} : { contentHtml }),
    ...(language === undefined ? {} : { language }),
  }
}

/** The outlet of an address, named as an import of its articles names it. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

function feedUrlOf(outlet: string): string {
  return `import:${encodeURIComponent(outlet.toLowerCase())}`
}
