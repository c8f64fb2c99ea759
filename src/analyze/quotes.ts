import type { Mention, Sentence } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { Quote } from '../core/quote.ts'
import { packOrEnglish } from '../languages/all.ts'
import type { LanguagePack } from '../languages/pack.ts'
import { defineAnalyzer } from './analyzer.ts'
import { parseDocument } from './grammar/parse.ts'
import { layerVersions } from './layer-versions.ts'
import {
  ALLEGED_AT_MOST,
  type Attributed,
  type AttributedSoFar,
  type Attribution,
  atMost,
  continuing,
  DENIED,
  REPORTED_AT_MOST,
  type SpeakerReader,
  UNATTRIBUTED,
} from './quotes/attribution.ts'
import { cuesIn } from './quotes/by-grammar/cue-places.ts'
import { grammarReader } from './quotes/by-grammar/grammar-reader.ts'
import { echoed } from './quotes/by-grammar/headline-echo.ts'
import { indirectQuotes } from './quotes/by-grammar/indirect.ts'
import { withoutNamesakes } from './quotes/by-grammar/namesakes.ts'
import { wordReader } from './quotes/by-words/word-reader.ts'
import { leadOf, type QuotationSite } from './quotes/quotation-sites.ts'
import { secondhandOf } from './quotes/secondhand-quotes.ts'
import { composedOf } from './sentences/composed.ts'

/**
 * Who said what, in which words. Every quotation between marks is one item, also those that are nobody's words
 * (scare quotes, names of things): they have no speaker, pattern `none` and confidence 0. Speech without marks
 * (`said that …`) follows as `indirect`.
 */
export const quotes = defineAnalyzer({
  assigns: 'quotes',
  requires: ['sentences', 'mentions'],
  version: layerVersions.quotes,
  run: (doc, { sentences, mentions }) => readQuotes(doc, sentences, mentions),
})

/** By the grammar of the language where it is known, else by the words that its pack has. */
function readQuotes(doc: Document, sentences: readonly Sentence[], mentions: readonly Mention[]): Quote[] {
  if (sentences.length === 0) return []
  const pack = packOrEnglish(doc.language)
  return pack?.hasGrammar ? readByGrammar(doc, sentences, mentions, pack) : readByWords(doc, sentences, pack)
}

function readByGrammar(
  doc: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  { quotations }: LanguagePack,
): Quote[] {
  const parsed = parseDocument(doc, sentences)
  const places = parsed.sentences.map((sentence) => cuesIn(sentence))
  const spoken = echoed(parsed, attributeAll(grammarReader(parsed, places, mentions, quotations)))
  const all = withIndirect(spoken, indirectQuotes(parsed, places, mentions, spoken))
  return withoutNamesakes(doc.text, all, mentions)
}

/** A text whose accents are signs of their own is read with its letters composed, as packs have them. */
function readByWords(doc: Document, sentences: readonly Sentence[], pack: LanguagePack | undefined): Quote[] {
  const read = (text: Document, of: readonly Sentence[]) =>
    attributeAll(wordReader(text, of, pack?.quotations, pack?.names))
  const composed = composedOf(doc.text)
  if (!composed) return read(doc, sentences)
  const { text, inward, outward } = composed
  const blocks = doc.blocks.map((block) => ({ ...block, ...inward(block) }))
  const inner = sentences.map((sentence) => ({ ...sentence, span: inward(sentence.span) }))
  return read({ ...doc, text, blocks }, inner).map(({ span, cue, source, ...rest }) => ({
    ...rest,
    span: outward(span),
    ...defined({ cue: cue && outward(cue), source: source && outward(source) }),
  }))
}

/** The quotations of a document with their speakers, in order. */
export function attributeAll<Site extends QuotationSite, Cue extends { readonly side: 'left' | 'right' }>(
  reader: SpeakerReader<Site, Cue>,
): Quote[] {
  const all: Attributed[] = []
  const byId = new Map<number, Attributed>()
  let lastSpoken: Attributed | undefined
  for (const site of reader.sites) {
    const attribution = attribute(reader, site, { all, byId, lastSpoken })
    const attributed = { attribution, quote: quoteOf(site, attribution), index: all.length }
    all.push(attributed)
    byId.set(site.quotation.id, attributed)
    if (attribution.source ?? attribution.speaker) lastSpoken = attributed
  }
  return all.map(({ quote }) => quote)
}

function attribute<Site extends QuotationSite, Cue extends { readonly side: 'left' | 'right' }>(
  reader: SpeakerReader<Site, Cue>,
  site: Site,
  soFar: AttributedSoFar,
): Attribution {
  const { previous, quotation } = site
  const isBehindAside = previous?.aside !== undefined && previous.quotation.id === quotation.id
  const last = isBehindAside ? soFar.all.at(-1) : undefined
  if (last) return last.attribution.speaker ? continuing(last, 'run-on') : UNATTRIBUTED
  const cue = reader.findCue(site)
  const factuality = reader.factuality(site, cue)
  if (factuality === 'denied') return DENIED
  if (reader.isTerm(site)) return UNATTRIBUTED
  // Who says another's words behind the quotation has made them their own.
  const words = cue?.side === 'right' ? undefined : reader.words.secondhand
  const secondhand = words && secondhandOf(words, reader.clauseBefore(site), leadOf(site))
  if (secondhand === 'displayed') return UNATTRIBUTED
  const attribution = reader.attribute(site, cue, soFar)
  if (factuality === 'alleged' || secondhand === 'quoted' || reader.isDoubtful(site, attribution))
    return atMost(attribution, ALLEGED_AT_MOST)
  return factuality === 'reported' ? atMost(attribution, REPORTED_AT_MOST) : attribution
}

function quoteOf({ quotation, begins }: QuotationSite, attribution: Attribution): Quote {
  const { isDirect, isPronoun: _, ...found } = attribution
  return { ...found, span: quotation.inner, kind: isDirect ? 'direct' : 'mixed', sentence: begins.index }
}

/** All in the order of the text; `continues` counts in the whole layer, so it is moved along. */
function withIndirect(spoken: readonly Quote[], indirect: readonly Quote[]): Quote[] {
  const all = [...spoken, ...indirect].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const place = new Map(all.map((quote, i) => [quote, i]))
  return all.map((quote) => {
    const { continues, ...rest } = quote
    const from = continues === undefined ? undefined : spoken[continues]
    return from ? { ...rest, ...defined({ continues: place.get(from) }) } : quote
  })
}
