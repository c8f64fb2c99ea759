/** How the time of a day is written of which only the day is known: noon, with a zone that no outlet writes so, to be told by it. */
export const DAY_ALONE = 'T12:00:00+00:00'

/** Whether only the day of a time is known. One of exactly midnight is most often a date without a time. */
export function isDayAlone(at: string): boolean {
  return !at.includes('T') || at.endsWith(DAY_ALONE) || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(at)
}
