import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createHttp } from '../../src/http/client.ts'
import { createAnalysisPool } from '../../src/pipeline/analysis/analysis-pool.ts'
import { importArticles } from '../../src/pipeline/imports/import-articles.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { NewsArticle } from './material/news/write.ts'
import { seedWindow } from './material/seed-window.ts'
import { type Bench, measure, peakMemoryMb, type Row, round, sized } from './measure.ts'

const ARTICLES = sized(50, 3)

/**
 * What a start and a repair cost the thread that answers pages, with so many articles in the window: the first article
 * reads the window from the store; the repair runs in a thread of its own.
 */
export const bench: Bench = async ({ database, sizes = sized([30_000], [50]) }) => {
  const rows: Row[] = []
  for (const size of sizes) rows.push(...(await measureOne(size, database)))
  return {
    name: 'window-start',
    load: 'articles of the last four days in the store',
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'thread: CPU of the thread that answers pages; block: how long it attends to nothing else, by the clock and in CPU.',
    ],
  }
}

async function measureOne(size: number, database: string | undefined): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const pool = createAnalysisPool({ threads: 1, deadlineMs: 60_000 })
  const http = createHttp({
    userAgent: 'Twosource bench',
    allowPrivate: false,
    maxBytes: 1e6,
    timeoutMs: 1000,
    connectTimeoutMs: 1000,
    perHost: 1,
    inFlight: 1,
  })
  const store = await openStore(database ?? join(folder, 'twosource.db'))
  try {
    const now = new Date()
    const stream = await seedWindow(store, size, now)
    const context: PipelineContext = {
      store,
      http,
      pool,
      log: (event, fields) => console.error(event, fields),
      now: () => now,
      limits: { pollMinutes: 60, inFlight: 8, feedBytes: 1e6, pageBytes: 1e6, fetchesPages: false, storyDays: 4 },
    }
    const lane = createClusterLane(context)
    const takeIn = async (count: number) => {
      const articles = Array.from({ length: count }, () => {
        const { title, text } = stream.next().value as NewsArticle
        return { outlet: 'Outlet 1', title, body: { kind: 'text' as const, text } }
      })
      return (await importArticles(context, lane, articles, { at: now.toISOString() })).length
    }
    const what = `window of ${size}`
    return [
      { what: `${what}: first article after a start`, figures: await inThread(() => takeIn(1)) },
      { what: `${what}: ${ARTICLES} more articles`, figures: await inThread(() => takeIn(ARTICLES)) },
      { what: `${what}: repair after ${ARTICLES} articles`, figures: await inThread(() => lane.repair()) },
    ]
  } finally {
    await store.close()
    await pool.close()
    http.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function inThread(work: () => Promise<number>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const turns = watchTurns()
  const before = threadCpuMs()
  const { cpuSeconds, wallSeconds, result } = await measure(work)
  const threadCpuSeconds = round((threadCpuMs() - before) / 1000)
  delay.disable()
  return {
    result,
    cpuSeconds,
    threadCpuSeconds,
    wallSeconds,
    longestTurnCpuMs: round(turns.stop()),
    longestBlockMs: round(delay.max / 1e6),
    p99BlockMs: round(delay.percentile(99) / 1e6),
  }
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The most CPU this thread spent between two turns a millisecond apart: how long it blocks when nobody takes the core away. */
function watchTurns(): { stop(): number } {
  let longest = 0
  let last = threadCpuMs()
  const timer = setInterval(() => {
    const now = threadCpuMs()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return {
    stop() {
      clearInterval(timer)
      return longest
    },
  }
}
