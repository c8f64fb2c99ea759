import type { PageBlock } from './page-blocks.ts'
import { isWithin, type PageElement } from './page-tree.ts'
import { repeatedCards } from './repeated-cards.ts'
import { isBelowHeadline } from './teaser-decks.ts'

/** Of the words of a text so many may stand in teasers of other pages; with more, it is those. */
const mostTeased = 0.6

/** True when what was taken for a text stands in teasers of others: elements of one shape side by side, or below linked headlines. */
export function areTeasers(kept: readonly PageBlock[], root: PageElement): boolean {
  const { elements } = repeatedCards(root)
  let words = 0
  let teased = 0
  for (const block of kept) {
    words += block.wordCount
    if (isWithin(block.place.element, elements) || isBelowHeadline(block)) teased += block.wordCount
  }
  return words > 0 && teased >= words * mostTeased
}
