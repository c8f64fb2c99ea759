/** What remains of a similarity after a day. Chosen on AllSides (train) and BASIL, and checked on the demo edition. */
const perDay = 0.75
const rate = Math.log(perDay) / (24 * 3_600_000)

/**
 * Assumed gap between two texts with exactly the same time. Such a time says nothing: it is a date without an hour, or the moment an
 * undated batch was fetched. Chosen on ECB+ and BASIL, whose texts have no hours.
 */
const stampedGapMs = 12 * 3_600_000

/**
 * How much of a similarity counts between two texts published `gapMs` milliseconds apart, 0 to 1: 0.75 a day. The constants of a running
 * topic (its place, its people) make texts on two of its events look alike; time tells them apart (time decay as in topic detection and
 * tracking, Allan 2002). A gap of exactly 0 counts as half a day; NaN, from a text without a usable time, counts as none.
 */
export function timeDecay(gapMs: number): number {
  if (Number.isNaN(gapMs)) return 1
  return Math.exp(rate * (gapMs === 0 ? stampedGapMs : Math.abs(gapMs)))
}

/**
 * The decay as a quotient: with `f = decayFactor`, `timeDecay(a - b)` is `f(a) / f(b)` where `a` is the later, in milliseconds from a
 * common start. So thousands of gaps cost one multiplication each. Becomes 0 or infinite after years.
 */
export function decayFactor(ms: number): number {
  return Math.exp(rate * ms)
}
