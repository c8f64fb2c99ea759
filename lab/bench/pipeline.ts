import { digest } from '../../src/pipeline/digest.ts'
import { editionPages } from './material/edition-pages.ts'
import { type Bench, measure, peakMemoryMb, percentile, round, sized } from './measure.ts'

const ROUNDS = sized(5, 1)

/** What reading one article costs, from its page to its layers, on the pages of the demo edition. */
export const bench: Bench = async () => {
  const pages = await editionPages(new Date('2026-03-12T12:00:00Z'))
  const times: number[] = []
  const readAll = async () => {
    for (const page of pages) {
      const startedAt = performance.now()
      digest({
        entry: { key: page.url, url: page.url, title: page.title, authors: [], categories: [], enclosures: [] },
        source: {
          kind: 'page',
          body: page.body,
          contentType: 'text/html; charset=utf-8',
          url: page.url,
        },
        fallbackKey: page.url,
        fetchedAt: '2026-03-12T12:00:00Z',
      })
      times.push(performance.now() - startedAt)
    }
  }
  await readAll()
  times.length = 0
  const { cpuSeconds } = await measure(async () => {
    for (let index = 0; index < ROUNDS; index += 1) await readAll()
  })
  const articles = pages.length * ROUNDS
  return {
    name: 'pipeline',
    load: `${pages.length} pages of the demo edition, ${ROUNDS} rounds, one thread`,
    rows: [
      {
        what: 'page to layers',
        figures: {
          cpuMsPerArticle: round((cpuSeconds * 1000) / articles),
          articlesPerCpuSecond: Math.round(articles / cpuSeconds),
        },
      },
      {
        what: 'wall per article',
        figures: {
          p50Ms: round(percentile(times, 0.5)),
          p95Ms: round(percentile(times, 0.95)),
          p99Ms: round(percentile(times, 0.99)),
        },
      },
    ],
    peakMemoryMb: peakMemoryMb(),
    notes: [],
  }
}
