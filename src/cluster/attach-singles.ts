/** The documents near a document and how near they are, itself left out. */
export type Near = (document: number) => readonly { readonly other: number; readonly score: number }[]

/** Mean similarity with the nearest members from which a document that stands alone joins a cluster. */
export const attachFloor = 0.13
/** How far the nearest cluster must be ahead of the next: in a dense stream a text that fits two stories fits neither. */
const attachMargin = 1.3
/** Similarity from which two documents that stand alone, each the other's nearest, make a cluster. */
const pairFloor = 0.16
/** How many of the nearest members count. */
const nearestMembers = 3
/** Each round may bring a document within reach of the next; few need more than two. */
const maxRounds = 3

function countLabels(labels: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return sizes
}

/** The cluster whose nearest members are nearest, when they are near enough and it is clearly ahead of the next. */
function bestCluster(
  document: number,
  labels: Int32Array,
  sizes: ReadonlyMap<number, number>,
  near: Near,
): number | undefined {
  const scoresOf = new Map<number, number[]>()
  for (const { other, score } of near(document)) {
    const label = labels[other] as number
    if ((sizes.get(label) ?? 0) < 2) continue
    const scores = scoresOf.get(label)
    if (scores) scores.push(score)
    else scoresOf.set(label, [score])
  }
  const ranked = [...scoresOf].map(([label, scores]) => {
    const count = Math.min(nearestMembers, sizes.get(label) as number)
    const nearest = scores.sort((a, b) => b - a).slice(0, count)
    // A member that shares nothing counts as 0, so that one look-alike in a large cluster is not enough.
    return { label, mean: nearest.reduce((sum, score) => sum + score, 0) / count }
  })
  const [best, second] = ranked.sort((a, b) => b.mean - a.mean)
  if (best === undefined || best.mean < attachFloor || best.mean < attachMargin * (second?.mean ?? 0)) return undefined
  return best.label
}

/** For each document that stands alone, the nearest other one that does. */
function nearestSingles(labels: Int32Array, near: Near): Map<number, number> {
  const sizes = countLabels(labels)
  const isSingle = (document: number) => sizes.get(labels[document] as number) === 1
  const nearest = new Map<number, number>()
  for (let i = 0; i < labels.length; i += 1) {
    if (!isSingle(i)) continue
    const found = near(i).filter(({ other, score }) => score >= pairFloor && isSingle(other))
    const best = found.reduce<(typeof found)[number] | undefined>(
      (a, b) => (a && a.score >= b.score ? a : b),
      undefined,
    )
    if (best) nearest.set(i, best.other)
  }
  return nearest
}

/**
 * Places the documents that average link leaves alone. A text with an angle of its own (the night in the sports hall)
 * is far from most members of its story and still near to a few of them; the mean over all members would keep it out
 * for ever, so the few nearest decide. Of those still alone, two that are each other's nearest make a pair: with two
 * texts on an event there is no third to bring them together. Clusters of two and more stay whole. Changes `labels`.
 */
export function attachSingles(labels: Int32Array, near: Near): void {
  for (let round = 0; round < maxRounds; round += 1) {
    const sizes = countLabels(labels)
    // Decided for all before any moves: the order of the documents makes no difference.
    const decided = labels.map((label, i) =>
      sizes.get(label) === 1 ? (bestCluster(i, labels, sizes, near) ?? label) : label,
    )
    if (decided.every((label, i) => label === labels[i])) break
    labels.set(decided)
  }
  const nearest = nearestSingles(labels, near)
  for (const [a, b] of nearest) if (a < b && nearest.get(b) === a) labels[b] = labels[a] as number
}
