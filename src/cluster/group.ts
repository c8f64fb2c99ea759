import { attachRunning, attachSingles, type Near } from './attach-singles.ts'
import { averageLink } from './average-link.ts'

export type Grouping = {
  readonly count: number
  /** Every pair that is near, from both sides. */
  readonly near: Near
  /** Pages that run along with events: they go with one of them and bring nothing else together. */
  readonly isRunning: (document: number) => boolean
  /** Mean similarity below which groups are not joined. */
  readonly threshold: number
  /** Whether what is left alone is put where it is nearest. */
  readonly isAttaching: boolean
}

/** Groups documents by average link, then places what that leaves alone, then running pages, each by itself. */
export function group({ count, near, isRunning, threshold, isAttaching }: Grouping): Int32Array {
  const running = Array.from({ length: count }, (_, i) => i).filter(isRunning)
  const isOut = new Set(running)
  const among: Near = (i) =>
    isOut.has(i) ? [] : running.length === 0 ? near(i) : near(i).filter(({ other }) => !isOut.has(other))
  const graph = Array.from({ length: count }, (_, i) => new Map(among(i).map(({ other, score }) => [other, score])))
  const labels = averageLink(graph, threshold)
  if (isAttaching) attachSingles(labels, among)
  attachRunning(labels, running, near)
  return labels
}
