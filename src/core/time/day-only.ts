/** The time we store when only the day is known: noon, with a zone that no outlet writes this way, so that it can be recognized. */
export const DAY_ONLY = 'T12:00:00+00:00'

/** Whether only the day of a time is known. Exactly midnight is usually a date without a time. */
export function isDayOnly(at: string): boolean {
  return !at.includes('T') || at.endsWith(DAY_ONLY) || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(at)
}
