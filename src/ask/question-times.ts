import type { TimeExpression } from '../core/annotation.ts'
import { nth } from '../core/nth.ts'

/** The period that covers all dates among some time expressions: `from` inclusive, `until` exclusive. Empty when there are no dates. */
export function periodOfTimes(times: readonly TimeExpression[]): { readonly from?: string; readonly until?: string } {
  const ranges = times.flatMap((time) => (time.kind === 'date' || time.kind === 'time' ? (rangeOf(time) ?? []) : []))
  if (ranges.length === 0) return {}
  return {
    from: nth(ranges.map(({ from }) => from).sort(), 0),
    until: ranges
      .map(({ until }) => until)
      .sort()
      .at(-1)!,
  }
}

/** The period of a TIMEX3 value that is a day, month or year; undefined for vaguer values. */
export function rangeOf({
  value,
  until,
}: Pick<TimeExpression, 'value' | 'until'>): { readonly from: string; readonly until: string } | undefined {
  const first = daysOf(value)
  const last = until === undefined || until === '..' ? first : daysOf(until)
  return first && last && { from: first.from, until: nth([first.until, last.until].sort(), 1) }
}

function daysOf(value: string): { readonly from: string; readonly until: string } | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|T)/.exec(value)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)]
  const end =
    match[3] !== undefined
      ? Date.UTC(year, month, day + 1)
      : match[2] !== undefined
        ? Date.UTC(year, month + 1, 1)
        : Date.UTC(year + 1, 0, 1)
  return { from: new Date(Date.UTC(year, month, day)).toISOString(), until: new Date(end).toISOString() }
}
