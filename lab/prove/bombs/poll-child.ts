import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { heapGrowthFlag } from '../../../src/app/launch/node-needs.js'
import { servePages } from '../../../src/app/serve/serve.ts'
import { instanceOwner } from '../../../src/core/reader-identity.ts'
import { subscribe } from '../../../src/operations/feeds/add-feed.ts'
import { articleListPath } from '../../../src/web/layout/links.ts'
import { en } from '../../../src/web/words/en.ts'

/** What one address did to the process that read it. */
export type BombFelt = {
  readonly path: string
  /** Of the failure; empty where the feed was read. */
  readonly reason: string
  readonly entries: number
  /** Memory above what it was, at most. */
  readonly megabytes: number
  /** The longest time nothing else could be done. */
  readonly blockedMs: number
  readonly ms: number
  /** True when the page of feeds says what went wrong in the words for this reason. */
  readonly isSaid: boolean
}

// As the product sets them (src/main.ts).
for (const flag of [heapGrowthFlag, '--max-semi-space-size=0']) setFlagsFromString(flag)

const [origin, timeoutSeconds, ...paths] = process.argv.slice(2) as [string, string, ...string[]]
const folder = await mkdtemp(join(tmpdir(), 'twosource-bombs-'))
const context = await createContext(
  {
    ...readConfig({}),
    TWOSOURCE_DATA: folder,
    TWOSOURCE_PORT: 0,
    TWOSOURCE_ALLOW_PRIVATE: true,
    TWOSOURCE_FETCH_PAGES: false,
  },
  () => {},
  undefined,
  { limits: { timeoutMs: Number(timeoutSeconds) * 1000 } },
)
const peak = new Int32Array(new SharedArrayBuffer(4))
const watch = new Worker(
  `const { workerData } = require('node:worker_threads')
   setInterval(() => {
     const now = Math.round(process.memoryUsage.rss() / 1024)
     if (now > workerData[0]) workerData[0] = now
   }, 5)`,
  { eval: true, workerData: peak },
)
const running = await servePages(context, { trustsMachine: true })
const felt: BombFelt[] = []
for (const path of ['/warm', '/warmer', ...paths]) {
  await subscribe(context.operations, [{ url: `${origin}${path}` }], '')
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  const before = process.memoryUsage.rss() / 1024
  peak[0] = 0
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  await context.pipeline.pollOnce()
  const ms = Math.round(performance.now() - started)
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  const most = peak[0]!
  const feed = (await context.operations.store.feeds.list(instanceOwner.id)).find(
    ({ url }) => url === `${origin}${path}`,
  )!
  const reason = feed.lastError?.reason ?? ''
  const sentence = en.river.problems[reason.split(':')[0]!]?.[0]
  const page = await (await fetch(new URL(articleListPath({ feedId: feed.id }), running.url))).text()
  felt.push({
    path,
    reason,
    entries: feed.entryCount,
    megabytes: Math.max(0, Math.round((most - before) / 1024)),
    blockedMs: Math.round(delay.max / 1e6),
    ms,
    isSaid: sentence !== undefined && page.replaceAll('&#39;', "'").includes(sentence),
  })
}
await running.close()
await watch.terminate()
await context[Symbol.asyncDispose]()
await rm(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(felt.slice(2)))
process.exit(0)
