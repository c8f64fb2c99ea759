import { type RawBuilder, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { outlineOf } from '../../core/story-outline.ts'
import { boundsOfDay } from '../../core/time/zone.ts'
import { revisionCache } from '../articles/revision-cache.ts'
import type { Engine } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'
import { normalizedTime } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { hasDossier, hasTime } from './has-dossier.ts'
import type { OutlinedStory, StoryFilter } from './stories.ts'

/** A week of 1,700 stories a day, about a kilobyte each. With fewer, each view of the week would read thousands again. */
const cachedOutlines = 12_000
/** The lists of this many periods are cached until the next write: Today, and days somebody looks back at. */
const cachedPeriods = 4
const DAY_MS = 86_400_000
/** Dossiers are read in batches of this size, so that other requests are served in between. */
const readAtOnce = 100

/**
 * Lists stories with the outlines of their dossiers, which are cached. Never stale: a story and its dossier change together, and the
 * revision is read each time.
 */
export function outlineList(engine: Engine) {
  const kept = revisionCache<OutlinedStory>(cachedOutlines)
  const listed = whileUnchanged(
    engine,
    async (from: string, until: string) =>
      outlined(
        await withDossier(engine).where(hasTime).where('last_at', '>=', from).where('first_at', '<=', until).execute(),
      ),
    cachedPeriods,
  )

  return {
    /** All stories of a period, unordered. */
    list: ({ from, until }: Pick<StoryFilter, 'from' | 'until'>): Promise<readonly OutlinedStory[]> =>
      listed(normalizedTime(from) ?? from, normalizedTime(until) ?? until),

    async findMany(ids: readonly StoryId[]): Promise<readonly OutlinedStory[]> {
      if (ids.length === 0) return []
      return outlined(await withDossier(engine).where(engine.isIn('story.id', ids)).execute())
    },
  }

  async function outlined(
    rows: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<readonly OutlinedStory[]> {
    const known = new Map(rows.map(({ id, revision }) => [id, kept.get(id, revision)]))
    const read = await readMissing(rows.filter(({ id }) => !known.get(id)).map(({ id }) => id))
    return rows.flatMap(({ id }) => known.get(id) ?? read.get(id) ?? [])
  }

  /** Reads each story with its dossier in one statement, so that both have the same revision. */
  async function readMissing(missing: readonly string[]): Promise<ReadonlyMap<string, OutlinedStory>> {
    const read = new Map<string, OutlinedStory>()
    for (let at = 0; at < missing.length; at += readAtOnce) {
      const rows = await selectRows(engine)
        .where(engine.isIn('story.id', missing.slice(at, at + readAtOnce)))
        .execute()
      for (const row of rows) {
        const story = toStory(row)
        read.set(row.id, story)
        kept.set(row.id, row.revision, story)
      }
      if (at + readAtOnce < missing.length) await new Promise((resolve) => setImmediate(resolve))
    }
    return read
  }
}

function withDossier(engine: Engine) {
  return engine.reader
    .selectFrom('story')
    .innerJoin('story_dossier', 'story_dossier.story_id', 'story.id')
    .select(['story.id', 'revision'])
    .where(hasDossier)
}

function selectRows(engine: Engine) {
  return withDossier(engine)
    .select(['title', 'language', 'section', 'first_at', 'last_at', 'changed_at'])
    .select(['article_count', 'report_count', 'body', 'packed'])
}

type OutlineRow = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

function toStory(row: OutlineRow): OutlinedStory {
  return {
    id: asId<StoryId>(row.id),
    title: row.title,
    language: row.language,
    ...defined({ section: row.section ?? undefined }),
    firstAt: row.first_at,
    lastAt: row.last_at,
    changedAt: row.changed_at,
    articleCount: row.article_count,
    reportCount: row.report_count,
    outline: outlineOf(JSON.parse(textOf(row.body, row.packed)) as Dossier),
  }
}

/**
 * How many stories were in the news on each calendar day of a time zone from `from` to `until` (`YYYY-MM-DD`), both included; days without
 * any are left out.
 */
export async function dayCounts(
  engine: Engine,
  from: string,
  until: string,
  timeZone: string,
): Promise<readonly { readonly day: string; readonly storyCount: number }[]> {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${until}T00:00:00Z`)]
  const days = Array.from({ length: 1 + (end - start) / DAY_MS }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  )
  const starts = days.map((day) => boundsOfDay(day, timeZone).from)
  const [first, last] = [indexIn('first_at', starts), indexIn('last_at', starts)]
  const rows = await engine.reader
    .selectFrom('story')
    .select([first.as('first'), last.as('last'), sql<number>`count(*)`.as('count')])
    .where(hasDossier)
    .where(hasTime)
    .where('last_at', '>=', boundsOfDay(from, timeZone).from)
    .where('first_at', '<=', boundsOfDay(until, timeZone).until)
    .groupBy(['first', 'last'])
    .execute()
  const counts = days.map(() => 0)
  for (const row of rows)
    for (let index = row.first; index <= row.last; index += 1) counts[index] = (counts[index] ?? 0) + Number(row.count)
  return days.flatMap((day, index) => (counts[index] ? [{ day, storyCount: counts[index] }] : []))
}

/** Which of the days that begin at `starts` a time is in: by halves, for any database; a time outside is in the first or last one. */
function indexIn(column: 'first_at' | 'last_at', starts: readonly string[], offset = 0): RawBuilder<number> {
  if (starts.length <= 1) return sql<number>`${sql.lit(offset)}`
  const half = starts.length >> 1
  const [before, after] = [starts.slice(0, half), starts.slice(half)]
  return sql<number>`case when ${sql.ref(column)} < ${sql.lit(after[0])} then ${indexIn(column, before, offset)} else ${indexIn(column, after, offset + half)} end`
}

/** The newest time before `from`, and the oldest after `until`, at which a story was in the news; ISO 8601. */
export async function newsAround(
  engine: Engine,
  from: string,
  until: string,
): Promise<{ readonly before?: string; readonly after?: string }> {
  const { reader } = engine
  const [before, after] = await Promise.all([
    reader
      .selectFrom('story')
      .select('last_at as at')
      .where(hasDossier)
      .where(hasTime)
      .where('last_at', '<', from)
      .orderBy('last_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
    reader
      .selectFrom('story')
      .select('first_at as at')
      .where(hasDossier)
      .where(hasTime)
      .where('first_at', '>', until)
      // So that the index leads there: it ends no earlier than it begins.
      .where('last_at', '>', until)
      .orderBy('first_at')
      .limit(1)
      .executeTakeFirst(),
  ])
  return defined({ before: before?.at, after: after?.at })
}
