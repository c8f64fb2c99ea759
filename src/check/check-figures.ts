import type { TimeExpression } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import type { StatedFigure } from '../core/figure.ts'
import type { Annotations } from '../core/layers.ts'
import type { Span } from '../core/span.ts'
import { isSameTime } from './check-date.ts'

/** A number or date of a text beside that of an article. */
export type FigureFinding = {
  readonly kind: 'number' | 'date'
  /** In the text. */
  readonly span: Span
  readonly result: 'same' | 'differs' | 'not-there'
  /** The article's, by its place among those asked; absent for `not-there`. */
  readonly found?: { readonly article: number; readonly span: Span }
}

export type FigureArticle = { readonly document: Document; readonly layers: Annotations }

/**
 * The numbers and dates of a text within `where`, each against the articles. `differs` is said only where all numbers of an article for the
 * same thing are others. A date without a number in its words, such as `on Monday`, depends on the day it was written: it is passed over.
 */
export function checkFigures(
  { document, layers }: FigureArticle,
  where: (span: Span) => boolean,
  articles: readonly FigureArticle[],
): readonly FigureFinding[] {
  const times = (layers.times?.items ?? []).filter(
    ({ span, kind }) => where(span) && (kind === 'date' || kind === 'time'),
  )
  const dates = times.filter(({ span, value }) => /\d/.test(wordsAt(document, span)) && /^\d{4}/.test(value))
  const figures = (layers.figures?.items ?? []).filter(
    ({ span }) => where(span) && !times.some((time) => time.span.start < span.end && span.start < time.span.end),
  )
  return [
    ...figures.map((figure) => checkFigure(figure, articles)),
    ...dates.map((time) => checkTime(time, articles)),
  ].sort((a, b) => a.span.start - b.span.start)
}

function checkFigure(figure: StatedFigure, articles: readonly FigureArticle[]): FigureFinding {
  const base = { kind: 'number' as const, span: figure.span }
  let other: FigureFinding['found']
  for (const [article, { layers }] of articles.entries()) {
    const sameUnit = (layers.figures?.items ?? []).filter(({ unit }) => unit === figure.unit)
    const same = sameUnit.find((one) => isSameValue(one, figure))
    if (same) return { ...base, result: 'same', found: { article, span: same.span } }
    const values = new Set(sameUnit.map(({ value }) => value))
    const [first] = sameUnit
    // Of two numbers for one thing we don't know which is meant; a bare sign or measure counts many things.
    if (first && values.size === 1 && isOfOneThing(figure.unit)) other ??= { article, span: first.span }
  }
  return other ? { ...base, result: 'differs', found: other } : { ...base, result: 'not-there' }
}

function isSameValue(a: StatedFigure, b: StatedFigure): boolean {
  return a.value === b.value
}

/** `people killed`, `$ aid package`, `homes`; not `%`, `$`, `km`. */
function isOfOneThing(unit: string): boolean {
  return /\p{L}{4,}/u.test(unit)
}

function checkTime(time: TimeExpression, articles: readonly FigureArticle[]): FigureFinding {
  for (const [article, { layers }] of articles.entries()) {
    const same = (layers.times?.items ?? []).find((one) => isSameTime(time, one))
    if (same) return { kind: 'date', span: time.span, result: 'same', found: { article, span: same.span } }
  }
  return { kind: 'date', span: time.span, result: 'not-there' }
}

function wordsAt({ text }: Document, { start, end }: Span): string {
  return text.slice(start, end)
}
