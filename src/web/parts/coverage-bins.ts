/** Articles of one stretch of time: those with reporting of their own, copies, and those of which neither is known. */
export type Bin = { readonly from: string; readonly own: number; readonly copies: number; readonly unknown: number }

const minute = 60_000
const steps = [15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200, 525_600].map((minutes) => minutes * minute)
const mostBins = 32

/**
 * Counts articles in equal stretches from the first to the last, at most 32 of them, each of a round length
 * (15 minutes to a year) so that the axis reads well. Articles without a readable time are left out.
 */
export function coverageBins(
  members: readonly { readonly publishedAt: string; readonly kind: 'own' | 'copies' | 'unknown' }[],
): readonly Bin[] {
  const timed = members
    .map(({ publishedAt, kind }) => ({ at: Date.parse(publishedAt), kind }))
    .filter(({ at }) => Number.isFinite(at))
  if (timed.length === 0) return []
  const first = Math.min(...timed.map(({ at }) => at))
  const last = Math.max(...timed.map(({ at }) => at))
  const step =
    steps.find((length) => Math.floor(last / length) - Math.floor(first / length) < mostBins) ?? steps.at(-1)!
  const start = Math.floor(first / step)
  const bins = Array.from({ length: Math.min(mostBins, Math.floor(last / step) - start + 1) }, (_, index) => ({
    from: new Date((start + index) * step).toISOString(),
    own: 0,
    copies: 0,
    unknown: 0,
  }))
  for (const { at, kind } of timed) {
    const bin = bins[Math.min(bins.length - 1, Math.floor(at / step) - start)]!
    bin[kind] += 1
  }
  return bins
}
