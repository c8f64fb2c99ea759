import type { PageBlock } from './blocks/page-blocks.ts'
import { keyOf } from './words.ts'

/** Blocks looked at on either side of the headline. */
const reach = 3

/**
 * The short lines right above and below the headline: `Opinion`, `Press release`. Lines of a menu, which come many in a
 * row and are links, are left out.
 */
export function kickersOf(blocks: readonly PageBlock[], headlines: readonly string[]): readonly string[] {
  const keys = new Set(headlines.map(keyOf).filter((key) => key !== ''))
  const at = blocks.findIndex((block) => block.kind === 'heading' && keys.has(block.key))
  if (at < 0) return []
  const above = blocks.slice(Math.max(0, at - reach), at)
  const isMenu = blocks.slice(Math.max(0, at - 5), at).filter(isShortLink).length >= 4
  const below = blocks.slice(at + 1, at + 1 + reach)
  return [...(isMenu ? [] : above), ...below]
    .filter((block) => block.wordCount <= 5 && !block.place.isInNav && !block.place.isInFooter)
    .map((block) => block.text)
}

function isShortLink(block: PageBlock): boolean {
  return block.linkShare > 0.8 && block.wordCount <= 4
}
