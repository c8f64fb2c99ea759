import type { StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { attachAside, attachSingles, type Near, nearIn } from './attach-singles.ts'
import { averageLink, type Neighbors } from './average-link.ts'

type GroupingInput = {
  /** The neighbors of each document: every pair from both sides. */
  readonly links: readonly Neighbors[]
  /** Pages that follow several events: they join one group and connect no others. */
  readonly isRunning: (document: number) => boolean
  /** Groups below this mean similarity are not joined. */
  readonly threshold: number
  /** Whether documents left alone join the nearest group. */
  readonly isAttaching: boolean
}

/** Groups documents by average link, then places those left alone, then each running page. */
export function group({ links, isRunning, threshold, isAttaching }: GroupingInput): Int32Array {
  const running = Array.from(links.keys()).filter(isRunning)
  const isOut = new Set(running)
  const near: Near = (i) => nearIn(nth(links, i))
  const among: Near = (i) => (isOut.has(i) ? [] : near(i).filter(({ other }) => !isOut.has(other)))
  const labels = averageLink(links, threshold, (i) => isOut.has(i))
  if (isAttaching) attachSingles(labels, among)
  attachAside(labels, running, near)
  return labels
}

/** The group of a document and its current story. */
type GroupMember = { readonly label: number; readonly storyId: StoryId }

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
