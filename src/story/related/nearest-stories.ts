import type { EntityId, StoryId } from '../../core/ids.ts'
import type { NamedEntity } from '../../core/story.ts'
import { contentStems, wordsOf } from '../words.ts'

/** A story for comparison with a text: its title, the titles of its reports, and the names in them. */
export type StoryToCompare = {
  readonly id: StoryId
  readonly titles: readonly string[]
  readonly entities: readonly NamedEntity[]
}

/** The text to find a story for: title, text, and the names in it. */
export type TextToPlace = { readonly title: string; readonly text: string; readonly entityIds: readonly EntityId[] }

type NearStory = { readonly id: StoryId; readonly score: number; readonly sharedNames: readonly string[] }

const openingLength = 1500
const titleWeight = 2
const namesShown = 4
/** A story that shares less than this part of what the nearest shares is not shown. */
const leastOfBest = 0.3

/**
 * The stories a text could belong to, nearest first, for a person to choose from. Scored by shared names and by shared words of title and
 * opening, rare ones counting more. Returns nothing rather than filler.
 */
export function nearestStories(text: TextToPlace, stories: readonly StoryToCompare[], limit: number): NearStory[] {
  const names = new Set(text.entityIds)
  const title = contentStems(wordsOf(text.title))
  const opening = contentStems(wordsOf(`${text.title}\n${text.text.slice(0, openingLength)}`))
  const compared = stories.map((story) => ({ ...story, stems: contentStems(wordsOf(story.titles.join('\n'))) }))
  const ofNames = rarityOf(compared.map(({ entities }) => entities.map(({ entity }) => entity.id)))
  const ofWords = rarityOf(compared.map(({ stems }) => [...stems]))
  const near = compared
    .map(({ id, entities, stems }) => {
      const shared = entities
        .map(({ entity }) => entity)
        .filter((entity) => names.has(entity.id))
        .toSorted((a, b) => ofNames(b.id) - ofNames(a.id))
      const words = [...stems].filter((stem) => opening.has(stem))
      const likeness = words.reduce((sum, stem) => sum + ofWords(stem) * (title.has(stem) ? titleWeight : 1), 0)
      const score = shared.reduce((sum, { id }) => sum + ofNames(id), 0) + likeness / Math.sqrt(Math.max(1, stems.size))
      const sharedNames = shared.slice(0, namesShown).map(({ name }) => name)
      return { id, score: Math.round(score * 1000) / 1000, sharedNames }
    })
    .sort((a, b) => b.score - a.score)
  const least = Math.max(0.001, leastOfBest * (near[0]?.score ?? 0))
  return near.filter(({ score }) => score >= least).slice(0, limit)
}

/** The rarity of a thing: the logarithm of how few holders have it. */
function rarityOf<Thing>(holders: readonly (readonly Thing[])[]): (thing: Thing) => number {
  const counts = new Map<Thing, number>()
  for (const things of holders) for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return (thing) => Math.log((holders.length + 1) / (counts.get(thing) ?? 1))
}
