import { nth } from '../../core/nth.ts'
import type { PageElement, PageNode } from '../markup/page-tree.ts'
import { shortText } from '../markup/page-tree.ts'

const shortestName = 3
const longestName = 80
/** A card has at least this many more code units than the name. */
const minMore = 20

const maxLookedAt = 40

/**
 * True for an inline element directly after a link that repeats its text and adds more, or contains a picture and its own links: a card
 * that opens when the pointer is over a name. `before`: the node before the element.
 */
export function isHoverCard(element: PageElement, before: PageNode | undefined): boolean {
  if (element.tag !== 'span' || typeof before !== 'object' || before.tag !== 'a') return false
  const name = shortText(before, longestName + 1).trim()
  if (name.length < shortestName || name.length > longestName) return false
  const text = shortText(element, longestName * 2 + minMore).trim()
  if (text.length < name.length + minMore) return false
  return text.startsWith(name) || isPictured(element)
}

function isPictured(element: PageElement): boolean {
  let links = 0
  let pictures = 0
  const waiting = [element]
  for (let at = 0; at < waiting.length && at < maxLookedAt; at++)
    for (const child of nth(waiting, at).children) {
      if (typeof child === 'string' || waiting.length > maxLookedAt) continue
      if (child.tag === 'a') links++
      if (child.tag === 'img') pictures++
      waiting.push(child)
    }
  return pictures > 0 && links >= 2
}
