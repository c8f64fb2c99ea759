import { defined } from '../../core/defined.ts'
import type { ListOrder } from '../../core/feed/list-order.ts'
import { nth } from '../../core/nth.ts'
import type { Intake } from '../../core/source.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { familyOf, findDuplicateNames } from './name-sources.ts'
import { markPrivateFeeds } from './private-feeds.ts'
import { namedBy, nameSource, withHost } from './source-name.ts'

export type NewFeed = {
  readonly url: string
  readonly title?: string
  readonly siteUrl?: string
  readonly folder?: string
  /** All its folders, if there are several; the first one first. */
  readonly folders?: readonly string[]
  /** The reader's settings; an existing subscription keeps its own. */
  readonly isParked?: true
  readonly opensOriginal?: true
  readonly order?: ListOrder
  /** Only for a feed that is new to this server. */
  readonly usesOwnText?: true
  /** Name of the outlet; absent: the feed's own title, once known. */
  readonly sourceName?: string
  /** The owner, where several outlets share one; absent: the host of the feed's URL. */
  readonly family?: string
  /** Absent: `feed`. */
  readonly intake?: Intake
  /** JSON, for an intake that needs a rule. */
  readonly intakeRule?: string
  /** The first poll; absent: now. */
  readonly firstPollAt?: string
}

/** No server answers longer URLs, and they don't fit a PostgreSQL index. */
const longestUrl = 2_000

/**
 * Creates the feeds in a list that this server doesn't have yet; existing ones stay unchanged. Returns each feed's number by URL,
 * without feeds whose URL is too long to store.
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
    source_id: nth(sourceIds, index),
    url: feed.url,
    // Until the feed is read. Never the URL, which may contain a secret: others see the title.
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
    uses_own_text: feed.usesOwnText ? 1 : 0,
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

/** The source of each feed: the outlet with the given name, or a new one that gets its name from its feed later. */
async function sourcesFor(engine: Engine, tx: Tx, feeds: readonly NewFeed[]): Promise<readonly number[]> {
  const given = [...new Set(feeds.flatMap((feed) => feed.sourceName || []))]
  const named = await engine.findMany(
    tx,
    'source',
    given.map((name) => ({ name, is_named: namedBy.server })),
    ['id', 'name'],
  )
  const idByName = new Map(named.map((source) => [source.name, source.id]))
  const fresh = feeds.filter((feed) => {
    if (!feed.sourceName) return true
    if (idByName.has(feed.sourceName)) return false
    idByName.set(feed.sourceName, 0)
    return true
  })
  const names = await firstNames(engine, tx, fresh)
  const rows = fresh.map((feed, index) => ({
    ...nth(names, index),
    family: feed.family ?? familyOf(nth(names, index).home_url) ?? null,
  }))
  const inserted = await engine.insertMany(tx, 'source', rows, { returning: ['id'] })
  // Ids ascend in row order.
  const ids = inserted.map((row) => row.id).toSorted(ascending)
  const idByFeed = new Map(fresh.map((feed, index) => [feed, nth(ids, index)]))
  for (const [feed, id] of idByFeed) if (feed.sourceName) idByName.set(feed.sourceName, id)
  return feeds.map((feed) => (feed.sourceName ? idByName.get(feed.sourceName)! : idByFeed.get(feed)!))
}

/** The names of new feeds' sources until the feeds are read. */
async function firstNames(engine: Engine, tx: Tx, feeds: readonly NewFeed[]) {
  const named = feeds.map(({ url, title, siteUrl }) =>
    nameSource({
      ...{ feedUrl: url, title: title || host(url) || '…' },
      ...defined({ siteUrl }),
    }),
  )
  const doubles = await findDuplicateNames(
    engine,
    tx,
    named.map(({ title: name, homeUrl }, id) => ({ id: -1 - id, name, homeUrl })),
  )
  return feeds.map(({ sourceName, siteUrl, url }, index) => {
    const own = nth(named, index)
    if (sourceName)
      return { name: sourceName, is_named: namedBy.server, home_url: siteUrl ?? URL.parse(url)?.origin ?? url }
    const isBeside = own.isBeside || (own.host !== '' && doubles.has(-1 - index))
    return {
      name: isBeside ? withHost(own) : own.title,
      is_named: namedBy.feed,
      home_url: own.homeUrl,
    }
  })
}

/** The host of a URL without `www.`. */
function host(url: string): string | undefined {
  return URL.parse(url)?.hostname.replace(/^www\./, '')
}

function ascending(a: number, b: number): number {
  return a - b
}
