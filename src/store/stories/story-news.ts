import { asId, type StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { hasDossier } from './told-stories.ts'

/** Ids of visible stories by creation: ids ascend with time, so this needs no clock. */
export function storyNews({ reader }: Engine) {
  const told = () => reader.selectFrom('story').select('id').where(hasDossier)
  return {
    /** The visible story created last. */
    async newest(): Promise<StoryId | undefined> {
      const row = await told().orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && asId<StoryId>(row.id)
    },

    /** Visible stories created after this one, earliest first. */
    async foundedAfter(id: StoryId, limit: number): Promise<readonly StoryId[]> {
      const rows = await told().where('id', '>', id).orderBy('id').limit(limit).execute()
      return rows.map((row) => asId<StoryId>(row.id))
    },
  }
}
