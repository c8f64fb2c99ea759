import type { Party, Signal } from '../../core/annotation.ts'
import type { StatedCommitment } from '../../core/commitment.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { StatedFigure } from '../../core/figure.ts'
import type { Annotations } from '../../core/layers.ts'
import { type Quote, sureEnough } from '../../core/quote.ts'
import { contains, type Span } from '../../core/span.ts'

/** A promise as its sentence words it. */
export type StatedPromise = {
  readonly span: Span
  /** Who `We` is, where the words do not say. */
  readonly by?: Named
  /** The words for who says so, when it is not the one who promises. */
  readonly reportedBy?: Span
}
export type Named = { readonly name: string; readonly isSure: boolean }
/** Words that deny or reject; `denied` where what they deny stands in another sentence. */
export type StatedDenial = { readonly span: Span; readonly denied?: Span }
/** A number with the words around it that say what it counts. */
export type StatedNumber = { readonly span: Span; readonly number: Span }

/** What one article states, each in the order of its text. */
export type ArticleStatements = {
  readonly promises: readonly StatedPromise[]
  readonly denials: readonly StatedDenial[]
  readonly figures: readonly StatedNumber[]
}

/** How far what is counted may stand from its number, in characters, to be shown with it. */
const reach = 60
/** A page of tables has figures without end. */
const most = 100

/**
 * What one article states, as spans to show: promises with their terms, denials and rejections with what they deny, figures
 * with what they count. Every span lies in one sentence; nothing is worded anew.
 */
export function articleStatements(doc: Document, annotations: Annotations): ArticleStatements {
  const { sentences, quotes, commitments, signals, figures } = annotations
  const sentenceOf = (index: number) => sentences?.items[index]?.span
  return {
    promises: (commitments?.items ?? [])
      .slice(0, most)
      .map((stated) => promiseOf(doc, stated, sentenceOf(stated.sentence), quotes?.items ?? [])),
    denials: (signals?.items ?? [])
      .filter(({ kind }) => kind !== 'conflict')
      .slice(0, most)
      .map((signal) => denialOf(signal, sentenceOf(signal.sentence))),
    figures: onceEach(
      (figures?.items ?? []).slice(0, most).map((figure) => numberOf(doc, figure, sentenceOf(figure.sentence))),
      doc,
    ),
  }
}

function promiseOf(
  doc: Document,
  { span, agents, condition, deadline, reportedBy }: StatedCommitment,
  sentence: Span | undefined,
  quotes: readonly Quote[],
): StatedPromise {
  const by = nameOf(doc, agents[0], quotes)
  return {
    span: around(span, [condition, deadline?.span], sentence),
    ...defined({ by, reportedBy: reportedBy && !contains(span, reportedBy.span) ? reportedBy.span : undefined }),
  }
}

const pronoun = /^(?:I|we|he|she|it|they)$/i

/** Who a pronoun stands for; as sure as the speaker of the words around it. */
function nameOf(doc: Document, { span, entity }: Party, quotes: readonly Quote[]): Named | undefined {
  if (!entity || !pronoun.test(doc.text.slice(span.start, span.end))) return undefined
  const said = quotes.find((quote) => quote.speaker?.id === entity.id && contains(quote.span, span))
  return { name: entity.name, isSure: said !== undefined && said.confidence >= sureEnough }
}

function denialOf({ span, denier, denied }: Signal, sentence: Span | undefined): StatedDenial {
  const isElsewhere = denied !== undefined && sentence !== undefined && !contains(sentence, denied.span)
  return {
    span: around(span, [denier?.span, denied?.span], sentence),
    ...defined({ denied: isElsewhere ? denied.span : undefined }),
  }
}

const qualifier =
  /(?:\b(?:at (?:least|most)|(?:no )?(?:more|fewer|less) than|up to|as (?:many|much) as|between|about|around|nearly|almost|some|over|under|roughly|approximately|an estimated|close to|just (?:over|under))\s)$/i
const wordsAfter = /^(?: [^\s,.;:!?—–()[\]"“”«»]+){1,4}/u

/** The number with what bounds it and what it counts; where that is not known, with the words that follow. */
function numberOf(doc: Document, { span, counted, isRough }: StatedFigure, sentence: Span | undefined): StatedNumber {
  const limit = sentence ?? span
  const before = doc.text.slice(Math.max(limit.start, span.start - 24), span.start)
  const lead = isRough ? (qualifier.exec(before)?.[0].length ?? 0) : 0
  const start = span.start - lead
  if (counted && gap(span, counted) <= reach)
    return { span: around({ start, end: span.end }, [counted], limit), number: span }
  const after = wordsAfter.exec(doc.text.slice(span.end, Math.min(limit.end, span.end + reach)))?.[0].length ?? 0
  return { span: { start, end: span.end + after }, number: span }
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end)
}

/** The least span that holds a span and those of the others that lie in its sentence. */
function around(span: Span, others: readonly (Span | undefined)[], sentence: Span | undefined): Span {
  const inside = others.filter((other) => other !== undefined && sentence !== undefined && contains(sentence, other))
  return inside.reduce<Span>(
    (all, other) => (other ? { start: Math.min(all.start, other.start), end: Math.max(all.end, other.end) } : all),
    span,
  )
}

/** A figure given twice in the same words is shown at its first place. */
function onceEach(numbers: readonly StatedNumber[], doc: Document): StatedNumber[] {
  const seen = new Set<string>()
  return numbers.filter(({ span }) => {
    const words = doc.text.slice(span.start, span.end).toLowerCase()
    const isNew = !seen.has(words)
    seen.add(words)
    return isNew
  })
}
