import { furnitureStep } from '../surplus/boilerplate.ts'
import type { PageBlock } from './page-blocks.ts'

/** Why a block is certainly not text: its place in the page's markup rules it out. */
export function certainStep({ place }: PageBlock): string | undefined {
  if (place.isInCaption || place.isInFigure) return 'caption'
  if (place.isInNav) return 'navigation'
  if (place.isInForm) return 'form'
  return place.isInFooter ? 'footer' : undefined
}

/** Why a block does not read like text, by rules alone: used where there is no main text to learn from, and to give a reason. */
export function dropStep(block: PageBlock, titleKeys: ReadonlySet<string>): string | undefined {
  const { place, wordCount, linkShare, text } = block
  const step = certainStep(block)
  if (step !== undefined) return step
  if (titleKeys.has(block.key)) return 'title'
  if (place.isInAside) return 'aside'
  if (linkShare > 0.6 && wordCount < 40) return 'links'
  return block.kind === 'code' ? undefined : furnitureStep(text, wordCount)
}
