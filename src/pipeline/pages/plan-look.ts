import type { ArticleKind, Completeness } from '../../core/article.ts'
import { isCollection } from '../../core/article.ts'
import type { ArticleId } from '../../core/ids.ts'

const HOUR_MS = 3_600_000
/** An article is looked at again about so many hours after it was first read. */
const lookHours: readonly number[] = [1, 6, 24]
/** What an outlet asks for by its headers puts looks off; beyond this there are none. */
const LAST_MS = 48 * HOUR_MS
/** Turns are spread over this share of their wait, so that what came together is not asked for together. */
const SPREAD = 0.1

/** Whether pages of this kind are looked at again: collections are other ones each time, and what was not read cannot be compared. */
export function mayLook(
  { kind, completeness }: { readonly kind: ArticleKind; readonly completeness: Completeness },
  publishedAt: string,
  now: Date,
): boolean {
  const isRead = completeness.kind !== 'feed-only' && completeness.kind !== 'failed'
  return isRead && !isCollection(kind) && now.getTime() - Date.parse(publishedAt) < 24 * HOUR_MS
}

/**
 * When an article is looked at again, and how many looks lie before that one; undefined: not any more. Turns that have gone by
 * meanwhile are not made up for, but for the last.
 */
export function nextLook(
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
    /** Looks that lie behind. */
    readonly lookCount: number
    /** How long the outlet asks to be left alone with it: max-age, or Retry-After. */
    readonly waitSeconds?: number
  },
): { readonly dueAt: string; readonly lookCount: number } | undefined {
  const first = Date.parse(firstAt)
  const soonest = now.getTime() + waitSeconds * 1000
  if (soonest > first + LAST_MS) return undefined
  const turns = lookHours.map((hours) => first + hours * HOUR_MS * (1 + SPREAD * shareOf(articleId)))
  const upcoming = turns.findIndex((turn, index) => index >= lookCount && turn > now.getTime())
  // All have gone by while nobody looked: the last is made up for at once.
  const index = upcoming === -1 && lookCount < turns.length ? turns.length - 1 : upcoming
  const turn = turns[index]
  if (turn === undefined) return undefined
  // Put off beyond other turns: it stands for the last of them.
  const passed = turns.findLastIndex((each) => each <= soonest)
  return { dueAt: new Date(Math.max(turn, soonest)).toISOString(), lookCount: Math.max(index, passed) }
}

/** The middle look is for every article; the others are for those that others report, too. */
export function isForAll(lookCount: number): boolean {
  return lookCount === 1
}

/** From 0 to 1, the same for an article each time. */
function shareOf(id: string): number {
  let hash = 0
  for (const unit of id) hash = (Math.imul(hash, 31) + unit.codePointAt(0)!) >>> 0
  return (hash % 1000) / 1000
}
