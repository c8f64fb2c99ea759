const hourMs = 3_600_000
/** Texts on one event come in a wave: within half a day of each other the time says nothing against them. */
const graceMs = 12 * hourMs
/** What is left of a similarity for each further day. Chosen on AllSides (train) and BASIL. */
const perDay = 0.7
const rate = Math.log(perDay) / (24 * hourMs)

/**
 * How much of a similarity counts between two texts published `gapMs` milliseconds apart, 0 to 1: all of it within
 * half a day, then 0.7 a day. What stays the same in a running topic (its place, its people) makes texts on two of its
 * events look alike; the days between them tell them apart (time decay as in topic detection and tracking, Allan 2002).
 * A gap that is not a number, from a text without a usable time, counts as none.
 */
export function timeDecay(gapMs: number): number {
  const beyond = Math.abs(gapMs) - graceMs
  return beyond > 0 ? Math.exp(rate * beyond) : 1
}
