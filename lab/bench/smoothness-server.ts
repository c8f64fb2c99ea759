import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { seedWindow } from './material/seed-window.ts'

/**
 * `node lab/bench/smoothness-server.ts FOLDER DOCUMENTS [DATABASE]`: the product on a store of invented articles. Prints its
 * address. On a line `warm` it takes in a few articles; on `articles` it takes in more until `stop`; on `repairs` it repairs the
 * window without pause until `stop`. Answers each line with what it did.
 */
const DAY_MS = 86_400_000
const BETWEEN_MS = 250
const STORIES = 300
/** Begins at noon, so that a run never crosses midnight, after which Today is another page. */
const offsetMs = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2 - Date.now()
const clock = () => new Date(Date.now() + offsetMs)
const today = clock().toISOString().slice(0, 10)
const [folder = '', documents = '', database = ''] = process.argv.slice(2)
let failed = 0
const config = {
  ...readConfig({ TWOSOURCE_PORT: '0', ...(database === '' ? {} : { TWOSOURCE_DATABASE: database }) }),
  TWOSOURCE_DATA: folder,
}
await using context = await createContext(
  config,
  (event) => {
    if (event === 'repair-failed' || event === 'job-failed') failed += 1
  },
  clock,
)
const { store } = context.operations
const stream = await seedWindow(store, Number(documents), clock())
await tellToday()
await context.pipeline.runOnce()
const running = await servePages(context, { trustsMachine: true })
const print = (line: object) => console.log(JSON.stringify(line))
print({ url: running.url })

let isTakingIn = false
let isRepairing = false
let load: Promise<unknown>[] = []
let taken = 0
let repairs = 0

/** One article after the other, a quarter of a second apart: 300,000 a day. */
async function takeIn(): Promise<void> {
  while (isTakingIn) {
    const { title, text } = stream.next().value
    const article = { outlet: `Outlet ${taken % 20}`, title, body: { kind: 'text' as const, text } }
    await context.pipeline.importArticles([article], { at: clock().toISOString() })
    taken += 1
    await sleep(BETWEEN_MS)
  }
}

/** A repair is due again as soon as the last one is done: a hundred times as often as in life. */
async function repairAlways(): Promise<void> {
  while (isRepairing) {
    await store.jobs.enqueue([{ kind: 'tidy', key: `bench ${repairs}`, runAt: clock().toISOString() }])
    context.pipeline.wake()
    for (let tidy = await tidyJobs(); isRepairing && tidy > 0; tidy = await tidyJobs()) await sleep(50)
    if (isRepairing) repairs += 1
  }
}

/** Stories that no page of the bench shows need not be told: only those of today are, the largest first. */
async function tellToday(): Promise<void> {
  const later = new Date(clock().getTime() + 60_000).toISOString()
  const counts = new Map<string, number>()
  const since = new Date(clock().getTime() - 4 * DAY_MS).toISOString()
  const languages = (await store.stories.spellings()).map(({ language }) => language)
  for (let page = await store.stories.windowAfter(languages, 0, since, 1000); ; ) {
    for (const { storyId, at } of page.rows)
      if (storyId !== undefined) counts.set(storyId, (counts.get(storyId) ?? 0) + (at >= today ? 1 : 0))
    if (page.isLast) break
    page = await store.stories.windowAfter(languages, page.sequence, since, 1000)
  }
  await store.jobs.complete(await store.jobs.claim('refresh-story', counts.size, 60_000, later))
  const largest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, STORIES)
  await store.jobs.enqueue(largest.map(([key]) => ({ kind: 'refresh-story', key, runAt: clock().toISOString() })))
}

async function tidyJobs(): Promise<number> {
  const { waiting, running } = (await store.jobs.counts()).tidy
  return waiting + running
}

for await (const line of createInterface(process.stdin)) {
  if (line === 'warm') {
    // The first article reads the window from the store.
    isTakingIn = true
    const first = takeIn()
    while (taken < 10) await sleep(50)
    isTakingIn = false
    await first
    await context.pipeline.runOnce()
    context.pipeline.start()
  } else if (line === 'articles') {
    isTakingIn = true
    load.push(takeIn())
  } else if (line === 'repairs') {
    isRepairing = true
    load.push(repairAlways())
  } else if (line === 'stop') {
    isTakingIn = false
    isRepairing = false
    await Promise.all(load)
    load = []
  }
  print({ taken, repairs, failed })
}
await running.close()
