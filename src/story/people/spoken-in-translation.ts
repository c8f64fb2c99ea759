import type { Span } from '../../core/span.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { packOf } from '../../languages/all.ts'

type Reader = { readonly signs: readonly RegExp[]; readonly small: RegExp }

const readers = new Map<string, Reader>()

function readerOf(language: string): Reader | undefined {
  const primary = primaryLanguage(language)
  const words = packOf(primary)?.interpreting
  if (!words) return undefined
  const known = readers.get(primary)
  if (known) return known
  const others = Object.entries(words.languages).flatMap(([tag, names]) => (tag === primary ? [] : names))
  const reader = {
    signs: [new RegExp(words.spokenIn.replaceAll('LANGUAGE', others.join('|')), 'u'), new RegExp(words.through, 'u')],
    small: new RegExp(`(?<!\\p{L})(?:${words.small})(?!\\p{L})`, 'iu'),
  }
  readers.set(primary, reader)
  return reader
}

/**
 * Where a sentence says that its quotation was spoken in another language, or through an interpreter: then the quoted words are a
 * translation. `quoted` are all quotations; one without small words of the text's own language may be the original.
 */
export function spokenInTranslation(
  text: string,
  language: string,
  sentence: Span,
  quoted: readonly Span[],
  quote: Span,
): Span | undefined {
  const reader = readerOf(language)
  if (!reader?.small.test(text.slice(quote.start, quote.end))) return undefined
  let outside = text.slice(sentence.start, sentence.end)
  if (!reader.signs.some((sign) => sign.test(outside))) return undefined
  for (const { start, end } of quoted) {
    const [from, to] = [Math.max(0, start - sentence.start), Math.max(0, end - sentence.start)]
    if (to > from && from < outside.length)
      outside = outside.slice(0, from) + '_'.repeat(Math.min(to, outside.length) - from) + outside.slice(to)
  }
  for (const sign of reader.signs) {
    const match = sign.exec(outside)
    if (match) return { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  }
  return undefined
}
