import { sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'
import { inScope } from './feed-scope.ts'
import { isReadSql, markAllRead, replaceMarks } from './reading-marks.ts'
import type { EntryFilter } from './store.ts'
import { addMs } from './times.ts'

const keptMs = 86_400_000

/** What one feed was before all of it was marked read: entries after `from` up to `to` became read, but those in `read`. */
type FeedBefore = {
  readonly id: number
  /** The watermarks before and after. */
  readonly from: number
  readonly to: number
  /** How many became read. */
  readonly count: number
  /** Above `from`, what was read already; below it, what had been kept unread. */
  readonly read: readonly number[]
  readonly kept: readonly number[]
}

/** Marks all read and keeps under `id` what stood before. Answers how many entries became read. */
export async function markAllReadKept(
  engine: Engine,
  tx: Tx,
  filter: EntryFilter,
  at: string,
  id: string,
): Promise<number> {
  const inside = await tx.selectFrom('feed').select('id').where('unread_count', '>', 0).where(inScope(filter)).execute()
  const ids = inside.map((feed) => feed.id)
  if (ids.length === 0) return 0
  await engine.lockFeeds(tx, ids)
  const before = await feedsOf(engine, tx, ids)
  const marksBefore = Map.groupBy(await marksOf(engine, tx, ids), (mark) => mark.feed_id)
  await markAllRead(engine, tx, filter, at)
  const after = new Map((await feedsOf(engine, tx, ids)).map((feed) => [feed.id, feed]))
  const stillMarked = new Set((await marksOf(engine, tx, ids)).map((mark) => mark.sequence))
  const feeds = before.flatMap((feed): readonly FeedBefore[] => {
    const now = after.get(feed.id)
    const count = feed.unread_count - (now?.unread_count ?? 0)
    if (!now || count === 0) return []
    const { read_up_to: from } = feed
    const marks = marksBefore.get(feed.id) ?? []
    const read = marks.filter((mark) => mark.is_read === 1 && mark.sequence > from && mark.sequence <= now.read_up_to)
    const kept = marks.filter((mark) => mark.is_read === 0 && !stillMarked.has(mark.sequence))
    const sequences = (some: typeof marks) => some.map((mark) => mark.sequence)
    return [{ id: feed.id, from, to: now.read_up_to, count, read: sequences(read), kept: sequences(kept) }]
  })
  await tx.deleteFrom('read_undo').where('at', '<', addMs(at, -keptMs)).execute()
  await tx
    .insertInto('read_undo')
    .values({ id, at, body: JSON.stringify(feeds) })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at, body: JSON.stringify(feeds) }))
    .execute()
  return feeds.reduce((sum, { count }) => sum + count, 0)
}

/**
 * Everything that one marking made read is unread again; what came or was marked since stays as it is. Answers how many
 * entries were put back; undefined when there is nothing under this id.
 */
export async function undoMarkAllRead(engine: Engine, tx: Tx, id: string, at: string): Promise<number | undefined> {
  const row = await tx.selectFrom('read_undo').select('body').where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const feeds = JSON.parse(row.body) as readonly FeedBefore[]
  const ids = feeds.map((feed) => feed.id)
  await engine.lockFeeds(tx, ids)
  await tx.deleteFrom('read_undo').where('id', '=', id).execute()
  const now = new Map((await feedsOf(engine, tx, ids)).map((feed) => [feed.id, feed]))
  const marked = new Set((await marksOf(engine, tx, ids)).map((mark) => mark.feed_id))
  const there = feeds.filter((feed) => now.has(feed.id))
  // Nearly always nothing happened to a feed since: then its watermark goes back and that is all.
  const isUntouched = (feed: FeedBefore) =>
    feed.read.length === 0 && feed.kept.length === 0 && !marked.has(feed.id) && now.get(feed.id)!.read_up_to === feed.to
  await engine.updateMany(
    tx,
    'feed',
    'id',
    there
      .filter(isUntouched)
      .map(({ id, from, count }) => ({ id, read_up_to: from, unread_count: now.get(id)!.unread_count + count })),
  )
  for (const feed of there) if (!isUntouched(feed)) await putBack(engine, tx, feed, now.get(feed.id)!.read_up_to, at)
  return there.reduce((sum, { count }) => sum + count, 0)
}

/** For a feed in which something was marked one by one, before or since. `upTo`: its watermark now. */
async function putBack(engine: Engine, tx: Tx, feed: FeedBefore, upTo: number, at: string): Promise<void> {
  const { id, from, to } = feed
  const lowest = Math.min(from, upTo)
  const rows = await tx
    .selectFrom('entry')
    .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(['entry.sequence', 'reading_mark.is_read', 'reading_mark.is_starred'])
    .where('entry.feed_id', '=', id)
    .where((eb) => eb.or([eb('entry.sequence', '>', lowest), engine.isIn('entry.sequence', feed.kept)]))
    .execute()
  const [read, kept] = [new Set(feed.read), new Set(feed.kept)]
  const marks = rows.flatMap(({ sequence, is_read, is_starred }) => {
    const wasMadeRead = kept.has(sequence) || (sequence > from && sequence <= to && !read.has(sequence))
    const isNow = is_read ?? (sequence <= upTo ? 1 : 0)
    const wanted = wasMadeRead ? 0 : isNow
    const byItself = sequence <= lowest ? 1 : 0
    const mark = wanted === byItself ? null : wanted
    return mark === is_read ? [] : [{ sequence, feed_id: id, is_read: mark, is_starred: is_starred ?? 0, at }]
  })
  await replaceMarks(engine, tx, marks)
  await tx.updateTable('feed').set({ read_up_to: lowest }).where('id', '=', id).execute()
  const { unread } = await tx
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .leftJoin('reading_mark', 'reading_mark.sequence', 'entry.sequence')
    .select(sql<number>`count(*)`.as('unread'))
    .where('entry.feed_id', '=', id)
    .where(isReadSql, '=', 0)
    .executeTakeFirstOrThrow()
  await tx.updateTable('feed').set({ unread_count: unread }).where('id', '=', id).execute()
}

function feedsOf(engine: Engine, tx: Tx, ids: readonly number[]) {
  return tx
    .selectFrom('feed')
    .select(['id', 'read_up_to', 'unread_count'])
    .where(engine.isIn('id', ids))
    .orderBy('id')
    .execute()
}

/** Marks that say whether an entry is read. */
function marksOf(engine: Engine, tx: Tx, ids: readonly number[]) {
  return tx
    .selectFrom('reading_mark')
    .select(['sequence', 'feed_id', 'is_read'])
    .where(engine.isIn('feed_id', ids))
    .where('is_read', 'is not', null)
    .execute()
}
