import type { Party, Signal } from '../core/annotation.ts'
import type { StatedCommitment } from '../core/commitment.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { StatedFigure } from '../core/figure.ts'
import type { Annotations } from '../core/layers.ts'
import { type Quote, sureEnough } from '../core/quote.ts'
import { contains, type Span } from '../core/span.ts'

/** A promise as its sentence words it. */
type StatedPromise = {
  readonly span: Span
  /** Who `We` is, if the words do not say. */
  readonly by?: Named
  /** The attribution, if somebody else reports the promise. */
  readonly reportedBy?: Span
}
export type Named = { readonly name: string; readonly isSure: boolean }
/** Words that deny or reject; `denied` if the denied statement is in another sentence. */
type StatedDenial = { readonly span: Span; readonly denied?: Span }
/** A number with the words around it that say what it counts. */
type StatedNumber = { readonly span: Span; readonly number: Span }

/** The statements of one article, in the order of its text. */
export type ArticleStatements = {
  readonly promises: readonly StatedPromise[]
  readonly denials: readonly StatedDenial[]
  readonly figures: readonly StatedNumber[]
}

/** How far from its number, in characters, a counted noun is still shown with it. */
const reach = 60
/** A page of tables has countless figures. */
const most = 100

/**
 * The statements of one article, as spans to show: promises with their terms, denials and rejections with what they deny, figures with what
 * they count. Every span is within one sentence; nothing is reworded.
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

/** The person a pronoun refers to; as certain as the speaker of the words around it. */
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

/** The number with its bound and what it counts; if that is unknown, with the words that follow. */
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

/** The smallest span that covers a span and those of the others within its sentence. */
function around(span: Span, others: readonly (Span | undefined)[], sentence: Span | undefined): Span {
  const inside = others.filter((other) => other !== undefined && sentence !== undefined && contains(sentence, other))
  return inside.reduce<Span>(
    (all, other) => (other ? { start: Math.min(all.start, other.start), end: Math.max(all.end, other.end) } : all),
    span,
  )
}

/** A figure repeated in the same words is shown at its first place. */
function onceEach(numbers: readonly StatedNumber[], doc: Document): StatedNumber[] {
  const seen = new Set<string>()
  return numbers.filter(({ span }) => {
    const words = doc.text.slice(span.start, span.end).toLowerCase()
    const isNew = !seen.has(words)
    seen.add(words)
    return isNew
  })
}
