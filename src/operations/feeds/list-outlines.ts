import type { OpmlFeed, PlacedOutline } from '../../core/feed/subscription-list.ts'
import type { ReadList } from '../../pipeline/imports/read-list.ts'
import { inTurns } from '../../pipeline/in-turns.ts'

/** Batches read before yielding to other work. */
const batchesAtOnce = 4

/** The feeds of a list in its order, each once. */
export async function feedsIn({ batches }: Pick<ReadList, 'batches'>): Promise<readonly OpmlFeed[]> {
  const feeds: OpmlFeed[] = []
  const take = (some: readonly string[]) => {
    for (const batch of some)
      for (const { feed, isAgain } of JSON.parse(batch) as readonly PlacedOutline[])
        if (feed && !isAgain) feeds.push(feed)
  }
  await inTurns(batches, take, batchesAtOnce)
  return feeds
}
