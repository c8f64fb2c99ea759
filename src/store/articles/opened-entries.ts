import { type RawBuilder, sql } from 'kysely'
import { type ArticleId, asId, type EntryId, type StoryId } from '../../core/ids.ts'
import { touchVisits } from '../day/visits.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { isUnfolded, withFold } from './fold-copies.ts'
import { isReadSql, setRead } from './reading-marks.ts'

export type EntriesOf =
  | { readonly kind: 'entry'; readonly id: EntryId }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'stories'; readonly ids: readonly StoryId[] }

/** Stories, and those of their entries that change with them. */
export type StoriesToMark = {
  readonly ids: readonly StoryId[]
  readonly entries: readonly EntryId[]
  readonly isRead: boolean
}

/** How many entries of a story are in feeds the reader subscribes to, and how many of them are unread. */
export type StoryReading = { readonly count: number; readonly unread: number }

/**
 * The read or unread entries of an article, of stories, or one alone, in feeds the reader subscribes to. To the unread ones of an article or
 * entry belong those folded with it: who reads one has read all. Copies don't belong to the read ones: they don't become unread again.
 */
export async function entriesOf(
  engine: Engine,
  readerId: string,
  of: EntriesOf,
  isRead: boolean,
): Promise<readonly EntryId[]> {
  const alone = among(engine, of)
  const isIn = isRead
    ? sql`${alone} and ${isUnfolded(readerId)}`
    : of.kind === 'stories'
      ? alone
      : withFold(readerId, alone)
  const { rows } = await sql<{ sequence: number }>`
    select entry.sequence as sequence from entry
    join subscription on subscription.feed_id = entry.feed_id and subscription.reader_id = ${readerId}
    left join reading_mark on reading_mark.sequence = entry.sequence and reading_mark.reader_id = ${readerId}
    where ${isIn} and ${isReadSql} = ${isRead ? 1 : 0} order by entry.sequence`.execute(engine.reader)
  return rows.map(({ sequence }) => fromNumber<EntryId>(sequence))
}

function among(engine: Engine, of: EntriesOf): RawBuilder<unknown> {
  switch (of.kind) {
    case 'entry':
      return sql`entry.sequence = ${toNumber(of.id)}`
    case 'article':
      return sql`entry.article_id = ${of.id}`
    case 'stories':
      return sql`entry.article_id in (select article_id from membership where ${engine.isIn('story_id', of.ids)})`
  }
}

/** What is read of each story; one without entries in the reader's feeds is left out. */
export async function storyReadings(
  engine: Engine,
  readerId: string,
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, StoryReading>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ story_id: string; count: number; unread: number }>`
    select membership.story_id as story_id, count(*) as count, sum(1 - ${isReadSql}) as unread
    from membership join entry on entry.article_id = membership.article_id
    join subscription on subscription.feed_id = entry.feed_id and subscription.reader_id = ${readerId}
    left join reading_mark on reading_mark.sequence = entry.sequence and reading_mark.reader_id = ${readerId}
    where ${engine.isIn('membership.story_id', ids)} group by membership.story_id`.execute(engine.reader)
  return new Map(
    rows.map(({ story_id, count, unread }) => [
      asId<StoryId>(story_id),
      { count: Number(count), unread: Number(unread) },
    ]),
  )
}

/** Marks stories and their entries read or unread in one write; `unread` stories are unread in feed reader apps, too. */
export function setStoriesRead(
  engine: Engine,
  readerId: string,
  { ids, entries, isRead }: StoriesToMark,
  at: string,
): Promise<void> {
  return engine.write(async (tx) => {
    if (entries.length > 0) await setRead(engine, tx, readerId, entries, isRead, at)
    if (isRead) await touchVisits(engine, tx, readerId, 'item', ids, at)
    else
      await tx
        .deleteFrom('visit')
        .where('reader_id', '=', readerId)
        .where('kind', '=', 'item')
        .where(engine.isIn('target', ids))
        .execute()
  })
}
