import type { StoryId } from '../core/ids.ts'

/** One document of a group and the story it is in now. */
export type Held = { readonly label: number; readonly storyId: StoryId }

/**
 * The story each group goes on with: the one it overlaps most, the largest overlap first; each story goes to one group only.
 * Groups that are left without one are not in the answer.
 */
export function carryStories(held: Iterable<Held>): Map<number, StoryId> {
  const overlaps = Map.groupBy(held, ({ label, storyId }) => `${label} ${storyId}`)
  const storyByLabel = new Map<number, StoryId>()
  const taken = new Set<StoryId>()
  for (const [first] of [...overlaps.values()].sort((a, b) => b.length - a.length)) {
    const { label, storyId } = first as Held
    if (storyByLabel.has(label) || taken.has(storyId)) continue
    storyByLabel.set(label, storyId)
    taken.add(storyId)
  }
  return storyByLabel
}
