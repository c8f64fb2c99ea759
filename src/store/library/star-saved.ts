import type { EntryId } from '../../core/ids.ts'
import { setAllStarred, starredAtSql } from '../articles/reading-marks.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'

/** Stars the entries of saved articles, in feeds the reader subscribes to, at the time the article was saved. */
export async function starSaved(engine: Engine, tx: Tx, readerId: string, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return
  const rows = await tx
    .selectFrom('saved')
    .innerJoin('entry', 'entry.article_id', 'saved.target')
    .innerJoin('subscription', (join) =>
      join.onRef('subscription.feed_id', '=', 'entry.feed_id').onRef('subscription.reader_id', '=', 'saved.reader_id'),
    )
    .select(['entry.sequence', 'saved.at'])
    .where('saved.reader_id', '=', readerId)
    .where('saved.kind', '=', 'article')
    .where(engine.isIn('saved.target', articles))
    .execute()
  const stars = rows.map(({ sequence, at }) => ({ id: fromNumber<EntryId>(sequence), at }))
  if (stars.length > 0) await setAllStarred(engine, tx, readerId, stars, true)
}

/** The articles among these of which the reader starred an entry. */
export async function starredArticles(
  engine: Engine,
  db: Db,
  readerId: string,
  articles: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly at: string; readonly entries: readonly EntryId[] }>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('entry')
    .innerJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.article_id', 'entry.title'])
    .select(starredAtSql.as('at'))
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
