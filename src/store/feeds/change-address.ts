import type { FeedPace } from '../../core/feed/feed-pace.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { readPace } from './claim-due.ts'
import { endHubs } from './hub-polls.ts'
import { markPrivateFeeds } from './private-feeds.ts'

/**
 * Gives a feed another URL and makes it due at once. Its entries stay, and so does what was read of them; what belongs to the old
 * URL goes. False when another feed has the new one.
 */
export async function changeAddress(engine: Engine, tx: Tx, id: number, url: string, now: string): Promise<boolean> {
  await engine.lockFeeds(tx, [id])
  const taken = await tx.selectFrom('feed').select('id').where('url', '=', url).executeTakeFirst()
  const feed = await tx.selectFrom('feed').select('pace').where('id', '=', id).executeTakeFirst()
  if (taken || !feed) return false
  await endHubs(engine, tx, id)
  await tx
    .updateTable('feed')
    .set({
      url,
      etag: null,
      last_modified: null,
      body_hash: null,
      moved_to: null,
      moved_sightings: 0,
      error_count: 0,
      error_reason: null,
      error_message: null,
      is_stopped: 0,
      leased_until: null,
      next_poll_at: now,
      next_why: 'by-hand',
      pace: JSON.stringify(rhythmOnly(readPace(feed.pace))),
    })
    .where('id', '=', id)
    .execute()
  await markPrivateFeeds(engine, tx, [{ id, url }], now)
  return true
}

/** How often a feed publishes stays true at its new URL; what its server said and did at the old one doesn't. */
function rhythmOnly({ gapMinutes, medianGapMinutes, longestGapMinutes, newestAt, arrivals }: FeedPace): FeedPace {
  return { gapMinutes, medianGapMinutes, longestGapMinutes, newestAt, arrivals } as FeedPace
}
