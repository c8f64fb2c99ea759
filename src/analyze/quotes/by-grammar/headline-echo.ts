import { defined } from '../../../core/defined.ts'
import { nth } from '../../../core/nth.ts'
import type { Quote } from '../../../core/quote.ts'
import type { ParsedDocument } from '../../grammar/parse.ts'

/** So many quotations of headlines are looked up; a text that is all headlines stays linear. */
const MOST = 12
/** A single word is looked up when it is no small one. */
const SHORTEST = 6
/** How often the words of a headline are those of the speaker of the same words below, at most. */
const SURENESS = 0.7

/**
 * `Pool to shut after “hardest choice”`: words of a headline that nobody is named for there belong to whoever says the same
 * words in the text below. The source is the one written there.
 */
export function echoed({ text, sentences }: ParsedDocument, quotes: readonly Quote[]): Quote[] {
  let left = MOST
  let below: string[] | undefined
  return quotes.map((quote) => {
    const sentence = sentences[quote.sentence]
    if (quote.pattern !== 'none' || !sentence?.isHeading) return quote
    const words = plain(text.slice(quote.span.start, quote.span.end))
    if (words.length < SHORTEST || left-- <= 0) return quote
    below ??= quotes.map(({ span, source }) => (source ? ` ${plain(text.slice(span.start, span.end))} ` : ''))
    const at = below.findIndex((one, i) => nth(quotes, i).span.start > quote.span.end && one.includes(` ${words} `))
    const { source, speaker, confidence } = quotes[at] ?? {}
    if (!source) return quote
    const sureness = Math.min(SURENESS, confidence ?? 0)
    return { ...quote, source, ...defined({ speaker }), pattern: 'echo', confidence: sureness }
  })
}

/** Words in small letters with one space between, no signs. */
function plain(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
