import type { Block } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { ForeignCues } from '../quotes/foreign/foreign-cues.ts'
import type { Quotation } from './quotations.ts'

/** Words said without a break, and the reporter's words that may break in behind them. */
export type SpokenPart = {
  readonly quotation: Quotation
  /** Where the reporter's words end that stand within the marks, right behind this part. */
  readonly aside?: number
}

/**
 * A quotation in its parts: `« On part, a dit X. Demain. »`, `«Si la cerramos —advierte—, cerramos el valle»`. What the
 * reporter puts between is nobody's words.
 */
export function spokenParts(text: string, quotations: readonly Quotation[], cues: ForeignCues): SpokenPart[] {
  const aside = asidePattern(cues)
  return quotations.flatMap((quotation) => partsOf(text, quotation, aside))
}

/** A sign, and words of a report up to the sign that closes them. */
function asidePattern({ verbs, hasDialogueDash }: ForeignCues): RegExp {
  if (hasDialogueDash)
    return new RegExp(String.raw`\s[—–](?=(?:[\p{L}]+ ){0,2}(?:${verbs})(?!\p{L}))[^«»“”—–]{3,120}[—–][,.;]?\s*`, 'giu')
  const grown = String.raw`(?:l['’])?a-t-(?:il|elle) \p{L}+|\p{Ll}{2,}-(?:t-)(?:il|elle)`
  const role = String.raw`(?:(?:le|la|l['’]|un|une|son|sa) ?[\p{Ll}\s’'-]{0,60})?\p{Lu}[\p{L}\p{M}’'-]+(?:[ -]\p{Lu}[\p{L}\p{M}’'-]+){0,3}`
  const apposition = String.raw`(?:, (?:qui|chef|cheffe|présidente?|maire|directrice|directeur|membre|porte-parole|responsable|habitante?)(?!\p{L})[^,.«»]{0,70})?`
  return new RegExp(
    String.raw`(?<=[\p{L}\d])[,]\s(?:(?:${grown})[^,.«»]{0,40}|(?:${verbs}|\p{Ll}{4,}[et]) ${role}${apposition})[,.]\s+`,
    'gu',
  )
}

function partsOf(text: string, quotation: Quotation, aside: RegExp): SpokenPart[] {
  const { inner } = quotation
  const parts: SpokenPart[] = []
  let from = inner.start
  for (const match of text.slice(inner.start, inner.end).matchAll(aside)) {
    const start = inner.start + match.index
    const end = start + match[0].length
    if (start <= from || end >= inner.end) continue
    parts.push({ quotation: piece(quotation, from, start), aside: end })
    from = end
  }
  if (parts.length === 0) return [{ quotation }]
  return [...parts, { quotation: { ...piece(quotation, from, inner.end), end: quotation.end } }]
}

function piece(quotation: Quotation, start: number, end: number): Quotation {
  return { ...quotation, start: start === quotation.inner.start ? quotation.start : start, end, inner: { start, end } }
}

/**
 * Speech that a dash begins at the start of a paragraph, as Spanish papers set a dialogue: up to the dash with which the
 * reporter breaks in, and on behind the next.
 */
export function dialogue(text: string, blocks: readonly Block[], { hasDialogueDash }: ForeignCues): SpokenPart[] {
  return hasDialogueDash ? blocks.flatMap((span, block) => spokenIn(text, span, block)) : []
}

function spokenIn(text: string, span: Span, block: number): SpokenPart[] {
  if (!DASH.test(text[span.start] ?? '') || /\s/.test(text[span.start + 1] ?? ' ')) return []
  const dashes = [span.start]
  for (let at = span.start + 1; at < span.end; at++) if (DASH.test(text[at] as string)) dashes.push(at)
  // Every second stretch is the reporter's.
  return dashes.flatMap((dash, i) => {
    if (i % 2 === 1) return []
    const end = dashes[i + 1] ?? span.end
    const inner = trimmed(text, dash + 1, end)
    if (!inner) return []
    // No quotation between marks has a negative number.
    const quotation: Quotation = { id: -1 - block, start: dash, end, inner, block, ...SPOKEN }
    const aside = dashes[i + 2]
    return [{ quotation, ...(aside === undefined ? {} : { aside }) }]
  })
}

const DASH = /[—–]/
const SPOKEN = { family: 'double', isClosed: true, isNested: false } as const

/** Without white space around it, and without the sign that closes the reporter's words. */
function trimmed(text: string, start: number, end: number): Span | undefined {
  let [from, to] = [start, end]
  while (from < to && /[\s.,;:]/.test(text[from] as string)) from++
  while (to > from && /\s/.test(text[to - 1] as string)) to--
  return to > from ? { start: from, end: to } : undefined
}
