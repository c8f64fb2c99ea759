import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { forgetStoryFacts } from '../stories/story-facts.ts'
import type { OldEntry, OldGroup } from './old-groups.ts'
import { type FeedReadState, withoutEntries } from './read-undo.ts'
import { isReadSql } from './reading-marks.ts'
import { rememberRemoved } from './removed-entries.ts'
import type { RemovedCounts } from './retention.ts'

/** Removes whole groups with everything derived from them, and keeps their feeds' counts right. */
export async function removeGroups(engine: Engine, tx: Tx, groups: readonly OldGroup[]): Promise<RemovedCounts> {
  const entries = groups.flatMap((group) => group.entries)
  const articleIds = groups.flatMap((group) => group.articleIds)
  const documentIds = groups.flatMap((group) => group.documents.map(({ id }) => id))
  const storyIds = groups.flatMap(({ storyId }) => storyId ?? [])
  await removeEntries(engine, tx, entries)
  await removeQuotes(engine, tx, articleIds)
  for (const table of ['annotation', 'syndication', 'text_account', 'translation', 'embedding'] as const)
    await tx.deleteFrom(table).where(engine.isIn('document_id', documentIds)).execute()
  const numbered = await tx.selectFrom('document').select('sequence').where(engine.isIn('id', documentIds)).execute()
  await tx
    .deleteFrom('vector')
    .where(
      engine.isIn(
        'sequence',
        numbered.map(({ sequence }) => sequence),
      ),
    )
    .execute()
  for (const table of ['membership', 'served_page'] as const)
    await tx.deleteFrom(table).where(engine.isIn('article_id', articleIds)).execute()
  await tx.deleteFrom('article').where(engine.isIn('id', articleIds)).execute()
  await tx.deleteFrom('document').where(engine.isIn('article_id', articleIds)).execute()
  await removeStories(engine, tx, storyIds)
  await tx
    .deleteFrom('written_text')
    .where(engine.isIn('subject', [...storyIds, ...articleIds]))
    .execute()
  return { entries: entries.length, articles: articleIds.length, stories: storyIds.length }
}

async function removeStories(engine: Engine, tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await forgetStoryFacts(engine, tx, ids)
  await tx.deleteFrom('story').where(engine.isIn('id', ids)).execute()
  for (const table of ['story_dossier', 'story_alias'] as const)
    await tx.deleteFrom(table).where(engine.isIn('story_id', ids)).execute()
  await tx
    .deleteFrom('job')
    .where('kind', 'in', ['refresh-story', 'write-summary'])
    .where(engine.isIn('key', ids))
    .where('state', '<>', 'running')
    .execute()
  const isOfThese = (column: string) => engine.isIn(column, ids)
  await tx
    .deleteFrom('story_proposal')
    .where((eb) => eb.or([isOfThese('story_id'), isOfThese('other_id')]))
    .execute()
  // An event between two stories appears on both, so it stays as long as one exists.
  const isNowhere = (column: string) =>
    sql<boolean>`not exists (select 1 from story where story.id = ${sql.ref(`story_event.${column}`)})`
  await tx
    .deleteFrom('story_event')
    .where((eb) => eb.or([isOfThese('from_story'), isOfThese('to_story')]))
    .where(isNowhere('from_story'))
    .where(isNowhere('to_story'))
    .execute()
}

async function removeQuotes(engine: Engine, tx: Tx, articleIds: readonly string[]): Promise<void> {
  const quotes = await tx.selectFrom('quote').select('sequence').where(engine.isIn('article_id', articleIds)).execute()
  if (quotes.length === 0) return
  const sequences = quotes.map(({ sequence }) => sequence)
  await engine.search.removeQuotes(tx, sequences)
  await tx.deleteFrom('quote').where(engine.isIn('sequence', sequences)).execute()
}

/** The unread count is all entries less the read ones, so removal must update both for each reader. */
async function removeEntries(engine: Engine, tx: Tx, entries: readonly OldEntry[]): Promise<void> {
  if (entries.length === 0) return
  const sequences = entries.map(({ sequence }) => sequence)
  const counted = await tx
    .selectFrom('entry')
    .innerJoin('subscription', 'subscription.feed_id', 'entry.feed_id')
    .leftJoin('reading_mark', (join) =>
      join
        .onRef('reading_mark.sequence', '=', 'entry.sequence')
        .onRef('reading_mark.reader_id', '=', 'subscription.reader_id'),
    )
    .select(['subscription.reader_id', 'subscription.feed_id', sql<number>`count(*)`.as('count')])
    .where(engine.isIn('entry.sequence', sequences))
    .where(isReadSql, '=', 1)
    .groupBy(['subscription.reader_id', 'subscription.feed_id'])
    .execute()
  for (const { reader_id, feed_id, count } of counted)
    await tx
      .updateTable('subscription')
      .set({ read_count: sql`read_count - ${Number(count)}` })
      .where('reader_id', '=', reader_id)
      .where('feed_id', '=', feed_id)
      .execute()
  const byFeed = Map.groupBy(entries, ({ feedId }) => feedId)
  for (const [feedId, { length }] of byFeed)
    await tx
      .updateTable('feed')
      .set({ entry_count: sql`entry_count - ${length}` })
      .where('id', '=', feedId)
      .execute()
  await withoutUndo(tx, byFeed)
  await rememberRemoved(engine, tx, entries)
  await engine.search.removeEntries(tx, sequences)
  await tx.deleteFrom('entry').where(engine.isIn('sequence', sequences)).execute()
}

/** Takes removed entries out of stored "mark all read" states, which can be undone for a day. */
async function withoutUndo(tx: Tx, gone: ReadonlyMap<number, readonly OldEntry[]>): Promise<void> {
  for (const { reader_id, id, body } of await tx.selectFrom('read_undo').selectAll().execute()) {
    const before = JSON.parse(body) as readonly FeedReadState[]
    if (!before.some((feed) => gone.has(feed.id))) continue
    const after = before.map((feed) => {
      const entries = gone.get(feed.id)
      if (!entries) return feed
      return withoutEntries(
        feed,
        entries.map(({ sequence }) => sequence),
      )
    })
    await tx
      .updateTable('read_undo')
      .set({ body: JSON.stringify(after) })
      .where('reader_id', '=', reader_id)
      .where('id', '=', id)
      .execute()
  }
}
