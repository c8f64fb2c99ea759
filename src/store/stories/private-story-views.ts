import { sql } from 'kysely'
import { asId, type FeedId, type StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Dossier } from '../../core/story.ts'
import { outlineOf } from '../../core/story-outline.ts'
import { revisionCache } from '../articles/revision-cache.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import type { OutlinedStory, StoryFilter, StoryRow, StoryStore } from './stories.ts'
import { currentIds } from './story-aliases.ts'

/** How many parsed stories are cached: those of one reader's day. */
const mostKept = 200

/** A story written with private articles, for those who subscribe to all of `feeds`. */
export type PrivateStoryView = {
  readonly feeds: readonly FeedId[]
  readonly row: StoryRow & { readonly dossier: Dossier }
}

/** The distinct sets of private feeds that a story's readers have: each set gets its own version. */
export async function privateFeedSetsOf(engine: Engine, id: StoryId): Promise<readonly (readonly FeedId[])[]> {
  const { rows } = await sql<{ reader_id: string; feed_id: number }>`
    select distinct subscription.reader_id, subscription.feed_id from membership
    join private_article on private_article.article_id = membership.article_id
    join subscription on subscription.feed_id = private_article.feed_id
    where membership.story_id = ${id} order by subscription.reader_id, subscription.feed_id`.execute(engine.reader)
  const sets = [...Map.groupBy(rows, (row) => row.reader_id).values()].map((own) =>
    own.map((row) => Number(row.feed_id)),
  )
  return [...new Map(sets.map((set) => [set.join(), set.map(fromNumber<FeedId>)])).values()]
}

/** Replaces a story's versions for readers of private feeds. */
export async function savePrivateViews(
  engine: Engine,
  id: StoryId,
  tellings: readonly PrivateStoryView[],
): Promise<void> {
  // Most stories have none, and had none.
  const had = await engine.reader
    .selectFrom('private_telling')
    .select('feeds')
    .where('story_id', '=', id)
    .executeTakeFirst()
  if (!had && tellings.length === 0) return
  await engine.write(async (tx) => {
    const there = await tx.selectFrom('story').select('id').where('id', '=', id).executeTakeFirst()
    const before = await tx.selectFrom('private_telling').select('revision').where('story_id', '=', id).execute()
    if (before.length > 0) await tx.deleteFrom('private_telling').where('story_id', '=', id).execute()
    if (!there) return
    const revision = 1 + Math.max(0, ...before.map((row) => Number(row.revision)))
    await engine.insertMany(
      tx,
      'private_telling',
      tellings.map(({ feeds, row }) => ({
        story_id: id,
        feeds: feeds.join(),
        first_at: normalizedTime(row.firstAt) ?? row.firstAt,
        last_at: normalizedTime(row.lastAt) ?? row.lastAt,
        revision,
        body: JSON.stringify(row),
      })),
    )
  })
}

/** Hides a story with only private articles left from everybody else. */
export async function hideStory(engine: Engine, id: StoryId): Promise<void> {
  await engine.write(async (tx) => {
    await tx.updateTable('story').set({ has_dossier: 0 }).where('id', '=', id).execute()
    await sql`insert into private_story (story_id, feed_id) select distinct membership.story_id, private_article.feed_id
      from membership join private_article on private_article.article_id = membership.article_id
      where membership.story_id = ${id} on conflict do nothing`.execute(tx)
  })
}

/** The stories of a reader of private feeds: versions with these feeds' articles replace the public ones. */
export function withPrivateViews(engine: Engine, feeds: readonly number[], stories: StoryStore): StoryStore {
  const own = new Set(feeds.map(String))
  const parsed = revisionCache<StoryRow & { readonly dossier: Dossier }>(mostKept)
  const setsSeen = whileUnchanged(engine, async () => {
    const rows = await engine.reader.selectFrom('private_telling').select('feeds').distinct().execute()
    return rows.map((row) => row.feeds).filter((set) => set.split(',').every((id) => own.has(id)))
  })

  type Where =
    | { readonly ids: readonly string[] }
    | Pick<StoryFilter, 'from' | 'until'>
    /** Those between two ids, the first excluded. */
    | { readonly after: string; readonly upTo: string | undefined }

  /** Of several versions of a story, the one with most of what the reader may see. */
  async function tellings(where: Where): Promise<ReadonlyMap<StoryId, StoryRow & { readonly dossier: Dossier }>> {
    const sets = await setsSeen()
    if (sets.length === 0) return new Map()
    const rows = await engine.reader
      .selectFrom('private_telling')
      .select(['story_id', 'feeds', 'revision'])
      .where(engine.isIn('feeds', sets))
      .$if('ids' in where, (query) => query.where(engine.isIn('story_id', 'ids' in where ? where.ids : [])))
      .$if('from' in where, (query) =>
        query
          .where('last_at', '>=', 'from' in where ? (normalizedTime(where.from) ?? where.from) : '')
          .where('first_at', '<=', 'from' in where ? (normalizedTime(where.until) ?? where.until) : ''),
      )
      .$if('after' in where, (query) => query.where('story_id', '>', 'after' in where ? where.after : ''))
      .$if('after' in where && where.upTo !== undefined, (query) =>
        query.where('story_id', '<=', 'after' in where ? (where.upTo ?? '') : ''),
      )
      .execute()
    const best = [...Map.groupBy(rows, (row) => row.story_id).values()].map((of) =>
      nth(
        of.toSorted((a, b) => b.feeds.split(',').length - a.feeds.split(',').length),
        0,
      ),
    )
    const found = new Map<StoryId, StoryRow & { readonly dossier: Dossier }>()
    for (const { story_id, feeds: set, revision } of best) {
      const key = `${story_id} ${set}`
      const known = parsed.get(key, revision) ?? (await read(story_id, set))
      if (!known) continue
      parsed.set(key, revision, known)
      found.set(asId<StoryId>(story_id), known)
    }
    return found
  }

  async function read(id: string, set: string) {
    const row = await engine.reader
      .selectFrom('private_telling')
      .select('body')
      .where('story_id', '=', id)
      .where('feeds', '=', set)
      .executeTakeFirst()
    return row && (JSON.parse(row.body) as StoryRow & { readonly dossier: Dossier })
  }

  /** The public stories, with private versions replacing theirs, and those that only this reader has. */
  function joined<Row extends { readonly id: StoryId }>(rows: readonly Row[], instead: readonly Row[]): readonly Row[] {
    const ids = new Set(instead.map(({ id }) => id))
    return [...rows.filter(({ id }) => !ids.has(id)), ...instead]
  }

  async function outlined(where: Where): Promise<readonly OutlinedStory[]> {
    return [...(await tellings(where)).values()].map(({ dossier, ...row }) => ({ ...row, outline: outlineOf(dossier) }))
  }

  return {
    ...stories,
    async list(filter, limit) {
      const { language, section, sourceId } = filter
      const instead = [...(await tellings(filter)).values()].filter(
        (row) =>
          (language === undefined || row.language === language) &&
          (section === undefined || row.section === section) &&
          (sourceId === undefined || row.dossier.members.some((member) => member.sourceId === sourceId)),
      )
      return joined(await stories.list(filter, limit), instead)
        .toSorted(byWeight)
        .slice(0, limit)
    },
    async listRelated(period, limit) {
      const instead = [...(await tellings(period)).values()]
      return joined(await stories.listRelated(period, limit), instead)
    },
    async listOutlines(period) {
      return joined(await stories.listOutlines(period), await outlined(period))
    },
    async findOutlines(ids) {
      return joined(await stories.findOutlines(ids), await outlined({ ids }))
    },
    async listIds(period) {
      const rows = await stories.list(period, Number.MAX_SAFE_INTEGER)
      return joined(rows, [...(await tellings(period)).values()])
        .toSorted(byWeight)
        .map(({ id }) => id)
    },
    async walk(filter, after, limit) {
      const { rows, next } = await stories.walk(filter, after, limit)
      const instead = await tellings({ after, upTo: next })
      const wanted = [...instead.values()].filter(({ section }) => [undefined, section].includes(filter.section))
      const all = joined(
        rows.filter(({ id }) => !instead.has(id)),
        wanted,
      )
      return { rows: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)), ...(next !== undefined && { next }) }
    },
    async find(id) {
      const current = asId<StoryId>((await currentIds(engine, engine.reader, [id])).get(id) ?? id)
      return (await tellings({ ids: [current] })).get(current) ?? (await stories.find(current))
    },
    async findMany(ids) {
      const instead = await tellings({ ids })
      const found = new Map((await stories.findMany(ids)).map((row) => [row.id, row]))
      return ids.flatMap((id) => instead.get(id) ?? found.get(id) ?? [])
    },
  }
}

function byWeight(a: StoryRow, b: StoryRow): number {
  return (
    b.reportCount - a.reportCount ||
    b.articleCount - a.articleCount ||
    (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : a.id < b.id ? -1 : 1)
  )
}
