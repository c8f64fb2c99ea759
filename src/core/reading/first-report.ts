import { isDayOnly } from '../time/day-only.ts'

const DAY_MS = 86_400_000

/**
 * The first report; undefined if another outlet gives only the day, or the first one does, since either may then have been
 * earlier.
 */
export function firstReport<Telling extends { readonly publishedAt: string; readonly sourceName: string }>(
  all: readonly Telling[],
): Telling | undefined {
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
