import type { PageBlock } from './page-blocks.ts'
import { isWithin, type PageElement } from './page-tree.ts'
import { repeatedCards } from './repeated-cards.ts'

/** Of the words of a text so many may stand in teasers of other pages; with more, it is those. */
const mostTeased = 0.6

/** True when what was taken for a text stands in elements of one shape side by side, each with a link and few words: teasers of others. */
export function areTeasers(kept: readonly PageBlock[], root: PageElement): boolean {
  const { elements } = repeatedCards(root)
  if (elements.size === 0) return false
  let words = 0
  let teased = 0
  for (const { wordCount, place } of kept) {
    words += wordCount
    if (isWithin(place.element, elements)) teased += wordCount
  }
  return words > 0 && teased >= words * mostTeased
}
