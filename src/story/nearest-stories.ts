import type { EntityId, StoryId } from '../core/ids.ts'
import type { NamedEntity } from '../core/story.ts'
import { contentStems, sharedCount, wordsOf } from './words.ts'

/** A story as a text is compared with it: what it is called, what its reports are called, whom they name. */
export type StoryToCompare = {
  readonly id: StoryId
  readonly titles: readonly string[]
  readonly entities: readonly NamedEntity[]
}

/** The text that looks for a story: title, text, and the names in it. */
export type TextToPlace = { readonly title: string; readonly text: string; readonly entityIds: readonly EntityId[] }

export type NearStory = { readonly id: StoryId; readonly score: number; readonly sharedNames: readonly string[] }

const openingLength = 1500
const titleWeight = 2
const namesShown = 4

/**
 * The stories a text could belong to, nearest first, for a person to choose from: by shared names, each the more the fewer of
 * the stories have it, and by shared words of title and opening. None that shares nothing.
 */
export function nearestStories(text: TextToPlace, stories: readonly StoryToCompare[], limit: number): NearStory[] {
  const counts = new Map<EntityId, number>()
  for (const { entities } of stories)
    for (const { entity } of entities) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1)
  const rarity = (id: EntityId) => Math.log((stories.length + 1) / (counts.get(id) ?? 1))
  const names = new Set(text.entityIds)
  const title = contentStems(wordsOf(text.title))
  const opening = contentStems(wordsOf(`${text.title}\n${text.text.slice(0, openingLength)}`))
  return stories
    .map(({ id, titles, entities }) => {
      const shared = entities.filter(({ entity }) => names.has(entity.id))
      const theirs = contentStems(wordsOf(titles.join('\n')))
      const words = sharedCount(opening, theirs) + titleWeight * sharedCount(title, theirs)
      const likeness = words / Math.sqrt(Math.max(1, theirs.size))
      const score = likeness + shared.reduce((sum, { entity }) => sum + rarity(entity.id), 0)
      const sharedNames = shared
        .toSorted((a, b) => rarity(b.entity.id) - rarity(a.entity.id))
        .slice(0, namesShown)
        .map(({ entity }) => entity.name)
      return { id, score: Math.round(score * 1000) / 1000, sharedNames }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}
