import { numberOf, partOfDay, unitCode, weekdayNumber } from './english-time-words.ts'
import { type Day, isoDay, isoMonth, isoWeek, localDayOf, weekdayBack, weekdayForward } from './time-calendar.ts'
import type { Groups, TimeValue } from './time-rules.ts'

/**
 * What a phrase such as `the following day` means, before it is known which day: `~` with a step from the date told of before
 * it. `~D+1`, `~D+1TMO`, `~W-1`, `~Y+0`; `~F1` is the next Monday after it, `~B5` the Friday before it.
 */
function step(unit: string, by: number, part = ''): TimeValue {
  return { kind: part === '' ? 'date' : 'time', value: `~${unit}${by < 0 ? '' : '+'}${by}${part}` }
}

/** `that day`, `later that year`, `the same evening`: the day or period told of before. */
export function resolveThat({ unit }: Groups): TimeValue | undefined {
  const part = partOfDay(unit)
  if (part) return step('D', 0, part)
  const code = unitCode(unit)
  return code === undefined ? undefined : step(code, 0)
}

/** `the following day`, `the next morning`, `the previous week`. */
export function resolveNeighbor({ side, unit }: Groups): TimeValue | undefined {
  const by = /^(?:following|next)$/i.test(side ?? '') ? 1 : -1
  const part = partOfDay(unit)
  if (part) return step('D', by, part)
  const code = unitCode(unit)
  return code === undefined ? undefined : step(code, by)
}

/** `the following Monday`, `the previous Friday`. */
export function resolveNeighborWeekday({ side, weekday }: Groups): TimeValue | undefined {
  const wanted = weekdayNumber(weekday)
  if (wanted === undefined) return undefined
  return { kind: 'date', value: `~${/^(?:following|next)$/i.test(side ?? '') ? 'F' : 'B'}${wanted}` }
}

/** `two days later`, `a week earlier`. */
export function resolveLater({ count, unit, side }: Groups): TimeValue | undefined {
  const amount = numberOf(count)
  const code = unitCode(unit)
  if (amount === undefined || code === undefined || code === 'H' || code === 'm') return undefined
  if (code === 'E') return step('Y', (/earlier/i.test(side ?? '') ? -10 : 10) * amount)
  return code === 'C' ? undefined : step(code, /earlier/i.test(side ?? '') ? -amount : amount)
}

/** True for a value that still needs the date told of before it. */
export function isRelative({ value }: { readonly value: string }): boolean {
  return value.startsWith('~')
}

/**
 * The value of a relative phrase, counted from the date told of before it (a TIMEX3 value: `2021-01-12`, `2021-01`, `2021`).
 * Undefined when that date is too coarse for the step: from a year there is no following day.
 */
export function counted(value: string, from: string): string | undefined {
  const parts = /^~(?<unit>[DWMYFB])(?<by>[+-]?\d+)(?<part>T\w+)?$/.exec(value)?.groups
  if (!parts) return undefined
  const by = Number(parts.by)
  const year = Number(/^\d{4}/.exec(from)?.[0])
  const month = Number(/^\d{4}-(\d\d)/.exec(from)?.[1])
  const day: Day | undefined = localDayOf(from)
  if (parts.unit === 'Y') return Number.isNaN(year) ? undefined : String(year + by)
  if (parts.unit === 'M') return Number.isNaN(month) ? undefined : isoMonth(year, month + by)
  if (day === undefined) return undefined
  if (parts.unit === 'W') return isoWeek(day + 7 * by)
  if (parts.unit === 'F') return isoDay(weekdayForward(day + 1, by))
  if (parts.unit === 'B') return isoDay(weekdayBack(day - 1, by))
  return isoDay(day + by) + (parts.part ?? '')
}
