import type { Removal } from '../../core/article.ts'
import type { MainText } from '../main-text.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { excerpt } from '../markup/visible-text.ts'
import { furnitureStep } from '../surplus/boilerplate.ts'
import { withoutEmptyHeadings, withoutRepeats, withoutSaidTwice } from '../surplus/without-repeats.ts'
import { featureNames, featuresOf } from './block-features.ts'
import type { PageHints } from './block-hints.ts'
import { type BlockModel, blockModel, oddsOf } from './block-model.ts'
import { certainStep, dropStep } from './drop-step.ts'
import type { PageBlock } from './page-blocks.ts'

/** Where a block that does not belong to the main text may stand and still be asked about, in blocks from its ends. */
const reach = 12

/** The blocks of a page that may belong to its article, as numbers. */
type Candidates = {
  /** Their places among the page's blocks, in order. */
  readonly places: readonly number[]
  /** Features of all blocks, row after row. */
  readonly rows: Float32Array
  /** For all blocks: 2 in the main text as it is, 1 within another block of it, 0 not at all. */
  readonly mainParts: readonly number[]
}

/**
 * Finds the blocks worth a question: those of the main text, what stands near it, and whatever else reads like prose; none
 * whose place says that they are no text.
 */
export function findCandidates(blocks: readonly PageBlock[], main: MainText, hints: PageHints): Candidates {
  const mainParts = blocks.map((block) => mainPart(block, main))
  const { rows, isTrusted } = featuresOf(blocks, mainParts, hints)
  const first = isTrusted.indexOf(true)
  const last = isTrusted.lastIndexOf(true)
  const places: number[] = []
  blocks.forEach((block, index) => {
    if (certainStep(block) !== undefined) return
    const isNear = first >= 0 && index >= first - reach && index <= last + reach
    const isProse = block.wordCount >= 8 && block.linkShare < 0.5
    if (mainParts[index] !== 0 || isNear || isProse) places.push(index)
  })
  return { places, rows, mainParts }
}

function mainPart(block: PageBlock, main: MainText): number {
  if (main.keys.has(block.key)) return 2
  return block.key.length > 12 && main.holds(block.key) ? 1 : 0
}

/** What the blocks beside a block say of it, and the log-odds beyond which they say no more. */
const neighborShare = 0.15
const surest = 4

/**
 * How likely each of a page's blocks belongs to its article, 0 to 1; 0 for those that are not asked about. A block that could be
 * either is taken for what the ones before and after it are.
 */
function judgeBlocks(count: number, { places, rows }: Candidates, model: BlockModel): Float64Array {
  const odds = places.map((place) => oddsOf(model, rows, place * featureNames.length))
  const likely = new Float64Array(count)
  odds.forEach((own, at) => {
    const beside = (bounded(odds[at - 1] ?? own) + bounded(odds[at + 1] ?? own)) / 2
    const mixed = own * (1 - neighborShare) + beside * neighborShare
    likely[places[at]!] = 1 / (1 + Math.exp(-mixed))
  })
  return likely
}

function bounded(odds: number): number {
  return Math.max(-surest, Math.min(surest, odds))
}

/** The blocks that are the article, in page order, and what stood among them and is not. */
export type KeptBlocks = { readonly kept: readonly PageBlock[]; readonly removals: readonly Removal[] }

/** How likely a line has to be that by its words is none of the article. */
const sureOfPhrase = 0.9

/**
 * Chooses the article's blocks among a page's. What a place in the markup rules out goes first; a model says of the rest how
 * likely each is text of the article; repetitions and headings of nothing go last. A page of which the model would keep next to
 * nothing is read by rules alone.
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
  const words = blocks.filter(isChosen).reduce((sum, block) => sum + block.wordCount, 0)
  if (words < main.wordCount / 4) return keepByRules(blocks, candidates.mainParts, hints.titleKeys)
  const removals: Removal[] = []
  blocks.forEach((block, index) => {
    if (isChosen(block, index) || candidates.mainParts[index] === 0) return
    removals.push({ step: dropStep(block, hints.titleKeys) ?? 'looks like page furniture', text: excerpt(block.text) })
  })
  const kept = withoutSaidTwice(blocks.filter(isChosen), removals)
  return { kept: withoutEmptyHeadings(kept, removals), removals }
}

function isLikely(block: PageBlock, likely: number, { threshold }: BlockModel): boolean {
  return likely >= Math.min(threshold, sureOfPhrase) && likely >= (leadsAway(block) ? sureOfPhrase : threshold)
}

/** True for a line that by its words leads elsewhere, asks for something or announces an advertisement. */
function leadsAway({ text, wordCount, kind }: PageBlock): boolean {
  const step = kind === 'code' ? undefined : furnitureStep(text, wordCount)
  return step === 'related link' || step === 'appeal' || step === 'advertisement'
}

/** The times of day that stand above the posts of a live page, where the main text has more than one. */
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
