const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const firstZoneMs = Date.UTC(1900, 0, 1)
/** A zone has many spellings, and a cookie may hold any text. */
const mostKnown = 1000

const zones = new Map<string, string | undefined>()
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The zone a browser reported, under its usual name; undefined when it is no zone. */
export function knownZone(name: string | undefined): string | undefined {
  if (name === undefined || !/^[a-z][\w+/-]{1,49}$/i.test(name)) return undefined
  if (zones.has(name)) return zones.get(name)
  if (zones.size >= mostKnown) zones.clear()
  const zone = usualName(name)
  zones.set(name, zone)
  return zone
}

function usualName(name: string): string | undefined {
  // The zone of every reader until theirs is known: the first page need not wait for what `Intl` loads.
  if (name === 'UTC') return name
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined // JavaScript has no other way to check a time zone
  }
}

/** The offset of a zone from UTC at a moment, in milliseconds; 0 before 1900, when clocks followed the sun. */
export function offsetMs(ms: number, timeZone: string): number {
  if (timeZone === 'UTC' || ms < firstZoneMs) return 0
  const known = clocks.get(timeZone)
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const clock = known ?? new Intl.DateTimeFormat('en-US', { ...numeric, hourCycle: 'h23', timeZone })
  if (!known) clocks.set(timeZone, clock)
  const part = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute)
  return shown - Math.floor(ms / minuteMs) * minuteMs
}

/** A moment as a zone's clock and calendar show it, for `<input type="datetime-local">`: `2025-08-19T14:00`. */
export function localTime(iso: string, timeZone: string): string {
  const ms = Date.parse(iso)
  return new Date(ms + offsetMs(ms, timeZone)).toISOString().slice(0, 16)
}

/** The moment such a field means, ISO 8601; undefined when it holds anything else. */
export function momentOfLocal(text: string, timeZone: string): string | undefined {
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN
  if (Number.isNaN(local)) return undefined
  // The offset can change between the two: the second look is at the right moment.
  const near = local - offsetMs(local, timeZone)
  return new Date(local - offsetMs(near, timeZone)).toISOString()
}

/** The calendar day of a moment in a zone: `2025-08-19`. */
export function dayInZone(iso: string, timeZone: string): string {
  return localTime(iso, timeZone).slice(0, 10)
}

/**
 * When a full hour of a calendar day begins in a time zone, in milliseconds. An hour skipped by a clock change begins later by as much as
 * the clock moved; of a repeated hour, the first counts.
 */
export function instantOf(day: string, hour: number, timeZone: string): number {
  const local = Date.parse(`${day}T00:00:00Z`) + hour * hourMs
  const [before, after] = [offsetMs(local - dayMs, timeZone), offsetMs(local + dayMs, timeZone)]
  const fitting = [local - before, local - after].filter((at) => at + offsetMs(at, timeZone) === local)
  return fitting.length > 0 ? Math.min(...fitting) : local - before
}

/** The first moment of a calendar day in a time zone, and the last one, ISO 8601. */
export function boundsOfDay(day: string, timeZone: string): { readonly from: string; readonly until: string } {
  return {
    from: new Date(instantOf(day, 0, timeZone)).toISOString(),
    until: new Date(instantOf(day, 24, timeZone) - 1).toISOString(),
  }
}
