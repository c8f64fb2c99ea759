import type { EntryId, FeedId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { safeKey } from './safe-text.ts'
import type { EntryPlace } from './store.ts'

/** Entries by feed and key, many at once; those that are not there are left out. */
export async function findByKeys(
  engine: Engine,
  keys: readonly { readonly feedId: FeedId; readonly key: string }[],
): Promise<readonly EntryPlace[]> {
  if (keys.length === 0) return []
  const byKey = new Map(keys.map(({ feedId, key }) => [`${feedId} ${safeKey(key)}`, key]))
  const matches = keys.map(({ feedId, key }) => ({ feed_id: toNumber(feedId), key: safeKey(key) }))
  const rows = await engine.write((tx) =>
    engine.findMany(tx, 'entry', matches, ['sequence', 'feed_id', 'key', 'article_id']),
  )
  return rows.map((row) => {
    const feedId = fromNumber<FeedId>(row.feed_id)
    return {
      id: fromNumber<EntryId>(row.sequence),
      feedId,
      key: byKey.get(`${feedId} ${row.key}`) ?? row.key,
      isIngested: row.article_id !== null,
    }
  })
}
