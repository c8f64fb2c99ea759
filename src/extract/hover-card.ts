import type { PageElement, PageNode } from './page-tree.ts'
import { shortText } from './short-text.ts'

const shortestName = 3
const longestName = 80
/** A card says so much more than the name, in code units. */
const leastMore = 20

/**
 * True for an inline element that stands right behind a link, says its words again and goes on: a card that opens over a name
 * when a pointer rests on it. `before`: what stands before the element.
 */
export function isHoverCard(element: PageElement, before: PageNode | undefined): boolean {
  if (element.tag !== 'span' || typeof before !== 'object' || before.tag !== 'a') return false
  const name = shortText(before, longestName + 1).trim()
  if (name.length < shortestName || name.length > longestName) return false
  const text = shortText(element, longestName * 2 + leastMore).trim()
  return text.startsWith(name) && text.length >= name.length + leastMore
}
