import type { StoryId } from '../core/ids.ts'
import { type Direction, middleOf } from '../core/meaning.ts'
import { linkByMeaning, type MeaningLink } from '../story/link-by-meaning.ts'
import { areNear } from '../story/link-languages.ts'
import type { RelationSummary } from '../story/relation-summary.ts'
import type { OperationContext } from './operation.ts'

/** A story is known by a few of its articles; of many stories the newest are compared. */
const articlesEach = 3
const mostCompared = 400

/**
 * The stories of other languages that the model of the house holds for close to one in meaning, with the name of that model.
 * Without such a model, or before it has read them: none.
 */
export async function meaningLinks(
  { store, model }: Pick<OperationContext, 'store' | 'model'>,
  stories: readonly RelationSummary[],
  id: StoryId,
): Promise<readonly (MeaningLink & { readonly model: string })[]> {
  const name = model.embeddingModel?.()
  const story = stories.find((one) => one.id === id)
  if (name === undefined || !story || stories.every(({ language }) => language === story.language)) return []
  const near = stories
    .filter((other) => areNear(story, other))
    .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
    .slice(0, mostCompared)
  const directions = await store.embeddings.ofStories(
    name,
    near.map((one) => one.id),
    articlesEach,
  )
  const meanings = new Map<StoryId, Direction>()
  for (const [storyId, some] of directions) {
    const middle = middleOf(some)
    if (middle) meanings.set(storyId, middle)
  }
  return linkByMeaning(near, meanings, id).map((link) => ({ ...link, model: name }))
}
