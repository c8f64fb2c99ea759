import { z } from 'zod'
import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { closestPassage, placesOf, type QuotedWord, quotedPart, quotedWords } from '../../check/compare-quotation.ts'
import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { attributionFloor, type Quote, sureEnough } from '../../core/quote.ts'
import { contains, overlaps, type Span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { citedArticle } from './cited-article.ts'
import type { QuotationCheck, QuotationPlace } from './quotation-check-views.ts'

/** A single word could be anybody's. */
const fewestWords = 2
/** Words of the phrase looked up; all are compared afterwards. */
const mostLookedUp = 30
const mostArticles = 40
/** A changed quotation is found by runs of its words that were kept. */
const runLength = 4
const mostRuns = 8
const mostOfRun = 25

type Found = {
  readonly stored: StoredArticle
  readonly span: Span
  /** The quotation they are in, if it was detected. */
  readonly quote?: Quote
  /** The article has them between quotation marks. */
  readonly isQuoted: boolean
  /** Whether the speaker asked for is the one in the article; undefined when one of them is unknown or the names share a part. */
  readonly isOther?: boolean
}

export const checkQuotation = defineOperation({
  name: 'check_quotation',
  minRole: 'guest',
  summary: 'Whether articles quote these words, whose they are there, or which quotation comes closest',
  input: z.strictObject({
    words: z.string().min(1).max(1000),
    speaker: z.string().max(100).optional(),
  }),
  async run(context, { words: given, speaker = '' }): Promise<QuotationCheck> {
    const words = quotedPart(given)
    const wanted = quotedWords(words)
    if (wanted.length < fewestWords) return { kind: 'too-short', words }
    const exact = (await exactPlaces(context, wanted, speaker)).toSorted(
      (a, b) => rank(a) - rank(b) || a.stored.article.publishedAt.localeCompare(b.stored.article.publishedAt),
    )
    const [best] = exact
    if (!best) return (await closestQuotation(context, wanted, words)) ?? { kind: 'not-found', words }
    const kind = !best.isQuoted ? 'unquoted' : best.isOther ? 'other-speaker' : 'exact'
    const outlets = exact.filter((one) => rank(one) === rank(best)).map(({ stored }) => stored.source.name)
    const alsoIn = [...new Set(outlets)].filter((name) => name !== best.stored.source.name)
    return { kind, words, place: placeOf(best), alsoIn }
  },
})

/** A lower one is the better evidence. */
function rank({ quote, isQuoted, isOther }: Found): number {
  if (!isQuoted) return 3
  return isOther ? 2 : quote?.speaker ? 0 : 1
}

async function exactPlaces(
  { store }: OperationContext,
  wanted: readonly QuotedWord[],
  speaker: string,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const stored of await articlesWith(store, phraseOf(wanted.slice(0, mostLookedUp)))) {
    const spans = placesOf(wanted, quotedWords(stored.document.text))
    if (spans.length === 0) continue
    const layers = await layersOf(store, stored)
    const places = spans.map((span): Found => {
      const quote = quoteAround(stored.document.text, layers, span)
      const isQuoted = quote !== undefined || isMarkedAsQuoted(stored.document, layers, span)
      const isOther = quote && isOtherSpeaker(speaker, quote, stored, layers)
      return { stored, span, isQuoted, ...defined({ quote, isOther }) }
    })
    const [best] = places.toSorted((a, b) => rank(a) - rank(b))
    if (best) found.push(best)
  }
  return found
}

/** The newest articles with a phrase, and those of which only what stories cite is kept. */
async function articlesWith(store: OperationContext['store'], phrase: string): Promise<readonly StoredArticle[]> {
  const [entries, quotes] = await Promise.all([
    store.search.entries(phrase, {}, mostArticles),
    store.search.quotes(phrase, undefined, {}, mostArticles),
  ])
  const found = new Map<string, StoredArticle>()
  const add = (stored: StoredArticle | undefined) => stored && found.set(stored.document.id, stored)
  for (const id of new Set(entries.rows.flatMap(({ articleId }) => articleId ?? []))) add(await store.articles.find(id))
  for (const { documentId } of quotes.rows)
    if (!found.has(documentId)) add(await store.articles.findByDocument(documentId))
  return [...found.values()]
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

/** A quotation that was not detected, by its quotation marks or as a quoted block. */
function isMarkedAsQuoted({ text, blocks }: Document, { quotes }: Annotations, span: Span): boolean {
  const isDenied = (quote: Quote) => quote.isTopic && quote.kind === 'direct' && overlaps(quote.span, span)
  if (quotes?.items.some(isDenied)) return false
  const block = blocks.find((one) => contains(one, span))
  return block !== undefined && (block.kind === 'quote' || isBetweenMarks(text, block, span))
}

function isBetweenMarks(text: string, { start, end }: Span, span: Span): boolean {
  const from = Math.max(0, start - 1)
  const parts = text.slice(from, end + 1).matchAll(/“[^“”]+”|"[^"]+"|«[^«»]+»|„[^„“”]+[“”]/g)
  return [...parts].some(({ 0: part, index }) => {
    const at = from + index
    return contains({ start: at, end: at + part.length }, span)
  })
}

/** True if the article certainly names somebody else; undefined where it can't be told. */
function isOtherSpeaker(
  asked: string,
  { speaker, source, confidence }: Quote,
  { document }: StoredArticle,
  { mentions }: Annotations,
): boolean | undefined {
  const wanted = namesIn(asked)
  if (wanted.length === 0 || !speaker || confidence < sureEnough) return undefined
  const written = (mentions?.items ?? []).flatMap(({ entity, span, role }) =>
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

/** The quotation with most of the words in the same order. */
async function closestQuotation(
  context: OperationContext,
  wanted: readonly QuotedWord[],
  words: string,
): Promise<QuotationCheck | undefined> {
  const { store } = context
  const step = Math.max(1, Math.ceil((wanted.length - runLength + 1) / mostRuns))
  const seen = new Set<string>()
  const found = []
  for (let at = 0; at + runLength <= wanted.length; at += step) {
    const { rows } = await store.search.quotes(phraseOf(wanted.slice(at, at + runLength)), undefined, {}, mostOfRun)
    for (const hit of rows) {
      const key = `${hit.documentId} ${hit.start}`
      const passage = seen.has(key) ? undefined : closestPassage(wanted, quotedWords(hit.text))
      seen.add(key)
      if (passage) found.push({ hit, passage })
    }
  }
  const best = found.toSorted(
    (a, b) => b.passage.kept - a.passage.kept || a.hit.publishedAt.localeCompare(b.hit.publishedAt),
  )
  for (const { hit, passage } of best) {
    const stored = await store.articles.findByDocument(hit.documentId)
    if (!stored) continue
    const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
    const span = moved(passage.span, hit.start)
    const quote = quoteAround(stored.document.text, await layersOf(store, stored), span)
    // A paraphrase has other words than what was said.
    if (!quote) continue
    return {
      kind: 'altered',
      words,
      place: placeOf({ stored, span, quote, isQuoted: true }),
      differs: passage.differs,
      instead: passage.instead.map((one) => moved(one, -passage.span.start)),
    }
  }
  return undefined
}

async function layersOf(store: OperationContext['store'], stored: StoredArticle): Promise<Annotations> {
  const corrections = await store.corrections.listOf([stored.article.id])
  return correctedLayers(stored.document, stored.annotations, corrections)
}

function phraseOf(words: readonly QuotedWord[]): string {
  return `"${words.map(({ key }) => key).join(' ')}"`
}

function placeOf({ stored, span, quote }: Found): QuotationPlace {
  const { speaker, confidence = 0 } = quote ?? {}
  const named = confidence >= attributionFloor ? speaker : undefined
  return {
    citation: cite(stored.document, span),
    document: citedArticle(stored),
    ...defined({
      speaker: named && { id: named.id, name: named.name },
      isProbable: named && confidence < sureEnough ? (true as const) : undefined,
    }),
  }
}
