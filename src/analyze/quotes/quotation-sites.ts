import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import type { Quotation } from '../sentences/quotations.ts'
import type { Turn } from '../sentences/turns.ts'
import type { QuotationPart } from './quotation-parts.ts'

/** A sentence by its place in the text and in the document. */
export type PlacedSentence = Span & { readonly index: number; readonly block: number }

/** A quotation, or a part of one, and what is around it. */
export type QuotationSite<Sentence extends PlacedSentence = PlacedSentence> = {
  readonly text: string
  readonly quotation: Quotation
  /** Where the reporter's words end that are within the marks, right behind this part. */
  readonly aside: number | undefined
  /** The sentences in which it begins and ends. */
  readonly begins: Sentence
  readonly ends: Sentence
  /** The quotation before, the one before that, and the next one. */
  readonly previous: QuotationPart | undefined
  readonly earlier: QuotationPart | undefined
  readonly next: QuotationPart | undefined
  /** The turn of a conversation in which it is. */
  readonly turn: Turn | undefined
}

/** The sites of the quotations of a text, in order. */
export function quotationSites<Sentence extends PlacedSentence>(
  text: string,
  sentences: readonly Sentence[],
  parts: readonly QuotationPart[],
  turns: ReadonlyMap<number, Turn>,
): QuotationSite<Sentence>[] {
  return parts.map((part, i) => {
    const { quotation } = part
    return {
      text,
      quotation,
      aside: part.aside,
      begins: sentenceAt(sentences, quotation.inner.start),
      ends: sentenceAt(sentences, quotation.inner.end - 1),
      previous: parts[i - 1],
      earlier: parts[i - 2],
      next: parts[i + 1],
      turn: turns.get(quotation.block),
    }
  })
}

/** The last sentence that does not begin after a place; the first when all do. */
export function sentenceAt<Sentence extends PlacedSentence>(sentences: readonly Sentence[], at: number): Sentence {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (nth(sentences, middle).start <= at) low = middle
    else high = middle - 1
  }
  return nth(sentences, low)
}

/** No words that report a quotation are further from it. */
export const FARTHEST = 240

/** The words of its sentence that lead to a quotation. */
export function leadOf({ text, quotation, begins, previous }: QuotationSite): string {
  return text.slice(Math.max(begins.start, previous?.quotation.end ?? 0, quotation.start - FARTHEST), quotation.start)
}

/** The words of its sentence behind a quotation, up to the next one. */
export function restOf({ text, quotation, ends, next }: QuotationSite): string {
  return text.slice(quotation.end, Math.min(ends.end, next?.quotation.start ?? text.length, quotation.end + FARTHEST))
}
