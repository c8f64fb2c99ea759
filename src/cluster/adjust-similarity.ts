/** Similarities between these two are faint: the same field (a trial, a campaign, a war), rarely the same event. */
const faintFrom = 0.06
const faintTo = 0.14
/** The ordinary number of faint neighbors, and how fast similarity falls beyond it. Chosen on ECB+, BASIL and the demo edition. */
const ordinaryNeighbors = 12
const slope = 0.3
const scale = 5

/** Whether a neighbor at this similarity belongs to the crowd. */
export function isFaint(score: number): boolean {
  return score >= faintFrom && score <= faintTo
}

/** A text with at most this many features is a headline alone. */
const headlineFeatures = 15

/** Whether a text can have a crowd. Headlines can't: one common word makes any two of them faintly alike, whatever their field. */
export function hasCrowd(features: number): boolean {
  return features > headlineFeatures
}

/** A headline that has just come is bare with at most this many features: a wrong story would draw in more of them until the next repair. */
const bareFeatures = 10
/** A story of at least this many members is large for a headline, and how much more similarity then counts. */
const largeFrom = 12
const nearLarge = 1.5

/** Whether a text that has just come is a headline alone, whose crowd would be chance. */
export function isBareHeadline(features: number): boolean {
  return features <= bareFeatures
}

/**
 * How much similarity counts for a bare headline when the largest of the stories near it has `size` members. Two headlines on one event
 * share one or two words, and in a story told everywhere these words weigh little.
 */
export function headlineFactor(size: number): number {
  return size >= largeFrom ? nearLarge : 1
}

/** A larger window has more chance neighbors, so they are counted as if the window were this large. */
const ordinaryWindow = 4000

/**
 * How much similarity counts, 0 to 1, for a document with this many faint neighbors in a window of `windowSize` documents. In a crowded
 * field (ten trials, a year of one president) any two texts share words, so a similarity that would settle a quiet event says little.
 * Nearness is therefore measured relative to a text's surroundings (local scaling, Zelnik-Manor and Perona 2004). Only faint neighbors
 * count: members of its own story are nearer, so a large story does not repel its members.
 */
export function similarityFactor(faintNeighbors: number, windowSize: number): number {
  const neighbors = faintNeighbors * Math.min(1, ordinaryWindow / Math.max(1, windowSize))
  return neighbors <= ordinaryNeighbors ? 1 : 1 / (1 + slope * Math.log(1 + (neighbors - ordinaryNeighbors) / scale))
}

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
