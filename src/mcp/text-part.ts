import { defined } from '../core/defined.ts'
/**
 * A part of a text of at most `most` UTF-16 units, and where the next begins. A surrogate pair (an emoji) is never split, since
 * programs in other languages fail to encode half of one.
 */
export function textPart(text: string, from: number, most: number): { readonly text: string; readonly next?: number } {
  const start = isWithin(text, from) ? from - 1 : from
  const end = isWithin(text, from + most) ? from + most - 1 : from + most
  return { text: text.slice(start, end), ...defined({ next: end < text.length ? end : undefined }) }
}

/** True inside a surrogate pair. */
function isWithin(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}
