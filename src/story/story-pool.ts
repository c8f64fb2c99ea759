import type { RelationSummary } from './related/relation-summary.ts'
import { type StorySimilarity, storySimilarities } from './related/similarity.ts'

/** The stories among which one is related, prepared once for all lookups. */
export type StoryPool = {
  readonly stories: readonly RelationSummary[]
  readonly likeness: StorySimilarity
  /** 1 for a name in only two stories, falling towards 0 for one in half of them. */
  rarityOf(entityId: string): number
}

/** Prepares stories; thousands of them take tens of milliseconds. */
export function poolOf(stories: readonly RelationSummary[]): StoryPool {
  const counts = new Map<string, number>()
  for (const { entities } of stories) for (const { id } of entities) counts.set(id, (counts.get(id) ?? 0) + 1)
  const total = Math.max(8, stories.length)
  return {
    stories,
    likeness: storySimilarities(stories),
    rarityOf: (id) => Math.max(0, Math.log(total / 2 / Math.max(1, (counts.get(id) ?? 1) - 1)) / Math.log(total / 2)),
  }
}
