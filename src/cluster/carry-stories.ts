import type { StoryId } from '../core/ids.ts'

/** The group of a document and its current story. */
export type GroupMember = { readonly label: number; readonly storyId: StoryId }

/**
 * The story that each group keeps: the one it overlaps most, largest overlap first. Each story goes to one group only. Groups without a
 * story are left out.
 */
export function carryStories(held: Iterable<GroupMember>): Map<number, StoryId> {
  const overlaps = Map.groupBy(held, ({ label, storyId }) => `${label} ${storyId}`)
  const storyByLabel = new Map<number, StoryId>()
  const taken = new Set<StoryId>()
  for (const [first] of [...overlaps.values()].sort((a, b) => b.length - a.length)) {
    const { label, storyId } = first as GroupMember
    if (storyByLabel.has(label) || taken.has(storyId)) continue
    storyByLabel.set(label, storyId)
    taken.add(storyId)
  }
  return storyByLabel
}
