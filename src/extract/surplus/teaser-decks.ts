import { nth } from '../../core/nth.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'
import type { PageElement, PageNode } from '../markup/page-tree.ts'
import { countWords } from '../words.ts'

/** Levels from a block up to the box of its teaser. */
const levels = 4
const most = { deck: 60, box: 90, nodes: 60 }
/** A link with this many words is the headline of another page. */
const headlineWords = 3
/** The element with this share of the text contains the article. */
const mainShare = 0.5
const boxTags = new Set(['li', 'div', 'article', 'section', 'td', 'dd'])

/**
 * The indexes of lines below the headlines of other articles: outside the element with most of the text, in a box of a linked headline and
 * this line. One such box is enough. Finds nothing where the text itself is in boxes, such as lists of links.
 */
export function teaserDecks(kept: readonly PageBlock[]): ReadonlySet<number> {
  const main = mainElement(kept)
  if (main === undefined) return new Set()
  return new Set(kept.flatMap((block, at) => (isDeck(block, main) ? [at] : [])))
}

function mainElement(kept: readonly PageBlock[]): PageElement | undefined {
  const words = new Map<PageElement, number>()
  let all = 0
  for (const { container, wordCount } of kept) {
    all += wordCount
    words.set(container, (words.get(container) ?? 0) + wordCount)
  }
  for (const [element, count] of words) if (count >= all * mainShare && count > 0) return element
  return undefined
}

function isDeck(block: PageBlock, main: PageElement): boolean {
  const { element } = block.place
  return !ancestorsOf(element).includes(main) && !ancestorsOf(main).includes(element) && isBelowHeadline(block)
}

/** Whether a line is in a box that begins with a linked headline and contains little else. */
export function isBelowHeadline({ place, kind, wordCount, linkShare }: PageBlock): boolean {
  if (kind === 'heading' || kind === 'quote' || kind === 'code' || kind === 'table-row') return false
  if (wordCount > most.deck || linkShare >= 0.5) return false
  const around = ancestorsOf(place.element)
  const box = around.slice(0, levels).findIndex((element) => boxTags.has(element.tag))
  return box > 0 && isTeaser(nth(around, box), around.slice(0, box))
}

/** Whether a box begins with a linked headline, outside the line in question, and contains little else. */
function isTeaser(box: PageElement, line: readonly PageElement[]): boolean {
  const links: PageElement[] = []
  let words = 0
  let isBefore = true
  let before = ''
  let looked = 0
  const read = (node: PageNode, isLinked: boolean): void => {
    if (looked++ > most.nodes) return
    if (typeof node === 'string') {
      words += countWords(node)
      if (isBefore && !isLinked) before += node
      return
    }
    if (line.includes(node)) isBefore = false
    const href = node.attributes.href
    const isLink = node.tag === 'a' && href !== undefined && !href.startsWith('#')
    if (isLink && isBefore) links.push(node)
    for (const child of node.children) read(child, isLinked || isLink)
  }
  for (const child of box.children) read(child, false)
  if (looked > most.nodes || words > most.box) return false
  const [headline, ...others] = links
  // A link between other words is part of a sentence.
  return headline !== undefined && others.length === 0 && wordsIn(headline) >= headlineWords && countWords(before) === 0
}

function wordsIn(element: PageElement): number {
  let count = 0
  for (const child of element.children) count += typeof child === 'string' ? countWords(child) : wordsIn(child)
  return count
}

function ancestorsOf(element: PageElement): readonly PageElement[] {
  const all: PageElement[] = []
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent) all.push(at)
  return all
}
