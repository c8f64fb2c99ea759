import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FeedId } from '../../src/core/ids.ts'
import { isTimeUnknown } from '../../src/core/time/day-only.ts'
import type { Http } from '../../src/http/client.ts'
import { createAnalysisPool } from '../../src/pipeline/analysis/analysis-pool.ts'
import { importArticles } from '../../src/pipeline/imports/import-articles.ts'
import type { ImportedArticle } from '../../src/pipeline/imports/read-import.ts'
import { runDueJobs } from '../../src/pipeline/job-loop.ts'
import { reanalyzeArticles } from '../../src/pipeline/pages/reanalyze-articles.ts'
import { createPipeline } from '../../src/pipeline/pipeline.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { pollDue } from '../../src/pipeline/polls/poll-loop.ts'
import { wakeSignal } from '../../src/pipeline/polls/wake-signal.ts'
import { createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { refreshStory } from '../../src/pipeline/stories/refresh-story.ts'
import type { Job } from '../../src/store/jobs/jobs.ts'
import type { Store } from '../../src/store/store.ts'
import { client } from '../http-client.ts'
import { serve } from '../loopback-server.ts'
import { until } from '../until.ts'
import { makeDatabase, type TestDatabase } from './databases.ts'

/** The verbs of the pipeline one by one, over a real store, a real client and real threads. */
const start = new Date('2026-03-10T12:00:00Z')
const pool = createAnalysisPool({ threads: 1, deadlineMs: 60_000 })
let http: Http
let base: string
let database: TestDatabase
let store: Store
let clock = start
let logged: string[] = []
let asked: string[] = []

before(async () => {
  http = client({ perHost: 8, allowPorts: 'any' })
  base = await serve(({ url = '/' }, response) => {
    asked.push(url)
    if (url.startsWith('/bad')) return response.writeHead(500).end()
    const items = [1, 2].map((n) => `<item><guid>${url} ${n}</guid><title>News ${n} of ${url}</title></item>`)
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>Feed ${url}</title>${items.join('')}</channel></rss>`)
  })
})
beforeEach(async () => {
  await database?.remove()
  database = await makeDatabase('sqlite')
  store = await database.open()
  clock = start
  logged = []
  asked = []
})
after(async () => {
  await database.remove()
  await pool.close()
})

const contextOf = (more: Partial<PipelineContext['limits']> = {}): PipelineContext => ({
  store,
  http,
  pool,
  log: (event) => logged.push(event),
  now: () => clock,
  limits: {
    pollMinutes: 60,
    inFlight: 8,
    feedBytes: 1_000_000,
    pageBytes: 1_000_000,
    fetchesPages: false,
    storyDays: 4,
    ...more,
  },
})
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

async function subscribe(paths: readonly string[]): Promise<readonly FeedId[]> {
  const { added } = await store.feeds.addMany(
    'owner',
    paths.map((path) => ({ url: `${base}${path}` })),
    start.toISOString(),
  )
  return added
}
const enqueue = (keys: readonly string[]) =>
  store.jobs.enqueue(keys.map((key) => ({ kind: 'ingest-entry', key, runAt: start.toISOString() })))
const jobRun = (run: (job: Job) => Promise<void>, width = 2) => ({
  kind: 'ingest-entry' as const,
  width,
  leaseMs: 60_000,
  run,
})

test('one job that fails stops no other; it stays with its reason and comes again later', async () => {
  await enqueue(['a', 'broken', 'c', 'd', 'e'])
  const seen: string[] = []
  const run = jobRun(async ({ key }) => {
    seen.push(key)
    if (key === 'broken' && clock === start) throw new Error('The page has no end')
  })
  assert.equal(await runDueJobs(contextOf(), run), 4)
  assert.deepEqual(seen.toSorted(), ['a', 'broken', 'c', 'd', 'e'])
  const [left, ...others] = await store.jobs.list(10)
  assert.equal(others.length, 0)
  assert.deepEqual([left?.key, left?.state, left?.lastError], ['broken', 'waiting', 'The page has no end'])
  assert.deepEqual(logged, ['job-failed'])
  assert.equal(await runDueJobs(contextOf(), run), 0, 'Not before its time')
  clock = later(5)
  assert.equal(await runDueJobs(contextOf(), run), 1)
  assert.deepEqual(await store.jobs.list(10), [])
})

test('a job that never succeeds is given up after five tries and shown as failed', async () => {
  await enqueue(['broken'])
  const run = jobRun(() => Promise.reject(new Error('Always')))
  for (let day = 0; day < 7; day += 1) {
    clock = later(day * 1440)
    await runDueJobs(contextOf(), run)
  }
  assert.deepEqual(logged.length, 5)
  assert.equal((await store.jobs.counts())['ingest-entry'].failed, 1)
})

test('no more jobs run at once than the width, and all of them run', async () => {
  await enqueue(Array.from({ length: 20 }, (_, index) => `job-${index}`))
  let running = 0
  let most = 0
  const run = jobRun(async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((settle) => setImmediate(settle))
    running -= 1
  }, 3)
  assert.equal(await runDueJobs(contextOf(), run), 20)
  assert.equal(most, 3)
})

test('told to stop, it finishes what it has in hand and leaves the rest waiting', async () => {
  await enqueue(Array.from({ length: 10 }, (_, index) => `job-${index}`))
  const stopping = new AbortController()
  const run = jobRun(async () => stopping.abort())
  const done = await runDueJobs(contextOf(), run, stopping.signal)
  assert.ok(done >= 1 && done <= 2, String(done))
  const counts = (await store.jobs.counts())['ingest-entry']
  assert.deepEqual(counts, { waiting: 10 - done, running: 0, failed: 0 })
})

test('jobs that come while others run are run in the same pass', async () => {
  await enqueue(['first'])
  const seen: string[] = []
  const run = jobRun(async ({ key }) => {
    seen.push(key)
    if (key === 'first') await enqueue(['second'])
  })
  assert.equal(await runDueJobs(contextOf(), run), 2)
  assert.deepEqual(seen, ['first', 'second'])
})

test('every due feed is polled once, in batches, and a bad one does not hold up the good', async () => {
  const paths = [...Array.from({ length: 40 }, (_, index) => `/feed-${index}`), '/bad-1', '/bad-2']
  await subscribe(paths)
  assert.deepEqual(await pollDue(contextOf()), { polled: 42, newEntries: 80, failed: 2 })
  assert.deepEqual(asked.toSorted(), paths.toSorted())
  assert.deepEqual(logged, ['poll-failed', 'poll-failed'])
  assert.equal((await store.jobs.counts())['ingest-entry'].waiting, 80)
  assert.deepEqual(await pollDue(contextOf()), { polled: 0, newEntries: 0, failed: 0 })
  clock = later(61)
  const again = await pollDue(contextOf())
  assert.equal(again.newEntries, 0, 'What is known is not new')
  assert.ok(again.polled >= 40)
})

test('polling that was stopped before it began asks nobody', async () => {
  await subscribe(['/feed-1', '/feed-2'])
  assert.deepEqual(await pollDue(contextOf(), AbortSignal.abort()), { polled: 0, newEntries: 0, failed: 0 })
  assert.deepEqual(asked, [])
})

test('polling stopped midway keeps what was fetched, and the rest is polled the next time', async () => {
  await subscribe(Array.from({ length: 12 }, (_, index) => `/feed-${index}`))
  const stopping = new AbortController()
  const narrow = contextOf({ inFlight: 2 })
  const watched: Http = {
    ...http,
    get: async (...given) => {
      const fetched = await http.get(...given)
      stopping.abort()
      return fetched
    },
  }
  const first = await pollDue({ ...narrow, http: watched }, stopping.signal)
  assert.ok(first.polled >= 1 && first.polled <= 2)
  assert.equal(first.newEntries, first.polled * 2)
  const rest = await pollDue(narrow)
  assert.equal(first.polled + rest.polled, 12)
  assert.equal((await store.check()).counts.entries, 24)
})

test('a feed just followed is asked at once, and its entries are read at once, while hosts hang', async () => {
  await subscribe(Array.from({ length: 10 }, (_, index) => `/hang-${index}`))
  const hanging = Promise.withResolvers<void>()
  const slow: Http = {
    ...http,
    get: async (url, ...more) => {
      if (url.includes('/hang')) await hanging.promise
      return http.get(url, ...more)
    },
  }
  const woken = wakeSignal()
  const stored = Promise.withResolvers<void>()
  const polling = pollDue({ ...contextOf(), http: slow }, undefined, { woken, onNewEntries: stored.resolve })
  await sleep(100)
  const startedMs = performance.now()
  clock = later(1)
  await store.feeds.addMany('owner', [{ url: `${base}/new` }], clock.toISOString())
  woken.ring()
  await Promise.race([stored.promise, sleep(5_000)])
  // A hanging host makes room after two seconds.
  assert.ok(performance.now() - startedMs < 1_500, `${performance.now() - startedMs} ms`)
  assert.deepEqual(asked, ['/new'])
  hanging.resolve()
  assert.equal((await polling).polled, 11)
})

const articleOf = (more: Partial<ImportedArticle> = {}): ImportedArticle => ({
  outlet: 'Tarn Valley Post',
  title: 'Night bus returns',
  body: {
    kind: 'text',
    text: 'The night bus to Ember Hill will run again from Friday, two years after it was withdrawn to save money.\nIt will leave the station at midnight and at two, and three hospitals on its route will pay for it.',
  },
  ...more,
})

test('importing the same articles twice keeps one of each, in the same place', async () => {
  const context = contextOf()
  const lane = createClusterLane(context)
  const articles = [articleOf(), articleOf({ title: 'Kiln found', url: 'https://post.example/kiln' })]
  const at = '2026-03-09T08:00:00.000Z'
  const progress: string[] = []
  const onArticle = (done: number, total: number) => progress.push(`${done}/${total}`)
  const first = await importArticles(context, lane, articles, { at, onArticle })
  assert.deepEqual(
    first.map(({ kind, title, outlet }) => [kind, title, outlet]),
    [
      ['kept', 'Night bus returns', 'Tarn Valley Post'],
      ['kept', 'Kiln found', 'Tarn Valley Post'],
    ],
  )
  assert.deepEqual(progress, ['1/2', '2/2'])
  const before = await store.entries.list('owner', {}, 10)
  assert.deepEqual(await importArticles(context, lane, articles, { at }), first)
  assert.deepEqual(await store.entries.list('owner', {}, 10), before)
  const { counts } = await store.check()
  assert.deepEqual([counts.feeds, counts.entries, counts.articles], [1, 2, 2])
  assert.equal((await store.jobs.counts())['ingest-entry'].waiting, 0, 'The import reads its entries itself')
})

test('the same address imported with another text is a revision of the same article', async () => {
  const context = contextOf()
  const lane = createClusterLane(context)
  const url = 'https://post.example/night-bus'
  const options = { at: '2026-03-09T08:00:00.000Z' }
  await importArticles(context, lane, [articleOf({ url })], options)
  const edited = articleOf({
    url,
    body: {
      kind: 'text',
      text: 'The night bus to Ember Hill will not run on Friday after all, the operator said on Thursday evening.',
    },
  })
  await importArticles(context, lane, [edited], options)
  const [row] = (await store.entries.list('owner', {}, 10)).rows
  const stored = row?.articleId && (await store.articles.find(row.articleId))
  assert.ok(stored)
  assert.equal(stored.revisions.length, 2)
  assert.match(stored.document.text, /will not run/)
  assert.equal((await store.check()).counts.articles, 1)
})

test('an article that names no time is dated by the import, one that names its own keeps it', async () => {
  const context = contextOf()
  const lane = createClusterLane(context)
  const dated = articleOf({ title: 'Dated', publishedAt: '2026-03-01T06:30:00.000Z' })
  await importArticles(context, lane, [articleOf(), dated], { at: '2026-03-09T08:00:00.000Z' })
  const { rows } = await store.entries.list('owner', {}, 10)
  assert.deepEqual(
    rows.map(({ title, publishedAt }) => [title, publishedAt]),
    [
      ['Night bus returns', '2026-03-09T08:00:00.000Z'],
      ['Dated', '2026-03-01T06:30:00.000Z'],
    ],
  )
})

test('a text whose time nobody gives has none: it is news of no day, and nothing in it is counted from the import', async () => {
  const context = contextOf()
  const lane = createClusterLane(context)
  const text =
    'The night bus to Ember Hill stopped on Monday. It had run since 3 March 2019, the operator said in a letter.'
  const undated = articleOf({ body: { kind: 'text', text } })
  const [outcome] = await importArticles(context, lane, [undated], {})
  assert.equal(outcome?.isTimeUnknown, true)
  const [row] = (await store.entries.list('owner', {}, 10)).rows
  assert.ok(row?.articleId && row.storyId && isTimeUnknown(row.publishedAt))
  const stored = await store.articles.find(row.articleId)
  assert.deepEqual(
    stored?.annotations.times?.items.map(({ value }) => value),
    ['2019-03-03'],
  )
  await refreshStory(context, row.storyId)
  const story = await store.stories.find(row.storyId)
  assert.ok(story?.dossier && isTimeUnknown(story.lastAt) && isTimeUnknown(story.firstAt))
  const today = start.toISOString().slice(0, 10)
  const period = { from: '2000-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' }
  assert.deepEqual(await store.stories.listOutlines(period), [])
  assert.deepEqual(await store.stories.listIds(period), [])
  assert.deepEqual(await store.stories.dayCounts(today, today, 'UTC'), [])
  assert.deepEqual(await store.stories.newsAround(period.until, period.until), {})
  // A second article of the story, whose time is known, gives the story its time.
  const at = '2026-03-09T08:00:00.000Z'
  await importArticles(context, lane, [articleOf({ body: { kind: 'text', text }, outlet: 'North Country Radio' })], {
    at,
  })
  await refreshStory(context, row.storyId)
  const both = await store.stories.find(row.storyId)
  assert.deepEqual([both?.articleCount, both?.firstAt, both?.lastAt], [2, at, at])
  assert.ok(both?.dossier?.members.every(({ role }) => role !== 'original'))
})

test('a story first told is as new as the last of its articles that came in, whenever that is from; told again unchanged it stays so; changed it is changed now', async () => {
  const context = contextOf()
  const lane = createClusterLane(context)
  const at = '2026-03-09T08:00:00.000Z'
  await importArticles(context, lane, [articleOf()], { at })
  const storyId = (await store.entries.list('owner', {}, 1)).rows[0]?.storyId
  assert.ok(storyId)
  const changedAt = async () => (await store.stories.find(storyId))?.changedAt
  clock = later(5)
  await refreshStory(context, storyId)
  assert.equal(await changedAt(), start.toISOString(), 'Who was here between its time and this has not seen it')
  assert.equal((await store.stories.find(storyId))?.lastAt, at)
  clock = later(60)
  await refreshStory(context, storyId)
  assert.equal(await changedAt(), start.toISOString(), 'The dossier is the same')
  await importArticles(context, lane, [articleOf({ outlet: 'North Country Radio' })], { at: start.toISOString() })
  await refreshStory(context, storyId)
  const row = await store.stories.find(storyId)
  assert.equal(row?.articleCount, 2, 'A copy joins its original')
  assert.equal(row?.reportCount, 1)
  assert.equal(row?.changedAt, clock.toISOString())
})

test('a story that is not there is refreshed without harm', async () => {
  await refreshStory(contextOf(), store.stories.newId())
  assert.equal((await store.check()).counts.stories, 0)
})

test('an article read by an older version is read again, once, and its text stays as it was', async () => {
  const context = contextOf()
  await importArticles(context, createClusterLane(context), [articleOf()], { at: start.toISOString() })
  assert.equal(await reanalyzeArticles(context), 0, 'What was just read is up to date')
  const articleId = (await store.entries.list('owner', {}, 1)).rows[0]?.articleId
  assert.ok(articleId)
  const now = await store.articles.find(articleId)
  assert.ok(now)
  const { topics: _, ...older } = now.annotations
  const old = { ...older, sentences: { by: 'sentences', version: 0, items: [] } } as const
  await store.articles.saveLayers([{ document: now.document, annotations: old }], start.toISOString())
  assert.equal(await reanalyzeArticles(context, AbortSignal.abort()), 0, 'Told to stop, it stops')
  assert.equal(await reanalyzeArticles(context), 1)
  assert.deepEqual(await store.articles.find(articleId), now)
  assert.equal(await reanalyzeArticles(context), 0)
  assert.ok(logged.includes('articles-read-again'))
})

test('a loop that is woken while it looks for jobs looks again at once', async () => {
  const looks: number[] = []
  let wokenAt = Number.POSITIVE_INFINITY
  // By the third look whatever a start wakes is over.
  const claim: Store['jobs']['claim'] = async (kind, ...more) => {
    const claimed = await store.jobs.claim(kind, ...more)
    if (kind !== 'end-embargo') return claimed
    looks.push(performance.now())
    if (looks.length === 3) {
      wokenAt = performance.now()
      pipeline.wake()
    }
    return claimed
  }
  const context = { ...contextOf(), store: { ...store, jobs: { ...store.jobs, claim } } }
  const pipeline = createPipeline(context, ['story'])
  pipeline.start()
  await until('it looks a fourth time', () => looks.length > 3)
  await pipeline.stop()
  const waitedMs = looks[3]! - wokenAt
  assert.ok(waitedMs < 700, `${Math.round(waitedMs)} ms, while a loop that nobody wakes waits 1,000`)
})
