import type { FeedTeaser } from '../../core/feed/site-block.ts'
import { type PageBlock, wordsByContainer } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { wordsOf } from '../words.ts'

/** A title needs so many words to be recognized, and so do the first words of a text. */
const titleWords = 4
const openingWords = 8
/** So many words are compared: the rest of an entry's text may be cut or edited. */
const compared = 12
const linkedShare = 0.9

/**
 * The blocks that are the title or begin like the text of another entry of the feed. Only those apart from the paragraphs of the article, or
 * that are links: an article may repeat a sentence of an earlier one as its background.
 */
export function feedTeasers(
  kept: readonly PageBlock[],
  teasers: readonly FeedTeaser[],
  ownKeys: readonly string[],
): ReadonlySet<PageBlock> {
  const openings = new Set<string>()
  const own = new Set(ownKeys.map((key) => openingOf(key.split(' '))))
  for (const { title, excerpt } of teasers) {
    for (const words of [wordsOf(title), wordsOf(excerpt)]) {
      const opening = openingOf(words)
      if (words.length >= titleWords && !own.has(opening)) openings.add(opening)
    }
  }
  if (openings.size === 0) return new Set()
  const alike = kept.filter(({ key, kind, linkShare }) => {
    const words = key.split(' ')
    const isLong = words.length >= openingWords || kind === 'heading' || linkShare >= linkedShare
    return isLong && words.length >= titleWords && openings.has(openingOf(words))
  })
  if (alike.length === 0) return new Set()
  // Below a film, teasers may have more words than the text.
  const main = mainContainer(kept.filter((block) => !alike.includes(block)))
  return new Set(alike.filter(({ container, linkShare }) => container !== main || linkShare >= linkedShare))
}

function openingOf(words: readonly string[]): string {
  return words.slice(0, compared).join(' ')
}

function mainContainer(kept: readonly PageBlock[]): PageElement | undefined {
  const words = wordsByContainer(kept)
  let main: PageElement | undefined
  for (const [element, count] of words) if (main === undefined || count > (words.get(main) ?? 0)) main = element
  return main
}
