import { type RawBuilder, sql } from 'kysely'
import type { ArticleId } from '../../core/ids.ts'
import { isAllInOther } from '../../core/syndication.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { type FolderScope, isInFolder } from '../feeds/feed-folders.ts'
import type { Compared, Ingested } from './articles.ts'
import { isReadSql, setRead } from './reading-marks.ts'

/** A shorter text may be what a site shows in place of its articles. */
const leastWords = 60

/** Folds the entries of an article with those of the articles that have all of its text. `isNew`: it has no entries but those given. */
export async function foldCopies(engine: Engine, tx: Tx, one: Compared, isNew: boolean): Promise<void> {
  const { article, entryIds, at } = one
  const originals = await originalsOf(engine, tx, one)
  if (isNew && entryIds.length < 2 && originals.length === 0) return
  await foldEntries(engine, tx, [article.id, ...originals], at)
}

/** The articles that have all of its text. Of one outlet, or where the text may be a notice, only those under the same title. */
async function originalsOf(engine: Engine, tx: Tx, one: Compared): Promise<readonly ArticleId[]> {
  const { article, document, syndications } = one
  const others = syndications.filter(isAllInOther).map(({ otherId }) => otherId)
  if (others.length === 0) return []
  const found = await tx
    .selectFrom('document')
    // By the article's id, which has an index.
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'document.article_id').onRef('article.document_id', '=', 'document.id'),
    )
    .select(['article.id', 'article.source_id', 'document.title'])
    .where(engine.isIn('document.id', others))
    .execute()
  const { kind } = article.completeness
  const isWhole = kind === 'complete' || kind === 'feed-only'
  const isLong = isWhole && document.text.split(/\s+/, leastWords).length === leastWords
  const own = toNumber(article.sourceId)
  return found
    .filter(({ source_id, title }) => title === document.title || (isLong && source_id !== own))
    .map(({ id }) => id as ArticleId)
}

type Folded = { readonly sequence: number; readonly fold: number | null }

/**
 * Folds all entries of some articles with one text into one: they get the number of the first one. Of those that are new in it, each
 * reader who subscribes to several has none unread but the first, and not even that if all of a former fold was read. Safe to repeat.
 */
export async function foldEntries(engine: Engine, tx: Tx, articleIds: readonly ArticleId[], at: string): Promise<void> {
  const found = await entriesWhere(tx, engine.isIn('article_id', articleIds))
  if (found.length < 2) return
  const folds = [...new Set(found.flatMap(({ fold }) => fold ?? []))]
  const first = Math.min(...folds, ...found.map(({ sequence }) => sequence))
  const others = folds.filter((fold) => fold !== first)
  const all = others.length === 0 ? found : [...found, ...(await entriesWhere(tx, engine.isIn('fold', others)))]
  const fresh = new Map(all.flatMap(({ sequence, fold }) => (fold === first ? [] : [[sequence, fold ?? sequence]])))
  if (fresh.size === 0) return
  await tx
    .updateTable('entry')
    .set({ fold: first })
    .where(engine.isIn('sequence', [...fresh.keys()]))
    .execute()
  await readOnce(engine, tx, fresh, at, sql`entry.fold = ${first}`)
}

async function entriesWhere(tx: Tx, isIn: RawBuilder<unknown>): Promise<readonly Folded[]> {
  const { rows } = await sql<Folded>`select sequence, fold from entry where ${isIn}`.execute(tx)
  return rows
}

/** For a reader who has just subscribed to feeds: what they have in another feed isn't unread a second time. */
export async function foldForReader(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feedIds: readonly number[],
  at: string,
): Promise<void> {
  const { rows } = await sql<{ sequence: number }>`
    select entry.sequence as sequence from subscription join entry on entry.feed_id = subscription.feed_id
    where subscription.reader_id = ${readerId} and ${engine.isIn('subscription.feed_id', feedIds)}
      and entry.sequence > subscription.read_up_to and entry.fold is not null`.execute(tx)
  const fresh = new Map(rows.map(({ sequence }) => [sequence, sequence]))
  if (fresh.size === 0) return
  const isIn = sql`subscription.reader_id = ${readerId}
    and entry.fold in (select fold from entry where ${engine.isIn('sequence', [...fresh.keys()])})`
  await readOnce(engine, tx, fresh, at, isIn)
}

/**
 * Marks `fresh` entries, each with the number of its former fold, read for every reader who has, or keeps, another entry of the same fold.
 * A copy is read as soon as it is folded, so only a former fold that was read whole says that its reader read the text.
 */
async function readOnce(
  engine: Engine,
  tx: Tx,
  fresh: ReadonlyMap<number, number>,
  at: string,
  isIn: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<{ reader_id: string; sequence: number; fold: number; is_read: number }>`
    select subscription.reader_id as reader_id, entry.sequence as sequence, entry.fold as fold, ${isReadSql} as is_read
    from entry join subscription on subscription.feed_id = entry.feed_id
    left join reading_mark on reading_mark.sequence = entry.sequence and reading_mark.reader_id = subscription.reader_id
    where ${isIn} and ${isOnFor(sql`subscription.reader_id`)} and ${isSeenBy(sql`subscription.reader_id`)}
    order by reader_id, sequence`.execute(tx)
  for (const [readerId, entries] of Map.groupBy(rows, (row) => row.reader_id)) {
    const again = [...Map.groupBy(entries, (row) => row.fold).values()].flatMap((same) => {
      const former = [...Map.groupBy(same, ({ sequence, fold }) => fresh.get(sequence) ?? fold).values()]
      const isRead = former.some((rows) => rows.every((row) => row.is_read === 1))
      const unread = same.filter((row) => row.is_read === 0)
      const kept = isRead ? undefined : (unread.find(({ sequence }) => !fresh.has(sequence)) ?? unread[0])
      return unread.filter((row) => row !== kept && fresh.has(row.sequence))
    })
    const ids = again.map(({ sequence }) => fromNumber<Ingested['entryIds'][number]>(sequence))
    if (ids.length > 0) await setRead(engine, tx, readerId, ids, true, at)
  }
}

function isOnFor(readerId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select 1 from preference
    where preference.reader_id = ${readerId} and preference.name = 'foldCopies' and preference.value = 'off')`
}

/** False for an entry of a muted source or a parked feed: nothing is folded under what its reader doesn't see. */
function isSeenBy(
  readerId: RawBuilder<unknown>,
  feedId: RawBuilder<unknown> = sql.ref('entry.feed_id'),
): RawBuilder<unknown> {
  return sql`not exists (select 1 from mute join feed on mute.target = cast(feed.source_id as text)
    where mute.reader_id = ${readerId} and mute.kind = 'source' and feed.id = ${feedId})
    and not exists (select 1 from subscription as parked
      where parked.reader_id = ${readerId} and parked.feed_id = ${feedId} and parked.is_parked = 1)`
}

/** A condition that some entries meet, and those folded with them unless the reader wants copies apart. */
export function withFold(readerId: string, isIn: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`entry.sequence in (select entry.sequence from entry where ${isIn}
    union all select folded.sequence from entry join entry as folded on folded.fold = entry.fold
      where ${isIn} and ${isOnFor(sql`${readerId}`)})`
}

/** True for the first of the entries folded together that the reader has, and for all if they want copies apart. */
export function isUnfolded(readerId: string): RawBuilder<unknown> {
  return sql`(${isFirstOfFold(readerId)} or not ${isOnFor(sql`${readerId}`)})`
}

/** True for an entry that isn't folded under an earlier one, of a folder if one is given. */
export function isFirstOfFold(readerId: string, folder?: string, scope?: FolderScope): RawBuilder<unknown> {
  return sql`(entry.fold is null
    or not exists (select 1 ${othersInFold(readerId, folder, scope)} and other.sequence < entry.sequence))`
}

/** The rest of a query: other entries of the fold of `entry`, in feeds that the reader subscribes to and sees, of a folder if one is given. */
export function othersInFold(readerId: string, folder?: string, scope?: FolderScope): RawBuilder<unknown> {
  return sql`from entry as other cross join subscription as theirs
    where other.fold = entry.fold and other.sequence <> entry.sequence
      and theirs.reader_id = ${readerId} and theirs.feed_id = other.feed_id
      and ${folder === undefined ? sql`1 = 1` : isInFolder(folder, scope, 'theirs')}
      and ${isSeenBy(sql`${readerId}`, sql.ref('other.feed_id'))}`
}
