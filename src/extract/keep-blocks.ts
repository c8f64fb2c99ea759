import type { Removal } from '../core/article.ts'
import { boilerplateStep } from './boilerplate.ts'
import type { MainText } from './main-text.ts'
import type { PageBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { excerpt } from './visible-text.ts'
import { shinglesOf } from './words.ts'

/** The blocks that are the article, in page order, and what stood among them and is not. */
export type KeptBlocks = { readonly kept: readonly PageBlock[]; readonly removals: readonly Removal[] }

/**
 * Chooses the article's blocks among a page's: those in the main text, without captions, links, page furniture and
 * repetitions. `titleKeys` are the keys of the headline in its forms, which are not part of the text.
 */
export function keepBlocks(blocks: readonly PageBlock[], main: MainText, titleKeys: ReadonlySet<string>): KeptBlocks {
  const removals: Removal[] = []
  const candidates: PageBlock[] = []
  const isMain = blocks.map((block) => isInMain(block, main))
  const isLike = likeMain(blocks, isMain)
  for (const [index, block] of blocks.entries()) {
    if (!isMain[index] && !isLike(block)) continue
    const step = dropStep(block, titleKeys)
    if (step === undefined) candidates.push(block)
    else removals.push({ step, text: excerpt(block.text) })
  }
  const kept = withoutRepeats(candidates, removals)
  return { kept: withoutEmptyHeadings(kept, removals), removals }
}

/**
 * Readability leaves out parts of long articles that are built like the parts it takes. A block is like the main text
 * when blocks of its own make, in containers of the same make, hold at least a third of the main text's words.
 */
function likeMain(blocks: readonly PageBlock[], isMain: readonly boolean[]): (block: PageBlock) => boolean {
  const words = new Map<string, number>()
  let total = 0
  blocks.forEach((block, index) => {
    if (!isMain[index] || block.wordCount < 15) return
    const make = makeOf(block)
    words.set(make, (words.get(make) ?? 0) + block.wordCount)
    total += block.wordCount
  })
  const isProse = (block: PageBlock): boolean =>
    block.wordCount >= 20 && block.linkShare < 0.25 && (words.get(makeOf(block)) ?? 0) >= Math.max(60, total / 3)
  const missed = new Set(
    blocks.filter((block, index) => !isMain[index] && isProse(block)).map((block) => block.container),
  )
  // What stands among such paragraphs, headings and lists, belongs to them.
  const isAmong = (block: PageBlock): boolean =>
    missed.has(block.container) || (block.place.listItem !== undefined && hasAncestor(block.container, missed))
  return (block) => block.linkShare < 0.5 && (isProse(block) || isAmong(block))
}

function hasAncestor(element: PageElement, wanted: ReadonlySet<PageElement>): boolean {
  for (let at: PageElement | undefined = element, level = 0; at !== undefined && level < 3; at = at.parent, level++)
    if (wanted.has(at)) return true
  return false
}

function makeOf(block: PageBlock): string {
  const around = block.container.parent
  const signature = (element: PageElement | undefined): string =>
    element === undefined ? '' : `${element.tag}.${element.attributes.class ?? ''}`
  return `${signature(block.place.element)} ${signature(block.container)} ${signature(around)}`
}

/** Chooses by shape alone where no main text was found: the container with the most sentences, and prose beside it. */
export function keepWithoutMain(blocks: readonly PageBlock[], titleKeys: ReadonlySet<string>): KeptBlocks {
  const prose = blocks.filter(
    (block) => block.wordCount >= 8 && block.linkShare < 0.35 && dropStep(block, titleKeys) === undefined,
  )
  const words = new Map<PageElement, number>()
  for (const block of prose) words.set(block.container, (words.get(block.container) ?? 0) + block.wordCount)
  const most = words.values().reduce((best, count) => Math.max(best, count), 0)
  const isArticle = (block: PageBlock): boolean => (words.get(block.container) ?? 0) >= most * 0.5
  const removals: Removal[] = []
  const candidates = blocks.filter((block) => isArticle(block) && dropStep(block, titleKeys) === undefined)
  return { kept: withoutEmptyHeadings(withoutRepeats(candidates, removals), removals), removals }
}

/** What stands among the blocks a rule names and is no text: captions, the headline, what is said twice. */
export function keepNamed(blocks: readonly PageBlock[], titleKeys: ReadonlySet<string>): KeptBlocks {
  const removals: Removal[] = []
  const candidates = blocks.filter((block) => {
    const { isInCaption, isInFigure } = block.place
    const step = isInCaption || isInFigure ? 'caption' : titleKeys.has(block.key) ? 'title' : undefined
    if (step !== undefined) removals.push({ step, text: excerpt(block.text) })
    return step === undefined
  })
  return { kept: withoutEmptyHeadings(withoutRepeats(candidates, removals), removals), removals }
}

function isInMain(block: PageBlock, main: MainText): boolean {
  return main.keys.has(block.key) || (block.key.length > 12 && main.holds(block.key))
}

function dropStep(block: PageBlock, titleKeys: ReadonlySet<string>): string | undefined {
  const { place, wordCount, linkShare, text } = block
  if (place.isInCaption || place.isInFigure) return 'caption'
  if (titleKeys.has(block.key)) return 'title'
  if (place.isInNav) return 'navigation'
  if (place.isInForm) return 'form'
  if (place.isInFooter) return 'footer'
  if (place.isInAside) return 'aside'
  if (linkShare > 0.6 && wordCount < 40) return 'links'
  if (block.kind === 'code') return undefined
  return boilerplateStep(text, wordCount)
}

/** A block that says again what stood before is dropped; so is one long block that holds many others. */
function withoutRepeats(blocks: readonly PageBlock[], removals: Removal[]): PageBlock[] {
  const shingles = blocks.map((block) => [...new Set(shinglesOf(block.key === '' ? [] : block.key.split(' ')))])
  const counts = new Map<string, number>()
  for (const list of shingles) for (const shingle of list) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  const dropped = new Set<number>()
  blocks.forEach((block, index) => {
    const own = shingles[index] ?? []
    if (block.wordCount <= 150) return
    const repeated = own.filter((shingle) => (counts.get(shingle) ?? 0) > 1).length
    if (repeated <= own.length * 0.8) return
    dropped.add(index)
    for (const shingle of own) counts.set(shingle, (counts.get(shingle) ?? 1) - 1)
  })
  const seen = new Set<string>()
  return blocks.filter((block, index) => {
    const own = shingles[index] ?? []
    const isRepeat = block.wordCount >= 8 && own.filter((shingle) => seen.has(shingle)).length > own.length * 0.9
    for (const shingle of own) seen.add(shingle)
    if (!isRepeat && !dropped.has(index)) return true
    removals.push({ step: 'repeated', text: excerpt(block.text) })
    return false
  })
}

/** A heading with nothing under it headed something that was dropped. */
function withoutEmptyHeadings(blocks: readonly PageBlock[], removals: Removal[]): PageBlock[] {
  let end = blocks.length
  while (end > 0 && blocks[end - 1]?.kind === 'heading') end--
  if (end === 0) return [...blocks]
  for (const block of blocks.slice(end)) removals.push({ step: 'heading of nothing', text: excerpt(block.text) })
  return blocks.slice(0, end)
}
