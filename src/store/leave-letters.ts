import type { LeavingHook } from './leaving-hooks.ts'
import { removeFeed } from './remove-feed.ts'

/** Letters go with whom they were sent to: their feeds, and the addresses with them. */
export const leaveLetters: LeavingHook = async (tx, readerId, _words, engine) => {
  const rows = await tx.selectFrom('letterbox').select('feed_id').where('reader_id', '=', readerId).execute()
  for (const { feed_id } of rows) await removeFeed(engine, tx, feed_id)
}
