import { asId, type EntityId } from '../../core/ids.ts'
import type { Follow, Mute } from '../../core/marks.ts'
import { thingKey } from '../../core/text/thing-key.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { OperationContext } from '../operation.ts'
import type { FollowingView } from './mine-views.ts'

type Suggestion = FollowingView['suggestions'][number]

const MOST = 6
const FEWEST_STORIES = 2

/**
 * Whom and what most of some stories are about, with how many, then the sections they are in; what is followed or muted is
 * left out.
 */
export async function suggestFollows(
  { store }: { readonly store: { readonly entities: Pick<OperationContext['store']['entities'], 'find'> } },
  stories: readonly OutlinedStory[],
  marks: readonly (Follow | Mute)[],
): Promise<readonly Suggestion[]> {
  const known = new Set(marks.map(thingKey))
  const counted = (kind: Suggestion['kind'], targetsOf: (story: OutlinedStory) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const target of stories.flatMap(targetsOf)) counts.set(target, 1 + (counts.get(target) ?? 0))
    return [...counts]
      .filter(([target]) => !known.has(thingKey({ kind, target })))
      .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
      .slice(0, MOST)
  }
  const entities = counted('entity', ({ outline }) => outline.mainEntityIds)
  const sections = counted('topic', ({ section }) => (section === undefined ? [] : [section]))
  const named = await Promise.all(
    entities
      .filter(([, storyCount]) => storyCount >= FEWEST_STORIES)
      .map(async ([target, storyCount]) => {
        const found = await store.entities.find(asId<EntityId>(target))
        return found ? [{ kind: 'entity' as const, target, label: found.entity.name, storyCount }] : []
      }),
  )
  return [
    ...named.flat(),
    ...sections.map(([target, storyCount]) => ({ kind: 'topic' as const, target, label: target, storyCount })),
  ]
}
