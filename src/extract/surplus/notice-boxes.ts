import { type PageBlock, wordsByContainer, wordsIn } from '../blocks/page-blocks.ts'
import { isWithin, type PageElement } from '../markup/page-tree.ts'
import { leadsToArticle, noticeStep } from './notice-phrase.ts'
import { surplusPhrase } from './surplus-phrase.ts'

/** A box has at most so many words, and so much of the text. */
const mostWords = 120
const maxShare = 0.2
/** Its notices have this share of its words. */
const noticeShare = 0.3

/**
 * The blocks of boxes that have a notice of the outlet in them: what is beside it in its own element, apart from the paragraphs of the
 * text, is of the same kind, such as the heading above it and other offers.
 */
export function noticeBoxes(kept: readonly PageBlock[]): ReadonlySet<PageBlock> {
  const notices = new Set(kept.filter(isNotice))
  if (notices.size === 0) return new Set()
  const total = wordsIn(kept)
  const main = mainContainers(kept)
  const found = new Set<PageBlock>()
  for (const { place } of notices) {
    const box = boxAround(place.element, main)
    if (box === undefined) continue
    const boxes = new Set([box])
    const inside = kept.filter((block) => isWithin(block.place.element, boxes))
    const count = wordsIn(inside)
    const isSmall = count <= mostWords && count <= total * maxShare
    if (isSmall && wordsIn(inside.filter((block) => notices.has(block))) >= count * noticeShare)
      for (const block of inside) found.add(block)
  }
  return found
}

/** A notice, unless it is the label of an advertisement, which is also among the paragraphs of an article. */
function isNotice(block: PageBlock): boolean {
  const step = noticeStep(block)
  return (step !== undefined && step !== 'advertisement') || surplusPhrase(block) === 'appeal' || leadsToArticle(block)
}

/** The elements that contain a good part of the text, and all around them. */
function mainContainers(kept: readonly PageBlock[]): ReadonlySet<PageElement> {
  const words = wordsByContainer(kept)
  const most = Math.max(...words.values())
  const main = new Set<PageElement>()
  for (const [element, count] of words) {
    if (count < most / 2) continue
    for (let at: PageElement | undefined = element; at !== undefined && !main.has(at); at = at.parent) main.add(at)
  }
  return main
}

/** The largest element around a block that is not around the text; undefined for a paragraph among the others. */
function boxAround(element: PageElement, main: ReadonlySet<PageElement>): PageElement | undefined {
  let at = element
  while (at.parent !== undefined && !main.has(at.parent)) at = at.parent
  return at === element || main.has(at) ? undefined : at
}
