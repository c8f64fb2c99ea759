import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { coreOf, type PlacedCorrection, placeCorrections } from '../../analyze/corrections/place-corrections.ts'
import type { Entity, Sentence } from '../../core/annotation.ts'
import type { Correction } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { Annotations } from '../../core/layers.ts'
import type { Quote } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { QuoteToCheck } from './label-views.ts'

const NAMES = 15
const LONGEST_CONTEXT = 1200

/** A quotation of an article with corrections applied. */
export type CheckedQuote = {
  readonly stored: StoredArticle
  readonly corrected: Annotations
  readonly span: Span
  /** Absent when a person marked it as no quotation. */
  readonly quote?: Quote
  readonly correction?: Correction
}

/**
 * The quotations of an article in the order of the analysis, so that their numbers stay when one is corrected, followed by those that
 * a person added. Findings with the same words are merged.
 */
export function checkedQuotes(stored: StoredArticle, corrections: readonly Correction[]): readonly CheckedQuote[] {
  const { document, annotations } = stored
  const placed = placeCorrections(document, corrections).filter(({ verdict }) => verdict.kind !== 'name')
  const corrected = correctGiven(document, annotations, corrections)
  const now = byCore(corrected.quotes?.items ?? [], document.text)
  const computed = byCore(annotations.quotes?.items ?? [], document.text)
  const byPlace = new Map(placed.map((correction) => [keyOf(correction.core), correction]))
  const added = [...byPlace].filter(([key]) => !computed.has(key)).map(([key, { span }]) => [key, { span }] as const)
  return [...computed, ...added].map(([key, { span }]): CheckedQuote => {
    const quote = now.get(key)
    const correction = byPlace.get(key)
    return {
      stored,
      corrected,
      span,
      ...defined({ quote, correction: correction && withoutPlace(correction) }),
    }
  })
}

/** A quotation with what a person needs to judge it: the sentences around it, and the names in the article. */
export function quoteToCheck({ stored, corrected, span, quote, correction }: CheckedQuote): QuoteToCheck {
  const { document, article, source } = stored
  const around = contextOf(corrected.sentences?.items ?? [], span)
  return {
    articleId: article.id,
    documentId: document.id,
    title: document.title,
    sourceName: source.name,
    language: document.language,
    publishedAt: article.publishedAt,
    span,
    context: {
      text: document.text.slice(around.start, around.end),
      start: span.start - around.start,
      end: span.end - around.start,
    },
    isQuote: quote !== undefined,
    ...(quote && { kind: quote.kind, pattern: quote.pattern, confidence: quote.confidence }),
    ...defined({ speaker: quote?.speaker && quote.speaker }),
    names: namesOf(corrected, quote?.speaker),
    ...defined({ correction }),
  }
}

function byCore(quotes: readonly Quote[], text: string): Map<string, Quote> {
  const found = new Map<string, Quote>()
  for (const quote of quotes) {
    const key = keyOf(coreOf(text, quote.span))
    if (!found.has(key)) found.set(key, quote)
  }
  return found
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`
}

function withoutPlace({ span: _span, core: _core, ...correction }: PlacedCorrection): Correction {
  return correction
}

/** From the sentence before the quotation to the one after it, unless that is too long. */
function contextOf(sentences: readonly Sentence[], { start, end }: Span): Span {
  const first = sentences.findLastIndex(({ span }) => span.start <= start)
  const last = sentences.findIndex(({ span }) => span.end >= end)
  const from = sentences[Math.max(0, first - 1)]?.span.start ?? start
  const until = (sentences[last + 1] ?? sentences[last])?.span.end ?? end
  const around = { start: Math.min(from, start), end: last < 0 ? end : Math.max(until, end) }
  return around.end - around.start <= LONGEST_CONTEXT ? around : { start, end }
}

/** Names in the article: people first, the most frequent first, the speaker always included. */
function namesOf({ mentions }: Annotations, speaker: Entity | undefined): readonly Entity[] {
  const counts = new Map<string, { readonly entity: Entity; count: number }>()
  for (const { entity } of mentions?.items ?? []) {
    const known = counts.get(entity.id) ?? { entity, count: 0 }
    if (entity.kind !== 'place') counts.set(entity.id, { ...known, count: known.count + 1 })
  }
  const rank = ({ kind }: Entity) => (kind === 'person' ? 0 : 1)
  const named = [...counts.values()]
    .sort((a, b) => rank(a.entity) - rank(b.entity) || b.count - a.count)
    .map(({ entity }) => entity)
    .slice(0, NAMES)
  return speaker && !named.some(({ name }) => name === speaker.name) ? [speaker, ...named] : named
}
