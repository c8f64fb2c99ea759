import type { Removal } from '../../core/article.ts'
import type { FeedTeaser } from '../../core/feed/site-block.ts'
import type { KeptBlocks } from '../blocks/keep-blocks.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'
import { excerpt } from '../markup/visible-text.ts'
import { articleCards } from './cards.ts'
import { feedTeasers } from './feed-teasers.ts'
import { loneLinks } from './lone-links.ts'
import { noticeBoxes } from './notice-boxes.ts'
import { behindWall, offerBoxes } from './offer-boxes.ts'
import { otherArticles } from './other-articles.ts'

/** A page's blocks, all forms of its headline as keys, and its URL. */
type PageSigns = {
  readonly blocks: readonly PageBlock[]
  readonly titleKeys: ReadonlySet<string>
  readonly url: string
  /** Other entries of the feed. */
  readonly teasers?: readonly FeedTeaser[] | undefined
  /** The page's descriptions and the entry's own text, as keys. */
  readonly ownKeys: readonly string[]
}

/**
 * Removes what is in an article's text but isn't the article's: teasers of its feed's other entries, other articles of the page, boxes that offer something, what follows a
 * paywall, and headlines of other pages between the paragraphs.
 */
export function withoutForeign(chosen: KeptBlocks, page: PageSigns): KeptBlocks {
  const { blocks, titleKeys, url, teasers = [], ownKeys } = page
  const known = drop(chosen, feedTeasers(chosen.kept, teasers, [...titleKeys, ...ownKeys]), 'related link')
  const others = drop(known, otherArticles(known.kept, blocks, titleKeys), 'related link')
  const cards = drop(others, articleCards(others.kept), 'related link')
  const boxes = drop(cards, offerBoxes(cards.kept), 'appeal')
  const noticed = drop(boxes, noticeBoxes(boxes.kept), 'page furniture')
  const walled = drop(noticed, behindWall(noticed.kept), 'paywall')
  const links = loneLinks(walled.kept, url)
  return drop(walled, new Set(walled.kept.filter((_, at) => links.has(at))), 'related link')
}

function drop({ kept, removals }: KeptBlocks, foreign: ReadonlySet<PageBlock>, step: string): KeptBlocks {
  if (foreign.size === 0) return { kept, removals }
  const dropped = [...foreign].map(({ text }): Removal => ({ step, text: excerpt(text) }))
  return { kept: kept.filter((block) => !foreign.has(block)), removals: [...removals, ...dropped] }
}
