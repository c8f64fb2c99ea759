/** What is near a document: numbers of others, each once, and how near they are. Absent pairs are 0. */
export type Neighbors = {
  readonly others: Int32Array
  readonly scores: Float32Array | Float64Array
}

/** Means that differ by less than this part are taken for the same: sums come in different orders from either side. */
const SAME = 1e-6

/**
 * Group-average agglomerative clustering on a sparse graph: joins the nearest clusters until no two have a mean of `threshold`.
 * Returns, for each document, the number of its cluster.
 *
 * It goes from a cluster to the nearest one, and on, until two are each other's nearest, and joins these (a chain of nearest neighbors;
 * Müllner 2011). With means that is the tree one gets by always joining the nearest of all, without a list of all that could be joined.
 * A joined cluster has the links of both, and links to what was joined meanwhile are added up as they are read.
 * @param links what is near each document; the same score from both sides. They stay as they are.
 * @param isOut documents that stand alone whatever is near them
 */
export function averageLink(
  links: readonly Neighbors[],
  threshold: number,
  isOut: (document: number) => boolean = () => false,
): Int32Array {
  const count = links.length
  const rows = [...links]
  const parents = Int32Array.from({ length: count }, (_, i) => (isOut(i) ? -1 : i))
  const sizes = new Float64Array(count).fill(1)
  const sums = new Float64Array(count)
  /** Clusters whose sum is being made, in the order they were met. */
  const met = new Int32Array(count)

  /** The cluster of a document; -1 when it is out. */
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

  /** Adds a cluster's links to the sums, but those within `own` and `partner`; answers how many are met now. */
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

  /** The nearest cluster and its mean; -1 where there is none. */
  function nearestOf(cluster: number): { readonly nearest: number; readonly mean: number } {
    const many = addUp(rows[cluster] as Neighbors, cluster, cluster, 0)
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
    const many = addUp(rows[b] as Neighbors, a, b, addUp(rows[a] as Neighbors, a, b, 0))
    const others = met.slice(0, many)
    const scores = Float64Array.from(others, (other) => sums[other] as number)
    for (const other of others) sums[other] = 0
    rows[a] = { others, scores }
    rows[b] = NONE
    parents[b] = a
    sizes[a] = (sizes[a] as number) + (sizes[b] as number)
  }

  /** Each is the nearest of the one before it, at `means`, which only rise. */
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
        // What was left of the chain still holds; a joined pair with nothing before it is looked at again.
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
