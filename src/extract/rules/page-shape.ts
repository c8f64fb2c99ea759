import type { PageBlock } from '../blocks/page-blocks.ts'
import { isWithin, type PageElement } from '../markup/page-tree.ts'
import { type Cards, repeatedCards } from '../surplus/repeated-cards.ts'

/** The structure of a page, in counts and shares: enough to distinguish a list from an article without reading either. */
export type PageShape = {
  /** Words in paragraphs of the part of the page with the most of them. */
  readonly largestProse: number
  /** Words in all paragraphs outside navigation, footer and asides. */
  readonly proseWords: number
  /** Share of the words outside navigation and footer that are in paragraphs, 0 to 1. */
  readonly proseShare: number
  readonly longestBlock: number
  /** Paragraphs of at least 20 words. */
  readonly paragraphCount: number
  readonly linkBlockCount: number
  /** Share of the page's characters inside links, 0 to 1. */
  readonly linkShare: number
  /** Headings and list items that are links: the teasers of a list page. */
  readonly teaserCount: number
  readonly linkedHeadings: number
  /** Clock times or `time` elements at the head of a post, as in a live page. */
  readonly stampCount: number
  /** Blocks that are a price, or contain one and little else. */
  readonly priceCount: number
  /** Adjacent elements of one shape, each with a link: all of them, the longest row, and those with a picture. */
  readonly cardCount: number
  readonly longestRow: number
  readonly picturedCards: number
  /** Share of the words outside navigation and footer that are in such elements, 0 to 1. */
  readonly cardShare: number
  /** Words in paragraphs outside such elements. */
  readonly proseOutsideCards: number
  /** Lines that sort, filter or page through a list, or add a product to a cart. */
  readonly listControls: number
  /** Class names of the page's body, where content systems name the template. */
  readonly bodyClass: string
}

const price =
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|kr|zł)\b)\s?\d[\d.,  ]*|\d[\d.,]{0,24}\s?(?:[€£₹]|kr\b|zł\b|EUR\b|лв|₽|円)/
const control =
  /^(?:sort(?: by)?|sort results|filters?|filter by|clear (?:all|filters)|refine(?: by)?|view as|show(?:ing)? (?:all |\d)|(?:page )?\d+ (?:of|\/) \d+$|\d[\d,]* (?:results|items|products|articles|courses|jobs|stories)|load more|show more|view more|view all|next page|older (?:posts|entries)|previous page|add to (?:cart|bag|basket|compare|wishlist)|quick (?:view|shop|add)|shop now|choose options|select options|in stock|trier par|filtrer|page suivante|ajouter au panier|sortieren|nächste seite|in den warenkorb|ordenar por|página siguiente|añadir al carrito|ordina per|pagina successiva|قراءة المزيد|التالي)\b/iu

/** Measures a page from its tree and its blocks. Linear in the size of the page. */
export function shapeOf(
  root: PageElement,
  blocks: readonly PageBlock[],
  cards: Cards = repeatedCards(root),
): PageShape {
  const proseByContainer = new Map<PageElement, number>()
  const count = { link: 0, teaser: 0, stamp: 0, price: 0, control: 0, paragraph: 0, linkedHeading: 0 }
  let length = 0
  let linkLength = 0
  let proseWords = 0
  let bodyWords = 0
  let longestBlock = 0
  let proseOutsideCards = 0
  for (const block of blocks) {
    const { wordCount, linkShare, place, text, hasTime, container } = block
    const isFurniture = place.isInFooter || place.isInNav
    const isAround = isFurniture || place.isInAside
    length += text.length
    linkLength += text.length * linkShare
    if (!isFurniture) bodyWords += wordCount
    if (wordCount >= 20 && linkShare < 0.3 && !isAround) {
      proseByContainer.set(container, (proseByContainer.get(container) ?? 0) + wordCount)
      proseWords += wordCount
      if (!isWithin(container, cards.elements)) proseOutsideCards += wordCount
      longestBlock = Math.max(longestBlock, wordCount)
      count.paragraph++
    }
    if (linkShare > 0.8 && wordCount >= 4 && !isFurniture) count.teaser++
    if (linkShare > 0.8 && !isAround) count.link++
    if (block.kind === 'heading' && linkShare > 0.8 && !isAround) count.linkedHeading++
    if (wordCount <= 8 && (hasTime || /^\d{1,2}[:.h]\d{2}\b/.test(text))) count.stamp++
    if (wordCount <= 14 && !isFurniture && price.test(text)) count.price++
    if (wordCount <= 8 && !isFurniture && control.test(text)) count.control++
  }
  return {
    largestProse: proseByContainer.values().reduce((most, words) => Math.max(most, words), 0),
    proseWords,
    proseShare: proseWords / Math.max(1, bodyWords),
    longestBlock,
    paragraphCount: count.paragraph,
    linkBlockCount: count.link,
    linkShare: length === 0 ? 0 : linkLength / length,
    teaserCount: count.teaser,
    linkedHeadings: count.linkedHeading,
    stampCount: count.stamp,
    priceCount: count.price,
    cardCount: cards.count,
    longestRow: cards.longestRow,
    picturedCards: cards.pictured,
    cardShare: Math.min(1, cards.words / Math.max(1, bodyWords)),
    proseOutsideCards,
    listControls: count.control,
    bodyClass: bodyOf(root)?.attributes.class ?? '',
  }
}

function bodyOf(root: PageElement): PageElement | undefined {
  const html = root.children.find((child) => typeof child !== 'string' && child.tag === 'html')
  if (html === undefined || typeof html === 'string') return undefined
  const body = html.children.find((child) => typeof child !== 'string' && child.tag === 'body')
  return typeof body === 'string' ? undefined : body
}
