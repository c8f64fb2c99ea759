import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
import type { EntryRow } from '../../src/store/store.ts'
import { serve } from '../loopback-server.ts'
import { limitsEnv } from '../other-limits.ts'
import { startProduct } from './product.ts'

const FEEDS = 40
const ENTRIES = 5
const LATENCY_MS = 10
/** Two outlets of each pair link to one page in their first entry, as agencies' subscribers do. */
const SHARED = FEEDS / 2
const MINUTE_MS = 60_000
const ROUNDS = 3
/** After how many requests each dies, and some: while feeds are asked, and beyond those 40, while pages are. */
const DIES_AFTER = [10, 60, 30, 100, 35, 20]
/** Between two refreshes, by their clock: what died with its polls is left alone for an hour. */
const APART_MINUTES = 70
const clock = new URL('../e2e/shifted-clock.ts', import.meta.url).href

let base: string
let folder: string
let requests = 0
let onRequest = () => {}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-kill-'))
  base = await serve(async ({ url }, response) => {
    requests += 1
    onRequest()
    await sleep(LATENCY_MS)
    const [, kind, feed = '0', entry = '0'] = (url ?? '').split(/[/.]/)
    if (kind === 'feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(Number(feed)))
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(Number(feed), Number(entry)))
  })
})
after(() => rm(folder, { recursive: true, force: true }))

const titleOf = (feed: number, entry: number) => `${wordsOf(feed * 100 + entry, 6).join(' ')} ${feed} of ${entry}`

function linkOf(feed: number, entry: number): string {
  return entry === 0 ? `${base}/report/${feed - (feed % 2)}/0` : `${base}/report/${feed}/${entry}`
}

function feedOf(feed: number): string {
  const items = Array.from(
    { length: ENTRIES },
    (_, entry) =>
      `<item><guid>${feed}-${entry}</guid><title>${titleOf(feed, entry)}</title><link>${linkOf(feed, entry)}</link></item>`,
  )
  return `<rss version="2.0"><channel><title>Outlet ${feed}</title>${items.join('')}</channel></rss>`
}

function pageOf(feed: number, entry: number): string {
  const paragraphs = Array.from(
    { length: 4 },
    (_, index) => `<p>The ${wordsOf(feed * 1000 + entry * 10 + index, 30).join(' ')} on Monday.</p>`,
  )
  const title = titleOf(feed, entry)
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`
}

/** Made-up words, the same for the same seed and different for every other. */
function wordsOf(seed: number, count: number): readonly string[] {
  const syllables = [
    'ba',
    'den',
    'fo',
    'gri',
    'hal',
    'ku',
    'lem',
    'mor',
    'ni',
    'pel',
    'ro',
    'sta',
    'tu',
    'ver',
    'wi',
    'zo',
  ]
  let state = (seed * 2_654_435_761 + 12_345) % 4_294_967_296
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return syllables[Math.floor(state / 268_435_456)] ?? 'ba'
  }
  return Array.from({ length: count }, () => `${next()}${next()}${next()}`)
}

const limits = { inFlight: 8, perHost: 16 }
const settings = () => ({
  TWOSOURCE_DATA: folder,
  TWOSOURCE_ALLOW_PRIVATE: 'true',
  TWOSOURCE_ANALYSIS_THREADS: '1',
})

/** The product in this process, so long after `sinceMinutes` that what the dead had taken in hand is free again, and due: an interval. */
function openAfter(sinceMinutes: number): Promise<Context> {
  return createContext(
    readConfig(settings()),
    () => {},
    () => new Date(Date.now() + sinceMinutes * MINUTE_MS),
    { limits },
  )
}

/** Starts a refresh an interval after the one before, kills it a moment after `count` more requests have come, and answers how it ended. */
async function refreshAndDie(round: number): Promise<number | NodeJS.Signals> {
  const product = startProduct(['refresh'], {
    ...settings(),
    ...limitsEnv(limits, clock),
    TWOSOURCE_TEST_CLOCK_AHEAD_MS: String(round * APART_MINUTES * MINUTE_MS),
  })
  const from = requests
  const count = DIES_AFTER[round]! + Math.floor(Math.random() * 8)
  const { promise: reached, resolve } = Promise.withResolvers<void>()
  onRequest = () => {
    if (requests - from >= count) resolve()
  }
  await Promise.race([reached, product.ended])
  await sleep(Math.random() * 60)
  product.child.kill('SIGKILL')
  return product.ended
}

async function allEntries({ operations: { store } }: Context): Promise<readonly EntryRow[]> {
  const rows: EntryRow[] = []
  let cursor: string | undefined
  do {
    const page = await store.entries.list('owner', {}, 200, cursor)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}

test('a first refresh that is killed again and again loses nothing and keeps nothing twice', async (t) => {
  {
    await using context = await openAfter(0)
    const outlines = Array.from({ length: FEEDS }, (_, feed) => `<outline xmlUrl="${base}/feed/${feed}.xml"/>`)
    const added = await importOpml.run(context.operations, {
      text: `<opml version="2.0"><body>${outlines.join('')}</body></opml>`,
    })
    assert.ok(added.kind === 'added' && added.added === FEEDS)
  }
  const ends: (number | NodeJS.Signals)[] = []
  for (let round = 0; round < ROUNDS; round += 1) ends.push(await refreshAndDie(round))
  assert.ok(ends.filter((end) => end === 'SIGKILL').length >= ROUNDS - 1, `It was killed: ${ends.join(', ')}`)

  await using context = await openAfter(ROUNDS * APART_MINUTES)
  const { store } = context.operations
  const survived = await store.check({ isDeep: true })
  assert.ok(survived.isOk, survived.detail)
  t.diagnostic(`${survived.counts.entries} entries and ${survived.counts.articles} articles outlived ${ROUNDS} deaths`)
  await context.pipeline.runOnce()
  await assertWhole(context)
})

async function assertWhole(context: Context) {
  const { store } = context.operations
  const entries = await allEntries(context)
  const titles = entries.map(({ title }) => title)
  assert.equal(titles.length, FEEDS * ENTRIES)
  assert.equal(new Set(titles).size, titles.length, 'No entry stands twice')
  for (let feed = 0; feed < FEEDS; feed += 1)
    for (let entry = 0; entry < ENTRIES; entry += 1) assert.ok(titles.includes(titleOf(feed, entry)))

  const articleIds = new Set(entries.map(({ articleId }) => articleId))
  assert.ok(!articleIds.has(undefined), 'Every entry was read')
  assert.equal(articleIds.size, FEEDS * ENTRIES - SHARED)
  const urls = new Set<string>()
  for (const id of articleIds) {
    const stored = id && (await store.articles.find(id))
    assert.ok(stored)
    assert.equal(stored.revisions.length, 1, 'The same text is one revision, however often it was read')
    assert.equal(stored.entryIds.length, entries.filter(({ articleId }) => articleId === id).length)
    urls.add(stored.article.url)
  }
  assert.equal(urls.size, articleIds.size)

  const jobs = await store.jobs.counts()
  for (const kind of ['ingest-entry', 'refresh-story'] as const)
    assert.deepEqual([kind, jobs[kind]], [kind, { waiting: 0, running: 0, failed: 0 }])
  const check = await store.check({ isDeep: true })
  assert.ok(check.isOk, check.detail)
  assert.equal(check.counts.entries, FEEDS * ENTRIES)
  assert.equal(check.counts.articles, FEEDS * ENTRIES - SHARED)

  const feeds = await store.feeds.list('owner')
  for (const feed of feeds) assert.equal(feed.entryCount, ENTRIES, feed.url)
  const unread = feeds.reduce((sum, feed) => sum + feed.unreadCount, 0)
  assert.equal(unread, FEEDS * ENTRIES - SHARED, 'A page in two feeds is unread once')
  const everything = { from: '2000-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' }
  const stories = await store.stories.list(everything, 1000)
  const told = entries.filter(({ storyId }) => storyId !== undefined)
  const members = stories.flatMap(({ dossier }) => dossier?.members.map(({ articleId }) => articleId) ?? [])
  assert.ok(stories.length > 1 && told.length > 0)
  assert.equal(members.length, new Set(members).size, 'No article stands in two stories')
  assert.deepEqual(new Set(members), new Set(told.map(({ articleId }) => articleId)))
}
