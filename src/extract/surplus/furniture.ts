import type { Removal } from '../../core/article.ts'
import { maxBlocksPerPage, type SeenBlock, type SiteBlock } from '../../core/feed/site-block.ts'
import type { KeptBlocks } from '../blocks/keep-blocks.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'
import { excerpt } from '../markup/visible-text.ts'

/** What is known of a site when one of its pages is read. */
export type SiteLayout = {
  /** Blocks that stand on several of its pages. */
  readonly seen: readonly SeenBlock[]
  /** By which the page itself is known, if it was read before. */
  readonly mark: string
}

/** So many other pages make a short line furniture; and a sentence, which may be quoted or be the background of many articles. */
export const fewestPages = 3
const fewestPagesOfSentence = 6
/** Words from which a block reads as a sentence. */
const sentenceWords = 12
/** Of the words of an article, at most so many are taken for furniture: more, and it is not what it seems. */
const mostShare = 0.15

/** A block by its words, for other pages of its site; nothing for one that is a single word. */
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

/** The blocks of a text as other pages of the site may have them, furniture included. */
export function siteBlocksOf(blocks: readonly PageBlock[]): SiteBlock[] {
  return blocks
    .filter(({ wordCount, key }) => wordCount >= 2 && key !== '')
    .slice(0, maxBlocksPerPage)
    .map(({ key, wordCount: words }) => ({ fingerprint: fingerprintOf(key), words }))
}

/** A text without what stands on other pages of its site, and on how many each block that was left out does. */
export type Unfurnished = KeptBlocks & { readonly furniture: ReadonlyMap<PageBlock, number> }

/**
 * Leaves out of a text what stands word for word on at least three other pages of its site. The lead stays, whatever it is; so
 * does what stands between sentences of the article and is one, a heading with text of the article under it, a quotation, and
 * everything once it would be more than 15 % of the words.
 */
export function withoutFurniture(chosen: KeptBlocks, layout: SiteLayout | undefined): Unfurnished {
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
  const isSeen = kept.map((block) => pagesOf(block) >= fewestPages)
  const own = kept.flatMap((block, index) => (!isSeen[index] && isSentence(block) ? [index] : []))
  const first = own[0]
  const last = own.at(-1)
  if (first === undefined || last === undefined) return new Map()
  const candidates = kept.flatMap((block, index) => {
    if (!isSeen[index] || block.kind === 'quote' || block.kind === 'code' || block.kind === 'table-row') return []
    if (block.kind === 'heading' && headsOwn(kept, isSeen, index)) return []
    const pages = pagesOf(block)
    const isAmong = index < last && index > first
    // Where the article begins with a sentence it has in common with others, that is its lead.
    if (isSentence(block) && (isAmong || index < first || pages < fewestPagesOfSentence || /["“”«»„]/.test(block.text)))
      return []
    return [{ block, pages }]
  })
  return withinShare(candidates, kept)
}

/** True for a heading with something of the article under it, before the next one. */
function headsOwn(kept: readonly PageBlock[], isSeen: readonly boolean[], at: number): boolean {
  for (let index = at + 1; index < kept.length && kept[index]?.kind !== 'heading'; index++)
    if (!isSeen[index]) return true
  return false
}

function isSentence({ wordCount, linkShare, kind }: PageBlock): boolean {
  return kind !== 'heading' && wordCount >= sentenceWords && linkShare < 0.5
}

/** Those seen on the most pages first, as far as the share allows. */
function withinShare(
  candidates: readonly { readonly block: PageBlock; readonly pages: number }[],
  kept: readonly PageBlock[],
): Map<PageBlock, number> {
  let left = kept.reduce((sum, { wordCount }) => sum + wordCount, 0) * mostShare
  const furniture = new Map<PageBlock, number>()
  for (const { block, pages } of candidates.toSorted((one, other) => other.pages - one.pages)) {
    if (block.wordCount > left) continue
    left -= block.wordCount
    furniture.set(block, pages)
  }
  return furniture
}
