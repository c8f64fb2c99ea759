/** Similarities between these two are faint: the same field (a trial, a campaign, a war), hardly ever the same event. */
const faintFrom = 0.06
const faintTo = 0.14
/** This many are ordinary company; what a crowd beyond them takes away. Chosen on ECB+, BASIL and the demo edition. */
const company = 12
const slope = 0.3
const scale = 5

/** Whether a neighbor at this similarity counts as one of the crowd. */
export function isFaint(score: number): boolean {
  return score >= faintFrom && score <= faintTo
}

/** In a larger window the company grows with it, as chance has it, so it is counted as if the window were this large. */
const ordinaryWindow = 4000

/**
 * How much likeness counts, 0 to 1, for a document with this many faint neighbors in a window of `windowSize` documents.
 * In a crowded field (ten trials, a year of one president) any two texts share words, so a likeness that would settle a
 * quiet event says little there; nearness is measured against the company a text keeps (local scaling, Zelnik-Manor and
 * Perona 2004). Faint neighbors only: those of its own story are nearer, so a large story does not push its members off.
 */
export function likenessIn(faintNeighbors: number, windowSize: number): number {
  const neighbors = faintNeighbors * Math.min(1, ordinaryWindow / Math.max(1, windowSize))
  return neighbors <= company ? 1 : 1 / (1 + slope * Math.log(1 + (neighbors - company) / scale))
}
