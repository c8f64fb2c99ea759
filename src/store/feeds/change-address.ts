import type { FeedPace } from '../../core/feed/feed-pace.ts'
import { isOwnCopy } from '../../core/feed/own-copy.ts'
import { mayCarry } from '../../core/feed/own-headers.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { readPace } from './claim-due.ts'
import { endHubs } from './hub-polls.ts'
import { markPrivateFeeds, storedAfterMove } from './private-feeds.ts'

/** What belongs to a feed's URL and how it is asked for, not to the feed. */
export const addressForgotten = {
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
}

/**
 * Gives a feed another URL and makes it due at once. Its entries stay, and so does what was read of them; what belongs to the old
 * URL goes. False when another feed has the new one.
 */
export async function changeAddress(engine: Engine, tx: Tx, id: number, given: string, now: string): Promise<boolean> {
  await engine.lockFeeds(tx, [id])
  const feed = await tx.selectFrom('feed').select(['url', 'pace']).where('id', '=', id).executeTakeFirst()
  if (!feed) return false
  // A reader's own copy stays one.
  const url = isOwnCopy(given) ? given : storedAfterMove(feed.url, given)
  const taken = await tx.selectFrom('feed').select('id').where('url', '=', url).executeTakeFirst()
  if (taken) return false
  await endHubs(engine, tx, id)
  await tx
    .updateTable('feed')
    .set({
      ...addressForgotten,
      url,
      next_poll_at: now,
      next_why: 'by-hand',
      pace: JSON.stringify(rhythmOnly(readPace(feed.pace))),
    })
    .where('id', '=', id)
    .execute()
  await forgetHeadersElsewhere(tx, id, url)
  await markPrivateFeeds(engine, tx, [{ id, url }], now)
  return true
}

/** Deletes what is sent to another origin than that of the feed's new URL: it would never be sent again. */
async function forgetHeadersElsewhere(tx: Tx, id: number, url: string): Promise<void> {
  const own = await tx.selectFrom('own_headers').select('origin').where('feed_id', '=', id).executeTakeFirst()
  const at = URL.parse(url)
  if (own && !(at && mayCarry(own.origin, at))) await tx.deleteFrom('own_headers').where('feed_id', '=', id).execute()
}

/** How often a feed publishes stays true at its new URL; what its server said and did at the old one doesn't. */
function rhythmOnly({ gapMinutes, medianGapMinutes, longestGapMinutes, newestAt, arrivals }: FeedPace): FeedPace {
  return { gapMinutes, medianGapMinutes, longestGapMinutes, newestAt, arrivals } as FeedPace
}
