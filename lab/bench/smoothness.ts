import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

const REQUESTS = sized(400, 2)
const WARM = sized(60, 1)
/** A reader who opens a page, and several readers: one page after another with a little time between. */
const BETWEEN_MS = 20

/** How long pages take while nothing happens, and while articles come in and the window is repaired without pause. */
export const bench: Bench = async ({ database, sizes = sized([12_000], [10]) }) => {
  const rows = []
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
    const server = await startServer(folder, size, database)
    try {
      await server.ask('warm')
      await time(server.url, WARM)
      const idle = await time(server.url, REQUESTS)
      await server.ask('articles')
      const articles = await time(server.url, REQUESTS)
      await server.ask('repairs')
      const both = await time(server.url, REQUESTS)
      const done = await server.ask('stop')
      const ratio = (loaded: Timed) => ({
        p50: round(loaded.p50Ms / idle.p50Ms),
        p99: round(loaded.p99Ms / idle.p99Ms),
      })
      rows.push(
        { what: `Today, idle, ${size} articles`, figures: idle },
        { what: 'articles coming in', figures: articles },
        { what: 'articles coming in, window repaired', figures: { ...both, ...done } },
        { what: 'articles / idle', figures: ratio(articles) },
        { what: 'both / idle', figures: ratio(both) },
      )
    } finally {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
  return {
    name: 'smoothness',
    load: `GET / over loopback, ${REQUESTS} requests ${BETWEEN_MS} ms apart, server in another process`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: ['Repairs follow each other at once; in life there is one every quarter of an hour, or after a backlog.'],
  }
}

async function startServer(folder: string, size: number, database: string | undefined) {
  const script = fileURLToPath(new URL('./smoothness-server.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, String(size), ...(database === undefined ? [] : [database])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const read = async <Answer>() => JSON.parse((await lines.next()).value as string) as Answer
  const { url } = await read<{ url: string }>()
  return {
    url,
    ask(line: string) {
      child.stdin.write(`${line}\n`)
      return read<{ taken: number; repairs: number; failed: number }>()
    },
    async close() {
      const closed = once(child, 'close')
      child.stdin.end()
      await closed
    },
  }
}

type Timed = Awaited<ReturnType<typeof time>>

async function time(url: string, requests: number) {
  const times: number[] = []
  let bytes = 0
  for (let i = 0; i < requests; i += 1) {
    const startedAt = performance.now()
    const response = await fetch(url)
    const html = await response.text()
    times.push(performance.now() - startedAt)
    bytes = html.length
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
    await sleep(BETWEEN_MS)
  }
  return {
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
    p99Ms: round(percentile(times, 0.99)),
    maxMs: round(Math.max(...times)),
    kilobytes: Math.round(bytes / 1024),
  }
}
