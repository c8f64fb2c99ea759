import { featureNames, featuresOf } from './block-features.ts'
import type { PageHints } from './block-hints.ts'
import { type BlockModel, oddsOf } from './block-model.ts'
import { certainStep } from './drop-step.ts'
import type { MainText } from './main-text.ts'
import type { PageBlock } from './page-blocks.ts'

/** Where a block that does not belong to the main text may stand and still be asked about, in blocks from its ends. */
const reach = 12

/** The blocks of a page that may belong to its article, as numbers. */
export type Candidates = {
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
export function judgeBlocks(count: number, { places, rows }: Candidates, model: BlockModel): Float64Array {
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
