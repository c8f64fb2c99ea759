import { authorNotes } from './author-note.ts'
import { isButton } from './button-line.ts'
import { closingLinks } from './closing-links.ts'
import { contentsLines } from './contents-lines.ts'
import type { KeptBlocks } from './keep-blocks.ts'
import type { PageBlock } from './page-blocks.ts'
import { pullQuotes } from './pull-quotes.ts'
import { surplusPhrase } from './surplus-phrase.ts'
import { teaserBoxes } from './teaser-boxes.ts'
import { teaserDecks } from './teaser-decks.ts'
import { isNamedCaption, linesUnderPictures } from './under-picture.ts'
import { excerpt } from './visible-text.ts'
import { withoutEmptyHeadings } from './without-repeats.ts'

/** Of the words of a text so many may be surplus; with more, it is what the page is about. */
const mostShare = 0.3

/**
 * Leaves out of a text the lines that are certainly not the article's, however likely they looked: captions, buttons, notices,
 * tables of contents, quotations pulled out of the text, lists of other articles and boxes that lead to them, and at the end who wrote it.
 */
export function withoutSurplus(chosen: KeptBlocks, title: string, authors: readonly string[]): KeptBlocks {
  const { kept, removals } = withoutDecks(chosen)
  const notes = authorNotes(kept, authors)
  const captions = linesUnderPictures(kept)
  const links = closingLinks(kept)
  const boxes = teaserBoxes(kept)
  const contents = contentsLines(kept)
  const pulled = pullQuotes(kept)
  const steps = kept.map((block, at) => {
    if (notes.has(at)) return 'byline'
    if (links.has(at) || boxes.has(at)) return 'related link'
    if (contents.has(at)) return 'navigation'
    if (pulled.has(at)) return 'repeated'
    if (captions.has(at)) return 'caption'
    return at === 0 && isHeadline(block, title) ? 'title' : surplusStep(block)
  })
  const words = (blocks: readonly PageBlock[]): number => blocks.reduce((sum, block) => sum + block.wordCount, 0)
  const left = kept.filter((_, at) => steps[at] === undefined)
  if (left.length === kept.length || words(left) < words(kept) * (1 - mostShare)) return { kept, removals }
  const told = kept.flatMap(({ text }, at) =>
    steps[at] === undefined ? [] : [{ step: steps[at], text: excerpt(text) }],
  )
  const all = [...removals, ...told]
  return { kept: withoutEmptyHeadings(left, all), removals: all }
}

/** Without the lines under the headlines of other articles: of a short text they may be a third. */
function withoutDecks({ kept, removals }: KeptBlocks): KeptBlocks {
  const decks = teaserDecks(kept)
  if (decks.size === 0) return { kept, removals }
  const told = [...decks].map((at) => ({ step: 'related link', text: excerpt(kept[at]!.text) }))
  return { kept: kept.filter((_, at) => !decks.has(at)), removals: [...removals, ...told] }
}

/** Why a block is certainly no text, whatever stands around it. */
export function surplusStep(block: PageBlock): string | undefined {
  if (isButton(block)) return 'appeal'
  return isNamedCaption(block) ? 'caption' : surplusPhrase(block)
}

/** The headline in other words: of the first level, and most of its words are the title's. */
function isHeadline({ place, key }: PageBlock, title: string): boolean {
  if (place.element.tag !== 'h1') return false
  const named = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const own = key.split(' ')
  return own.filter((word) => named.has(word)).length >= own.length * 0.6
}
