import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'

/** Figures of sources, by source number. */
export type SourceFigures = {
  readonly articles: ReadonlyMap<number, number>
  readonly edited: ReadonlyMap<number, number>
  readonly own: ReadonlyMap<number, number>
  readonly stories: ReadonlyMap<number, number>
  readonly firsts: ReadonlyMap<number, number>
}

/** Figures of feeds with this many entries in all are read at once, in some hundredths of a second. */
const ENTRIES_AT_ONCE = 5_000
/** Entries counted for each source itself: one without feeds has articles, too. */
const ENTRIES_OF_NONE = 10

/** Figures that took longer than this to read are cached for this many times as long. */
const LONG_MS = 200
const KEPT_TIMES = 50

/**
 * Reads figures, or returns cached ones where reading took long: they count years of articles, and a million take seconds.
 * Concurrent calls share one read.
 */
export function cachedFigures(
  read: () => Promise<SourceFigures>,
  nowMs = () => performance.now(),
): () => Promise<SourceFigures> {
  let kept: Promise<SourceFigures> | undefined
  let until = 0
  return () => {
    if (kept && nowMs() < until) return kept
    const from = nowMs()
    until = Number.POSITIVE_INFINITY
    const reading = read()
    kept = reading
    reading.then(
      () => {
        const tookMs = nowMs() - from
        until = tookMs < LONG_MS ? 0 : nowMs() + tookMs * KEPT_TIMES
      },
      () => {
        until = 0
      },
    )
    return reading
  }
}

/** For all sources. On SQLite in batches, since every other request waits for each answer. */
export async function figuresOfAll(engine: Engine): Promise<SourceFigures> {
  if (engine.dialect !== 'sqlite') return figuresOf(engine)
  const sources = await engine.reader
    .selectFrom('source')
    .leftJoin('feed', 'feed.source_id', 'source.id')
    .select(['source.id', sql<number>`coalesce(sum(feed.entry_count), 0)`.as('entries')])
    .groupBy('source.id')
    .execute()
  const parts: SourceFigures[] = []
  for (const ids of sourceBatches(sources)) parts.push(await figuresOf(engine, ids))
  return {
    articles: joined(parts.map(({ articles }) => articles)),
    edited: joined(parts.map(({ edited }) => edited)),
    own: joined(parts.map(({ own }) => own)),
    stories: joined(parts.map(({ stories }) => stories)),
    firsts: joined(parts.map(({ firsts }) => firsts)),
  }
}

/** Batches of sources with about as many entries; a large source is alone. */
export function sourceBatches(
  sources: readonly { readonly id: number; readonly entries: number }[],
): readonly (readonly number[])[] {
  const batches: number[][] = []
  let room = 0
  for (const { id, entries } of sources) {
    const weight = entries + ENTRIES_OF_NONE
    if (weight > room) {
      batches.push([])
      room = ENTRIES_AT_ONCE
    }
    batches.at(-1)!.push(id)
    room -= weight
  }
  return batches
}

/** One narrow query per figure: each is answered from an index, where a single query would read every row. */
export async function figuresOf({ reader, isIn }: Engine, ids?: readonly number[]): Promise<SourceFigures> {
  const articles = reader
    .selectFrom('article')
    .select(['source_id as id', sql<number>`count(*)`.as('count')])
    .$if(ids !== undefined, (query) => query.where(isIn('source_id', ids!)))
    .groupBy('source_id')
  const memberships = reader
    .selectFrom('membership')
    .$if(ids !== undefined, (query) => query.where(isIn('source_id', ids!)))
    .groupBy('source_id')
  const firsts = reader
    .selectFrom('story')
    .select(['first_source_id as id', sql<number>`count(*)`.as('count')])
    .where('outlet_count', '>=', 2)
    .where('first_source_id', 'is not', null)
    .$if(ids !== undefined, (query) => query.where(isIn('first_source_id', ids!)))
    .groupBy('first_source_id')
  const share = sql<number>`avg(own)`.as('count')
  const stories = sql<number>`count(distinct story_id)`.as('count')
  return {
    articles: await counted(articles),
    edited: await counted(articles.where('revision_count', '>', 1)),
    own: await counted(memberships.select(['source_id as id', share]).where('own', 'is not', null)),
    stories: await counted(memberships.select(['source_id as id', stories])),
    firsts: await counted(firsts),
  }
}

async function counted(query: {
  execute(): Promise<readonly { readonly id: number | null; readonly count: number }[]>
}): Promise<ReadonlyMap<number, number>> {
  const rows = await query.execute()
  await nextTurn()
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])))
}

function joined(parts: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  return new Map(parts.flatMap((part) => [...part]))
}
