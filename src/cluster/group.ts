import { attachAside, attachSingles, type Near, nearIn } from './attach-singles.ts'
import { averageLink, type Neighbors } from './average-link.ts'

export type Grouping = {
  /** What is near each document: every pair from both sides. */
  readonly links: readonly Neighbors[]
  /** Pages that run along with events: they go with one of them and bring nothing else together. */
  readonly isRunning: (document: number) => boolean
  /** Mean similarity below which groups are not joined. */
  readonly threshold: number
  /** Whether what is left alone is put where it is nearest. */
  readonly isAttaching: boolean
}

/** Groups documents by average link, then places what that leaves alone, then running pages, each by itself. */
export function group({ links, isRunning, threshold, isAttaching }: Grouping): Int32Array {
  const running = Array.from(links.keys()).filter(isRunning)
  const isOut = new Set(running)
  const near: Near = (i) => nearIn(links[i] as Neighbors)
  const among: Near = (i) => (isOut.has(i) ? [] : near(i).filter(({ other }) => !isOut.has(other)))
  const labels = averageLink(links, threshold, (i) => isOut.has(i))
  if (isAttaching) attachSingles(labels, among)
  attachAside(labels, running, near)
  return labels
}
