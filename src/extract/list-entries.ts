import { certainStep } from './blocks/keep-blocks.ts'
import type { PageBlock } from './blocks/page-blocks.ts'
import type { PageElement } from './markup/page-tree.ts'
import type { Cards } from './surplus/repeated-cards.ts'

/** Smaller rows than this share of the largest, in words, are about something else. */
const leastRow = 0.1
/** A page with so many words of prose outside of its cards is read as a text, whatever its kind. */
const mostProse = 700
const shortestProse = 20

/** The text of a list: what was chosen, and the entries below the headline, which are cards in rows of one shape. */
export function withEntries(
  kept: readonly PageBlock[],
  blocks: readonly PageBlock[],
  { elements }: Cards,
): readonly PageBlock[] {
  const cardOf = ({ place }: PageBlock): PageElement | undefined => {
    let at: PageElement | undefined = place.element
    while (at !== undefined && !elements.has(at)) at = at.parent
    return at
  }
  const prose = kept.filter((block) => block.wordCount >= shortestProse && block.linkShare < 0.3)
  const ownWords = prose.reduce((sum, block) => sum + (cardOf(block) === undefined ? block.wordCount : 0), 0)
  if (ownWords >= mostProse) return kept
  const rows = new Map<PageBlock, PageElement>()
  const words = new Map<PageElement, number>()
  for (const block of blocks) {
    const row = certainStep(block) === undefined && !block.place.isInAside ? cardOf(block)?.parent : undefined
    if (row === undefined) continue
    rows.set(block, row)
    words.set(row, (words.get(row) ?? 0) + block.wordCount)
  }
  const most = words.values().reduce((best, count) => Math.max(best, count), 0)
  const here = new Set(kept)
  const headline = blocks.findIndex(({ place }) => place.element.tag === 'h1')
  const isEntry = (block: PageBlock, at: number): boolean => {
    const row = rows.get(block)
    return row !== undefined && at > headline && (words.get(row) ?? 0) >= most * leastRow
  }
  return blocks.filter((block, at) => here.has(block) || isEntry(block, at))
}
