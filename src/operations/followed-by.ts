import type { Follow } from '../core/marks.ts'
import type { OutlinedStory } from '../store/store.ts'

/**
 * Whether a story is about somebody or something that is followed: the story itself, whom or what it names, or its section.
 * That an outlet is followed raises none of its stories: it would raise all it prints.
 */
export function followedBy(follows: readonly Pick<Follow, 'kind' | 'target'>[]): (story: OutlinedStory) => boolean {
  const targets = (kind: Follow['kind']) =>
    new Set(follows.filter((each) => each.kind === kind).map((each) => each.target))
  const [stories, entities, topics] = [targets('story'), targets('entity'), targets('topic')]
  return ({ id, section, outline }) =>
    stories.has(id) ||
    (section !== undefined && topics.has(section)) ||
    (entities.size > 0 && outline.entityIds.some((entity) => entities.has(entity)))
}
