import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import { withContext } from './bench-context.ts'
import { openFeedFarm } from './material/feed-farm.ts'
import { type Bench, measure, peakMemoryMb } from './measure.ts'

/** First refresh, a round in which nothing changed, and one new entry in each feed: polls, parsing, store and search index. */
export const bench: Bench = async (options) => {
  const farm = await openFeedFarm(options)
  try {
    return await withContext({ database: options.database, fetchesPages: false }, async ({ operations, pipeline }) => {
      const round = async (isFirst: boolean) => {
        if (!isFirst) await operations.store.feeds.pollNow('all', operations.now().toISOString())
        const { result, cpuSeconds, wallSeconds } = await measure(() => pipeline.pollOnce())
        return { cpuSeconds, wallSeconds, polled: result.polled, newEntries: result.newEntries, failed: result.failed }
      }
      const subscribed = await measure(() => subscribe(operations, farm.feeds, ''))
      const first = await round(true)
      const unchanged = await round(false)
      const again = await round(false)
      await farm.bump()
      const oneNew = await round(false)
      const { counts, sizeBytes } = await operations.store.check()
      return {
        name: 'refresh',
        load: `${farm.feeds.length} feeds, ${counts.entries} entries kept, ${farm.name}, ${operations.store.dialect}`,
        rows: [
          { what: 'subscribe', figures: { cpuSeconds: subscribed.cpuSeconds, wallSeconds: subscribed.wallSeconds } },
          { what: 'first refresh', figures: first },
          { what: 'nothing changed', figures: unchanged },
          { what: 'nothing changed, again', figures: again },
          { what: 'one new entry in each feed', figures: oneNew },
          { what: 'disk', figures: { megabytes: Math.round(sizeBytes / 2 ** 20) } },
        ],
        peakMemoryMb: peakMemoryMb(),
        notes: [
          'Targets: first refresh 9 CPU s, nothing changed 0.5 CPU s and 4 s at 100 to 300 ms latency, one new entry in each 3 CPU s.',
          'CPU of this process with all its threads; the feeds come from another process. Pages are not fetched here.',
        ],
      }
    })
  } finally {
    await farm.close()
  }
}
