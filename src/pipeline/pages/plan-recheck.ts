import type { ArticleKind, Completeness } from '../../core/article.ts'
import { isCollection } from '../../core/article.ts'
import type { ArticleId } from '../../core/ids.ts'

const HOUR_MS = 3_600_000
/** An article is rechecked about this many hours after it was first read. */
const recheckHours: readonly number[] = [1, 6, 24]
/** Headers of an outlet can delay rechecks; after this long there are none. */
const LAST_MS = 48 * HOUR_MS
/** Rechecks are spread over this share of their wait, so that articles that arrived together are not fetched together. */
const SPREAD = 0.1

/** Whether pages of this kind are rechecked: collections change completely each time, and what was not read cannot be compared. */
export function isRecheckable(
  { kind, completeness }: { readonly kind: ArticleKind; readonly completeness: Completeness },
  publishedAt: string,
  now: Date,
): boolean {
  const isRead = completeness.kind !== 'feed-only' && completeness.kind !== 'failed'
  return isRead && !isCollection(kind) && now.getTime() - Date.parse(publishedAt) < 24 * HOUR_MS
}

/**
 * When an article is rechecked next, and the number of rechecks before it; undefined when there is none left. Rechecks missed in the
 * meantime are skipped, except the last.
 */
export function nextRecheck(
  articleId: ArticleId,
  {
    firstAt,
    now,
    lookCount,
    waitSeconds = 0,
  }: {
    /** When it was first read: ISO 8601. */
    readonly firstAt: string
    readonly now: Date
    readonly lookCount: number
    /** How long the outlet asks not to be requested again: max-age, or Retry-After. */
    readonly waitSeconds?: number
  },
): { readonly dueAt: string; readonly lookCount: number } | undefined {
  const first = Date.parse(firstAt)
  const soonest = now.getTime() + waitSeconds * 1000
  if (soonest > first + LAST_MS) return undefined
  const turns = recheckHours.map((hours) => first + hours * HOUR_MS * (1 + SPREAD * shareOf(articleId)))
  const upcoming = turns.findIndex((turn, index) => index >= lookCount && turn > now.getTime())
  // All were missed: the last is due at once.
  const index = upcoming === -1 && lookCount < turns.length ? turns.length - 1 : upcoming
  const turn = turns[index]
  if (turn === undefined) return undefined
  // Delayed past later rechecks: it replaces the last of them.
  const passed = turns.findLastIndex((each) => each <= soonest)
  return { dueAt: new Date(Math.max(turn, soonest)).toISOString(), lookCount: Math.max(index, passed) }
}

/** The middle recheck is for every article; the others are only for those that other outlets report too. */
export function isForEveryArticle(lookCount: number): boolean {
  return lookCount === 1
}

/** From 0 to 1, always the same for one article. */
function shareOf(id: string): number {
  let hash = 0
  for (const unit of id) hash = (Math.imul(hash, 31) + unit.codePointAt(0)!) >>> 0
  return (hash % 1000) / 1000
}
