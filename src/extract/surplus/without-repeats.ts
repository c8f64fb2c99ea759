import type { Removal } from '../../core/article.ts'
import type { PageBlock } from '../blocks/page-blocks.ts'
import { excerpt } from '../markup/visible-text.ts'
import { shinglesOf } from '../words.ts'

/** Drops longer blocks that repeat an earlier one word for word. */
export function withoutDuplicates(blocks: readonly PageBlock[], removals: Removal[]): PageBlock[] {
  const seen = new Set<string>()
  return blocks.filter((block) => {
    const isRepeat = block.wordCount >= 8 && seen.has(block.key)
    seen.add(block.key)
    if (isRepeat) removals.push({ step: 'repeated', text: excerpt(block.text) })
    return !isRepeat
  })
}

/** Drops blocks that repeat earlier text, and one long block that contains many others. */
export function withoutRepeats(blocks: readonly PageBlock[], removals: Removal[]): PageBlock[] {
  const shingles = blocks.map((block) => [...new Set(shinglesOf(block.key === '' ? [] : block.key.split(' ')))])
  const counts = new Map<string, number>()
  for (const list of shingles) for (const shingle of list) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  const dropped = new Set<number>()
  blocks.forEach((block, index) => {
    const own = shingles[index] ?? []
    if (block.wordCount <= 150) return
    const repeated = own.filter((shingle) => (counts.get(shingle) ?? 0) > 1).length
    if (repeated <= own.length * 0.8) return
    dropped.add(index)
    for (const shingle of own) counts.set(shingle, (counts.get(shingle) ?? 1) - 1)
  })
  const seen = new Set<string>()
  return blocks.filter((block, index) => {
    const own = shingles[index] ?? []
    const isRepeat = block.wordCount >= 8 && own.filter((shingle) => seen.has(shingle)).length > own.length * 0.9
    for (const shingle of own) seen.add(shingle)
    if (!isRepeat && !dropped.has(index)) return true
    removals.push({ step: 'repeated', text: excerpt(block.text) })
    return false
  })
}

/** Drops headings without text below: it was removed. */
export function withoutEmptyHeadings(blocks: readonly PageBlock[], removals: Removal[]): PageBlock[] {
  let end = blocks.length
  while (end > 0 && blocks[end - 1]?.kind === 'heading') end--
  if (end === 0) return [...blocks]
  for (const block of blocks.slice(end)) removals.push({ step: 'heading of nothing', text: excerpt(block.text) })
  return blocks.slice(0, end)
}
