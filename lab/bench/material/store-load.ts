import { rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeedId } from '../../../src/core/ids.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { PolledEntry, PollOutcome, Store } from '../../../src/store/store.ts'
import { type BenchOptions, type BenchResult, measure, peakMemoryMb, percentile, type Row, round } from '../measure.ts'
import { randomNumbers } from './random-numbers.ts'

const batch = 64
const newest = Date.parse('2026-08-20T12:00:00Z')
const markers = [
  { word: 'quixotal', oneIn: 1000 },
  { word: 'velmarine', oneIn: 100 },
  { word: 'ostrander', oneIn: 10 },
]

/** What the store alone costs: a first refresh, a round without changes, one with a new entry in each feed, and reads. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'store-load-'))
  const path = join(folder, 'store.db')
  const rows: Row[] = []
  try {
    await using store = await openStore(options.database ?? path)
    const feeds = await addFeeds(store, options.feeds, rows)
    await polls(store, feeds, options, rows)
    await reads(store, feeds, rows)
    const { sizeBytes } = await store.check()
    rows.push({ what: 'disk', figures: { mb: Math.round(sizeBytes / 1e6), wal_mb: walMb(path) } })
    return {
      name: 'store',
      load: `${options.feeds} feeds x ${options.entries} entries, polls in batches of ${batch}, on ${store.dialect}`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: ['CPU of this process and its threads; a database server is not in it.'],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function addFeeds(store: Store, count: number, rows: Row[]): Promise<readonly FeedId[]> {
  const list = Array.from({ length: count }, (_, index) => ({ url: `http://127.0.0.1/${index}.xml` }))
  const { result, cpuSeconds, wallSeconds } = await measure(() => store.feeds.addMany('owner', list, at(0)))
  rows.push({ what: 'add feeds', figures: { cpu_s: cpuSeconds, wall_s: wallSeconds } })
  return result.added
}

async function polls(store: Store, feeds: readonly FeedId[], { entries }: BenchOptions, rows: Row[]): Promise<void> {
  const made = new Map<string, PolledEntry>()
  const known = (feed: number, number: number) => {
    const key = `${feed} ${number}`
    const polled = made.get(key) ?? makeEntry(feed, number)
    made.set(key, polled)
    return polled
  }
  const round = (from: number) => (id: FeedId, feed: number) =>
    outcome(id, from, {
      kind: 'parsed',
      title: `Feed ${feed}`,
      validators: { etag: `"${from}"` },
      bodyHash: `${feed} ${from}`,
      entries: Array.from({ length: entries }, (_, index) => known(feed, from + entries - 1 - index)),
    })
  const unchanged = (minute: number) => (id: FeedId) => outcome(id, minute, { kind: 'unchanged' })
  for (const { what, make } of [
    { what: 'first refresh', make: round(0) },
    { what: 'nothing changed (304)', make: unchanged(1) },
    { what: 'nothing changed, again', make: unchanged(2) },
    { what: 'one new entry each', make: round(1) },
  ]) {
    const outcomes = feeds.map(make)
    const figures = await measure(async () => {
      for (let index = 0; index < outcomes.length; index += batch)
        await store.feeds.savePolls(outcomes.slice(index, index + batch))
    })
    rows.push({ what, figures: { cpu_s: figures.cpuSeconds, wall_s: figures.wallSeconds } })
  }
}

async function reads(store: Store, feeds: readonly FeedId[], rows: Row[]): Promise<void> {
  const first = await store.entries.list('owner', {}, 50)
  const ids = first.rows.map((row) => row.id)
  const time = async (what: string, times: number, work: () => Promise<unknown>) => {
    const taken: number[] = []
    for (let index = 0; index < times; index++) {
      const startedAt = performance.now()
      await work()
      taken.push(performance.now() - startedAt)
    }
    rows.push({ what, figures: { p50_ms: round(percentile(taken, 0.5)), p95_ms: round(percentile(taken, 0.95)) } })
  }
  await time('unread list, 50', 200, () => store.entries.list('owner', { isUnread: true }, 50))
  await time('one feed, 50', 200, () => store.entries.list('owner', { feedId: feeds[3]! }, 50))
  await time('one entry', 200, () => store.entries.find('owner', ids[7]!))
  await time('50 entries with content', 50, () => store.entries.findMany('owner', ids))
  await time('unread count', 200, () => store.entries.unreadCount('owner', {}))
  await time('feeds with counts', 50, () => store.feeds.list('owner'))
  for (const { word, oneIn } of markers)
    await time(`search, 1 in ${oneIn}, 30 hits`, 50, () => store.entries.search(word, 30))
  await time('mark one read', 20, () => store.entries.setRead('owner', [ids[0]!], true, at(3)))
  await time('mark all read', 1, () => store.entries.markAllRead('owner', {}, at(3)))
  await time('unread list when all is read', 50, () => store.entries.list('owner', { isUnread: true }, 50))
  await time('claim 60 jobs', 20, () => store.jobs.claim('ingest-entry', 60, 60_000, at(3)))
}

function outcome(feedId: FeedId, minute: number, result: PollOutcome['result']): PollOutcome {
  return { feedId, at: at(minute), nextPollAt: at(minute + 60), intervalMinutes: 60, result }
}

function makeEntry(feed: number, number: number): PolledEntry {
  const random = randomNumbers(feed * 1_000 + number)
  const paragraphs: string[] = []
  for (let length = 0; length < 3_200; length = paragraphs.join('').length) paragraphs.push(sentences(random, 4))
  for (const { word, oneIn } of markers) if ((feed * 31 + number * 7) % oneIn === 0) paragraphs.push(`${word} `)
  const html = paragraphs
    .map((text) => `<p>${text}<a href="http://127.0.0.1/a/${feed}/${number}?utm_source=rss">${wordOf(random)}</a></p>`)
    .join('')
  return {
    entry: {
      key: `urn:farm:${feed}:${number}`,
      url: `http://127.0.0.1/a/${feed}/${number}`,
      title: sentences(random, 1),
      publishedAt: new Date(newest - (29 - number) * 6 * 3_600_000).toISOString(),
      authors: [{ name: wordOf(random) }],
      categories: [wordOf(random)],
      summaryHtml: sentences(random, 1),
      contentHtml: html,
      enclosures: [],
    },
    contentHash: `${feed}-${number}-0123456789abcdef`,
    text: () => paragraphs.join('\n'),
  }
}

function sentences(random: () => number, count: number): string {
  return Array.from({ length: count * 12 }, (_, index) => wordOf(random) + (index % 12 === 11 ? '.' : '')).join(' ')
}

/** Words by Zipf's law: word k about in proportion to 1/k, of 20,000. */
function wordOf(random: () => number): string {
  const rank = Math.floor(Math.exp(random() * Math.log(20_000)))
  return (rank * 7_919).toString(36).replace(/\d/g, (digit) => 'aeioubcdfg'[Number(digit)] ?? 'x')
}

function at(minute: number): string {
  return new Date(newest + minute * 60_000).toISOString()
}

function walMb(path: string): number {
  return Math.round((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) / 1e6)
}
