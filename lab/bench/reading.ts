import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntryId, FeedId } from '../../src/core/ids.ts'
import { ownerId } from '../../src/core/reader-identity.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { PollOutcome, Store } from '../../src/store/store.ts'
import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'

const READERS = sized(50, 4)
const MARKS = sized(3_000, 30)
const PAGE = 50
const startedAt = Date.parse('2026-08-20T12:00:00Z')

/**
 * What reading costs when many read the same feeds: marking all read at two sizes, counters, the unread list with every
 * reader's marks in place, and whether a poll gets dearer with readers. `--sizes` are entries in the instance.
 */
export const bench: Bench = async ({ feeds, database, sizes = sized([31_000, 155_000], [300]) }) => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const rows: Row[] = []
  let dialect = ''
  try {
    // A server is filled once, with the largest size.
    for (const size of database === undefined ? sizes : sizes.slice(-1)) {
      await using store = await openStore(database ?? join(folder, `${size}.db`))
      dialect = store.dialect
      await measureAt(store, feeds, size, rows)
    }
    return {
      name: 'reading',
      load: `${feeds} feeds, ${READERS} readers of all of them with ${MARKS} marks each; ${dialect}`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: [
        'Marks stand on the newest entries, where they are most in the way of an unread list; then each feed brings one entry more.',
        'A database given with --database is filled and stays so: give an empty one.',
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAt(store: Store, feedCount: number, size: number, rows: Row[]): Promise<void> {
  const urls = Array.from({ length: feedCount }, (_, index) => ({
    url: `https://outlet-${index}.example/feed.xml`,
    folder: `Folder ${index % 40}`,
  }))
  const feeds = (await store.feeds.addMany(ownerId, urls, at(0))).added
  const perFeed = Math.round(size / feedCount)
  for (let batch = 0; batch < perFeed; batch += 10) await poll(store, feeds, batch, Math.min(10, perFeed - batch))
  const minute = perFeed
  const label = `${(feedCount * perFeed).toLocaleString('en')} entries`
  const pollAlone = await timesOf(5, (turn) => poll(store, feeds.slice(0, 1), minute + 10 + 30 * turn, 30))

  const readers = [ownerId, ...Array.from({ length: READERS - 1 }, (_, index) => `reader-${index}`)]
  const pick = random(7)
  for (const [index, reader] of readers.entries()) {
    if (reader !== ownerId) await store.feeds.subscribe(reader, 'all', at(minute))
    // One in two has read all that came before today; one in four has read the newest of much, which is in the way of a list.
    if (index % 2 === 1) await store.entries.markAllRead(reader, {}, at(minute))
    const newest = await idsOf(store, reader, index % 4 === 0 ? MARKS : 4 * MARKS)
    const chosen = newest.filter(() => pick() < MARKS / newest.length)
    await store.entries.setRead(reader, chosen, true, at(minute))
    for (const id of chosen.slice(0, 20)) await store.entries.setStarred(reader, id, true, at(minute))
    await store.entries.setRead(reader, chosen.slice(0, 50), false, at(minute))
  }
  await poll(store, feeds, minute + 700, 1)
  const pollMany = await timesOf(5, (turn) => poll(store, feeds.slice(0, 1), minute + 310 + 30 * turn, 30))
  rows.push({ what: `poll of 30 entries, 1 reader, ms (${label})`, figures: figuresOf(pollAlone) })
  rows.push({ what: `poll of 30 entries, ${READERS} readers, ms (${label})`, figures: figuresOf(pollMany) })

  const any = (turn: number) => readers[turn % READERS]!
  const lists = async (what: string, list: (reader: string) => Promise<unknown>, of: readonly string[] = readers) =>
    rows.push({
      what: `${what}, ms (${label})`,
      figures: figuresOf(await timesOf(sized(400, 4), (turn) => list(of[turn % of.length]!))),
    })
  await lists('unread list of 50', (reader) => store.entries.list(reader, { isUnread: true }, PAGE))
  const cursors = new Map<string, string>()
  for (const reader of readers) {
    const { next } = await store.entries.listIds(reader, { isUnread: true }, 20 * PAGE)
    if (next !== undefined) cursors.set(reader, next)
  }
  await lists('the same, page 21', (reader) =>
    store.entries.list(reader, { isUnread: true }, PAGE, cursors.get(reader)),
  )
  const caughtUp = readers.filter((_, index) => index % 2 === 1)
  await lists(
    'unread list of 50, nearly caught up',
    (reader) => store.entries.list(reader, { isUnread: true }, PAGE),
    caughtUp,
  )
  await lists('unread of a folder', (reader) =>
    store.entries.list(reader, { folder: 'Folder 3', isUnread: true }, PAGE),
  )
  await lists('whole river, 50', (reader) => store.entries.list(reader, {}, PAGE))
  await lists('starred', (reader) => store.entries.list(reader, { isStarred: true }, PAGE))
  await lists('counter over all feeds', (reader) => store.entries.unreadCount(reader, {}))
  await lists('feeds with counters', async (reader) => store.feeds.list(reader))
  const ids = (await store.entries.list(ownerId, { isUnread: true }, PAGE)).rows.map(({ id }) => id)
  await lists('mark one read', (reader) => store.entries.setRead(reader, [ids[0]!], true, at(minute)))
  const marked = await timesOf(20, (turn) => store.entries.markAllRead(any(turn), {}, at(99_999), `undo ${turn}`))
  const undone = await timesOf(20, (turn) => store.entries.undoMarkAllRead(any(turn), `undo ${turn}`, at(99_999)))
  rows.push({ what: `mark all read, kept for undoing, ms (${label})`, figures: figuresOf(marked) })
  rows.push({ what: `undo of that, ms (${label})`, figures: figuresOf(undone) })
  const { sizeBytes } = await store.check()
  rows.push({ what: `disk (${label})`, figures: { mb: Math.round(sizeBytes / 1e6) } })
}

/** The newest ids of a reader's river. */
async function idsOf(store: Store, reader: string, count: number): Promise<readonly EntryId[]> {
  return (await store.entries.listIds(reader, {}, count)).rows.map(({ id }) => id)
}

async function poll(store: Store, feeds: readonly FeedId[], from: number, count: number): Promise<void> {
  for (let start = 0; start < feeds.length; start += 100)
    await store.feeds.savePolls(
      feeds.slice(start, start + 100).map(
        (feedId): PollOutcome => ({
          feedId,
          at: at(from + count),
          nextPollAt: at(999_999),
          intervalMinutes: 60,
          isIngestedByCaller: true,
          result: {
            kind: 'parsed',
            title: `Outlet ${feedId}`,
            validators: {},
            bodyHash: `${from}`,
            entries: Array.from({ length: count }, (_, index) => entryOf(feedId, from + index)),
          },
        }),
      ),
    )
}

function entryOf(feedId: FeedId, minute: number) {
  const text = `Words of entry ${minute} in feed ${feedId}, a few more than a line holds, as an excerpt has them.`
  return {
    entry: {
      key: `${feedId} ${minute}`,
      url: `https://outlet-${feedId}.example/${minute}`,
      title: `Headline number ${minute} of outlet ${feedId}`,
      authors: [],
      categories: [],
      enclosures: [],
      publishedAt: new Date(startedAt + minute * 60_000 + (Number(feedId) % 60) * 1_000).toISOString(),
      contentHtml: `<p>${text}</p>`,
    },
    contentHash: `${feedId} ${minute}`,
    text: () => text,
  }
}

async function timesOf(count: number, work: (turn: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const from = performance.now()
    await work(turn)
    times.push(performance.now() - from)
  }
  return times
}

function figuresOf(times: readonly number[]): Record<string, number> {
  return { p50: round(percentile(times, 0.5)), p99: round(percentile(times, 0.99)) }
}

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function at(minutes: number): string {
  return new Date(startedAt + minutes * 60_000).toISOString()
}
