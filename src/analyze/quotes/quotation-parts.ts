import type { Block } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import type { ReportWords } from '../../languages/quotation-words.ts'
import type { Quotation } from '../sentences/quotations.ts'
import { oncePerLanguage, oneOf } from '../word-patterns.ts'

/** Words said without a break, and the reporter's words that may break in behind them. */
export type QuotationPart = {
  readonly quotation: Quotation
  /** Where the reporter's words end that are within the marks, right behind this part. */
  readonly aside: number | undefined
}

/**
 * The quotations between marks in their parts, without what the reporter puts between (`« On part, a dit X. Demain. »`,
 * `«Si la cerramos —advierte—, cerramos el valle»`), and the speech that dashes begin, in the order of the text.
 */
export function quotationParts(
  text: string,
  blocks: readonly Block[],
  quotations: readonly Quotation[],
  words: ReportWords,
): QuotationPart[] {
  const dashed = words.hasDialogueDash ? blocks.flatMap((span, block) => spokenIn(text, span, block)) : []
  const isDashed = new Set(dashed.map(({ quotation }) => quotation.block))
  const marked = quotations.filter(({ block }) => !isDashed.has(block))
  const aside = asidePattern(words)
  const parts = aside ? marked.flatMap((quotation) => partsOf(text, quotation, aside)) : asParts(marked)
  return [...parts, ...dashed].sort(
    (a, b) => a.quotation.start - b.quotation.start || a.quotation.end - b.quotation.end,
  )
}

/** Each quotation whole. */
export function asParts(quotations: readonly Quotation[]): QuotationPart[] {
  return quotations.map((quotation) => ({ quotation, aside: undefined }))
}

/** A sign, and words of a report up to the sign that closes them. */
const asidePattern = oncePerLanguage(({ verbs, hasDashedAsides, asides }: ReportWords): RegExp | undefined => {
  if (hasDashedAsides)
    return new RegExp(
      String.raw`\s[—–]\s?(?=(?:[\p{L}]+ ){0,2}(?:${verbs})(?!\p{L}))[^«»“”—–]{3,120}[—–][,.;]?\s*`,
      'giu',
    )
  if (!asides) return undefined
  const { inverted, shape, articles, apposition } = asides
  const role = String.raw`(?:${oneOf(articles)} ?[\p{Ll}\s’'-]{0,60})?\p{Lu}[\p{L}\p{M}’'-]+(?:[ -]\p{Lu}[\p{L}\p{M}’'-]+){0,3}`
  return new RegExp(
    String.raw`(?<=[\p{L}\d])[,]\s(?:${oneOf(inverted)}[^,.«»]{0,40}|(?:${verbs}|${shape}) ${role}(?:, ${oneOf(apposition)}(?!\p{L})[^,.«»]{0,70})?)[,.]\s+`,
    'gu',
  )
})

function partsOf(text: string, quotation: Quotation, aside: RegExp): QuotationPart[] {
  const { inner } = quotation
  const parts: QuotationPart[] = []
  let from = inner.start
  for (const match of text.slice(inner.start, inner.end).matchAll(aside)) {
    const start = inner.start + match.index
    const end = start + match[0].length
    if (start <= from || end >= inner.end) continue
    parts.push({ quotation: piece(quotation, from, start), aside: end })
    from = end
  }
  if (parts.length === 0) return asParts([quotation])
  return [...parts, ...asParts([{ ...piece(quotation, from, inner.end), end: quotation.end }])]
}

function piece(quotation: Quotation, start: number, end: number): Quotation {
  return { ...quotation, start: start === quotation.inner.start ? quotation.start : start, end, inner: { start, end } }
}

/** As Spanish papers set a dialogue: up to the dash with which the reporter breaks in, and on behind the next. */
function spokenIn(text: string, span: Span, block: number): QuotationPart[] {
  if (!DASH.test(text[span.start] ?? '') || /\s/.test(text[span.start + 1] ?? ' ')) return []
  const dashes = [span.start]
  for (let at = span.start + 1; at < span.end; at++) if (DASH.test(text[at] ?? '')) dashes.push(at)
  // Every second stretch is the reporter's.
  return dashes.flatMap((dash, i) => {
    if (i % 2 === 1) return []
    const end = dashes[i + 1] ?? span.end
    const inner = trimmed(text, dash + 1, end)
    if (!inner) return []
    // No quotation between marks has a negative number.
    const quotation: Quotation = { id: -1 - block, start: dash, end, inner, block, ...SPOKEN }
    return [{ quotation, aside: dashes[i + 2] }]
  })
}

const DASH = /[—–]/
const SPOKEN = { family: 'double', isClosed: true, isNested: false } as const

/** Without white space around it, and without the sign that closes the reporter's words. */
function trimmed(text: string, start: number, end: number): Span | undefined {
  let [from, to] = [start, end]
  while (from < to && /[\s.,;:]/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return to > from ? { start: from, end: to } : undefined
}
