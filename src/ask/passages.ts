import type { Mention, Signal, TimeExpression } from '../core/annotation.ts'
import type { AskArticle } from '../core/answer.ts'
import type { StatedFigure } from '../core/figure.ts'
import { nth } from '../core/nth.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps, type Span } from '../core/span.ts'
import { afterDateline } from '../core/time/dateline.ts'
import { type AskWord, askWords, foldWord } from './ask-words.ts'

/** A sentence of an article with everything the analysis found in it. */
export type Passage = {
  readonly article: PreparedArticle
  readonly index: number
  readonly block: number
  readonly span: Span
  readonly words: readonly AskWord[]
  /** Stems and roots, each with the positions of its words in the sentence. */
  readonly stems: ReadonlyMap<string, readonly number[]>
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeExpression[]
  readonly figures: readonly StatedFigure[]
  readonly quotes: readonly Quote[]
  readonly signals: readonly Signal[]
  /** Folded words of the full names of everyone mentioned in the sentence, even by pronoun, role or part of a name. */
  readonly spokenOf: ReadonlySet<string>
}

/** An article prepared for answering: its sentences and the words of its headline. */
export type PreparedArticle = {
  readonly article: AskArticle
  readonly passages: readonly Passage[]
  readonly title: { readonly words: readonly AskWord[]; readonly stems: ReadonlyMap<string, readonly number[]> }
  readonly stems: ReadonlySet<string>
  /** Folded words of all names in the article. */
  readonly names: ReadonlySet<string>
}

/** Matches an outlet's correction note, whose old number or name must not be given as an answer. */
const CORRECTION_NOTE =
  /^\W*(?:correction|clarification|retraction|rectificatif|correctif|korrektur|berichtigung|corrección|fe de errores|تصحيح|تنويه)[^.:]{0,40}:|\b(?:earlier|previous|original) version of (?:this|the) (?:article|story|report)\b/i

/** Prepares an article. Sentences in headings, tables and code are left out. */
export function prepareArticle(article: AskArticle): PreparedArticle {
  const { document, annotations } = article
  const mentions = annotations.mentions?.items ?? []
  const names = new Set(mentions.flatMap(({ entity }) => entity.name.split(/[\s-]+/).map(foldWord)))
  const passages: Passage[] = []
  const titleWords = askWords(document.title)
  const stems = new Set<string>()
  const text: PreparedArticle = {
    article,
    passages,
    title: { words: titleWords, stems: stemPlaces(titleWords) },
    stems,
    names,
  }
  const take = findingsReader({
    mentions,
    times: annotations.times?.items ?? [],
    figures: annotations.figures?.items ?? [],
  })
  const quotes = (annotations.quotes?.items ?? []).filter((quote) => !quote.isTopic)
  const signals = annotations.signals?.items ?? []
  for (const sentence of annotations.sentences?.items ?? []) {
    const kind = document.blocks[sentence.block]?.kind ?? 'paragraph'
    if (kind !== 'paragraph' && kind !== 'list-item' && kind !== 'quote') continue
    const span = afterDateline(document.text, sentence.span)
    if (CORRECTION_NOTE.test(document.text.slice(span.start, span.end))) continue
    const words = askWords(document.text.slice(span.start, span.end), span.start)
    const places = stemPlaces(words)
    for (const stem of places.keys()) stems.add(stem)
    const inside = take(sentence.span)
    const spokenOf = new Set(inside.mentions.flatMap(({ entity }) => entity.name.split(/[\s-]+/).map(foldWord)))
    passages.push({
      article: text,
      index: sentence.index,
      block: sentence.block,
      span,
      words,
      stems: places,
      ...inside,
      quotes: quotes.filter((quote) => overlaps(quote.span, span)),
      signals: signals.filter((signal) => signal.sentence === sentence.index),
      spokenOf,
    })
  }
  return text
}

/** Maps each stem and root to the positions of its words. */
export function stemPlaces(words: readonly AskWord[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at < words.length; at++)
    for (const key of nth(words, at).keys) {
      const known = places.get(key)
      if (known) known.push(at)
      else places.set(key, [at])
    }
  return places
}

type Layered = {
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeExpression[]
  readonly figures: readonly StatedFigure[]
}

/** Returns a function that gives the findings within a span. Spans must be given in text order. */
function findingsReader(layers: Layered): (span: Span) => Layered {
  const sorted = {
    mentions: inOrder(layers.mentions),
    times: inOrder(layers.times),
    figures: inOrder(layers.figures),
  }
  const at = { mentions: 0, times: 0, figures: 0 }
  const next = <Item extends { readonly span: Span }>(items: readonly Item[], from: number, span: Span) => {
    let start = from
    while (start < items.length && nth(items, start).span.end <= span.start) start++
    let end = start
    while (end < items.length && nth(items, end).span.start < span.end) end++
    return { found: items.slice(start, end), start }
  }
  return (span) => {
    const mentions = next(sorted.mentions, at.mentions, span)
    const times = next(sorted.times, at.times, span)
    const figures = next(sorted.figures, at.figures, span)
    at.mentions = mentions.start
    at.times = times.start
    at.figures = figures.start
    return { mentions: mentions.found, times: times.found, figures: figures.found }
  }
}

function inOrder<Item extends { readonly span: Span }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.span.start - b.span.start)
}
