import { defined } from '../../../core/defined.ts'
import { offsetMs } from '../../../core/time/zone.ts'
import { formatter } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year'

/** A round moment on a time axis. A major one is labeled on narrow drawings too. */
export type Tick = {
  readonly at: number
  /** `14:00`, `19 Aug`, `Aug`, `2025`. */
  readonly label: string
  /** The day of an hour, the year of a day or month, when it differs from the previous tick's. */
  readonly under?: string
  readonly isMajor: boolean
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const steps: readonly { readonly unit: Unit; readonly count: number; readonly ms: number }[] = [
  ...[5, 15, 30].map((count) => ({ unit: 'minute' as const, count, ms: count * minute })),
  ...[1, 2, 3, 6, 12].map((count) => ({ unit: 'hour' as const, count, ms: count * hour })),
  ...[1, 2, 7].map((count) => ({ unit: 'day' as const, count, ms: count * day })),
  ...[1, 3, 6].map((count) => ({ unit: 'month' as const, count, ms: count * 30.4 * day })),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map((count) => ({ unit: 'year' as const, count, ms: count * 365.2 * day })),
]

/**
 * Round moments in the reader's zone between two times, at most eight: quarters of an hour up to centuries, whichever fits. Every second
 * one is major, including midnights.
 */
export function timeTicks(
  firstMs: number,
  lastMs: number,
  reader: Reader,
  timeZone = reader.timeZone,
): readonly Tick[] {
  if (!(lastMs > firstMs)) return []
  const step = steps.find(({ ms }) => (lastMs - firstMs) / ms < 8) ?? steps.at(-1)!
  const found = momentsOf(step, firstMs, lastMs, timeZone)
  const onlyOne = found.length === 1
  const { above, below } = formatsOf(step.unit)
  const show = (options: Intl.DateTimeFormatOptions, ms: number) => formatter(reader, options, timeZone).format(ms)
  // The year is shown only when it isn't the current one; the day always.
  let before = below?.year && show(below, Date.parse(reader.now))
  return found.map(({ ms, number }) => {
    const isMajor = onlyOne || number % 2 === 0
    const group = below && show(below, ms)
    const isNew = isMajor && group !== undefined && group !== before
    if (isNew) before = group
    return { at: ms, label: show(above, ms), isMajor, ...defined({ under: isNew ? group : undefined }) }
  })
}

/** The formats of a tick's label and of the line below it. */
function formatsOf(unit: Unit): { above: Intl.DateTimeFormatOptions; below?: Intl.DateTimeFormatOptions } {
  switch (unit) {
    case 'minute':
    case 'hour':
      return {
        above: { hour: 'numeric', minute: '2-digit' },
        below: { day: 'numeric', month: 'short' },
      }
    case 'day':
      return { above: { day: 'numeric', month: 'short' }, below: { year: 'numeric' } }
    case 'month':
      return { above: { month: 'short' }, below: { year: 'numeric' } }
    case 'year':
      return { above: { year: 'numeric' } }
  }
}

/** Every round moment in the range, numbered so that even numbers are the rounder ones. */
function momentsOf(
  { unit, count }: (typeof steps)[number],
  firstMs: number,
  lastMs: number,
  timeZone: string,
): readonly { readonly ms: number; readonly number: number }[] {
  const offset = offsetMs(firstMs, timeZone)
  const moments: { ms: number; number: number }[] = []
  for (let number = numberOf(firstMs + offset); moments.length < 10; number++) {
    const local = localOf(number)
    const ms = local - offsetMs(local - offset, timeZone)
    if (ms > lastMs) break
    if (ms >= firstMs) moments.push({ ms, number })
  }
  return moments

  function numberOf(localMs: number): number {
    const date = new Date(localMs)
    if (unit === 'year') return Math.floor(date.getUTCFullYear() / count)
    if (unit === 'month') return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / count)
    return Math.floor((localMs - mondayOf(unit, count)) / lengthOf(unit, count))
  }

  function localOf(number: number): number {
    if (unit === 'year') return firstOfMonth(number * count, 0)
    if (unit === 'month') return firstOfMonth(Math.floor((number * count) / 12), (number * count) % 12)
    return number * lengthOf(unit, count) + mondayOf(unit, count)
  }
}

/** The first of a month; `Date.UTC` would take years below 100 for those of the last century. */
function firstOfMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
}

const lengthOf = (unit: Unit, count: number) => count * (unit === 'minute' ? minute : unit === 'hour' ? hour : day)

/** Weeks begin on Mondays; the first day of the epoch was a Thursday. */
const mondayOf = (unit: Unit, count: number) => (unit === 'day' && count === 7 ? 4 * day : 0)
