import { nth } from '../core/nth.ts'
/** The neighbors of a document: their numbers, each once, and similarities. Absent pairs count as 0. */
export type Neighbors = {
  readonly others: Int32Array
  readonly scores: Float32Array | Float64Array
}

/** Means with a smaller relative difference count as equal, because sums in different orders round differently. */
const SAME = 1e-6

/**
 * Group-average agglomerative clustering on a sparse graph: joins the nearest clusters until no two have a mean similarity of `threshold`.
 * Returns the number of each document's cluster.
 *
 * It follows a chain of nearest neighbors until two clusters are each other's nearest, and joins these (Müllner 2011). With means, the
 * result is the same as always joining the nearest of all, without a list of all possible joins. A joined cluster keeps the links of both;
 * links to clusters joined later are added up when read.
 * @param links the neighbors of each document, with the same score from both sides; not changed
 * @param isOut documents that stay alone whatever is near them
 * @param counts how many documents each one represents, one when absent; the scores of its links are then sums over all of them
 */
export function averageLink(
  links: readonly Neighbors[],
  threshold: number,
  isOut: (document: number) => boolean = () => false,
  counts?: readonly number[],
): Int32Array {
  const count = links.length
  const rows = [...links]
  const parents = Int32Array.from({ length: count }, (_, i) => (isOut(i) ? -1 : i))
  const sizes = counts ? Float64Array.from(counts) : new Float64Array(count).fill(1)
  const sums = new Float64Array(count)
  /** Clusters whose sum is being added up, in the order found. */
  const met = new Int32Array(count)

  /** The cluster of a document; -1 if it is left out. */
  function rootOf(document: number): number {
    let root = document
    while (root >= 0 && parents[root] !== root) root = parents[root] as number
    for (let i = document; i !== root && root >= 0; ) {
      const next = parents[i] as number
      parents[i] = root
      i = next
    }
    return root
  }

  /** Adds a cluster's links to the sums, except those within `own` and `partner`. Returns how many clusters were found so far. */
  function addUp(row: Neighbors, own: number, partner: number, before: number): number {
    const { others, scores } = row
    let many = before
    for (let k = 0; k < others.length; k += 1) {
      const root = rootOf(others[k] as number)
      if (root < 0 || root === own || root === partner) continue
      if (sums[root] === 0) met[many++] = root
      sums[root] = (sums[root] as number) + (scores[k] as number)
    }
    return many
  }

  /** The nearest cluster and its mean; -1 if there is none. */
  function nearestOf(cluster: number): { readonly nearest: number; readonly mean: number } {
    const many = addUp(nth(rows, cluster), cluster, cluster, 0)
    let [nearest, mean] = [-1, 0]
    for (let k = 0; k < many; k += 1) {
      const other = met[k] as number
      const here = (sums[other] as number) / ((sizes[cluster] as number) * (sizes[other] as number))
      sums[other] = 0
      if (here > mean) [nearest, mean] = [other, here]
    }
    return { nearest, mean }
  }

  function join(a: number, b: number): void {
    const many = addUp(nth(rows, b), a, b, addUp(nth(rows, a), a, b, 0))
    const others = met.slice(0, many)
    const scores = Float64Array.from(others, (other) => sums[other] as number)
    for (const other of others) sums[other] = 0
    rows[a] = { others, scores }
    rows[b] = NONE
    parents[b] = a
    sizes[a] = (sizes[a] as number) + (sizes[b] as number)
  }

  /** Each cluster is the nearest of the previous one; `means` has their similarities, which only rise. */
  const chain: number[] = []
  const means: number[] = []
  for (let start = 0; start < count; start += 1) {
    if (parents[start] === start) chain.push(start)
    while (chain.length > 0) {
      const tip = chain.at(-1) as number
      const { nearest, mean } = nearestOf(tip)
      const lastMean = means.at(-1)
      if (lastMean !== undefined && mean <= lastMean * (1 + SAME)) {
        const before = chain.at(-2) as number
        chain.length -= 2
        means.length = Math.max(0, chain.length - 1)
        join(before, tip)
        // The rest of the chain is still valid; a joined pair with nothing before it is examined again.
        if (chain.length === 0) chain.push(before)
      } else if (mean >= threshold) {
        chain.push(nearest)
        means.push(mean)
      } else chain.pop()
    }
  }
  return parents.map((parent, i) => (parent < 0 ? i : rootOf(i)))
}

const NONE: Neighbors = { others: new Int32Array(), scores: new Float64Array() }
