import { randomUUID } from 'node:crypto'
import { asId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { normalizedTime } from '../engine/times.ts'
import { hasDossier, hasTime } from './has-dossier.ts'
import type { StoryFilter } from './stories.ts'

/** Mints a story id: a UUID version 7 (RFC 9562 §5.7), so that ids ascend with time. */
export function newStoryId(nowMs: number = Date.now()): StoryId {
  const time = nowMs.toString(16).padStart(12, '0')
  const random = randomUUID()
  return asId<StoryId>(`${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`)
}

/** The ids of visible stories in the news in a period, most important first. */
export async function storyIdsIn(
  { reader }: Engine,
  { from, until }: Pick<StoryFilter, 'from' | 'until'>,
): Promise<readonly StoryId[]> {
  const rows = await reader
    .selectFrom('story')
    .select('id')
    .where(hasDossier)
    .where(hasTime)
    .where('last_at', '>=', normalizedTime(from) ?? from)
    .where('first_at', '<=', normalizedTime(until) ?? until)
    .orderBy('report_count', 'desc')
    .orderBy('article_count', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => asId<StoryId>(row.id))
}

/** Stories whose ids are in one of the ranges, including merged ones. */
export async function storyIdsBetween(
  { reader }: Engine,
  ranges: readonly (readonly [StoryId, StoryId])[],
): Promise<readonly StoryId[]> {
  if (ranges.length === 0) return []
  const found = await Promise.all(
    ranges.map(async ([least, most]) => {
      const stories = reader.selectFrom('story').select('id').where('id', '>=', least).where('id', '<=', most)
      const merged = reader.selectFrom('story_alias').select('id').where('id', '>=', least).where('id', '<=', most)
      return stories.unionAll(merged).orderBy('id').execute()
    }),
  )
  return found.flat().map((row) => asId<StoryId>(row.id))
}

/** Ids of visible stories by creation: ids ascend with time, so this needs no clock. */
export function storyNews({ reader }: Engine) {
  const visible = () => reader.selectFrom('story').select('id').where(hasDossier)
  return {
    /** The visible story created last. */
    async newest(): Promise<StoryId | undefined> {
      const row = await visible().orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && asId<StoryId>(row.id)
    },

    /** Visible stories created after this one, earliest first. */
    async createdAfter(id: StoryId, limit: number): Promise<readonly StoryId[]> {
      const rows = await visible().where('id', '>', id).orderBy('id').limit(limit).execute()
      return rows.map((row) => asId<StoryId>(row.id))
    },
  }
}
