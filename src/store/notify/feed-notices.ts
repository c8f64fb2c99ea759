import type { LastingTrouble } from '../../core/feed/lasting-trouble.ts'
import type { FeedId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'

/** What is wrong with a feed, as its reader was or will be notified of it. */
export type FeedNotice = LastingTrouble & { readonly feedId: FeedId }

/** What readers were notified of about their feeds. */
export function feedNotices(engine: Engine) {
  const { reader } = engine
  return {
    /** Readers with subscriptions who weren't notified since a time. */
    async readersNotNotified(since: string): Promise<readonly string[]> {
      const rows = await reader
        .selectFrom('subscription')
        .select('reader_id')
        .distinct()
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('feed_notice')
                .select('feed_id')
                .whereRef('feed_notice.reader_id', '=', 'subscription.reader_id')
                .where('feed_notice.at', '>', since),
            ),
          ),
        )
        .orderBy('reader_id')
        .execute()
      return rows.map((row) => row.reader_id)
    },
    /** What a reader was notified of, as far as it lasts. */
    async feedNotices(readerId: string): Promise<readonly FeedNotice[]> {
      const rows = await reader.selectFrom('feed_notice').selectAll().where('reader_id', '=', readerId).execute()
      return rows.map(({ feed_id, kind, since }) => ({
        feedId: fromNumber<FeedId>(feed_id),
        kind: kind as FeedNotice['kind'],
        since,
      }))
    },
    /** Stores new notices, and forgets those of feeds that recovered or are gone. */
    saveFeedNotices: (
      readerId: string,
      { fresh, over }: { readonly fresh: readonly FeedNotice[]; readonly over: readonly FeedId[] },
      at: string,
    ): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .deleteFrom('feed_notice')
          .where('reader_id', '=', readerId)
          .where(engine.isIn('feed_id', [...over, ...fresh.map(({ feedId }) => feedId)].map(toNumber)))
          .execute()
        await engine.insertMany(
          tx,
          'feed_notice',
          fresh.map(({ feedId, kind, since }) => ({
            reader_id: readerId,
            feed_id: toNumber(feedId),
            kind,
            since,
            at,
          })),
          { ifExists: 'ignore' },
        )
      }),
  }
}
