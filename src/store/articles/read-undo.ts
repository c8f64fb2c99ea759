import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import type { EntryFilter } from './entries.ts'
import { markOlderRead } from './mark-older.ts'
import { feedsWithUnread, markAllRead, type NewMark, replaceMarks, starredAtSql } from './reading-marks.ts'

const keptMs = 86_400_000

/** A feed's state before all of it was marked read: entries after `from` up to `to` became read, except those in `read`. */
export type FeedReadState = {
  readonly id: number
  /** The watermarks before and after. */
  readonly from: number
  readonly to: number
  /** How many became read. */
  readonly count: number
  /** Entries above `from` that were already read; and entries that became read below it or above `to`. */
  readonly read: readonly number[]
  readonly kept: readonly number[]
}

/** The same state after some entries of the feed were removed. */
export function withoutEntries(feed: FeedReadState, gone: readonly number[]): FeedReadState {
  const [isGone, read, kept] = [new Set(gone), new Set(feed.read), new Set(feed.kept)]
  const wereMadeRead = gone.filter(
    (sequence) => kept.has(sequence) || (sequence > feed.from && sequence <= feed.to && !read.has(sequence)),
  )
  const stays = (sequence: number) => !isGone.has(sequence)
  return {
    ...feed,
    count: feed.count - wereMadeRead.length,
    read: feed.read.filter(stays),
    kept: feed.kept.filter(stays),
  }
}

/**
 * Marks everything read, or what was published before a time, and stores the previous state under `id`. Returns how many entries
 * became read.
 */
export async function markAllReadWithUndo(
  engine: Engine,
  tx: Tx,
  readerId: string,
  filter: EntryFilter,
  { at, id, before: olderThan }: { readonly at: string; readonly id: string; readonly before?: string },
): Promise<number> {
  const ids = await feedsWithUnread(tx, readerId, filter)
  if (ids.length === 0) return 0
  await engine.lockSubscriptions(tx, readerId, ids)
  const before = await subscriptionsOf(engine, tx, readerId, ids)
  const marksBefore = Map.groupBy(await marksOf(engine, tx, readerId, ids), (mark) => mark.feed_id)
  if (olderThan === undefined) await markAllRead(engine, tx, readerId, filter, at)
  else await markOlderRead(engine, tx, readerId, filter, { before: olderThan, at })
  const after = new Map((await subscriptionsOf(engine, tx, readerId, ids)).map((feed) => [feed.feed_id, feed]))
  const marksAfter = await marksOf(engine, tx, readerId, ids)
  const stillKept = new Set(marksAfter.flatMap((mark) => (mark.is_read === 0 ? [mark.sequence] : [])))
  const readAfter = Map.groupBy(
    marksAfter.filter((mark) => mark.is_read === 1),
    (mark) => mark.feed_id,
  )
  const feeds = before.flatMap((feed): readonly FeedReadState[] => {
    const now = after.get(feed.feed_id)
    const count = (now?.read_count ?? feed.read_count) - feed.read_count
    if (!now || count === 0) return []
    const { read_up_to: from } = feed
    const marks = marksBefore.get(feed.feed_id) ?? []
    const read = marks.filter((mark) => mark.is_read === 1 && mark.sequence > from && mark.sequence <= now.read_up_to)
    const kept = marks.filter((mark) => mark.is_read === 0 && !stillKept.has(mark.sequence))
    // Marked one by one above the new watermark: put back like those that were kept below it.
    const wasRead = new Set(marks.flatMap((mark) => (mark.is_read === 1 ? [mark.sequence] : [])))
    const single = (readAfter.get(feed.feed_id) ?? []).filter(
      (mark) => mark.sequence > now.read_up_to && !wasRead.has(mark.sequence),
    )
    const sequences = (some: typeof marks) => some.map((mark) => mark.sequence)
    const made = { read: sequences(read), kept: sequences([...kept, ...single]) }
    return [{ id: feed.feed_id, from, to: now.read_up_to, count, ...made }]
  })
  const body = JSON.stringify(feeds)
  await tx.deleteFrom('read_undo').where('at', '<', addMs(at, -keptMs)).execute()
  await tx
    .insertInto('read_undo')
    .values({ reader_id: readerId, id, at, body })
    .onConflict((conflict) => conflict.columns(['reader_id', 'id']).doUpdateSet({ at, body }))
    .execute()
  return feeds.reduce((sum, { count }) => sum + count, 0)
}

/**
 * Makes unread what one marking made read; what arrived or was marked since stays. Returns how many entries became unread; undefined
 * when this reader has nothing under this id.
 */
export async function undoMarkAllRead(
  engine: Engine,
  tx: Tx,
  readerId: string,
  id: string,
  at: string,
): Promise<number | undefined> {
  const row = await tx
    .deleteFrom('read_undo')
    .where('reader_id', '=', readerId)
    .where('id', '=', id)
    .returning('body')
    .executeTakeFirst()
  if (!row) return undefined
  const feeds = JSON.parse(row.body) as readonly FeedReadState[]
  const ids = feeds.map((feed) => feed.id)
  await engine.lockSubscriptions(tx, readerId, ids)
  const now = new Map((await subscriptionsOf(engine, tx, readerId, ids)).map((feed) => [feed.feed_id, feed]))
  const marks = Map.groupBy(await marksOf(engine, tx, readerId, ids), (mark) => mark.feed_id)
  const there = feeds.filter((feed) => now.has(feed.id))
  // Usually nothing happened to a feed since: then resetting its watermark is enough.
  const isUntouched = ({ id, from, to, read, kept }: FeedReadState) => {
    const above = (marks.get(id) ?? []).filter((mark) => mark.is_read === 0 || mark.sequence > from)
    const there = new Set(above.filter((mark) => mark.is_read === 1).map((mark) => mark.sequence))
    const isSame = above.length === read.length && read.every((sequence) => there.has(sequence))
    return isSame && kept.length === 0 && now.get(id)!.read_up_to === to
  }
  const back = there.filter(isUntouched)
  await engine.insertMany(
    tx,
    'subscription',
    back.map(({ id, from, count }) => {
      const { folder, title, at, read_count } = now.get(id)!
      return { reader_id: readerId, feed_id: id, folder, title, at, read_up_to: from, read_count: read_count - count }
    }),
    {
      ifExists: `on conflict (reader_id, feed_id) do update
        set read_up_to = excluded.read_up_to, read_count = excluded.read_count`,
    },
  )
  for (const feed of there)
    if (!isUntouched(feed)) await putBack(engine, tx, readerId, feed, now.get(feed.id)!.read_up_to, at)
  return there.reduce((sum, { count }) => sum + count, 0)
}

/** For a feed with individual marks from before or since. `upTo`: its current watermark. */
async function putBack(
  engine: Engine,
  tx: Tx,
  readerId: string,
  feed: FeedReadState,
  upTo: number,
  at: string,
): Promise<void> {
  const { id, from, to } = feed
  const lowest = Math.min(from, upTo)
  const rows = await tx
    .selectFrom('entry')
    .leftJoin('reading_mark', (join) =>
      join.onRef('reading_mark.sequence', '=', 'entry.sequence').on('reading_mark.reader_id', '=', readerId),
    )
    .select(['entry.sequence', 'reading_mark.is_read', 'reading_mark.is_starred', starredAtSql.as('starred_at')])
    .where('entry.feed_id', '=', id)
    .where((eb) => eb.or([eb('entry.sequence', '>', lowest), engine.isIn('entry.sequence', feed.kept)]))
    .execute()
  const [read, kept] = [new Set(feed.read), new Set(feed.kept)]
  let unreadAgain = 0
  const marks = rows.flatMap(({ sequence, is_read, is_starred, starred_at: star }): readonly NewMark[] => {
    const wasMadeRead = kept.has(sequence) || (sequence > from && sequence <= to && !read.has(sequence))
    const isNow = is_read ?? (sequence <= upTo ? 1 : 0)
    const wanted = wasMadeRead ? 0 : isNow
    const byItself = sequence <= lowest ? 1 : 0
    const mark = wanted === byItself ? null : wanted
    if (wanted === 0 && isNow === 1) unreadAgain += 1
    if (mark === is_read) return []
    const starred_at = is_starred === 1 ? star : null
    return [{ sequence, reader_id: readerId, feed_id: id, is_read: mark, is_starred: is_starred ?? 0, at, starred_at }]
  })
  await replaceMarks(engine, tx, readerId, marks)
  await tx
    .updateTable('subscription')
    .set({ read_up_to: lowest, read_count: sql`read_count - ${unreadAgain}` })
    .where('reader_id', '=', readerId)
    .where('feed_id', '=', id)
    .execute()
}

function subscriptionsOf(engine: Engine, tx: Tx, readerId: string, ids: readonly number[]) {
  return tx
    .selectFrom('subscription')
    .selectAll()
    .where('reader_id', '=', readerId)
    .where(engine.isIn('feed_id', ids))
    .orderBy('feed_id')
    .execute()
}

/** Read and unread marks, or only the unread ones. */
function marksOf(engine: Engine, tx: Tx, readerId: string, ids: readonly number[], which?: 'unread') {
  return tx
    .selectFrom('reading_mark')
    .select(['sequence', 'feed_id', 'is_read'])
    .where('reader_id', '=', readerId)
    .where(engine.isIn('feed_id', ids))
    .where((eb) => (which === 'unread' ? eb('is_read', '=', 0) : eb('is_read', 'is not', null)))
    .execute()
}
