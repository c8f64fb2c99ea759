import type { Dossier } from '../core/story.ts'
import type { StoryMember } from '../store/story-store.ts'
import { reportingMembers } from '../story/reporting-members.ts'

/** What is not told so long after it came is not waited for. */
const TOLD_WITHIN_MS = 30 * 60_000

/**
 * Until when all that came to a story is told in its dossier, `now` at the latest (ISO 8601). A story is told anew some seconds after an
 * article came, a long one minutes: who reads it in between has not seen that article.
 */
export function toldUntil({ members: told }: Dossier, members: readonly StoryMember[], now: string): string {
  const known = new Set(told.map(({ articleId }) => articleId))
  const nowMs = Date.parse(now)
  const untold = reportingMembers(members)
    .filter(({ article }) => !known.has(article.id))
    .map(({ addedAt }) => Date.parse(addedAt))
    .filter((ms) => nowMs - ms < TOLD_WITHIN_MS)
  return new Date(Math.min(nowMs, ...untold.map((ms) => ms - 1))).toISOString()
}
