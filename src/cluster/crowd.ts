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
