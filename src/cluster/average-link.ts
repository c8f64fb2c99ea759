/** Cosines between documents, both ways: `graph[i].get(j) === graph[j].get(i)`. Absent pairs are 0. */
export type SimilarityGraph = readonly Map<number, number>[]

type Candidate = { readonly score: number; readonly a: number; readonly b: number }

/** A binary max-heap of candidate merges. */
function createHeap(): { push(candidate: Candidate): void; pop(): Candidate | undefined } {
  const items: Candidate[] = []
  const scoreAt = (i: number) => (items[i] as Candidate).score
  function swap(i: number, j: number): void {
    const item = items[i] as Candidate
    items[i] = items[j] as Candidate
    items[j] = item
  }
  return {
    push(candidate) {
      items.push(candidate)
      let i = items.length - 1
      while (i > 0) {
        const parent = (i - 1) >> 1
        if (scoreAt(parent) >= scoreAt(i)) break
        swap(parent, i)
        i = parent
      }
    },
    pop() {
      const top = items[0]
      const last = items.pop()
      if (last && items.length > 0) {
        items[0] = last
        let i = 0
        for (;;) {
          let child = 2 * i + 1
          if (child >= items.length) break
          if (child + 1 < items.length && scoreAt(child + 1) > scoreAt(child)) child += 1
          if (scoreAt(child) <= scoreAt(i)) break
          swap(i, child)
          i = child
        }
      }
      return top
    },
  }
}

/**
 * Group-average agglomerative clustering on a sparse graph: merges the pair of clusters with the highest mean cosine
 * until none reaches `threshold`. Uses up `graph`. Returns, for each document, the number of its cluster.
 */
export function averageLink(graph: SimilarityGraph, threshold: number): Int32Array {
  const count = graph.length
  const parents = Int32Array.from({ length: count }, (_, i) => i)
  const sizes = new Float64Array(count).fill(1)
  const isAlive = new Uint8Array(count).fill(1)
  const heap = createHeap()
  const meanOf = (sum: number, a: number, b: number) => sum / ((sizes[a] as number) * (sizes[b] as number))

  for (let i = 0; i < count; i += 1)
    for (const [j, score] of graph[i] as Map<number, number>)
      if (j < i && score >= threshold) heap.push({ score, a: i, b: j })

  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const { a, b, score } = top
    if (!isAlive[a] || !isAlive[b]) continue
    const linksOfA = graph[a] as Map<number, number>
    const linksOfB = graph[b] as Map<number, number>
    // A candidate made before one of its clusters grew is stale; the merge that grew it made a fresh one.
    if (Math.abs(meanOf(linksOfA.get(b) ?? 0, a, b) - score) > 1e-6) continue
    const [keep, drop] = linksOfA.size >= linksOfB.size ? [a, b] : [b, a]
    const links = graph[keep] as Map<number, number>
    isAlive[drop] = 0
    parents[drop] = keep
    for (const [other, sum] of graph[drop] as Map<number, number>) {
      if (other === keep || !isAlive[other]) continue
      const total = (links.get(other) ?? 0) + sum
      links.set(other, total)
      const back = graph[other] as Map<number, number>
      back.set(keep, total)
      back.delete(drop)
    }
    links.delete(drop)
    ;(graph[drop] as Map<number, number>).clear()
    sizes[keep] = (sizes[keep] as number) + (sizes[drop] as number)
    for (const [other, sum] of links) {
      const mean = meanOf(sum, keep, other)
      if (mean >= threshold) heap.push({ score: mean, a: keep, b: other })
    }
  }
  return parents.map((_, i) => {
    let root = i
    while (parents[root] !== root) root = parents[root] as number
    return root
  })
}
