import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import { removeFeed } from './remove-feed.ts'

/** Deletes a leaving reader's newsletter feeds and addresses. */
export const deleteNewslettersOnLeaving: LeavingHook = async (tx, readerId, _words, engine) => {
  const rows = await tx
    .selectFrom('letterbox')
    .innerJoin('feed', 'feed.id', 'letterbox.feed_id')
    .select('letterbox.feed_id')
    .where('letterbox.reader_id', '=', readerId)
    .where('feed.intake', '=', 'mail')
    .execute()
  for (const { feed_id } of rows) await removeFeed(engine, tx, feed_id)
}
