import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { plainFeedUrl } from '../../core/feed/own-copy.ts'
import { isReadSql, starredAtSql } from '../articles/reading-marks.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import { type PendingReading, storePendingReading } from './pending-reading.ts'

/** An entry's identity on any server: the URL of its feed, and its key there. */
export type PortableEntry = { readonly feed: string; readonly key: string }

export type OwnStar = PortableEntry & {
  /** Its id on this server. */
  readonly id: string
  readonly url?: string
  readonly title: string
  readonly publishedAt: string
  /** When it was starred. */
  readonly at: string
  readonly isRead: boolean
}

/** How far a reader has played a file of an entry. */
type OwnPosition = PortableEntry & { readonly number: number; readonly seconds: number }

/** The keys of a feed's read entries. */
export type ReadOfFeed = { readonly feed: string; readonly read: readonly string[] }

/** What a reader read, starred and played, in a form that another server can import. */
export function ownReadingStore(engine: Engine) {
  const { reader, dialect } = engine
  return {
    /** What is read among the newest entries of each feed; leaves out newsletters, and feeds with nothing read. */
    async read(readerId: string, newest: number, limit: number, cursor?: string): Promise<Page<ReadOfFeed>> {
      const [after = 0] = fromCursor(cursor, 1, 0) ?? []
      const keys = dialect === 'sqlite' ? sql`json_group_array(latest.key)` : sql`json_agg(latest.key)::text`
      // One query for many feeds: it reads each feed's newest entries in index order.
      const found = await sql<{ id: number; feed: string; keys: string | null }>`
        select feed.id as id, feed.url as feed, (select ${keys} from (
          select entry.key, ${isReadSql} as is_read from entry
          left join reading_mark on reading_mark.sequence = entry.sequence and reading_mark.reader_id = ${readerId}
          where entry.feed_id = subscription.feed_id order by entry.sequence desc limit ${newest}) latest
          where latest.is_read = 1) as keys
        from subscription cross join feed
        where subscription.reader_id = ${readerId} and subscription.read_count > 0 and subscription.feed_id > ${after}
          and feed.id = subscription.feed_id and feed.intake <> 'mail'
        order by subscription.feed_id limit ${limit + 1}`.execute(reader)
      const page = pageOf(
        found.rows,
        limit,
        ({ id }) => [id],
        ({ feed, keys: read }) => ({ feed: plainFeedUrl(feed), read: JSON.parse(read ?? '[]') as readonly string[] }),
      )
      return { ...page, rows: page.rows.filter(({ read }) => read.length > 0) }
    },

    /** Stores what was read elsewhere in feeds without entries here: the entries are marked read when they arrive, for subscribers. */
    async storePending(readerId: string, feeds: readonly PendingReading[], at: string): Promise<void> {
      if (feeds.length > 0) await engine.write((tx) => storePendingReading(engine, tx, readerId, feeds, at))
    },

    /** Latest star first. */
    async stars(readerId: string, limit: number, cursor?: string): Promise<Page<OwnStar>> {
      const after = fromCursor(cursor, 2, 1)
      const rows = await reader
        .selectFrom('reading_mark')
        .innerJoin('entry', 'entry.sequence', 'reading_mark.sequence')
        .innerJoin('feed', 'feed.id', 'entry.feed_id')
        .leftJoin('subscription', (join) =>
          join.onRef('subscription.feed_id', '=', 'entry.feed_id').on('subscription.reader_id', '=', readerId),
        )
        .select(['entry.sequence', 'entry.key', 'entry.url', 'entry.title', 'entry.published_at'])
        .select(['feed.url as feed', starredAtSql.as('at'), isReadSql.as('is_read')])
        .where('reading_mark.reader_id', '=', readerId)
        .where('reading_mark.is_starred', '=', 1)
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(${starredAtSql}, reading_mark.sequence) < (${after![0]}, ${after![1]})`),
        )
        .orderBy(starredAtSql, 'desc')
        .orderBy('reading_mark.sequence', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(
        rows,
        limit,
        ({ at, sequence }) => [at, sequence],
        ({ sequence, feed, key, url, title, published_at, at, is_read }) => ({
          id: String(sequence),
          feed: plainFeedUrl(feed),
          key,
          ...defined({ url: url ?? undefined }),
          title,
          publishedAt: published_at,
          at,
          isRead: is_read === 1,
        }),
      )
    },

    async places(readerId: string): Promise<readonly OwnPosition[]> {
      const rows = await reader
        .selectFrom('media_place')
        .innerJoin('entry', 'entry.sequence', 'media_place.sequence')
        .innerJoin('feed', 'feed.id', 'entry.feed_id')
        .select(['feed.url as feed', 'entry.key', 'media_place.number', 'media_place.seconds'])
        .where('media_place.reader_id', '=', readerId)
        .orderBy('media_place.sequence')
        .orderBy('media_place.number')
        .execute()
      return rows.map((row) => ({ ...row, feed: plainFeedUrl(row.feed) }))
    },
  }
}

export type OwnReadingStore = ReturnType<typeof ownReadingStore>
