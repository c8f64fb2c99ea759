import type { PageBlock } from './page-blocks.ts'

const shortest = 7
const longest = 45
/** Each is looked for in the whole text. */
const mostQuotes = 100

/** The places of quotations set apart that a longer block says word for word: pulled out of the text to catch the eye. */
export function pullQuotes(kept: readonly PageBlock[]): ReadonlySet<number> {
  const isQuote = ({ kind, wordCount }: PageBlock): boolean =>
    kind === 'quote' && wordCount >= shortest && wordCount <= longest
  const quotes = kept.flatMap((block, at) => (isQuote(block) ? [at] : [])).slice(0, mostQuotes)
  if (quotes.length === 0) return new Set()
  const text = kept.flatMap((block) => (block.kind === 'quote' ? [] : [` ${block.key} `])).join('\n')
  return new Set(quotes.filter((at) => text.includes(` ${kept[at]!.key} `)))
}
