import type { Document } from '../document.ts'
import type { Span } from '../span.ts'

/** How an embedded post ends: `— Anna Lind (@annalind) May 7, 2018`. */
const postSignature = /[—–-]\s?[^\n()]{1,60}\(@\w{1,30}\)(?:[^\S\n]+\p{L}+ \d{1,2}, \d{4}| \d{1,2} \p{L}+ \d{4})?/gu

/** Posts that a text shows whole, with their signatures. A signature alone in its block belongs to the block before. */
export function shownPosts({ text, blocks }: Pick<Document, 'text' | 'blocks'>): readonly Span[] {
  if (!text.includes('(@')) return []
  return [...text.matchAll(postSignature)].flatMap(({ index, 0: { length } }) => {
    const at = blocks.findIndex(({ start, end }) => start <= index && index < end)
    const [own, before] = [blocks[at], blocks[at - 1]]
    if (!own) return []
    return [{ start: index - own.start < 3 && before ? before.start : own.start, end: index + length }]
  })
}
