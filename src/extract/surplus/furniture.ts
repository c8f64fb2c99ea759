import type { Removal } from '../../core/article.ts'
import { type FeedTeaser, maxBlocksPerPage, type SeenBlock, type SiteBlock } from '../../core/feed/site-block.ts'
import type { KeptBlocks } from '../blocks/keep-blocks.ts'
import { type PageBlock, wordsIn } from '../blocks/page-blocks.ts'
import { excerpt } from '../markup/visible-text.ts'

export type SiteLayout = {
  /** Blocks that appear on several of its pages. */
  readonly seen: readonly SeenBlock[]
  /** Other entries of its feed, which its pages may show beside their articles. */
  readonly teasers?: readonly FeedTeaser[]
  /** Identifies the page itself, if it was read before. */
  readonly mark: string
}

/** This many other pages make a short line furniture. A sentence needs more: it may be quoted, or be the background of many articles. */
export const minPages = 3
const minPagesOfSentence = 6
/** From this many words a block reads as a sentence. */
const sentenceWords = 12
/** At most this share of an article's words counts as furniture: more cannot be. */
const maxShare = 0.15

/** Identifies a block by its words on other pages of its site; 0 for a single word. */
export function fingerprintOf(key: string): number {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return 4294967296 * (2097151 & high) + (low >>> 0)
}

/** The blocks of a text, including furniture, for comparison with other pages of the site. */
export function siteBlocksOf(blocks: readonly PageBlock[]): SiteBlock[] {
  return blocks
    .filter(({ wordCount, key }) => wordCount >= 2 && key !== '')
    .slice(0, maxBlocksPerPage)
    .map(({ key, wordCount: words }) => ({ fingerprint: fingerprintOf(key), words }))
}

/** A text without what other pages of its site also contain, and on how many pages each removed block is. */
export type WithoutFurniture = KeptBlocks & { readonly furniture: ReadonlyMap<PageBlock, number> }

/**
 * Removes from a text what appears word for word on at least three other pages of its site. Keeps the lead, sentences between sentences of
 * the article, headings above text of the article, quotations, and everything beyond 15% of the words.
 */
export function withoutFurniture(chosen: KeptBlocks, layout: SiteLayout | undefined): WithoutFurniture {
  const furniture = layout === undefined ? new Map<PageBlock, number>() : furnitureOf(chosen.kept, layout)
  if (furniture.size === 0) return { ...chosen, furniture }
  const removals: Removal[] = [...furniture.keys()].map(({ text }) => ({ step: 'site furniture', text: excerpt(text) }))
  const kept = chosen.kept.filter((block) => !furniture.has(block))
  return { kept, removals: [...chosen.removals, ...removals], furniture }
}

function furnitureOf(kept: readonly PageBlock[], { seen, mark }: SiteLayout): Map<PageBlock, number> {
  const counts = new Map(
    seen.map(({ fingerprint, pages }) => [fingerprint, pages.filter((page) => page !== mark).length]),
  )
  const pagesOf = (block: PageBlock): number => counts.get(fingerprintOf(block.key)) ?? 0
  const isSeen = kept.map((block) => pagesOf(block) >= minPages)
  const own = kept.flatMap((block, index) => (!isSeen[index] && isSentence(block) ? [index] : []))
  const first = own[0]
  const last = own.at(-1)
  if (first === undefined || last === undefined) return new Map()
  const candidates = kept.flatMap((block, index) => {
    if (!isSeen[index] || block.kind === 'quote' || block.kind === 'code' || block.kind === 'table-row') return []
    if (block.kind === 'heading' && headsOwn(kept, isSeen, index)) return []
    const pages = pagesOf(block)
    const isAmong = index < last && index > first
    // A shared sentence at the beginning of an article is its lead.
    if (isSentence(block) && (isAmong || index < first || pages < minPagesOfSentence || /["“”«»„]/.test(block.text)))
      return []
    return [{ block, pages }]
  })
  return withinShare(candidates, kept)
}

/** True for a heading with text of the article below it, before the next heading. */
function headsOwn(kept: readonly PageBlock[], isSeen: readonly boolean[], at: number): boolean {
  for (let index = at + 1; index < kept.length && kept[index]?.kind !== 'heading'; index++)
    if (!isSeen[index]) return true
  return false
}

function isSentence({ wordCount, linkShare, kind }: PageBlock): boolean {
  return kind !== 'heading' && wordCount >= sentenceWords && linkShare < 0.5
}

/** Those on the most pages first, as far as the share allows. */
function withinShare(
  candidates: readonly { readonly block: PageBlock; readonly pages: number }[],
  kept: readonly PageBlock[],
): Map<PageBlock, number> {
  let left = wordsIn(kept) * maxShare
  const furniture = new Map<PageBlock, number>()
  for (const { block, pages } of candidates.toSorted((one, other) => other.pages - one.pages)) {
    if (block.wordCount > left) continue
    left -= block.wordCount
    furniture.set(block, pages)
  }
  return furniture
}
