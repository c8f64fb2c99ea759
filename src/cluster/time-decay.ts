/** What is left of a similarity after a day. Chosen on AllSides (train) and BASIL, and checked on the demo edition. */
const perDay = 0.75
const rate = Math.log(perDay) / (24 * 3_600_000)

/**
 * What two texts with the very same time are taken to lie apart. Such a time is a stamp and tells nothing: a date without
 * an hour, or the moment an undated batch was taken in. Chosen on ECB+ and BASIL, whose texts have no hours.
 */
const stampedGapMs = 12 * 3_600_000

/**
 * How much of a similarity counts between two texts published `gapMs` milliseconds apart, 0 to 1: 0.75 a day. What stays
 * the same in a running topic (its place, its people) makes texts on two of its events look alike; the time between
 * them tells them apart (time decay as in topic detection and tracking, Allan 2002). A gap of exactly 0 counts as half
 * a day; one that is not a number, from a text without a usable time, counts as none.
 */
export function timeDecay(gapMs: number): number {
  if (Number.isNaN(gapMs)) return 1
  return Math.exp(rate * (gapMs === 0 ? stampedGapMs : Math.abs(gapMs)))
}

/**
 * The decay as a quotient: with `f = decayFactor`, `timeDecay(a - b)` is `f(a) / f(b)` where `a` is the later, in milliseconds
 * from a common start. So that one multiplication does where thousands of gaps are to be weighed; 0 or infinite years away.
 */
export function decayFactor(ms: number): number {
  return Math.exp(rate * ms)
}
