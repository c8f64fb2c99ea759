import { monitorEventLoopDelay } from 'node:perf_hooks'
import { withContext } from './bench-context.ts'
import { type Bench, measure, peakMemoryMb, type Row, round } from './measure.ts'
import type { StreamArticle } from './news-stream.ts'
import { seedWindow } from './seed-window.ts'

/** How long the first article after a start waits for the window to be read from the store, and how long others wait. */
export const bench: Bench = async ({ database, sizes = [30_000] }) => {
  const rows: Row[] = []
  for (const size of sizes)
    await withContext({ database, fetchesPages: false }, async (context) => {
      const now = new Date()
      const stream = await seedWindow(context.operations.store, size, now)
      const importOne = () => {
        const { title, text } = stream.next().value as StreamArticle
        const article = { outlet: 'Outlet 1', title, body: { kind: 'text' as const, text } }
        return context.pipeline.importArticles([article], { at: now.toISOString() })
      }
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const first = await measure(importOne)
      delay.disable()
      const second = await measure(importOne)
      rows.push({
        what: `first article, window of ${size}`,
        figures: {
          cpuSeconds: first.cpuSeconds,
          wallSeconds: first.wallSeconds,
          longestBlockMs: round(delay.max / 1e6),
          p99BlockMs: round(delay.percentile(99) / 1e6),
        },
      })
      rows.push({
        what: 'the next article',
        figures: { cpuSeconds: second.cpuSeconds, wallSeconds: second.wallSeconds },
      })
    })
  return {
    name: 'window-start',
    load: 'articles of the last four days in the store',
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [],
  }
}
