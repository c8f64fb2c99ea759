import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, type DigestInput, digest } from '../../src/pipeline/digest.ts'
import { digestInputOf } from '../../src/pipeline/pages/ingest-entry.ts'
import { settleEntry } from '../../src/pipeline/pages/settle-entry.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { refreshStory } from '../../src/pipeline/stories/refresh-story.ts'
import { openStore } from '../../src/store/open-store.ts'
import { timeStations } from './ingest-stations.ts'
import { OUTLETS } from './material/news/plan.ts'
import type { NewsArticle } from './material/news/write.ts'
import { newsPages } from './material/news-pages.ts'
import { savePage } from './material/save-page.ts'
import { seedWindow } from './material/seed-window.ts'
import { percentile, round, sized } from './measure.ts'
import { settledMemory } from './run-child.ts'
import { serverCpu } from './server-cpu.ts'
import { cpuMs, stationTimes } from './station-times.ts'

/** `node lab/bench/ingest-child.ts STORED [WINDOW] [PAGES] [postgres://…]`: articles from page to story in a store that holds so many. */
const stored = Number(process.argv[2])
const inWindow = Number(process.argv[3] ?? 30_000)
const count = Number(process.argv[4] ?? 400)
const database = process.argv[5]
/** So many come first: until then what is read most is still being compiled, again and again. */
const WARM_UP = sized(600, 1)
/** The lane reads back so many days. */
const WINDOW_DAYS = 8

type PageInput = DigestInput & { readonly source: { readonly kind: 'page' } }

const now = new Date('2026-03-12T12:00:00Z')
let at = now.toISOString()
const folder = await mkdtemp(join(tmpdir(), 'twosource-ingest-'))
const times = stationTimes()
try {
  await using opened = await openStore(database ?? join(folder, 'store.db'))
  const server = database === undefined ? undefined : await serverCpu(database)
  const days = Math.max(1, (stored / inWindow) * WINDOW_DAYS)
  const news = await seedWindow(opened, stored, now, { days, hasFingerprints: true, toCome: WARM_UP + count })
  const store = new Proxy(opened, {
    get: (target, key) => {
      const part = Reflect.get(target, key)
      return typeof part === 'object' && part !== null ? times.watch(String(key), part as object) : part
    },
  })
  const limits = { storyDays: 4, rechecksPages: true, fetchesPages: true }
  const context = { store, now: () => new Date(at), log: () => {}, limits } as unknown as PipelineContext
  const lane = createClusterLane(context)
  const print = await newsPages(now)
  const feeds = await opened.feeds.addMany(
    'owner',
    Array.from({ length: OUTLETS }, (_, index) => ({ url: `https://outlet-${index}.example/feed` })),
    at,
  )
  const wall: number[] = []
  const stories = new Set<string>()
  let digestMs = 0
  let settleMs = 0
  let serverMs = 0
  const ingest = async (article: NewsArticle) => {
    const page = print(article)
    const { url } = page
    at = article.at
    const target = await savePage(store, feeds.added[article.outlet]!, page, at)
    const startedAt = performance.now()
    const source = { kind: 'page', body: page.body, contentType: 'text/html; charset=utf-8', url } as const
    const input = digestInputOf(target, source)
    let from = cpuMs()
    const read = digest(input)
    digestMs += cpuMs() - from
    // The page's markup is of another day.
    const today: Digest = { ...read, publishedAt: at, document: { ...read.document, publishedAt: at } }
    const serverFrom = server?.() ?? 0
    from = cpuMs()
    await settleEntry(context, lane, { target, digest: today, page: { url, readAt: url, validators: {} } })
    settleMs += cpuMs() - from
    serverMs += (server?.() ?? 0) - serverFrom
    wall.push(performance.now() - startedAt)
    return { input: input as PageInput, read: today }
  }
  for (let index = 0; index < WARM_UP; index += 1) {
    const { input, read } = await ingest(news.next().value as NewsArticle)
    // What is counted is not compiled for this alone.
    if (index % 10 === 0) timeStations(times, input, read)
  }
  const firstMs = digestMs + settleMs
  times.clear()
  wall.length = 0
  digestMs = 0
  settleMs = 0
  serverMs = 0
  const sizeFrom = (await opened.check()).sizeBytes
  const allFrom = server?.() ?? 0
  const done: { readonly input: PageInput; readonly read: Digest }[] = []
  for (let index = 0; index < count; index += 1) done.push(await ingest(news.next().value as NewsArticle))
  const lanes = new Map(times.totals())
  times.clear()
  for (const { read } of done) {
    const { storyId } = (await opened.articles.find(read.articleId)) ?? {}
    if (storyId !== undefined) stories.add(storyId)
  }
  const telling = cpuMs()
  for (const id of stories) await refreshStory(context, id)
  const tellMs = cpuMs() - telling
  const serverInAllMs = (server?.() ?? 0) - allFrom
  times.clear()
  for (const { input, read } of done) {
    timeStations(times, input, read)
    times.time('threads', () => structuredClone(read))
  }
  const per = (ms: number) => round(ms / done.length)
  const stations = Object.fromEntries([...times.totals()].map(([name, ms]) => [name, per(ms)]))
  const stores = Object.fromEntries([...lanes].map(([name, ms]) => [`store.${name}`, per(ms)]))
  const inSettle = ['articles.find', 'articles.lookAlikes', 'articles.saveIngested', 'corrections.listOf']
  const catchUp = ['stories.windowAfter', 'choices.placesAfter', 'choices.latestEvent']
  const known = [...inSettle, ...catchUp].reduce((sum, name) => sum + (lanes.get(name) ?? 0), 0)
  const { sizeBytes } = await opened.check()
  console.log(
    JSON.stringify({
      whole: {
        articles: done.length,
        articlesPerCpuSecond: round((done.length * 1000) / (digestMs + settleMs)),
        firstPerCpuSecond: round((WARM_UP * 1000) / firstMs),
        withTelling: round((done.length * 1000) / (digestMs + settleMs + tellMs)),
        digestMs: per(digestMs),
        settleMs: per(settleMs),
        tellMs: per(tellMs),
        ...(server && { serverSettleMs: per(serverMs), serverInAllMs: per(serverInAllMs) }),
        storiesTold: stories.size,
        wallP50Ms: round(percentile(wall, 0.5)),
        wallP95Ms: round(percentile(wall, 0.95)),
        diskMb: Math.round(sizeBytes / 1e6),
        broughtMb: round((sizeBytes - sizeFrom) / 1e6),
        rssMb: settledMemory().rssMb,
      },
      stations: { ...stations, ...stores, decide: per(settleMs - known) },
    }),
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
