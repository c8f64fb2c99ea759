import type { Mention, Sentence } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import type { Quote } from '../core/quote.ts'
import { defineAnalyzer } from './analyzer.ts'
import { parseDocument } from './grammar/parse.ts'
import { layerVersions } from './layer-versions.ts'
import { cuesIn } from './quotes/cue-places.ts'
import { foreignQuotes } from './quotes/foreign/foreign-quotes.ts'
import { indirectQuotes } from './quotes/indirect.ts'
import { quotedSpeech } from './quotes/quoted-speech.ts'

/**
 * Who said what, in which words. Every quotation between marks is one item, also those that are nobody's words
 * (scare quotes, names of things): they have no speaker, pattern `none` and confidence 0. Speech without marks
 * (`said that …`) follows as `indirect`.
 */
export const quotes = defineAnalyzer({
  assigns: 'quotes',
  requires: ['sentences', 'mentions'],
  version: layerVersions.quotes,
  run: (doc, { sentences, mentions }) => quotesOf(doc, sentences, mentions),
})

function quotesOf(doc: Document, sentences: readonly Sentence[], mentions: readonly Mention[]): Quote[] {
  if (sentences.length === 0) return []
  if (!isEnglish(doc.language)) return foreignQuotes(doc, sentences)
  const parsed = parseDocument(doc, sentences)
  const places = parsed.sentences.map((sentence) => cuesIn(sentence))
  const spoken = quotedSpeech(parsed, places, mentions)
  return withIndirect(spoken, indirectQuotes(parsed, places, mentions, spoken))
}

/** A language that could not be told is taken for English. */
function isEnglish(language: string): boolean {
  return /^(?:en|und)?(?![\p{L}\p{N}])/iu.test(language)
}

/** All in the order of the text; `continues` counts in the whole layer, so it is moved along. */
function withIndirect(spoken: readonly Quote[], indirect: readonly Quote[]): Quote[] {
  const all = [...spoken, ...indirect].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const place = new Map(all.map((quote, i) => [quote, i]))
  return all.map((quote) => {
    if (quote.continues === undefined) return quote
    return { ...quote, continues: place.get(spoken[quote.continues] as Quote) as number }
  })
}
