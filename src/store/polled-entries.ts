import type { EntryId } from '../core/ids.ts'
import type { Engine, Tx } from './engine.ts'
import { toContentColumns, toFeedEntry } from './entry-content.ts'
import { enqueue } from './jobs.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { safeKey } from './safe-text.ts'
import type { PolledEntry, PollOutcome } from './store.ts'
import { addMs, normalizedTime } from './times.ts'

export type EntriesSaved = { newCount: number; revisedCount: number; firstSequence: number; lastSequence: number }

/** Older entries are ingested when somebody opens them. */
const ingestWithinMs = 7 * 24 * 3_600_000
const excerptLength = 300

type Arrived = {
  readonly feedId: number
  readonly key: string
  readonly at: string
  readonly polled: PolledEntry
  readonly isIngestedByCaller: boolean
  readonly isLetter: boolean
  /** Older than this it is not ingested. */
  readonly recentFrom: string
}
/** An arrival that is written: its text has been made. */
type Written = Arrived & { readonly text: string }
type Revised = Written & { readonly before: Known }
type Known = {
  readonly sequence: number
  readonly feed_id: number
  readonly key: string
  readonly content_hash: string
}

const knownColumns = ['sequence', 'feed_id', 'key', 'content_hash'] as const

/**
 * Writes what is new or changed among the entries of many polls; answers, by feed, how many that were. What comes in the feeds
 * of `letters` is for one reader: it is neither read as an article, which all would see, nor indexed for the search of all.
 */
export async function saveEntries(
  engine: Engine,
  tx: Tx,
  outcomes: readonly PollOutcome[],
  letters: ReadonlySet<number>,
): Promise<ReadonlyMap<number, EntriesSaved>> {
  const arrived = outcomes.flatMap((outcome) => arrivals(outcome, letters.has(toNumber(outcome.feedId))))
  const saved = new Map<number, EntriesSaved>()
  if (arrived.length === 0) return saved
  const known = new Map(
    (
      await engine.findMany(
        tx,
        'entry',
        arrived.map(({ feedId, key }) => ({ feed_id: feedId, key })),
        knownColumns,
      )
    ).map((row) => [`${row.feed_id} ${row.key}`, row]),
  )
  const fresh: Written[] = []
  const revised: Revised[] = []
  for (const arrival of arrived) {
    const before = known.get(`${arrival.feedId} ${arrival.key}`)
    if (!before) fresh.push({ ...arrival, text: arrival.polled.text() })
    else if (before.content_hash !== arrival.polled.contentHash)
      revised.push({ ...arrival, text: arrival.polled.text(), before })
  }
  const sequences = await insertFresh(engine, tx, fresh)
  await replaceRevised(engine, tx, revised)
  fresh.forEach(({ feedId }, index) => {
    const of = countsOf(saved, feedId)
    of.newCount++
    of.firstSequence = Math.min(of.firstSequence, sequences[index]!)
    of.lastSequence = Math.max(of.lastSequence, sequences[index]!)
  })
  for (const { feedId } of revised) countsOf(saved, feedId).revisedCount++
  return saved
}

/** The entries of one poll, oldest first, each key once: the newest of a feed gets the highest sequence. */
function arrivals(outcome: PollOutcome, isLetter: boolean): readonly Arrived[] {
  if (outcome.result.kind !== 'parsed') return []
  const seen = new Set<string>()
  const feedId = toNumber(outcome.feedId)
  const once: Arrived[] = []
  const recentFrom = addMs(outcome.at, -ingestWithinMs)
  const isIngestedByCaller = outcome.isIngestedByCaller === true
  for (const polled of outcome.result.entries) {
    const key = safeKey(polled.entry.key)
    if (seen.has(key)) continue
    seen.add(key)
    once.push({ feedId, key, at: outcome.at, polled, isIngestedByCaller, isLetter, recentFrom })
  }
  return once.reverse()
}

async function insertFresh(engine: Engine, tx: Tx, fresh: readonly Written[]): Promise<readonly number[]> {
  if (fresh.length === 0) return []
  const rows = fresh.map(({ feedId, key, at, polled: { entry, contentHash }, text }) => ({
    feed_id: feedId,
    key,
    url: entry.url ?? null,
    title: entry.title,
    excerpt: excerptOf(text),
    published_at: publishedAt(entry.publishedAt, at),
    fetched_at: at,
    content_hash: contentHash,
  }))
  const inserted = await engine.insertMany(tx, 'entry', rows, { returning: ['sequence'] })
  // Sequences ascend in the order of the rows.
  const sequences = inserted.map((row) => row.sequence).sort((a, b) => a - b)
  await engine.insertMany(
    tx,
    'entry_content',
    fresh.map(({ polled, key }, index) => ({
      sequence: sequences[index]!,
      ...toContentColumns(polled.entry, key, engine.packs),
    })),
  )
  await index(engine, tx, fresh, sequences)
  await enqueueIngest(
    engine,
    tx,
    fresh.flatMap((arrival, index) => (isToIngest(arrival) ? { sequence: sequences[index]!, at: arrival.at } : [])),
  )
  return sequences
}

async function replaceRevised(engine: Engine, tx: Tx, revised: readonly Revised[]): Promise<void> {
  if (revised.length === 0) return
  const sequences = revised.map(({ before }) => before.sequence)
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('entry_content', 'entry_content.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.key', 'entry.url', 'entry.title', 'entry.article_id'])
    .select(['entry_content.content_html', 'entry_content.summary_html', 'entry_content.packed', 'entry_content.rest'])
    .where(engine.isIn('entry.sequence', sequences))
    .execute()
  const delivered = new Map(rows.map((row) => [row.sequence, row]))
  await engine.insertMany(
    tx,
    'entry_revision',
    revised.flatMap(({ before, at }) => {
      const row = delivered.get(before.sequence)
      if (!row) return []
      const body = JSON.stringify(toFeedEntry(row))
      return { sequence: before.sequence, content_hash: before.content_hash, replaced_at: at, body }
    }),
    { ifExists: 'ignore' },
  )
  await engine.updateMany(
    tx,
    'entry',
    'sequence',
    revised.map(({ before, polled: { entry, contentHash }, text }) => ({
      sequence: before.sequence,
      url: entry.url ?? null,
      title: entry.title,
      excerpt: excerptOf(text),
      content_hash: contentHash,
    })),
  )
  await engine.updateMany(
    tx,
    'entry_content',
    'sequence',
    revised.map(({ before, polled, key }) => ({
      sequence: before.sequence,
      ...toContentColumns(polled.entry, key, engine.packs),
    })),
  )
  await index(engine, tx, revised, sequences)
  const toIngest = revised.filter(
    (arrival) =>
      isToIngest(arrival) ||
      (delivered.get(arrival.before.sequence)?.article_id != null && !arrival.isIngestedByCaller),
  )
  await enqueueIngest(
    engine,
    tx,
    toIngest.map(({ before, at }) => ({ sequence: before.sequence, at })),
  )
}

function index(engine: Engine, tx: Tx, arrived: readonly Written[], sequences: readonly number[]): Promise<void> {
  return engine.search.indexEntries(
    tx,
    arrived.flatMap(({ polled, text, isLetter }, index) =>
      isLetter ? [] : [{ sequence: sequences[index]!, title: polled.entry.title, text }],
    ),
  )
}

/** Newest first, since that is what a reader waits for. */
function enqueueIngest(
  engine: Engine,
  tx: Tx,
  entries: readonly { readonly sequence: number; readonly at: string }[],
): Promise<void> {
  return enqueue(
    engine,
    tx,
    entries
      .map(({ sequence, at }) => ({ kind: 'ingest-entry', key: fromNumber<EntryId>(sequence), runAt: at }))
      .reverse(),
  )
}

function isToIngest({ recentFrom, polled, isIngestedByCaller, isLetter }: Arrived): boolean {
  if (isIngestedByCaller || isLetter) return false
  const published = normalizedTime(polled.entry.publishedAt)
  return published === undefined || published >= recentFrom
}

/** Where an entry stands in lists. A time in the future, or none, is the time of the poll: such entries must not stay on top. */
function publishedAt(said: string | undefined, at: string): string {
  const published = normalizedTime(said)
  return published === undefined || published > at ? at : published
}

/** The first words of a text on one line, at most 300 characters, never half a surrogate pair. */
export function excerptOf(text: string): string {
  const start = text.slice(0, 2 * excerptLength).trimStart()
  const line = (/[^\S ]| {2}/.test(start) ? start.replace(/\s+/g, ' ') : start).slice(0, excerptLength).trimEnd()
  return line.isWellFormed() ? line : line.slice(0, -1).toWellFormed()
}

function countsOf(saved: Map<number, EntriesSaved>, feedId: number): EntriesSaved {
  const known = saved.get(feedId)
  if (known) return known
  const none = { newCount: 0, revisedCount: 0, firstSequence: Number.POSITIVE_INFINITY, lastSequence: 0 }
  saved.set(feedId, none)
  return none
}
