import { nth } from '../../core/nth.ts'
import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { countWords } from '../words.ts'
import { rowsOf } from './repeated-cards.ts'

/** Levels from a block up to the box that may contain it. */
const levels = 6
const shortestRow = 3
/** At least this share of adjacent boxes must be teasers. */
const rowShare = 0.8
const most = { words: 80, looked: 120 }
/** A link with this many words is the headline of another page. */
const headlineWords = 4
/** When more of the text is in boxes, they are the article: a list of places, films or shops. */
const maxShare = 0.25
const boxTags = new Set(['div', 'article', 'section', 'a', 'figure', 'aside', 'li'])

type Box = { words: number; links: number; pictures: number; headline: number }

/**
 * The indexes of blocks in teasers of other pages: adjacent boxes of one shape, each a few words with a link, and a picture or a linked
 * headline. The row identifies them, so they need no class names.
 */
export function teaserBoxes(kept: readonly PageBlock[]): ReadonlySet<number> {
  const isBox = boxesAround()
  const found = kept.flatMap((block, at) => (isBox(block) ? [at] : []))
  const inBoxes = wordsIn(found.map((at) => nth(kept, at)))
  return new Set(inBoxes > wordsIn(kept) * maxShare ? [] : found)
}

function boxesAround(): (block: PageBlock) => boolean {
  const known = new Map<PageElement, boolean>()
  const rows = new Map<PageElement, ReadonlySet<PageElement>>()
  const boxesIn = (parent: PageElement): ReadonlySet<PageElement> => {
    const found = rows.get(parent) ?? new Set([...rowsOf(parent, boxTags)].flatMap(teasersOf))
    rows.set(parent, found)
    return found
  }
  return ({ place, kind }) => {
    if (kind === 'quote' || kind === 'code' || kind === 'table-row') return false
    const passed: PageElement[] = []
    let isIn = false
    let at = place.element
    for (let level = 0; at.parent !== undefined && level < levels; level++, at = at.parent) {
      const before = known.get(at)
      if (before === undefined) passed.push(at)
      isIn = before ?? boxesIn(at.parent).has(at)
      if (isIn) break
    }
    for (const element of passed) known.set(element, isIn)
    return isIn
  }
}

function teasersOf(row: readonly PageElement[]): readonly PageElement[] {
  const boxes = row.filter((element) => isTeaser(element.tag, weigh(element)))
  return boxes.length >= shortestRow && boxes.length >= row.length * rowShare ? boxes : []
}

function isTeaser(tag: string, { words, links, pictures, headline }: Box): boolean {
  if (words < 3 || words > most.words || links === 0) return false
  return pictures > 0 || (tag !== 'li' && headline >= headlineWords)
}

/** The content of a box, counted only up to what is too much for a teaser. */
function weigh(element: PageElement): Box {
  const box: Box = { words: 0, links: 0, pictures: 0, headline: 0 }
  const stack: { readonly node: PageElement; readonly link: { words: number } | undefined }[] = []
  const open = (node: PageElement, around: { words: number } | undefined): void => {
    const isLink = node.tag === 'a' && node.attributes.href !== undefined && !node.attributes.href.startsWith('#')
    if (isLink) box.links++
    if (node.tag === 'img' || node.tag === 'picture') box.pictures++
    stack.push({ node, link: isLink ? { words: 0 } : around })
  }
  open(element, undefined)
  for (let looked = 0; stack.length > 0; looked++) {
    if (looked > most.looked || box.words > most.words) return { ...box, words: most.words + 1 }
    const { node, link } = stack.pop()!
    for (const child of node.children) {
      if (typeof child !== 'string') {
        open(child, link)
        continue
      }
      const words = countWords(child)
      box.words += words
      if (link === undefined) continue
      link.words += words
      box.headline = Math.max(box.headline, link.words)
    }
  }
  return box
}
