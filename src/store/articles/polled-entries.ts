import type { FeedEntry } from '../../core/entry.ts'
import { nth } from '../../core/nth.ts'
import { linkKeyOf } from '../../core/text/link-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import { addMs, normalizedTime } from '../engine/times.ts'
import type { PollOutcome, PushOutcome } from '../feeds/polls.ts'
import { type EarlierEntry, readEarlier } from '../search/find-earlier.ts'
import { toContentColumns, toFeedEntry } from './entry-content.ts'
import { entryPicture, savePictures } from './entry-pictures.ts'
import { withoutRemoved } from './removed-entries.ts'
import { arrivalKey, matchArrivals } from './reused-keys.ts'
import {
  type ArrivedEntry,
  enqueueIngest,
  excerptOf,
  indexWritten,
  isToIngest,
  type WrittenEntry,
} from './written-entries.ts'

export type EntriesSaved = {
  newCount: number
  revisedCount: number
  firstSequence: number
  lastSequence: number
  /** Of the new ones. */
  readonly sequences: number[]
}

/** Older entries are ingested when somebody opens them. */
export const ingestWithinMs = 7 * 24 * 3_600_000

/**
 * Writes the new and changed entries of many polls and returns their number by feed. `hasEntries` tells which feeds have entries:
 * only in those can an entry have changed its key. Entries of newsletter feeds (`letters`) belong to one reader: they are neither
 * ingested as articles, which everybody sees, nor indexed for everybody's search.
 */
export async function saveEntries(
  engine: Engine,
  tx: Tx,
  outcomes: readonly (PollOutcome | PushOutcome)[],
  hasEntries: (feedId: number) => boolean,
  letters: ReadonlySet<number>,
): Promise<ReadonlyMap<number, EntriesSaved>> {
  const delivered = outcomes.flatMap((outcome) => arrivals(outcome, letters.has(toNumber(outcome.feedId))))
  const saved = new Map<number, EntriesSaved>()
  if (delivered.length === 0) return saved
  const { arrived, known } = await matchArrivals(engine, tx, delivered)
  const unknown = await withoutRemoved(
    engine,
    tx,
    arrived.filter((arrival) => !known.has(arrivalKey(arrival))),
  )
  // A newsletter issue never changes its id; one with another's title and link is another issue.
  const toLookFor = unknown.filter(
    ({ feedId, isIngestedByCaller, isLetter }) => !isIngestedByCaller && !isLetter && hasEntries(feedId),
  )
  const earlier = await readEarlier(engine, tx, arrived, toLookFor)
  const fresh: WrittenEntry[] = []
  const changed: ChangedEntry[] = []
  const isUnknown = new Set(unknown)
  for (const arrival of arrived) {
    const before = known.get(arrivalKey(arrival)) ?? earlier.get(arrival)
    if (!before && !isUnknown.has(arrival)) continue
    if (!before) fresh.push({ ...arrival, text: arrival.polled.text() })
    else if (before.content_hash !== arrival.polled.contentHash || before.key !== arrival.key)
      changed.push({ ...arrival, text: arrival.polled.text(), before })
  }
  const sequences = await insertFresh(engine, tx, fresh)
  const revised = await replaceChanged(engine, tx, changed)
  fresh.forEach(({ feedId }, index) => {
    const of = countsOf(saved, feedId)
    of.newCount++
    of.sequences.push(nth(sequences, index))
    of.firstSequence = Math.min(of.firstSequence, nth(sequences, index))
    of.lastSequence = Math.max(of.lastSequence, nth(sequences, index))
  })
  for (const { feedId } of revised) countsOf(saved, feedId).revisedCount++
  return saved
}

/** The entries of one poll, oldest first, each key once, so that the newest of a feed gets the highest sequence. */
function arrivals(outcome: PollOutcome | PushOutcome, isLetter: boolean): readonly ArrivedEntry[] {
  if (outcome.result.kind !== 'parsed' && outcome.result.kind !== 'pushed') return []
  const seen = new Set<string>()
  const feedId = toNumber(outcome.feedId)
  const once: ArrivedEntry[] = []
  const recentFrom = addMs(outcome.at, -ingestWithinMs)
  const isIngestedByCaller = 'isIngestedByCaller' in outcome && outcome.isIngestedByCaller === true
  for (const polled of outcome.result.entries) {
    const key = safeKey(polled.entry.key)
    if (seen.has(key)) continue
    seen.add(key)
    once.push({ feedId, key, at: outcome.at, polled, isIngestedByCaller, isLetter, recentFrom })
  }
  return once.reverse()
}

/** Inserts new entries, with what is shown, searched and ingested of them. Returns their sequences, in the same order. */
export async function insertFresh(engine: Engine, tx: Tx, fresh: readonly WrittenEntry[]): Promise<readonly number[]> {
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
  // Sequences ascend in row order.
  const sequences = inserted.map((row) => row.sequence).sort((a, b) => a - b)
  await engine.insertMany(
    tx,
    'entry_content',
    fresh.map(({ polled, key }, index) => ({
      sequence: nth(sequences, index),
      ...toContentColumns(polled.entry, key, engine.compresses),
    })),
  )
  await savePictures(engine, tx, illustrated(fresh, sequences))
  await indexWritten(engine, tx, fresh, sequences)
  await enqueueIngest(
    engine,
    tx,
    fresh.flatMap((arrival, index) => (isToIngest(arrival) ? { sequence: nth(sequences, index), at: arrival.at } : [])),
  )
  return sequences
}

/** The entries whose feed gives a picture. Those of newsletters have none in lists: it may count who reads them. */
function illustrated(entries: readonly WrittenEntry[], sequences: readonly number[]) {
  return entries.flatMap(({ feedId, polled, isLetter }, index) => {
    const picture = isLetter ? undefined : entryPicture(polled.picture?.(), 'feed')
    return picture ? [{ sequence: nth(sequences, index), feedId, picture }] : []
  })
}

/** An entry's time in lists. A missing or future time becomes that of the poll, so that such entries don't stay on top. */
function publishedAt(said: string | undefined, at: string): string {
  const published = normalizedTime(said)
  return published === undefined || published > at ? at : published
}

function countsOf(saved: Map<number, EntriesSaved>, feedId: number): EntriesSaved {
  const known = saved.get(feedId)
  if (known) return known
  const none = { newCount: 0, revisedCount: 0, firstSequence: Number.POSITIVE_INFINITY, lastSequence: 0, sequences: [] }
  saved.set(feedId, none)
  return none
}

/** A new version of an entry the feed had before, under this key or another. */
type ChangedEntry = WrittenEntry & { readonly before: EarlierEntry }

/**
 * Replaces entries in place. A changed title or text is a revision: the previous one is stored, and search and article are redone. A
 * changed key, another link to the same page, or other changed fields overwrite the entry without a revision. Returns the revisions.
 */
async function replaceChanged(
  engine: Engine,
  tx: Tx,
  changed: readonly ChangedEntry[],
): Promise<readonly ChangedEntry[]> {
  if (changed.length === 0) return []
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('entry_content', 'entry_content.sequence', 'entry.sequence')
    .select(['entry.sequence', 'entry.key', 'entry.url', 'entry.title', 'entry.article_id'])
    .select(['entry_content.content_html', 'entry_content.summary_html', 'entry_content.packed', 'entry_content.rest'])
    .where(
      engine.isIn(
        'entry.sequence',
        changed.map(({ before }) => before.sequence),
      ),
    )
    .execute()
  const delivered = new Map(rows.map((row) => [row.sequence, { entry: toFeedEntry(row), articleId: row.article_id }]))
  const revised = changed.filter(({ before, polled }) => {
    const was = delivered.get(before.sequence)
    return !was || !saysTheSame(was.entry, polled.entry)
  })
  await engine.insertMany(
    tx,
    'entry_revision',
    revised.flatMap(({ before, at }) => {
      const was = delivered.get(before.sequence)
      if (!was) return []
      const body = JSON.stringify(was.entry)
      return { sequence: before.sequence, content_hash: before.content_hash, replaced_at: at, body }
    }),
    { ifExists: 'ignore' },
  )
  await engine.updateMany(
    tx,
    'entry',
    'sequence',
    changed.map(({ before, key, polled: { entry, contentHash }, text }) => ({
      sequence: before.sequence,
      key,
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
    changed.map(({ before, polled, key }) => ({
      sequence: before.sequence,
      ...toContentColumns(polled.entry, key, engine.compresses),
    })),
  )
  const unread = changed.filter(({ before }) => delivered.get(before.sequence)?.articleId == null)
  const places = unread.map(({ before }) => before.sequence)
  await savePictures(engine, tx, illustrated(unread, places))
  const sequences = revised.map(({ before }) => before.sequence)
  await indexWritten(engine, tx, revised, sequences)
  const toIngest = revised.filter(
    (arrival) =>
      isToIngest(arrival) || (delivered.get(arrival.before.sequence)?.articleId != null && !arrival.isIngestedByCaller),
  )
  await enqueueIngest(
    engine,
    tx,
    toIngest.map(({ before, at }) => ({ sequence: before.sequence, at })),
  )
  return revised
}

/** The same title and text, for the same page even if it is linked differently or its site moved to another host. */
function saysTheSame(one: FeedEntry, other: FeedEntry): boolean {
  if (one.title !== other.title || one.contentHtml !== other.contentHtml || one.summaryHtml !== other.summaryHtml)
    return false
  return one.url === other.url || linkKeyOf(one.url)?.path === linkKeyOf(other.url)?.path
}
