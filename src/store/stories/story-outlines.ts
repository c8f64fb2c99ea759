import { defined } from '../../core/defined.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { outlineOf } from '../../core/story-outline.ts'
import { revisionCache } from '../articles/revision-cache.ts'
import type { Engine } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'
import { normalizedTime } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { hasDossier } from './has-dossier.ts'
import type { OutlinedStory, StoryFilter } from './stories.ts'

/** A week of 1,700 stories a day, about a kilobyte each. With fewer, each view of the week would read thousands again. */
const cachedOutlines = 12_000
/** The lists of this many periods are cached until the next write: Today, and days somebody looks back at. */
const cachedPeriods = 4
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
      outlined(await withDossier(engine).where('last_at', '>=', from).where('first_at', '<=', until).execute()),
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

/** How many stories were in the news on each day from `from` to `until`, both included; days without any are left out. */
export async function dayCounts(
  engine: Engine,
  from: string,
  until: string,
): Promise<readonly { readonly day: string; readonly storyCount: number }[]> {
  const rows = await engine.reader
    .selectFrom('story')
    .select((eb) => [
      eb.fn<string>('substr', ['first_at', eb.val(1), eb.val(10)]).as('first'),
      eb.fn<string>('substr', ['last_at', eb.val(1), eb.val(10)]).as('last'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where(hasDossier)
    .where('last_at', '>=', `${from}T00:00:00.000Z`)
    .where('first_at', '<=', `${until}T23:59:59.999Z`)
    .groupBy(['first', 'last'])
    .execute()
  const counts = new Map<string, number>()
  for (const row of rows)
    for (let day = later(row.first, from); day <= row.last && day <= until; day = dayAfter(day))
      counts.set(day, (counts.get(day) ?? 0) + Number(row.count))
  return [...counts].map(([day, storyCount]) => ({ day, storyCount })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
