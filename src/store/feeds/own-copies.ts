import { isOwnCopy, plainFeedUrl } from '../../core/feed/own-copy.ts'
import type { OwnHeader, OwnHeaders } from '../../core/feed/own-headers.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'

/** What is sent with the requests of feeds, by id; asks only where one of them is somebody's own copy. */
export async function findOwnHeaders(
  engine: Engine,
  reader: Db,
  feeds: readonly { readonly id: number; readonly url: string }[],
): Promise<ReadonlyMap<number, OwnHeaders>> {
  const ids = feeds.filter(({ url }) => isOwnCopy(url)).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await reader.selectFrom('own_headers').selectAll().where(engine.isIn('feed_id', ids)).execute()
  return new Map(rows.map((row) => [row.feed_id, toOwnHeaders(row)]))
}

/** The headers of a row. */
export function toOwnHeaders({ origin, secret }: { readonly origin: string; readonly secret: string }): OwnHeaders {
  return { origin, headers: JSON.parse(secret) as readonly OwnHeader[] }
}

/** A reader's own copies of feeds at these URLs, by URL. */
export async function findOwnCopies(
  tx: Tx,
  readerId: string,
  urls: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('subscription')
    .innerJoin('private_feed', 'private_feed.feed_id', 'subscription.feed_id')
    .innerJoin('feed', 'feed.id', 'subscription.feed_id')
    .select(['feed.id', 'feed.url'])
    .where('subscription.reader_id', '=', readerId)
    .orderBy('feed.id')
    .execute()
  const wanted = new Set(urls)
  const own = rows.filter(({ url }) => isOwnCopy(url)).map(({ id, url }) => [plainFeedUrl(url), id] as const)
  return new Map(own.filter(([url]) => wanted.has(url)))
}
