import type { PageBlock } from './page-blocks.ts'

const shortest = 7
const longest = 45

/** The places of quotations set apart that a longer block says word for word: pulled out of the text to catch the eye. */
export function pullQuotes(kept: readonly PageBlock[]): ReadonlySet<number> {
  const isQuote = ({ kind, wordCount }: PageBlock): boolean =>
    kind === 'quote' && wordCount >= shortest && wordCount <= longest
  if (!kept.some(isQuote)) return new Set()
  const text = kept.flatMap((block) => (block.kind === 'quote' ? [] : [` ${block.key} `])).join('\n')
  return new Set(kept.flatMap((block, at) => (isQuote(block) && text.includes(` ${block.key} `) ? [at] : [])))
}
