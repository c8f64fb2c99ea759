import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import type { PageElement, PageNode } from '../markup/page-tree.ts'
import { countWords } from '../words.ts'

/** A card has at most so many words and nodes; a post of a live page, or an item of a list, has more. */
const mostWords = 40
const mostNodes = 80
/** Levels from a block up to its card. */
const levels = 9
/** The words of a headline. */
const shortest = 3
/** More of a text in cards is what the page is about; a list of things may have a linked headline over each. */
const maxShare = { article: 0.35, li: 0.1 }

/**
 * The blocks in cards of other articles within the text: an `article` element inside the page's own, or a list item under a linked
 * headline, with few words and a link to another page.
 */
export function articleCards(kept: readonly PageBlock[]): ReadonlySet<PageBlock> {
  const known = new Map<PageElement, boolean>()
  const isCard = (element: PageElement): boolean => {
    const before = known.get(element)
    if (before !== undefined) return before
    const is = readCard(element)
    known.set(element, is)
    return is
  }
  const found = { article: [] as PageBlock[], li: [] as PageBlock[] }
  for (const block of kept) {
    const card = cardAround(block)
    if (card === undefined || block.wordCount < shortest || isSentenceOfPost(block) || !isCard(card)) continue
    found[card.tag === 'li' ? 'li' : 'article'].push(block)
  }
  const all = wordsIn(kept)
  const few = (['article', 'li'] as const).filter((kind) => wordsIn(found[kind]) <= all * maxShare[kind])
  return new Set(few.flatMap((kind) => found[kind]))
}

/** Posts of a live page may be as short as cards; they end like sentences, and only words in them are linked. */
function isSentenceOfPost({ text, linkShare }: PageBlock): boolean {
  return linkShare < 0.95 && /[.!。]["”’»)\]]*$/.test(text)
}

function cardAround({ place, kind, linkShare }: PageBlock): PageElement | undefined {
  if (kind === 'quote' || kind === 'code' || kind === 'table-row') return undefined
  let at: PageElement | undefined = place.element
  for (let level = 0; at?.parent !== undefined && level < levels; level++, at = at.parent) {
    if (at.tag === 'article') return isInArticle(at.parent) ? at : undefined
    if (at.tag === 'li' && kind === 'heading') return linkShare >= 0.95 ? at : undefined
  }
  return undefined
}

function isInArticle(element: PageElement): boolean {
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent)
    if (at.tag === 'article' || at.tag === 'main') return true
  return false
}

/** Whether an element has few words and a link to another page, in it or around it. */
function readCard(element: PageElement): boolean {
  let words = 0
  let nodes = 0
  let hasLink = element.parent?.tag === 'a'
  const waiting: PageNode[] = [element]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (++nodes > mostNodes || words > mostWords) return false
    if (typeof node === 'string') {
      words += countWords(node)
      continue
    }
    if (node.tag === 'a' && node.attributes.href !== undefined && !node.attributes.href.startsWith('#')) hasLink = true
    for (const child of node.children) waiting.push(child)
  }
  return hasLink && words <= mostWords
}
