import type { StoryId } from '../core/ids.ts'
import type { RankingFactor, ScoreParts } from '../core/ranking.ts'

/** What decides a story's rank in a day. */
export type Rankable = {
  readonly id: StoryId
  /** When each independent report was first published: ISO 8601. */
  readonly reportTimes: readonly string[]
  /** True when it is about somebody or something the reader follows. */
  readonly isFollowed?: boolean
  /** True when an outlet the reader follows reports it. */
  readonly isOfMySources?: boolean
  /** True when accounts differ or something reported earlier has changed. */
  readonly isDiffering?: boolean
  /** The sum of what the reader raised or lowered in it: 1 counts as much as being followed. */
  readonly lift?: number
}

/** Weight of each factor: 1 is its normal effect, 0 none. */
export type Weights = Readonly<Record<RankingFactor, number>>

/** The default order, for readers who moved no slider. */
export const defaultWeights: Weights = { reports: 1, newness: 1, follows: 1, sources: 0, differs: 0 }

/** A story's rank and everything it depends on, so that a page can explain it. */
export type Ranked<Item extends Rankable> = {
  readonly item: Item
  readonly reports: number
  /** When the newest independent report was published, in milliseconds since 1970. */
  readonly newestMs: number
  /** How many of them came in the last three hours. */
  readonly recent: number
  readonly score: number
  readonly parts: ScoreParts
}

const HOUR_MS = 3_600_000
/** The number of new reports in so many hours is a story's growth rate. */
export const recentHours = 3
/** So many hours without a new report cost as much as half of the reports. */
const hoursPerHalf = 8
/** Being followed counts as much as four times the reports. */
const followed = 2
/** A followed outlet, or differing accounts, count as much as twice the reports. */
const doubled = 1

/**
 * The stories of a day in order. First those with two or more independent reports, then those with one, so that a single source never leads
 * while anything is confirmed. Within each, by
 *
 *     log2(1 + reports) + log2(1 + reports of the last 3 hours) / 2 − hours since the newest report / 8  (+ 2 if followed)
 *
 * where reports are independent and published until `at` (ISO 8601): now, or the end of a past day. Another report never lowers a story,
 * and of two equal stories the one with older reports never ranks higher. Ties go to the newer, then by id.
 *
 * A reader may change the weights. Raising one never lowers a story relative to another that has less of that factor. That confirmed
 * stories come first is not a factor and always applies.
 */
export function rankToday<Item extends Rankable>(
  stories: readonly Item[],
  at: string,
  weights: Weights = defaultWeights,
): readonly Ranked<Item>[] {
  const now = Date.parse(at)
  return stories.map((item) => placeOf(item, now, weights)).sort(compare)
}

function placeOf<Item extends Rankable>(item: Item, now: number, weights: Weights): Ranked<Item> {
  let [reports, recent, newest] = [0, 0, -Infinity]
  for (const published of item.reportTimes) {
    const time = Date.parse(published)
    // Later reports do not count: the day is past, or an outlet dates ahead.
    if (Number.isNaN(time) || time > now) continue
    reports += 1
    if (now - time < recentHours * HOUR_MS) recent += 1
    newest = Math.max(newest, time)
  }
  // None so far, or none with a date: counts as one, just now.
  if (reports === 0) [reports, recent, newest] = [1, 1, now]
  const growth = (weights.newness * Math.log2(1 + recent)) / 2
  const age = (weights.newness * (now - newest)) / HOUR_MS / hoursPerHalf
  const parts: ScoreParts = {
    reports: weights.reports * Math.log2(1 + reports),
    newness: growth - age,
    follows: item.isFollowed ? weights.follows * followed : 0,
    sources: item.isOfMySources ? weights.sources * doubled : 0,
    differs: item.isDiffering ? weights.differs * doubled : 0,
    lifts: (item.lift ?? 0) * followed,
  }
  // Adding in this order gives the same sum to the last digit for the default weights as without weights.
  const score = parts.reports + growth - age + parts.follows + parts.sources + parts.differs + parts.lifts
  return { item, reports, newestMs: newest, recent, score, parts }
}

function compare(a: Ranked<Rankable>, b: Ranked<Rankable>): number {
  return (
    Number(b.reports > 1) - Number(a.reports > 1) ||
    b.score - a.score ||
    b.newestMs - a.newestMs ||
    (a.item.id < b.item.id ? -1 : 1)
  )
}

/**
 * For a returning reader: moves what is new to them to the top and keeps the order otherwise. A story with a single source stays below
 * confirmed ones unless it is followed. `newCount` is how many are on top; 0 when that would be none, or all.
 */
export function newFirst<Item extends Rankable>(
  ranked: readonly Ranked<Item>[],
  isNew: (item: Item) => boolean,
): { readonly ranked: readonly Ranked<Item>[]; readonly newCount: number } {
  const isAbove = ({ item, reports }: Ranked<Item>) => isNew(item) && (reports > 1 || item.isFollowed === true)
  const above = ranked.filter(isAbove)
  if (above.length === 0 || above.length === ranked.length) return { ranked, newCount: 0 }
  return { ranked: [...above, ...ranked.filter((place) => !isAbove(place))], newCount: above.length }
}
