import { sql } from 'kysely'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import { type CitedWords, readCitedWords } from './cited-words.ts'
import { touchedGroups } from './groups-to-keep.ts'
import { entriesOf, groupsOf, type OldGroup } from './old-groups.ts'
import { removeGroups } from './remove-groups.ts'
import { shrinkNext } from './shrink-inactive.ts'
import { saveWorkPosition, workPosition } from './work-positions.ts'

/** A story can have thirty articles, so this many documents are enough for one transaction. */
const documentsAtOnce = 30
const entriesAtOnce = 200

/** A walk reads all old articles, so once a day is enough. */
const betweenWalksMs = 20 * 3_600_000
/** Walks run once a day. After a gap this long, either the server was off or its clock is ahead, and nothing shows which. */
const longestGapMs = 3 * 86_400_000
/** So there is a day to correct the clock before anything is removed. */
const doubtMs = 86_400_000
/** Clocks of several machines differ by less. */
const apartMs = 3_600_000

const none: RemovedCounts = { entries: 0, articles: 0, stories: 0 }
type Place = { readonly document: number; readonly entry: number }

/** How much was removed for its age. */
export type RemovedCounts = { readonly entries: number; readonly articles: number; readonly stories: number }

/** The total removed, the first and the last time. ISO 8601, UTC. */
export type RemovedTotal = RemovedCounts & { readonly firstAt: string; readonly at: string }

/**
 * A walk over everything old, oldest first, in batches. Each batch is one transaction that also saves the position, so an
 * interrupted walk continues there; the next walk starts a day after the end of one. What somebody marked, or anything remaining
 * cites, is kept, together with its whole story.
 */
type RetentionWalk = {
  /** Removes what may go in the next batch; undefined at the end. */
  next(at: string): Promise<RemovedCounts | undefined>
}

/** How long articles are kept, and what is removed for its age. */
export function retentionStore(engine: Engine) {
  return {
    /** A walk over entries and articles that all arrived before a time. */
    async walk(before: string): Promise<RetentionWalk> {
      const cited = await readCitedWords(engine)
      return { next: (at) => engine.write((tx) => removeNext(engine, tx, { before, at, cited })) }
    },

    /** Everything removed for its age so far; undefined when nothing was. */
    async removedTotal(): Promise<RemovedTotal | undefined> {
      const row = await engine.reader.selectFrom('keeping').selectAll().where('name', '=', 'gone').executeTakeFirst()
      return row && { ...removedCounts(row), firstAt: row.first_at, at: row.at }
    },

    /**
     * For the next documents stored before a time: deletes what only serves to place new articles (fingerprints, vectors), and packs
     * their layers and dossiers. Returns the number of documents; 0 at the end. Safe to repeat.
     */
    shrink: (before: string, at: string): Promise<number> => shrinkNext(engine, before, at),
  }
}

export type RetentionStore = ReturnType<typeof retentionStore>

function removedCounts({ entries, articles, stories }: RemovedCounts): RemovedCounts {
  return { entries, articles, stories }
}

type Step = { readonly before: string; readonly at: string; readonly cited: CitedWords }

/** One batch: reads old articles, decides what may go, removes and counts it, and saves where the next batch begins. */
async function removeNext(engine: Engine, tx: Tx, { before, at, cited }: Step): Promise<RemovedCounts | undefined> {
  const last = await timeOf(tx, 'walk')
  // A walk dated more than an hour ahead was made by a clock that was ahead.
  if (last !== undefined && last > addMs(at, -betweenWalksMs) && last < addMs(at, apartMs)) return undefined
  if (last !== undefined && last < addMs(at, -longestGapMs) && (await isDoubtful(engine, tx, at))) return undefined
  const place = { document: await workPosition(tx, 'walk-documents'), entry: await workPosition(tx, 'walk-entries') }
  const found = (await oldArticles(engine, tx, before, place)) ?? (await oldEntries(engine, tx, before, place))
  await saveWorkPosition(engine, tx, 'walk-documents', found?.place.document ?? 0, at)
  await saveWorkPosition(engine, tx, 'walk-entries', found?.place.entry ?? 0, at)
  if (!found) {
    await saveWorkPosition(engine, tx, 'walk', 0, at)
    await tx.deleteFrom('keeping').where('name', '=', 'doubt').execute()
    return undefined
  }
  const isOld = ({ documents, entries }: OldGroup) =>
    documents.every((document) => document.at < before) && entries.every(({ cameAt }) => cameAt < before)
  const held = await lockGroups(engine, tx, found.groups.filter(isOld))
  const isTouched = await touchedGroups(engine, tx, held, cited)
  const going = held.filter((group) => !isTouched(group))
  if (going.length === 0) return none
  const gone = await removeGroups(engine, tx, going)
  await count(engine, tx, gone, at)
  return gone
}

/** True for the first day, by this clock, after a large gap since the last walk was noticed; records when that was. */
async function isDoubtful(engine: Engine, tx: Tx, at: string): Promise<boolean> {
  const since = await timeOf(tx, 'doubt')
  if (since !== undefined && since <= at) return since > addMs(at, -doubtMs)
  await saveWorkPosition(engine, tx, 'doubt', 0, at)
  return true
}

async function timeOf(tx: Tx, name: string): Promise<string | undefined> {
  return (await tx.selectFrom('keeping').select('at').where('name', '=', name).executeTakeFirst())?.at
}

/** The groups of the next old documents, or undefined at the end. Documents are in time order unless a clock was wrong. */
async function oldArticles(engine: Engine, tx: Tx, before: string, place: Place) {
  const rows = await tx
    .selectFrom('document')
    .select(['sequence', 'article_id', 'at'])
    .where('sequence', '>', place.document)
    .orderBy('sequence')
    .limit(documentsAtOnce)
    .execute()
  const old = rows.filter(({ at }) => at < before)
  const last = rows.at(-1)
  if (!last || old.length === 0) return undefined
  return {
    place: { ...place, document: last.sequence },
    groups: await groupsOf(engine, tx, [...new Set(old.map((row) => row.article_id))]),
  }
}

/** The next old entries that have no article, or whose article no longer exists; undefined when there are none. */
async function oldEntries(engine: Engine, tx: Tx, before: string, place: Place) {
  const rows = await tx
    .selectFrom('entry')
    .leftJoin('article', 'article.id', 'entry.article_id')
    .select(['entry.sequence', 'entry.fetched_at', 'article.id as article_id'])
    .where('entry.sequence', '>', place.entry)
    .orderBy('entry.sequence')
    .limit(entriesAtOnce)
    .execute()
  const old = rows.filter(({ fetched_at }) => fetched_at < before)
  const last = rows.at(-1)
  if (!last || old.length === 0) return undefined
  const unread = old.filter((row) => row.article_id === null)
  const entries = await entriesOf(
    engine,
    tx,
    'sequence',
    unread.map(({ sequence }) => sequence),
  )
  return {
    place: { ...place, entry: last.sequence },
    groups: entries.map((entry): OldGroup => ({ storyIds: [], articleIds: [], documents: [], entries: [entry] })),
  }
}

/**
 * Locks the entries and their counts until the transaction ends. Groups with an entry that somebody else has locked wait for the
 * next walk.
 */
async function lockGroups(engine: Engine, tx: Tx, groups: readonly OldGroup[]): Promise<readonly OldGroup[]> {
  const entries = groups.flatMap((group) => group.entries)
  const feedIds = [...new Set(entries.map(({ feedId }) => feedId))]
  await engine.lockFeeds(tx, feedIds)
  const readers = await tx
    .selectFrom('subscription')
    .select('reader_id')
    .distinct()
    .where(engine.isIn('feed_id', feedIds))
    .orderBy('reader_id')
    .execute()
  for (const { reader_id } of readers) await engine.lockSubscriptions(tx, reader_id, feedIds)
  const sequences = entries.map(({ sequence }) => sequence)
  const { rows } = await sql<{ sequence: number }>`
    select sequence from entry where ${engine.isIn('sequence', sequences)} ${engine.skipLocked}`.execute(tx)
  const held = new Set(rows.map((row) => Number(row.sequence)))
  return groups.filter((group) => group.entries.every(({ sequence }) => held.has(sequence)))
}

async function count(engine: Engine, tx: Tx, gone: RemovedCounts, at: string): Promise<void> {
  await engine.insertMany(tx, 'keeping', [{ name: 'gone', position: 0, ...removedCounts(gone), first_at: at, at }], {
    ifExists: `on conflict (name) do update set at = excluded.at, entries = keeping.entries + excluded.entries,
      articles = keeping.articles + excluded.articles, stories = keeping.stories + excluded.stories`,
  })
}
