const DAY_MS = 86_400_000

/** A period of whole days with its items: `from` and `until` in milliseconds, `until` excluded. */
type DayBin<Item> = { readonly from: number; readonly until: number; readonly items: readonly Item[] }

const lengths = [1, 7, 28, 91, 364] as const
const mostBins = 32

/**
 * Groups days (`YYYY-MM-DD`) into periods of one length: single days up to 32, else weeks that begin on Monday, else four weeks and so on.
 * From the first day to the last, including empty periods. Invalid days are left out.
 */
export function dayBins<Item extends { readonly day: string }>(items: readonly Item[]): readonly DayBin<Item>[] {
  const dated = items
    .map((item) => ({ item, ms: Date.parse(`${item.day}T00:00:00Z`) }))
    .filter(({ ms }) => !Number.isNaN(ms))
    .sort((a, b) => a.ms - b.ms)
  const [first, last] = [dated[0]?.ms, dated.at(-1)?.ms]
  if (first === undefined || last === undefined) return []
  const days = lengths.find((length) => (last - first) / DAY_MS / length < mostBins) ?? 364
  const step = days * DAY_MS
  // The first day of the epoch was a Thursday: Monday is four days later.
  const start = days === 1 ? first : first - ((((first / DAY_MS - 4) % 7) + 7) % 7) * DAY_MS
  const count = Math.floor((last - start) / step) + 1
  return Array.from({ length: count }, (_, index) => {
    const [from, until] = [start + index * step, start + (index + 1) * step]
    return { from, until, items: dated.filter(({ ms }) => ms >= from && ms < until).map(({ item }) => item) }
  })
}
