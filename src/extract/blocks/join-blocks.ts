import type { Block, BlockKind, BlockShape } from '../../core/document.ts'

/** A block that has no position in a text yet. */
export type LooseBlock = { readonly kind: BlockKind; readonly text: string; readonly shape?: BlockShape }

/** Joins blocks with line breaks into one text, with the span of each. */
export function joinBlocks(blocks: readonly LooseBlock[]): { text: string; blocks: Block[] } {
  const spans: Block[] = []
  let text = ''
  for (const block of blocks) {
    if (text !== '') text += '\n'
    const start = text.length
    text += block.text
    spans.push({ start, end: text.length, kind: block.kind, ...block.shape })
  }
  return { text, blocks: spans }
}
