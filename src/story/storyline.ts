import type { StoryId } from '../core/ids.ts'
import { inCommon, isNearCopy, matterReason, type Relation } from './related.ts'
import type { RelationSummary } from './relation-summary.ts'
import { isCertain, type MatterLink, matterLinks } from './same-matter.ts'
import type { StoryPool } from './story-pool.ts'

/** A story on a storyline. Absent `from`: the story asked about. */
export type StorylineStep = {
  readonly id: StoryId
  readonly title: string
  readonly firstAt: string
  readonly articleCount: number
  readonly isPresent: boolean
  /** The story through which it belongs here, nearer to the one asked about, and what the two share. */
  readonly from?: Pick<Relation, 'id' | 'reason' | 'sharedNames' | 'sharedWords'> & { readonly isPresent: boolean }
}

const maxSteps = 8
/** A step that was reached through another still has to be on the matter of the story asked about. */
const stillAlike = 0.12

/**
 * The storyline of a story: the stories of its matter, those of their matter, and so on, in order of time, each with what it
 * shares with the one through which it was reached. At most eight stories; empty when there are fewer than two besides, since
 * that one is told as related. Pure.
 */
export function storylineOf(pool: StoryPool, id: StoryId): StorylineStep[] {
  const at = pool.stories.findIndex((story) => story.id === id)
  const story = pool.stories[at]
  if (!story) return []
  const steps: StorylineStep[] = [{ ...stepOf(story), isPresent: true }]
  const reached = [at]
  for (const from of reached) {
    for (const link of matterLinks(pool, from)) {
      if (steps.length >= maxSteps) break
      if (link.certainty < isCertain || reached.includes(link.to) || isNearCopyOf(pool, reached, link.to)) continue
      if (from !== at && pool.likeness.of(at, link.to) < stillAlike) continue
      reached.push(link.to)
      steps.push(stepFrom(pool, from, link, from === at))
    }
  }
  if (steps.length < 3) return []
  return steps.sort((a, b) => Date.parse(a.firstAt) - Date.parse(b.firstAt))
}

function isNearCopyOf(pool: StoryPool, reached: readonly number[], to: number): boolean {
  return reached.some((known) => isNearCopy(pool, known, to))
}

function stepFrom(pool: StoryPool, at: number, link: MatterLink, isPresent: boolean): StorylineStep {
  const from = pool.stories[at] as RelationSummary
  const other = pool.stories[link.to] as RelationSummary
  const reason = matterReason(from, pool.stories, link)
  return { ...stepOf(other), from: { id: from.id, isPresent, reason, ...inCommon(pool, at, link.to) } }
}

function stepOf({ id, title, firstAt, articleCount }: RelationSummary): StorylineStep {
  return { id, title, firstAt, articleCount, isPresent: false }
}
