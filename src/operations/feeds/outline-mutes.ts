import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { MuteTarget } from '../../story/apply-mutes.ts'
import type { OperationContext } from '../operation.ts'

/** A story as mutes match it, from its outline: it is about whom at least half of its articles name. */
export function mutableOutline({ id, title, section, outline }: OutlinedStory): MuteTarget {
  const lead = outline.line?.citation.exact
  return {
    texts: lead === undefined ? [title] : [title, lead],
    sources: outline.sources.map((source) => source.id),
    topics: section === undefined ? [] : [section],
    story: id,
    entities: outline.mainEntityIds,
  }
}

/** Leaves out the stories that came only from feeds the reader parked. */
export async function withoutParked(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  stories: readonly OutlinedStory[],
): Promise<readonly OutlinedStory[]> {
  const ids = stories.map(({ id }) => id)
  const parked = await store.feeds.storiesOnlyOfParked(reader.id, ids)
  return parked.size === 0 ? stories : stories.filter(({ id }) => !parked.has(id))
}
