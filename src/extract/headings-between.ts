import { furnitureStep } from './boilerplate.ts'
import { certainStep } from './drop-step.ts'
import type { PageBlock } from './page-blocks.ts'

const longestHeading = 20
const shortestProse = 12
const otherMatter =
  /^(?:advert|sponsor|about (?:the )?(?:author|us)|references?$|sources?$|article sources|footnotes?$|notes?$|share|comments?$|related|trending|more |newsletter|subscribe)/i

/**
 * Puts back the subheads that stand right before a paragraph of the text and after another: what looks for the main text passes over
 * headings that have a container of their own.
 */
export function withHeadings(kept: readonly PageBlock[], blocks: readonly PageBlock[]): readonly PageBlock[] {
  const here = new Set(kept)
  const first = kept[0]
  const start = first === undefined ? blocks.length : blocks.indexOf(first)
  const keys = new Set(kept.map(({ key }) => key))
  const wanted = new Set(
    blocks.filter(
      (block, at) =>
        at > start && !here.has(block) && !keys.has(block.key) && isSubhead(block) && isProse(blocks[at + 1], here),
    ),
  )
  return wanted.size === 0 ? kept : blocks.filter((block) => here.has(block) || wanted.has(block))
}

function isProse(block: PageBlock | undefined, here: ReadonlySet<PageBlock>): boolean {
  return block !== undefined && here.has(block) && block.wordCount >= shortestProse && block.linkShare < 0.5
}

function isSubhead(block: PageBlock): boolean {
  const { kind, place, wordCount, linkShare, text } = block
  if (kind !== 'heading' || !/^h[2-4]$/.test(place.element.tag) || wordCount > longestHeading || linkShare >= 0.3)
    return false
  if (certainStep(block) !== undefined || place.isInAside) return false
  return furnitureStep(text, wordCount) === undefined && !otherMatter.test(text)
}
