import { gzipSync } from 'node:zlib'
import { serveEdition } from '../demo/serve-edition.ts'
import { takeIn } from '../src/demo.ts'
import { subscribe } from '../src/operations/add-feed.ts'
import { getToday } from '../src/operations/get-today.ts'
import { createWeb } from '../src/web/routes.ts'
import { webOperations } from '../src/web-face.ts'
import { withContext } from './bench-context.ts'
import { openFeedFarm } from './feed-farm.ts'
import { type Bench, measure, peakMemoryMb, percentile, round } from './measure.ts'

const REQUESTS = 60

/** What pages cost with 30,000 entries and the demo edition's stories in the store; requests are made in process. */
export const bench: Bench = async (options) => {
  const farm = await openFeedFarm(options)
  const edition = await serveEdition({ now: new Date() })
  try {
    return await withContext({ database: options.database, fetchesPages: true }, async (context) => {
      await takeIn(context, edition)
      await subscribe(context.operations, farm.feeds, 'Bench')
      await context.pipeline.pollOnce()
      const web = createWeb(webOperations(context.operations), { version: 'bench' })
      const today = await getToday.run(context.operations, {})
      const story = today.stories[0]
      const article = story?.line?.document.url ?? '/'
      const paths = ['/', `/stories/${story?.id}`, article, '/feeds', '/search?q=bridge', '/jobs']
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
            kilobytesGzip: round(bytes / 1024),
          },
        })
      }
      const { counts } = await context.operations.store.check()
      return {
        name: 'pages',
        load: `${counts.entries} entries, ${counts.articles} articles, ${counts.stories} stories`,
        rows,
        peakMemoryMb: peakMemoryMb(),
        notes: ['Requests are made in process; compression is counted in bytes, not in time.'],
      }
    })
  } finally {
    await edition.close()
    await farm.close()
  }
}
