/** A calendar day as the number of days since 1970-01-01, no time and no zone. */
export type Day = number

const dayMs = 86_400_000

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** The day of a date, or undefined when there is no such date (31 February). `month` counts from 1. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const time = new Date(Date.UTC(year, month - 1, date))
  const isReal = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
  return isReal ? time.getTime() / dayMs : undefined
}

/** The day on which a moment falls in its own zone: the date as written in ISO 8601. Undefined when it is not one. */
export function localDayOf(at: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(at)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

export function yearOf(day: Day): number {
  return new Date(day * dayMs).getUTCFullYear()
}

/** 1 to 12. */
export function monthOf(day: Day): number {
  return new Date(day * dayMs).getUTCMonth() + 1
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}

/** `2025-08-15` */
export function isoDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** `2025-08`; `month` may run over the ends of the year: month 0 is December of the year before. */
export function isoMonth(year: number, month: number): string {
  const index = year * 12 + month - 1
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${pad((index % 12) + 1)}`
}

/** ISO 8601 week of a day, `2025-W33`: weeks begin on Monday, and week 1 holds the year's first Thursday. */
export function isoWeek(day: Day): string {
  const thursday = day + 3 - ((weekdayOf(day) + 6) % 7)
  const year = yearOf(thursday)
  const firstDay = dayOf(year, 1, 1) as Day
  return `${year}-W${pad(Math.floor((thursday - firstDay) / 7) + 1)}`
}

/** The latest day not after `day` with this weekday. */
export function weekdayBack(day: Day, weekday: number): Day {
  return day - ((weekdayOf(day) - weekday + 7) % 7)
}

/** The earliest day not before `day` with this weekday. */
export function weekdayForward(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7)
}

/** News looks back: a date without a year lies at most this many days ahead unless the clause speaks of the future. */
const aheadDays = 100

/** The date nearest to `anchor`: past, or not far ahead; with `isFuture`, the next one. */
export function nearestYear(anchor: Day, month: number, date: number, isFuture = false): Day | undefined {
  const year = yearOf(anchor)
  const candidates = [year - 1, year, year + 1].flatMap((candidate) => dayOf(candidate, month, date) ?? [])
  if (isFuture) return candidates.find((day) => day >= anchor)
  return candidates
    .filter((day) => day <= anchor + aheadDays)
    .sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))[0]
}
