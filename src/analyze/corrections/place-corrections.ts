import type { Correction } from '../../core/correction.ts'
import type { Document } from '../../core/document.ts'
import { contains, overlaps, type Span } from '../../core/span.ts'
import { findTextQuote } from '../../core/text/text-quote.ts'

/** A correction with the place of its words in this revision; `core` is that without marks and spaces at the ends. */
export type PlacedCorrection = Correction & { readonly span: Span; readonly core: Span }

/**
 * Where the corrections of a document's article stand in it, the earliest made first. Left out are those whose words are
 * gone, and those that a later one takes back: of one place, of overlapping names, of quotations that cross.
 */
export function placeCorrections(
  doc: Pick<Document, 'articleId' | 'text'>,
  corrections: readonly Correction[],
): readonly PlacedCorrection[] {
  const placed = [...corrections].sort(byTime).flatMap((correction): PlacedCorrection[] => {
    if (correction.articleId !== doc.articleId) return []
    const span = findTextQuote(doc.text, correction.selector)
    return span ? [{ ...correction, span, core: coreOf(doc.text, span) }] : []
  })
  return placed.filter((one, index) => !placed.slice(index + 1).some((later) => takesBack(later, one)))
}

function byTime(a: Correction, b: Correction): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function takesBack(later: PlacedCorrection, earlier: PlacedCorrection): boolean {
  const isOfName = earlier.verdict.kind === 'name'
  if ((later.verdict.kind === 'name') !== isOfName) return false
  if (isOfName) return overlaps(later.span, earlier.span)
  if (!overlaps(later.core, earlier.core)) return false
  if (contains(later.core, earlier.core) && contains(earlier.core, later.core)) return true
  if (later.verdict.kind === 'not-a-quote') return contains(later.core, earlier.core)
  const isNested = contains(later.core, earlier.core) || contains(earlier.core, later.core)
  return earlier.verdict.kind !== 'not-a-quote' && !isNested
}

/** A span without what is no letter or digit at its ends; whole when nothing else is in it. */
export function coreOf(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const first = words.search(/[\p{L}\p{N}]/u)
  if (first < 0) return { start, end }
  let last = words.length
  while (last > first && !/[\p{L}\p{N}\p{M}]/u.test(characterBefore(words, last)))
    last -= characterBefore(words, last).length
  return { start: start + first, end: start + last }
}

function characterBefore(words: string, at: number): string {
  const isPair = at > 1 && /[\ud800-\udbff]/.test(words.charAt(at - 2)) && /[\udc00-\udfff]/.test(words.charAt(at - 1))
  return words.slice(isPair ? at - 2 : at - 1, at)
}
