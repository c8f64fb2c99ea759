import { furnitureStep } from '../surplus/boilerplate.ts'
import type { PageBlock } from './page-blocks.ts'

/** Why a block is no text whatever else speaks for it: its place in the page's own markup says so. */
export function certainStep({ place }: PageBlock): string | undefined {
  if (place.isInCaption || place.isInFigure) return 'caption'
  if (place.isInNav) return 'navigation'
  if (place.isInForm) return 'form'
  return place.isInFooter ? 'footer' : undefined
}

/** Why a block does not read like text, by rules alone: where there is no main text to learn from, and to say a reason. */
export function dropStep(block: PageBlock, titleKeys: ReadonlySet<string>): string | undefined {
  const { place, wordCount, linkShare, text } = block
  const step = certainStep(block)
  if (step !== undefined) return step
  if (titleKeys.has(block.key)) return 'title'
  if (place.isInAside) return 'aside'
  if (linkShare > 0.6 && wordCount < 40) return 'links'
  return block.kind === 'code' ? undefined : furnitureStep(text, wordCount)
}
