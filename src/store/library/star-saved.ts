import { sql } from 'kysely'
import type { EntryId } from '../../core/ids.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'

const entriesOfSaved = `insert into reading_mark (sequence, reader_id, feed_id, is_read, is_starred, at, starred_at)
  select entry.sequence, saved.reader_id, entry.feed_id, null, 1, saved.at, saved.at from saved
  join entry on entry.article_id = saved.target
  join subscription on subscription.feed_id = entry.feed_id and subscription.reader_id = saved.reader_id
  where saved.kind = 'article'`
/** A mark keeps what it says of reading, and a star its time. */
const orStar = `on conflict (sequence, reader_id) do update set is_starred = 1, starred_at = excluded.starred_at
  where reading_mark.is_starred = 0`

/** Stars the entries of every saved article, in feeds its reader subscribes to. */
export const starSavedSql = `${entriesOfSaved} ${orStar}`

/** The same for some saved articles of one reader. */
export async function starSaved(engine: Engine, tx: Tx, readerId: string, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return
  await sql`${sql.raw(entriesOfSaved)} and saved.reader_id = ${readerId}
    and ${engine.isIn('saved.target', articles)} ${sql.raw(orStar)}`.execute(tx)
}

/** The articles among these of which the reader starred an entry. */
export async function starredArticles(
  engine: Engine,
  db: Engine['reader'] | Tx,
  readerId: string,
  articles: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly at: string; readonly entries: readonly EntryId[] }>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('entry')
    .innerJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.article_id', 'entry.title'])
    .select(sql<string>`coalesce(reading_mark.starred_at, reading_mark.at)`.as('at'))
    .where(engine.isIn('entry.article_id', articles))
    .where('reading_mark.reader_id', '=', readerId)
    .where('reading_mark.is_starred', '=', 1)
    .orderBy('entry.sequence')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => String(row.article_id))].map(([id, own]) => [
      id,
      {
        title: own[0]!.title,
        at: own[0]!.at,
        entries: own.map(({ sequence }) => fromNumber<EntryId>(sequence)),
      },
    ]),
  )
}

/**
 * Forgets that the articles of these entries are saved, and returns the entries with all others of the same articles that have a star:
 * an article is saved as a whole.
 */
export async function unsaveArticlesOf(
  engine: Engine,
  tx: Tx,
  readerId: string,
  ids: readonly EntryId[],
): Promise<readonly EntryId[]> {
  const rows = await tx
    .selectFrom('entry')
    .select('article_id')
    .distinct()
    .where(engine.isIn('sequence', ids.map(toNumber)))
    .where('article_id', 'is not', null)
    .execute()
  const articles = rows.flatMap(({ article_id }) => article_id ?? [])
  if (articles.length === 0) return ids
  await tx
    .deleteFrom('saved')
    .where('reader_id', '=', readerId)
    .where('kind', '=', 'article')
    .where(engine.isIn('target', articles))
    .execute()
  const starred = await starredArticles(engine, tx, readerId, articles)
  return [...new Set([...ids, ...[...starred.values()].flatMap(({ entries }) => entries)])]
}
