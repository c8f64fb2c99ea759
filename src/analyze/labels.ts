import type { Span } from '../core/span.ts'
import type { ParsedSentence, Token } from './parse.ts'
import type { Quotation } from './quotations.ts'

/** `Starmer: 'We are ready'`, the way of headlines: a short name and a colon begin the sentence. */
export function nameBeforeColon({ tokens, start }: ParsedSentence, quotation: Quotation): Span | undefined {
  const colon = tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 5 || (tokens[colon] as Token).start > quotation.start) return undefined
  const name = tokens.slice(0, colon)
  if (!name.every((token) => /^\p{Lu}|^\.$/u.test(token.text) && !token.isQuoted)) return undefined
  return { start, end: (name.at(-1) as Token).end }
}

/** `"SMITH: I never said it."`: the name in capitals that begins a quotation from a transcript. */
export function labelIn(text: string, { inner }: Quotation): Span | undefined {
  const label = /^(\p{Lu}[\p{Lu}.'’ -]{2,30}):\s/u.exec(text.slice(inner.start, Math.min(inner.end, inner.start + 40)))
  return label?.[1] ? { start: inner.start, end: inner.start + label[1].length } : undefined
}

/**
 * `"…" — Jane Roe`: the name after a dash, also where that begins the next paragraph. A hyphen is a dash only where it stands apart:
 * `“Frozen”-star Jane Roe` says what she is.
 */
export function nameAfterDash(text: string, { end }: Quotation): Span | undefined {
  const match = /^(?:\s*[―—–]|\s+-)\s?(\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}?[\p{L}.'’-]+){0,4})/u.exec(
    text.slice(end, end + 80),
  )
  if (!match?.[1]) return undefined
  const start = end + match[0].indexOf(match[1])
  return { start, end: start + match[1].length }
}
