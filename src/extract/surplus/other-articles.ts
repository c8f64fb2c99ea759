import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'

/** An article needs this many words of its own before another one on its page is cut off. */
const fewestOwnWords = 40
/** The share of a text's words that its own `article` element has, where the other ones have no headline of the first level. */
const ownShare = 0.5

/**
 * The blocks of other whole articles: pages load the next story below, or print several, each in an `article` element. The page's own
 * article is the one with the headline; another is beside it, and has a first-level headline of its own, or has the lesser part of the text.
 * Posts of a live page are in elements of this kind too, but inside the page's own.
 */
export function otherArticles(
  kept: readonly PageBlock[],
  blocks: readonly PageBlock[],
  titleKeys: ReadonlySet<string>,
): ReadonlySet<PageBlock> {
  const around = new Map<PageBlock, PageElement>()
  for (const block of kept) {
    const element = outermostArticle(block.place.element)
    if (element !== undefined) around.set(block, element)
  }
  if (around.size === 0) return new Set()
  const headlines = blocks.filter(({ kind, place }) => kind === 'heading' && place.element.tag === 'h1')
  const headline = headlines.find(({ key }) => titleKeys.has(key))
  const own = headline && outermostArticle(headline.place.element)
  if (own === undefined) return new Set()
  const ownWords = wordsIn(kept.filter((block) => around.get(block) === own))
  if (ownWords < fewestOwnWords) return new Set()
  const isMost = ownWords >= wordsIn(kept) * ownShare
  const headed = new Set(
    headlines.filter(({ key }) => key !== headline?.key).map(({ place }) => outermostArticle(place.element)),
  )
  return new Set(
    [...around].filter(([, element]) => element !== own && (isMost || headed.has(element))).map(([block]) => block),
  )
}

function outermostArticle(element: PageElement): PageElement | undefined {
  let found: PageElement | undefined
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent) if (at.tag === 'article') found = at
  return found
}
