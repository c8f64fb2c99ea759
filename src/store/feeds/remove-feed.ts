import type { Engine, Tx } from '../engine/engine.ts'
import { endHubs } from './hub-polls.ts'

/** Deletes a feed and its entries for all readers; their articles stay, since stories cite them. */
export async function removeFeed(engine: Engine, tx: Tx, id: number): Promise<void> {
  await engine.lockFeeds(tx, [id])
  const readers = await tx.selectFrom('subscription').select('reader_id').where('feed_id', '=', id).execute()
  for (const { reader_id } of readers) await engine.lockSubscriptions(tx, reader_id, [id])
  const feed = await tx.selectFrom('feed').select(['source_id', 'intake']).where('id', '=', id).executeTakeFirst()
  if (!feed) return
  // Newsletters were never indexed.
  if (feed.intake !== 'mail') {
    const entries = await tx.selectFrom('entry').select('sequence').where('feed_id', '=', id).execute()
    await engine.search.removeEntries(
      tx,
      entries.map((entry) => entry.sequence),
    )
  }
  await endHubs(engine, tx, id)
  await tx.deleteFrom('entry').where('feed_id', '=', id).execute()
  await tx.deleteFrom('feed').where('id', '=', id).execute()
  await tx
    .deleteFrom('source')
    .where('id', '=', feed.source_id)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('feed').select('feed.id').whereRef('feed.source_id', '=', 'source.id'))),
    )
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('article').select('article.id').whereRef('article.source_id', '=', 'source.id'))),
    )
    .execute()
}
