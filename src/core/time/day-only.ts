/** The time we store when only the day is known: noon, with a zone that no outlet writes this way, so that it can be recognized. */
export const DAY_ONLY = 'T12:00:00+00:00'

/** Whether only the day of a time is known. Exactly midnight is usually a date without a time. */
export function isDayOnly(at: string): boolean {
  return !at.includes('T') || at.endsWith(DAY_ONLY) || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(at)
}

const DAY_MS = 86_400_000

/**
 * The first report; undefined if another outlet gives only the day, or the first one does, since either may then have been
 * earlier.
 */
export function firstReport<Report extends { readonly publishedAt: string; readonly sourceName: string }>(
  all: readonly Report[],
): Report | undefined {
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
