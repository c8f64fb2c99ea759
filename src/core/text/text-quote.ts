import type { Span } from '../span.ts'

/**
 * Words that can be found again in another revision of an article: their position, the words, and the text around them (W3C Web
 * Annotation: TextPosition and TextQuote selectors).
 */
export type TextQuote = {
  readonly span: Span
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Characters stored before and after. */
const contextLength = 32
/** This many equal characters around them distinguish one place from another. */
const enoughContext = 16
/** Words this long are recognized without context if they occur once. */
const enoughWords = 20

/** Selects a span of a text. The context never splits a surrogate pair. */
export function selectText(text: string, { start, end }: Span): TextQuote {
  return {
    span: { start, end },
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\udc00-\udfff]/, ''),
    suffix: text.slice(end, end + contextLength).replace(/[\ud800-\udbff]$/, ''),
  }
}

/**
 * Finds the words in a text: at their old position if the surroundings are unchanged, else at the one place the context
 * identifies. Undefined when the words are gone or the place is ambiguous.
 */
export function findTextQuote(text: string, quote: TextQuote): Span | undefined {
  const { exact, span, prefix, suffix } = quote
  if (exact === '') return undefined
  const isUnmoved =
    text.startsWith(exact, span.start) &&
    text.slice(0, span.start).endsWith(prefix) &&
    text.startsWith(suffix, span.start + exact.length)
  if (isUnmoved) return { start: span.start, end: span.start + exact.length }
  let best = { start: -1, shared: -1, isTied: false }
  let count = 0
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + exact.length)) {
    count++
    const shared = sharedContext(text, start, quote)
    if (shared > best.shared) best = { start, shared, isTied: false }
    else if (shared === best.shared) best = { ...best, isTied: true }
  }
  const isKnown = best.shared >= enoughContext || (count === 1 && exact.length >= enoughWords)
  return isKnown && !best.isTied ? { start: best.start, end: best.start + exact.length } : undefined
}

function sharedContext(text: string, start: number, { exact, prefix, suffix }: TextQuote): number {
  let before = 0
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  while (after < suffix.length && text[start + exact.length + after] === suffix[after]) after++
  return before + after
}
