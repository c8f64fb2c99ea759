import type { Span } from '../../core/span.ts'
import { matchesOf } from '../../core/text/matches-of.ts'

/** `Roe Jane Mary RoeMill to close Roe: ‘I am sorry’ MORE`: the surname again at the end of the full name, with a headline glued to it. */
const LIST = /(\p{Lu}[\p{L}’'-]{2,30})( [^\n]{1,60}?)\1(?=\p{Lu})[^\n]{20,700}? MORE(?![\p{L}-])/gu

/**
 * Lists of links that a site puts behind a name, in the middle of a sentence: the full name, headlines about it and the word `MORE`. They
 * aren't words of the sentence. Each span begins behind the name and ends with `MORE`.
 */
export function linkListsIn(text: string): readonly Span[] {
  if (!text.includes(' MORE')) return []
  return [...matchesOf(LIST, text)].map((match) => {
    const start = match.index + (match[1] ?? '').length
    return { start, end: match.index + match[0].length }
  })
}
