import { gzipSync } from 'node:zlib'
import type { Context } from '../../src/app/context.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { instanceOwner } from '../../src/core/reader-identity.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { refreshStory } from '../../src/pipeline/stories/refresh-story.ts'
import { withEdition } from './bench-context.ts'
import { openFeedFarm } from './material/feed-farm.ts'
import { seedWindow } from './material/seed-window.ts'
import { type Bench, measure, peakMemoryMb, percentile, round, sized } from './measure.ts'

const REQUESTS = sized(100, 1)
/** Articles of the four days before: thousands of stories, as of a thousand feeds. */
const WINDOW = sized(8_000, 10)

/** Further paths, for a look at one page: BENCH_PATHS="/a /b". */
const more = (process.env.BENCH_PATHS ?? '').split(' ').filter((path) => path !== '')

/** What pages cost with 30,000 entries, the demo edition and some thousand other stories in the store; requests are made in process. */
export const bench: Bench = async (options) => {
  const farm = await openFeedFarm(options)
  try {
    return await withEdition(options, async (context) => {
      await subscribe(context.operations, farm.feeds, 'Bench')
      await context.pipeline.pollOnce()
      await seedWindow(context.operations.store, WINDOW, context.operations.now())
      await tellStories(context.operations)
      const web = openWeb(context.operations, {
        version: 'bench',
        now: () => context.operations.now().toISOString(),
        identify: async () => instanceOwner,
      })
      const startedAt = performance.now()
      const today = await getToday.run(context.operations, {})
      const firstMs = performance.now() - startedAt
      const story = today.stories[0]
      const article = story?.line?.document.url ?? '/'
      const paths = [
        '/',
        '/?page=2',
        '/?section=World',
        '/?view=sections',
        '/?period=week',
        `/stories/${story?.id}`,
        article,
        '/feeds',
        '/search?q=bridge',
        '/server',
        ...more,
      ]
      const rows = []
      for (const path of paths) {
        const times: number[] = []
        let bytes = 0
        const { cpuSeconds } = await measure(async () => {
          for (let index = 0; index < REQUESTS; index += 1) {
            const startedAt = performance.now()
            const response = await web.request(path)
            const html = await response.text()
            times.push(performance.now() - startedAt)
            bytes = gzipSync(html).length
            if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
          }
        })
        rows.push({
          what: path.replace(/[\w-]{16,}/g, '…'),
          figures: {
            cpuMs: round((cpuSeconds * 1000) / REQUESTS),
            p50Ms: round(percentile(times, 0.5)),
            p95Ms: round(percentile(times, 0.95)),
            p99Ms: round(percentile(times, 0.99)),
            kilobytesGzip: round(bytes / 1024),
          },
        })
      }
      const { counts } = await context.operations.store.check()
      return {
        name: 'pages',
        load: `${counts.entries} entries, ${counts.articles} articles, ${counts.stories} stories, ${today.storyCount} of them today`,
        rows,
        peakMemoryMb: peakMemoryMb(),
        notes: [
          `The first Today after a start takes ${Math.round(firstMs)} ms.`,
          'Requests are made in process; compression is counted in bytes, not in time.',
        ],
      }
    })
  } finally {
    await farm.close()
  }
}

/** Tells the stories that were put in without the pipeline. */
export async function tellStories(operations: Context['operations']): Promise<void> {
  const { store, now } = operations
  for (;;) {
    const jobs = await store.jobs.claim('refresh-story', 500, 600_000, new Date(now().getTime() + 60_000).toISOString())
    if (jobs.length === 0) return
    for (const { key } of jobs) await refreshStory({ ...operations, log() {} } as unknown as PipelineContext, key)
    await store.jobs.complete(jobs)
  }
}
