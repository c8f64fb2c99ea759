import type { Mention } from '../../core/annotation.ts'
import type { Quote, QuotePattern } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'
import { LONGEST_SENTENCE, type ParsedDocument, type ParsedSentence, type Token } from '../grammar/parse.ts'
import type { Subject } from '../grammar/subjects.ts'
import { whenOf } from '../grammar/when.ts'
import { isHardlyHis } from '../names/hardly-his.ts'
import { placeOfSaying } from '../names/place-of-saying.ts'
import { echoed } from '../sentences/headline-echo.ts'
import { type QuotationSite, wordsAfter, wordsBefore } from '../sentences/quotation-sites.ts'
import type { Quotation } from '../sentences/quotations.ts'
import { isTerm } from '../sentences/terms.ts'
import { addresseeOf } from './addressee.ts'
import { type Attribution, attribute } from './attribution.ts'
import { channelOf } from './channels.ts'
import { speakerConfidence } from './confidence.ts'
import type { CuePlace } from './cue-places.ts'
import { subjectOfCue } from './cue-subjects.ts'
import { handingOf } from './others-words.ts'
import { NOBODY, type Reader, type Said, type Spoken, UNSAID } from './said.ts'
import { sourceOf } from './speaker.ts'
import { ALLEGED_AT_MOST, DOUBTFUL_AT_MOST, type Standing, standingOf } from './unsaid.ts'
import { continued, withoutCue } from './without-cue.ts'

/** `Ms Roe said a guard had hissed at her: “…”`: whose verb stands right before the words has said them, whatever verb it is. */
function isToldByAnother({ quotation, text }: QuotationSite, { sentence, last }: CuePlace): boolean {
  const from = (sentence.tokens[last] as Token).end
  return from < quotation.start && ANOTHER_TELLS.test(text.slice(from, quotation.start))
}

const ANOTHER_TELLS =
  /^(?: that)? (?:an?|the|one|another|his|her|their|my) (?:[\p{L}-]+ ){1,4}?(?:had|has) [\p{L}]+ (?:[\p{L}]+ ){0,2}?(?:him|her|them|me|us|(?:his|her|their|my) ears?):\s*$/u

/** The quotations of a document with their speakers, in order. */
export function quotedSpeech(
  doc: ParsedDocument,
  places: readonly (readonly CuePlace[])[],
  mentions: readonly Mention[],
): Quote[] {
  const reader: Reader = { doc, places, mentions, byId: new Map() }
  const quotes = doc.quotations.map((quotation, index) => {
    const site = siteOf(reader, quotation, index)
    const said = saidIn(reader, site)
    const quote = quoteOf(site, said)
    const spoken: Spoken = { said, index, confidence: quote.confidence }
    reader.byId.set(quotation.id, spoken)
    if (said.source || said.speaker)
      reader.last = { ...spoken, endSentence: endOf(site, said), family: quotation.family, block: site.ends.block }
    return quote
  })
  return echoed(doc, quotes)
}

function siteOf({ doc, places }: Reader, quotation: Quotation, index: number): QuotationSite {
  const begins = sentenceAt(doc.sentences, quotation.inner.start)
  const ends = sentenceAt(doc.sentences, quotation.inner.end - 1)
  const behind = sentenceBehind(doc, quotation, ends)
  return {
    quotation,
    text: doc.text,
    begins,
    ends,
    cuesBegin: places[begins.index] ?? [],
    cuesEnd: places[ends.index] ?? [],
    ...(behind ? { behind: { sentence: behind, cues: places[behind.index] ?? [] } } : {}),
    nextStart: doc.quotations[index + 1]?.start ?? Number.POSITIVE_INFINITY,
  }
}

/** The sentence in which a quotation and its verb end. */
function endOf({ ends, behind }: QuotationSite, { cue }: Said): number {
  return cue && behind && cue.start >= behind.sentence.start ? behind.sentence.index : ends.index
}

/** The sentence after a quotation that ends the one before it, in the same paragraph. */
function sentenceBehind({ sentences }: ParsedDocument, { end }: Quotation, ends: ParsedSentence) {
  const next = sentences[ends.index + 1]
  return end >= ends.end && next?.block === ends.block ? next : undefined
}

/** The last sentence that starts at or before a place. */
function sentenceAt(sentences: readonly ParsedSentence[], at: number): ParsedSentence {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as ParsedSentence).start <= at) low = middle
    else high = middle - 1
  }
  return sentences[low] as ParsedSentence
}

function saidIn(reader: Reader, site: QuotationSite): Said {
  const isTooLong = [site.begins, site.ends].some(({ tokens }) => tokens.length > LONGEST_SENTENCE)
  if (isTooLong) return continued(reader, site) ?? NOBODY
  const isLeftAlone = isTerm(site)
  const attribution = isLeftAlone ? undefined : attribute(site)
  const standing = standingIn(site, attribution)
  if (standing === 'unsaid') return UNSAID
  const handing = attribution?.side === 'right' ? undefined : handingOf('en', clauseBefore(site))
  if (handing === 'held' || (attribution?.isColon && isToldByAnother(site, attribution.place))) return NOBODY
  const said = attribution ? withCue(reader, attribution) : withoutCue(reader, site)
  if (standing === 'alleged' || handing === 'quoted' || isHardlyHis(reader, site, said))
    return { ...said, atMost: Math.min(said.atMost ?? 1, ALLEGED_AT_MOST) }
  return standing === 'reported' ? { ...said, atMost: DOUBTFUL_AT_MOST } : said
}

/** The words of the sentence that lead to a quotation, from the last join of two clauses. */
function clauseBefore({ quotation, begins }: QuotationSite): string {
  const before = wordsBefore(begins, quotation).filter(({ text }, i, all) => i < all.length - 1 || !/^[:,]$/.test(text))
  const join = before.findLastIndex(({ lower }) => /^(?:[,;:–—]|and|but|then|who)$/.test(lower))
  return before
    .slice(join + 1)
    .map(({ lower }) => lower)
    .join(' ')
}

/** How the saying stands of which a quotation is told: that of the verb right before it, though somebody else reports that. */
function standingIn(site: QuotationSite, attribution: Attribution | undefined): Standing | undefined {
  const { quotation, begins, cuesBegin } = site
  const before = wordsBefore(begins, quotation)
  const nearest = cuesBegin.findLast(({ at }) => (begins.tokens[at] as Token).end <= quotation.start)
  const between = nearest ? before.filter(({ at }) => at > nearest.last) : []
  const isItsOwn = between.length <= 8 && !between.slice(0, -1).some(({ lower }) => /^(?:,|;|:|but|and)$/.test(lower))
  // `rejects having told her`: whose verb that is, is said once
  const isHaving = nearest !== undefined && nearest.sentence.tokens[nearest.at - 1]?.lower === 'having'
  const shared = isHaving ? attribution?.subject : undefined
  const subject = nearest && isItsOwn ? (subjectOfCue(nearest) ?? shared) : undefined
  const own = nearest && subject && standingOf(nearest, subject)
  if (own === 'unsaid' || !attribution) return own
  if (attribution.place === nearest) return own
  const isSecondHand = subject !== undefined && attribution.side === 'left' && isNamed(begins, subject)
  return isSecondHand ? 'alleged' : standingOf(attribution.place, attribution.subject)
}

/** `Mr Poe said Ms Roe had called it “…”`: whose words these are is Mr Poe's to tell. */
function isNamed({ tokens }: ParsedSentence, { last }: Subject): boolean {
  return tokens[last]?.pos === 'PROPN'
}

function withCue({ doc, mentions }: Reader, { place, subject, side, isColon }: Attribution): Said {
  const { sentence } = place
  const { tokens } = sentence
  const source = sourceOf(doc.text, sentence, subject, mentions)
  const channel = channelOf(doc.text, sentence, place.at)
  const when = whenOf(doc.text, sentence, place.at, side)
  const addressee = addresseeOf(sentence, place.at)
  const where = placeOfSaying(doc.text, sentence, place.at)
  const pattern: QuotePattern = isColon ? 'colon' : side === 'right' ? 'cue-right' : 'cue-left'
  const cue = { start: (tokens[place.at] as Span).start, end: (tokens[place.last] as Span).end }
  return {
    source: source.span,
    cue,
    ...(source.speaker ? { speaker: source.speaker } : {}),
    ...(channel ? { channel } : {}),
    ...(when ? { when } : {}),
    ...(addressee ? { addressee } : {}),
    ...(where ? { place: where } : {}),
    pattern,
    isPronoun: source.isPronoun,
    strength: place.cue.strength,
  }
}

function quoteOf(site: QuotationSite, said: Said): Quote {
  const { quotation, begins, ends, text } = site
  const { source, speaker, channel, cue, when, addressee, place, pattern, continues, isTopic } = said
  const kind = isDirect(text, quotation, begins, ends, pattern) ? 'direct' : 'mixed'
  return {
    span: quotation.inner,
    kind,
    ...(cue ? { cue } : {}),
    ...(source ? { source } : {}),
    ...(speaker ? { speaker } : {}),
    ...(channel ? { channel } : {}),
    ...(when ? { when } : {}),
    ...(addressee ? { addressee } : {}),
    ...(place ? { place } : {}),
    pattern,
    confidence: confidenceIn(site, said, kind === 'direct'),
    sentence: begins.index,
    ...(continues === undefined ? {} : { continues }),
    ...(isTopic ? { isTopic } : {}),
  }
}

function confidenceIn({ quotation: { inner }, text }: QuotationSite, said: Said, isDirect: boolean): number {
  const { pattern, isPronoun, strength, cue, speaker, atMost = 1 } = said
  const gap = cue ? Math.max(inner.start - cue.end, cue.start - inner.end) : 0
  const words = text.slice(inner.start, inner.end).trim().split(/\s+/).length
  const isKnown = speaker !== undefined || isPronoun
  const share = speakerConfidence({
    pattern,
    isDirect,
    gap,
    words,
    isKnown,
    isPronoun,
    ...(strength === undefined ? {} : { strength }),
  })
  return Math.min(atMost, share)
}

/** Whole clauses are direct; words inside the reporter's own sentence are mixed. */
function isDirect(
  text: string,
  quotation: Quotation,
  begins: ParsedSentence,
  ends: ParsedSentence,
  pattern: QuotePattern,
): boolean {
  if (pattern === 'none') return false
  if (pattern === 'colon' || pattern === 'continued' || pattern === 'run-on') return true
  const before = wordsBefore(begins, quotation)
  const startsSpeech = before.length === 0 || /^[,:]$/.test(before.at(-1)?.text ?? '')
  if (before.length > 0 && !startsSpeech) return false
  const inside = text.slice(quotation.inner.start, quotation.inner.end)
  if (before.length > 0 && !/[.!?…,]$/.test(inside) && !/^\p{Lu}/u.test(inside)) return inside.split(/\s+/).length > 6
  const after = wordsAfter(ends, quotation)
  return after.length === 0 || /[,.!?…—–-]$/.test(inside) || /^[,.]$/.test(after[0]?.text ?? '')
}
