import { asId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { normalizedTime } from '../engine/times.ts'
import type { StoryFilter } from './stories.ts'
import { hasDossier } from './told-stories.ts'

/** The ids of visible stories in the news in a period, most important first. */
export async function storyIdsIn(
  { reader }: Engine,
  { from, until }: Pick<StoryFilter, 'from' | 'until'>,
): Promise<readonly StoryId[]> {
  const rows = await reader
    .selectFrom('story')
    .select('id')
    .where(hasDossier)
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
