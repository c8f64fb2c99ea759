/** The time we store when only the day is known: noon, with a zone that no outlet writes this way, so that it can be recognized. */
export const DAY_ONLY = 'T12:00:00+00:00'

/** Whether only the day of a time is known. Exactly midnight is usually a date without a time. */
export function isDayOnly(at: string): boolean {
  return !at.includes('T') || at.endsWith(DAY_ONLY) || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(at)
}

/**
 * The time we store for a text whose time of publication nobody gave: when we got it, which orders it among others, with the offset by
 * which RFC 3339 says that a time tells nothing of the place.
 */
export function unknownTime(receivedAt: string): string {
  return `${new Date(receivedAt).toISOString().slice(0, -1)}-00:00`
}

/** Whether a time is only that of when we got the text. */
export function isTimeUnknown(at: string): boolean {
  return at.endsWith('-00:00')
}

/** A time that an outlet gives, which may be written with that offset. */
export function givenTime(at: string): string {
  return isTimeUnknown(at) ? `${at.slice(0, -6)}+00:00` : at
}

const DAY_MS = 86_400_000

/**
 * The first report; undefined if another may have been earlier: when either gives only the day, and when the time of one is unknown.
 */
export function firstReport<Report extends { readonly publishedAt: string; readonly sourceName: string }>(
  all: readonly Report[],
): Report | undefined {
  if (all.some(({ publishedAt }) => isTimeUnknown(publishedAt))) return undefined
  const [first, ...later] = all
    .filter(({ publishedAt }) => !Number.isNaN(Date.parse(publishedAt)))
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
  if (!first) return undefined
  const isOpen = later.some(
    ({ publishedAt, sourceName }) =>
      sourceName !== first.sourceName &&
      (isDayOnly(publishedAt) || isDayOnly(first.publishedAt)) &&
      Date.parse(publishedAt) - Date.parse(first.publishedAt) < DAY_MS,
  )
  return isOpen ? undefined : first
}
