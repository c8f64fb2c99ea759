import type { EntityId, SourceId, StoryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import { hasDossier } from './has-dossier.ts'
import type { StoryRow } from './stories.ts'

/** Which stories to walk. A story counts if any of its articles is in the period; `from` and `until` are ISO 8601. */
export type WalkFilter = {
  readonly from?: string
  readonly until?: string
  readonly section?: string
  readonly entityId?: EntityId
  readonly sourceId?: SourceId
}

/** `next`: where the next page begins; absent on the last one. */
export type StoryPage = { readonly rows: readonly StoryRow[]; readonly next?: StoryId }

/** The ids of visible stories after one, in the order of ids, which is that of their creation. */
export async function storyIdsAfter(
  { reader }: Engine,
  { from, until, section, entityId, sourceId }: WalkFilter,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('story')
    .select('id')
    .where(hasDossier)
    .where('id', '>', after)
    .$if(from !== undefined, (query) => query.where('last_at', '>=', normalizedTime(from!) ?? from!))
    .$if(until !== undefined, (query) => query.where('first_at', '<=', normalizedTime(until!) ?? until!))
    .$if(section !== undefined, (query) => query.where('section', '=', section!))
    .$if(entityId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('story_entity')
            .select('story_entity.story_id')
            .whereRef('story_entity.story_id', '=', 'story.id')
            .where('story_entity.entity_id', '=', entityId!),
        ),
      ),
    )
    .$if(sourceId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('story_source')
            .select('story_source.story_id')
            .whereRef('story_source.story_id', '=', 'story.id')
            .where('story_source.source_id', '=', toNumber(sourceId!)),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
