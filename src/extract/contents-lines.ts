import type { PageBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'

const shortestRun = 3
const linkedShare = 0.9
const levels = 3
const mostLookedAt = 12

/** The places of tables of contents: three lines and more in a row, each of them a link to a place on the page itself. */
export function contentsLines(kept: readonly PageBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let start = 0; start < kept.length; ) {
    let end = start
    while (end < kept.length && leadsWithin(kept[end]!)) end++
    if (end - start >= shortestRun) for (let at = start; at < end; at++) found.add(at)
    start = Math.max(end, start + 1)
  }
  return found
}

function leadsWithin({ kind, linkShare, place }: PageBlock): boolean {
  if (linkShare < linkedShare || kind === 'quote' || kind === 'table-row') return false
  const href = linkOf(place.element)?.attributes.href
  return href !== undefined && /#[^#:]+$/.test(href)
}

/** The link that a block stands in, or the first within. */
function linkOf(element: PageElement): PageElement | undefined {
  let around: PageElement | undefined = element
  for (let level = 0; around !== undefined && level < levels; level++, around = around.parent)
    if (around.tag === 'a') return around
  const waiting: PageElement[] = [element]
  for (let at = 0; at < waiting.length && at < mostLookedAt; at++)
    for (const child of waiting[at]!.children) {
      if (typeof child === 'string') continue
      if (child.tag === 'a') return child
      waiting.push(child)
      if (waiting.length > mostLookedAt) break
    }
  return undefined
}
