import type { Engine, Tx } from './engine.ts'
import { markPrivateFeeds } from './private-feeds.ts'
import type { NewFeed } from './store.ts'

/** No server answers at a longer address, and no index of PostgreSQL holds one. */
const longestUrl = 2_000

/**
 * Makes the feeds of a list that are new to the house; one that is there stays as it is. Answers the number of each by its
 * address, without those whose address is too long to keep.
 */
export async function makeFeeds(
  engine: Engine,
  tx: Tx,
  feeds: readonly NewFeed[],
  now: string,
): Promise<ReadonlyMap<string, number>> {
  const byUrl = new Map<string, NewFeed>()
  for (const feed of feeds) if (!byUrl.has(feed.url) && feed.url.length <= longestUrl) byUrl.set(feed.url, feed)
  const wanted = [...byUrl.keys()].map((url) => ({ url }))
  const known = await engine.findMany(tx, 'feed', wanted, ['id', 'url'])
  for (const feed of known) byUrl.delete(feed.url)
  const fresh = [...byUrl.values()]
  const sourceIds = await sourcesFor(engine, tx, fresh)
  const rows = fresh.map((feed, index) => ({
    source_id: sourceIds[index]!,
    url: feed.url,
    // Until it is read. Never the address, which may hold a secret: others see the title.
    title: feed.title || host(feed.url) || '…',
    site_url: feed.siteUrl ?? null,
    created_at: now,
    next_poll_at: feed.firstPollAt ?? now,
    interval_minutes: 60,
    moved_sightings: 0,
    error_count: 0,
    is_stopped: 0,
    entry_count: 0,
    last_sequence: 0,
    intake: feed.intake ?? 'feed',
    intake_rule: feed.intakeRule ?? null,
  }))
  await engine.insertMany(tx, 'feed', rows, { ifExists: 'ignore' })
  const made = await engine.findMany(
    tx,
    'feed',
    rows.map(({ url }) => ({ url })),
    ['id', 'url'],
  )
  await markPrivateFeeds(engine, tx, made, now)
  return new Map([...known, ...made].map(({ id, url }) => [url, id]))
}

/** The source of each feed: the outlet of the given name, or a new one that is named by its feed later. */
async function sourcesFor(engine: Engine, tx: Tx, feeds: readonly NewFeed[]): Promise<readonly number[]> {
  const names = [...new Set(feeds.flatMap((feed) => feed.sourceName || []))]
  const named = await engine.findMany(
    tx,
    'source',
    names.map((name) => ({ name, is_named: 1 })),
    ['id', 'name'],
  )
  const idByName = new Map(named.map((source) => [source.name, source.id]))
  const fresh = feeds.filter((feed) => {
    if (!feed.sourceName) return true
    if (idByName.has(feed.sourceName)) return false
    idByName.set(feed.sourceName, 0)
    return true
  })
  const rows = fresh.map((feed) => ({
    name: feed.sourceName || feed.title || host(feed.url) || '…',
    is_named: feed.sourceName ? 1 : 0,
    home_url: feed.siteUrl ?? origin(feed.url),
    family: feed.family ?? familyOf(feed.siteUrl ?? feed.url) ?? null,
  }))
  const inserted = await engine.insertMany(tx, 'source', rows, { returning: ['id'] })
  // Ids ascend in the order of the rows.
  const ids = inserted.map((row) => row.id).toSorted(ascending)
  const idByFeed = new Map(fresh.map((feed, index) => [feed, ids[index]!]))
  for (const [feed, id] of idByFeed) if (feed.sourceName) idByName.set(feed.sourceName, id)
  return feeds.map((feed) => (feed.sourceName ? idByName.get(feed.sourceName)! : idByFeed.get(feed)!))
}

/** The family of an outlet of which nothing else is known: the host of its address. A bare IP address tells nothing of an owner. */
export function familyOf(url: string): string | undefined {
  const name = host(url)
  return name === undefined || /^[\d.]+$|^\[/.test(name) ? undefined : name
}

/** The host of a URL without `www.`. */
function host(url: string): string | undefined {
  return URL.parse(url)?.hostname.replace(/^www\./, '')
}

function origin(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null || parsed.origin === 'null' ? url : parsed.origin
}

function ascending(a: number, b: number): number {
  return a - b
}
