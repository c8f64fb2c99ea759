import type { Removal } from '../core/article.ts'
import type { PageHints } from './block-hints.ts'
import { type BlockModel, blockModel } from './block-model.ts'
import { furnitureStep } from './boilerplate.ts'
import { dropStep } from './drop-step.ts'
import { findCandidates, judgeBlocks } from './judge-blocks.ts'
import type { MainText } from './main-text.ts'
import type { PageBlock } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'
import { excerpt } from './visible-text.ts'
import { withoutEmptyHeadings, withoutRepeats, withoutSaidTwice } from './without-repeats.ts'

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
