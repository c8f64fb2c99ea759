import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { type Quote, sureEnough } from '../core/quote.ts'
import { contains, overlaps, type Span } from '../core/span.ts'

/** Words of an article, and what it says about whose they are. */
export type AttributedPlace = {
  readonly span: Span
  /** The quotation or report that they are in, if it was detected. */
  readonly quote?: Quote
  /** The article gives them as somebody's words: between quotation marks, or for a report in any way. */
  readonly isAttributed: boolean
  /** Whether the speaker asked for is the one in the article; undefined when one of them is unknown or the names share a part. */
  readonly isOther?: boolean
}

type Read = { readonly document: Document; readonly layers: Annotations }

/** Whose words a span of an article is. `isReport`: also reports without quotation marks, and words of several quotations, count. */
export function attributePlace(
  read: Read,
  span: Span,
  asked: { readonly speaker?: string | undefined; readonly isReport: boolean },
): AttributedPlace {
  const { document, layers } = read
  const quote = quoteAround(document.text, layers, span) ?? (asked.isReport ? reportAround(layers, span) : undefined)
  const isAttributed = quote !== undefined || isMarkedAsQuoted(document, layers, span)
  const isOther = quote && isOtherSpeaker(asked.speaker ?? '', quote, read)
  return { span, isAttributed, ...(quote && { quote }), ...(isOther !== undefined && { isOther }) }
}

/** A lower one is the better evidence: who says that somebody else said it tells more than who names nobody. */
export function rankOf({ quote, isAttributed, isOther }: AttributedPlace): number {
  if (!isAttributed) return 4
  if (isOther !== undefined) return isOther ? 1 : 0
  return quote?.speaker ? 2 : 3
}

/** The quotation with the words between its quotation marks. What somebody denied saying is not one. */
function quoteAround(text: string, { quotes }: Annotations, span: Span): Quote | undefined {
  return quotes?.items.find(
    (quote) =>
      !quote.isTopic &&
      contains(quote.span, span) &&
      (quote.kind === 'direct' || (quote.kind === 'mixed' && isBetweenMarks(text, quote.span, span))),
  )
}

/** The report or quotation with most of the words, if more than half of them are in reports or quotations. */
function reportAround({ quotes }: Annotations, span: Span): Quote | undefined {
  let [best, most, all]: [Quote | undefined, number, number] = [undefined, 0, 0]
  for (const quote of quotes?.items ?? []) {
    const common = Math.min(quote.span.end, span.end) - Math.max(quote.span.start, span.start)
    if (quote.isTopic || common <= 0) continue
    all += common
    if (common > most) [best, most] = [quote, common]
  }
  return all > (span.end - span.start) / 2 ? best : undefined
}

/** A quotation that was not detected, by its quotation marks or as a quoted block. */
function isMarkedAsQuoted({ text, blocks }: Document, { quotes }: Annotations, span: Span): boolean {
  const isDenied = (quote: Quote) => quote.isTopic && quote.kind === 'direct' && overlaps(quote.span, span)
  if (quotes?.items.some(isDenied)) return false
  const block = blocks.find((one) => contains(one, span))
  return block !== undefined && (block.kind === 'quote' || isBetweenMarks(text, block, span))
}

function isBetweenMarks(text: string, { start, end }: Span, span: Span): boolean {
  const from = Math.max(0, start - 1)
  const parts = text.slice(from, end + 1).matchAll(/“[^“”]+”|"[^"]+"|«[^«»]+»|„[^„“”]+[“”]|‘(?:[^‘’]|’(?=\p{L}))+’/gu)
  return [...parts].some(({ 0: part, index }) => {
    const at = from + index
    return contains({ start: at, end: at + part.length }, span)
  })
}

/** True if the article certainly names somebody else; undefined where it can't be told. */
function isOtherSpeaker(
  asked: string,
  { speaker, source, confidence }: Quote,
  { document, layers }: Read,
): boolean | undefined {
  const wanted = namesIn(asked)
  if (wanted.length === 0 || !speaker || confidence < sureEnough) return undefined
  const written = (layers.mentions?.items ?? []).flatMap(({ entity, span, role }) =>
    entity.id === speaker.id ? [span, ...(role ? [role] : [])] : [],
  )
  const places = [...written, ...(source ? [source] : [])].map(({ start, end }) => document.text.slice(start, end))
  const known = new Set([speaker.name, ...places].flatMap(namesIn))
  if (wanted.some((name) => known.has(name))) return false
  const isSameScript = namesIn(speaker.name).some((name) => scriptOf(name) === scriptOf(wanted[0] ?? ''))
  return isSameScript ? true : undefined
}

/** The parts of a name, without accents and without short ones such as `al` and `de`. */
function namesIn(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((part) => part.length > 2 || /[^\p{Script=Latin}]/u.test(part))
}

function scriptOf(name: string): string {
  if (/\p{Script=Latin}/u.test(name)) return 'Latin'
  if (/\p{Script=Arabic}/u.test(name)) return 'Arabic'
  return /\p{Script=Cyrillic}/u.test(name) ? 'Cyrillic' : 'other'
}
