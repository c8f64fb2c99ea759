import type { OpmlFeed, PlacedOutline } from '../../core/feed/subscription-list.ts'
import type { ReadList } from '../../pipeline/imports/read-list.ts'
import { yieldingBatches } from '../../pipeline/yielding-batches.ts'

/** So many batches are read before others have their turn. */
const batchesAtOnce = 4

/** The feeds of a list that was read, in its order, each once. */
export async function feedsIn({ batches }: Pick<ReadList, 'batches'>): Promise<readonly OpmlFeed[]> {
  const feeds: OpmlFeed[] = []
  const take = (some: readonly string[]) => {
    for (const batch of some)
      for (const { feed, isAgain } of JSON.parse(batch) as readonly PlacedOutline[])
        if (feed && !isAgain) feeds.push(feed)
  }
  await yieldingBatches(batches, take, batchesAtOnce)
  return feeds
}
