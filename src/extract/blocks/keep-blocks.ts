import type { Removal } from '../../core/article.ts'
import { nth } from '../../core/nth.ts'
import type { MainText } from '../main-text.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { excerpt } from '../markup/visible-text.ts'
import { furnitureStep } from '../surplus/boilerplate.ts'
import { withoutDuplicates, withoutEmptyHeadings, withoutRepeats } from '../surplus/without-repeats.ts'
import { featureNames, featuresOf, trustedBlocks } from './block-features.ts'
import type { PageHints } from './block-hints.ts'
import { type BlockModel, blockLogOdds, blockModel } from './block-model.ts'
import { type PageBlock, wordsIn } from './page-blocks.ts'

/** How many blocks beyond the ends of the main text are still candidates. */
const reach = 12

/** The blocks of a page that may belong to its article, as numbers. */
type Candidates = {
  /** Their indexes among the page's blocks, in order. */
  readonly places: readonly number[]
  /** Features of the blocks, row after row; complete for the candidates. */
  readonly rows: Float32Array
  /** For all blocks: 2 in the main text unchanged, 1 within another block of it, 0 not at all. */
  readonly mainParts: readonly number[]
}

/** Finds the candidates: blocks of the main text, blocks near it, and others that read like prose; none whose place rules it out. */
export function findCandidates(blocks: readonly PageBlock[], main: MainText, hints: PageHints): Candidates {
  const mainParts = blocks.map((block) => mainPart(block, main))
  const isTrusted = trustedBlocks(blocks, mainParts)
  const first = isTrusted.indexOf(true)
  const last = isTrusted.lastIndexOf(true)
  const places: number[] = []
  blocks.forEach((block, index) => {
    if (certainStep(block) !== undefined) return
    const isNear = first >= 0 && index >= first - reach && index <= last + reach
    const isProse = block.wordCount >= 8 && block.linkShare < 0.5
    if (mainParts[index] !== 0 || isNear || isProse) places.push(index)
  })
  return { places, rows: featuresOf(blocks, { mainParts, isTrusted, places }, hints), mainParts }
}

function mainPart(block: PageBlock, main: MainText): number {
  if (main.keys.has(block.key)) return 2
  return block.key.length > 12 && main.contains(block.key) ? 1 : 0
}

/** The weight of a block's neighbors, and the log odds at which their influence is capped. */
const neighborShare = 0.15
const surest = 4

/**
 * The probability that each of a page's blocks belongs to its article, 0 to 1; 0 for blocks that aren't candidates. An uncertain block
 * follows its neighbors.
 */
function judgeBlocks(count: number, { places, rows }: Candidates, model: BlockModel): Float64Array {
  const odds = places.map((place) => blockLogOdds(model, rows, place * featureNames.length))
  const likely = new Float64Array(count)
  odds.forEach((own, at) => {
    const beside = (bounded(odds[at - 1] ?? own) + bounded(odds[at + 1] ?? own)) / 2
    const mixed = own * (1 - neighborShare) + beside * neighborShare
    likely[nth(places, at)] = 1 / (1 + Math.exp(-mixed))
  })
  return likely
}

function bounded(odds: number): number {
  return Math.max(-surest, Math.min(surest, odds))
}

/** The blocks of the article, in page order, and what was removed from among them. */
export type KeptBlocks = { readonly kept: readonly PageBlock[]; readonly removals: readonly Removal[] }

/** The probability that a line must have when its words suggest that it isn't the article's. */
const sureOfPhrase = 0.9

/**
 * Chooses the article's blocks on a page. First those are removed whose place in the markup rules them out; then a model rates how likely
 * each remaining one belongs to the article; repetitions and headings without text are removed last. A page of which the model would keep
 * almost nothing is read by rules alone.
 */
export function keepBlocks(
  blocks: readonly PageBlock[],
  main: MainText,
  hints: PageHints,
  model: BlockModel = blockModel,
): KeptBlocks {
  const candidates = findCandidates(blocks, main, hints)
  const likely = judgeBlocks(blocks.length, candidates, model)
  const isStamp = stampsOf(blocks, candidates.mainParts)
  const chosen = blocks.map((block, index) => isStamp(block, index) || isLikely(block, likely[index] ?? 0, model))
  const isChosen = (_: PageBlock, index: number): boolean => chosen[index] === true
  const words = wordsIn(blocks.filter(isChosen))
  if (words < main.wordCount / 4) return keepByRules(blocks, candidates.mainParts, hints.titleKeys)
  const removals: Removal[] = []
  blocks.forEach((block, index) => {
    if (isChosen(block, index) || candidates.mainParts[index] === 0) return
    removals.push({ step: dropStep(block, hints.titleKeys) ?? 'looks like page furniture', text: excerpt(block.text) })
  })
  const kept = withoutDuplicates(blocks.filter(isChosen), removals)
  return { kept: withoutEmptyHeadings(kept, removals), removals }
}

function isLikely(block: PageBlock, likely: number, { threshold }: BlockModel): boolean {
  // Its words need not be read when it passes both limits, or neither.
  if (likely >= Math.max(threshold, sureOfPhrase)) return true
  return likely >= Math.min(threshold, sureOfPhrase) && likely >= (isNonArticleLine(block) ? sureOfPhrase : threshold)
}

/** True for a line whose words lead elsewhere, ask for something or announce an advertisement. */
function isNonArticleLine({ text, wordCount, kind }: PageBlock): boolean {
  const step = kind === 'code' ? undefined : furnitureStep(text, wordCount)
  return step === 'related link' || step === 'appeal' || step === 'advertisement'
}

/** The times above the posts of a live page, where the main text has more than one. */
function stampsOf(
  blocks: readonly PageBlock[],
  mainParts: readonly number[],
): (block: PageBlock, index: number) => boolean {
  const isStamp = ({ text, wordCount }: PageBlock, index: number): boolean =>
    mainParts[index] === 2 && wordCount <= 4 && /^\d{1,2}[:.h]\d{2}\b/.test(text)
  const count = blocks.filter(isStamp).length
  return count > 1 ? isStamp : () => false
}

function keepByRules(
  blocks: readonly PageBlock[],
  mainParts: readonly number[],
  titleKeys: ReadonlySet<string>,
): KeptBlocks {
  const removals: Removal[] = []
  const candidates = blocks.filter((block, index) => {
    if (mainParts[index] === 0) return false
    const step = dropStep(block, titleKeys)
    if (step !== undefined) removals.push({ step, text: excerpt(block.text) })
    return step === undefined
  })
  return { kept: withoutEmptyHeadings(withoutRepeats(candidates, removals), removals), removals }
}

/** Chooses by structure alone where no main text was found: the container with the most sentences, and prose beside it. */
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

/** Removes from the blocks that a rule names what isn't text: captions, the headline, repetitions. */
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

/** Why a block is certainly not text: its place in the page's markup rules it out. */
export function certainStep({ place }: PageBlock): string | undefined {
  if (place.isInCaption || place.isInFigure) return 'caption'
  if (place.isInNav) return 'navigation'
  if (place.isInForm) return 'form'
  return place.isInFooter ? 'footer' : undefined
}

/** Why a block does not read like text, by rules alone: used where there is no main text to learn from, and to give a reason. */
function dropStep(block: PageBlock, titleKeys: ReadonlySet<string>): string | undefined {
  const { place, wordCount, linkShare, text } = block
  const step = certainStep(block)
  if (step !== undefined) return step
  if (titleKeys.has(block.key)) return 'title'
  if (place.isInAside) return 'aside'
  if (linkShare > 0.6 && wordCount < 40) return 'links'
  return block.kind === 'code' ? undefined : furnitureStep(text, wordCount)
}
