import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { getToday } from '../../src/operations/day/get-today.ts'
import { withEdition } from './bench-context.ts'
import { seedWindow } from './material/seed-window.ts'
import { type Bench, percentile, type Row, round, sized } from './measure.ts'
import { tellStories } from './pages.ts'
import { ask, type ServedInstance, serveInstance } from './served-instance.ts'
import { unlike } from './timed-pages.ts'

const CONNECTIONS = sized(200, 2)
const MS = sized(10_000, 20)
/** Other stories around the one that is asked for. */
const WINDOW = sized(4_000, 10)
/** A folder in which what was filled stays, to be served by several versions of the program: `BENCH_KEEP=/tmp/crowd`. */
const kept = process.env.BENCH_KEEP

const headers = { 'accept-encoding': 'br' }

/** Many readers at once: connections that request one page again and again, unchanged and rebuilt, from a server in its own process. */
export const bench: Bench = async (options) => {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'twosource-bench-')))
  try {
    const { story, now, count } = await fill(folder, options)
    const instance = await serveInstance(folder, `/stories/${story}`, headers, 'pages', { BENCH_NOW: now })
    try {
      const rows: Row[] = [{ what: 'at start', figures: { memoryMb: instance.memoryMb().now } }]
      const pages = { Today: '/', 'a story': `/stories/${story}`, 'a search': '/search?q=bridge' }
      for (const [name, path] of Object.entries(pages)) {
        rows.push({ what: `${name}, unchanged`, figures: await crowd(instance, () => path) })
        rows.push({ what: `${name}, rebuilt`, figures: await crowd(instance, () => unlike(path)) })
      }
      const failed = rows.reduce((sum, { figures }) => sum + (figures.failed ?? 0), 0)
      rows.push({ what: 'in all', figures: { failed, peakMb: instance.memoryMb().peak } })
      return {
        name: 'crowd',
        load: `${CONNECTIONS} connections for ${MS / 1_000} s each, ${count} stories around; SQLite, from the sources, no pipeline beside it`,
        rows,
        peakMemoryMb: instance.memoryMb().peak,
        notes: [
          'cpuMs is of the server’s process with its threads, for each answer; who asks takes part of the same cores.',
          'failed: connections that broke, and answers other than 200 and a polite 503.',
        ],
      }
    } finally {
      await instance.close()
    }
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}

type Filled = { readonly story: string; readonly now: string; readonly count: number }

async function fill(folder: string, options: Parameters<Bench>[0]): Promise<Filled> {
  const stamp = join(folder, 'crowd.json')
  if (existsSync(stamp)) return JSON.parse(await readFile(stamp, 'utf8')) as Filled
  await mkdir(folder, { recursive: true })
  const filled = await withEdition(options, async ({ operations, config }) => {
    const now = operations.now()
    const { stories } = await getToday.run(operations, {})
    const story = stories.find(({ articleCount }) => articleCount === 5) ?? stories[0]!
    await seedWindow(operations.store, WINDOW, now)
    await tellStories(operations)
    // As the pipeline does every quarter of an hour.
    await operations.store.instance.countAgain()
    const { counts } = await operations.store.check()
    using database = new DatabaseSync(join(config.TWOSOURCE_DATA, 'twosource.db'))
    database.prepare('vacuum into ?').run(join(folder, 'twosource.db'))
    return { story: story.id, now: now.toISOString(), count: counts.stories }
  })
  await writeFile(stamp, JSON.stringify(filled))
  return filled
}

/** Every connection asks for the next page as soon as it has the one before. */
async function crowd({ url, cpuSeconds, memoryMb }: ServedInstance, path: () => string): Promise<Row['figures']> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const times: number[] = []
  let [failed, refused] = [0, 0]
  const before = cpuSeconds()
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() - startedAt < MS) {
        const from = performance.now()
        const status = await ask(agent, url + path(), { headers }).then(
          (answer) => answer.status,
          () => 0,
        )
        if (status === 200) times.push(performance.now() - from)
        else if (status === 503) refused += 1
        else failed += 1
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  agent.destroy()
  const { now, peak } = memoryMb()
  return {
    perSecond: Math.round(times.length / seconds),
    p50Ms: round(percentile(times, 0.5)),
    p99Ms: round(percentile(times, 0.99)),
    cpuMs: round(((cpuSeconds() - before) * 1_000) / times.length),
    failed,
    refused,
    memoryMb: now,
    peakMb: peak,
  }
}
