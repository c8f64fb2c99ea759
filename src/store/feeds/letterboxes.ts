import type { FeedId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { makeFeeds } from './add-feeds.ts'
import type { LetterboxTable } from './letterbox-schema.ts'
import type { Letterbox, LetterboxStore } from './letterbox-store.ts'
import { LETTERS_SCHEME } from './open-feeds.ts'

/** The addresses that letters come to, over a database. */
export function letterboxStore(engine: Engine): LetterboxStore {
  const { reader } = engine
  return {
    add: ({ id, readerId, localPart, name, folder, at }) =>
      engine.write(async (tx) => {
        // Not the address: who sends to it knows that, and the address of a feed may stand in an export.
        const url = `${LETTERS_SCHEME}${id}`
        const feedId = (await makeFeeds(engine, tx, [{ url, title: name, intake: 'mail' }], at)).get(url)
        if (feedId === undefined) throw new Error(`The feed ${url} was neither made nor there`)
        const subscription = {
          reader_id: readerId,
          feed_id: feedId,
          folder,
          title: name,
          read_up_to: 0,
          read_count: 0,
          at,
        }
        await tx.insertInto('subscription').values(subscription).execute()
        const row = { id, reader_id: readerId, feed_id: feedId, local_part: localPart, at, ended_at: null }
        await tx.insertInto('letterbox').values(row).execute()
        return toLetterbox(row)
      }),

    async list(readerId) {
      const rows = await reader
        .selectFrom('letterbox')
        .innerJoin('feed', 'feed.id', 'letterbox.feed_id')
        .innerJoin('subscription', (join) =>
          join
            .onRef('subscription.feed_id', '=', 'letterbox.feed_id')
            .onRef('subscription.reader_id', '=', 'letterbox.reader_id'),
        )
        .selectAll('letterbox')
        .select(['feed.title as feed_title', 'feed.entry_count', 'feed.last_fetched_at'])
        .select(['subscription.title', 'subscription.folder'])
        .where('letterbox.reader_id', '=', readerId)
        .orderBy('letterbox.at', 'desc')
        .orderBy('letterbox.id')
        .execute()
      return rows.map((row) => ({
        ...toLetterbox(row),
        title: row.title ?? row.feed_title,
        folder: row.folder,
        entryCount: row.entry_count,
        ...(row.last_fetched_at === null ? {} : { lastArrivalAt: row.last_fetched_at }),
      }))
    },

    async findOpen(localPart) {
      const row = await reader
        .selectFrom('letterbox')
        .selectAll()
        .where('local_part', '=', localPart)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return row && toLetterbox(row)
    },

    end: (readerId, id, at) =>
      engine.write(async (tx) => {
        const row = await tx
          .updateTable('letterbox')
          .set((eb) => ({ ended_at: eb.fn.coalesce('ended_at', eb.val(at)) }))
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        return row && true
      }),
  }
}

function toLetterbox({ id, reader_id, feed_id, local_part, at, ended_at }: LetterboxTable): Letterbox {
  return {
    id,
    readerId: reader_id,
    feedId: fromNumber<FeedId>(feed_id),
    localPart: local_part,
    at,
    ...(ended_at === null ? {} : { endedAt: ended_at }),
  }
}
