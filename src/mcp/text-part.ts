import { defined } from '../core/defined.ts'
/**
 * A part of a text from a place on, so many units of UTF-16 long, and where the next one begins. A letter of two units (an emoji) stays
 * whole, since half of one is no text: programs in other languages fail when they write it down.
 */
export function textPart(text: string, from: number, most: number): { readonly text: string; readonly next?: number } {
  const start = isWithin(text, from) ? from - 1 : from
  const end = isWithin(text, from + most) ? from + most - 1 : from + most
  return { text: text.slice(start, end), ...defined({ next: end < text.length ? end : undefined }) }
}

/** True between the two halves of a letter. */
function isWithin(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}
