import type { Entity, Mention } from '../core/annotation.ts'
import { foldName } from '../core/name-spelling.ts'
import type { Quote, QuotePattern } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import { addresseeOf } from './addressee.ts'
import {
  type Attribution,
  attribute,
  type CuePlace,
  type QuotationSite,
  subjectOfCue,
  wordsAfter,
  wordsBefore,
} from './attribution.ts'
import { channelOf } from './channels.ts'
import { speakerConfidence } from './confidence.ts'
import type { CueStrength } from './cue-verbs.ts'
import { echoed } from './headline-echo.ts'
import { labelIn, nameAfterDash, nameBeforeColon } from './labels.ts'
import { handingOf } from './others-words.ts'
import { LONGEST_SENTENCE, type ParsedDocument, type ParsedSentence, type Token } from './parse.ts'
import { placeOfSaying } from './place-of-saying.ts'
import type { Quotation } from './quotations.ts'
import { isPersonNoun } from './role-words.ts'
import { sourceOf } from './speaker.ts'
import { mainSubject, type Subject } from './subjects.ts'
import { isTerm } from './terms.ts'
import { isToldByAnother } from './told-by-another.ts'
import { ALLEGED_AT_MOST, type Standing, standingOf } from './unsaid.ts'
import { whenOf } from './when.ts'

/** A quote on the way: who speaks, and what a following quotation takes over from it. */
type Said = {
  readonly source?: Span
  readonly speaker?: Entity
  readonly channel?: Span
  readonly cue?: Span
  readonly when?: Span
  readonly addressee?: Span
  readonly place?: Span
  readonly pattern: QuotePattern
  readonly isPronoun: boolean
  readonly strength?: CueStrength
  /** Of the quote taken over: no continuation is surer than what it goes on with. */
  readonly atMost?: number
  readonly continues?: number
  /** Words that the reporter says were not said: nobody's, and never put beside the same words elsewhere. */
  readonly isTopic?: true
}

const NOBODY: Said = { pattern: 'none', isPronoun: false }
const UNSAID: Said = { ...NOBODY, isTopic: true }

/** A quote told, with its place in the layer. */
type Spoken = { readonly said: Said; readonly index: number; readonly confidence: number }

type Reader = {
  readonly doc: ParsedDocument
  readonly places: readonly (readonly CuePlace[])[]
  readonly mentions: readonly Mention[]
  /** What was said so far, by the id of its quotation, with its place in the layer. */
  readonly byId: Map<number, Spoken>
  last?: Spoken & { readonly endSentence: number; readonly family: string; readonly block: number }
}

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
export function sentenceAt(sentences: readonly ParsedSentence[], at: number): ParsedSentence {
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
  return standing === 'alleged' || handing === 'quoted' ? { ...said, atMost: ALLEGED_AT_MOST } : said
}

function withoutCue(reader: Reader, site: QuotationSite): Said {
  return (
    continued(reader, site) ??
    standingAlone(reader, site) ??
    labelled(reader, site) ??
    behindColon(reader, site) ??
    NOBODY
  )
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

/** What a quotation takes over from the one it goes on with: all but the cue. */
function takeOver(from: Spoken, pattern: QuotePattern): Said {
  const { cue: _cue, ...rest } = from.said
  return { ...rest, pattern, continues: from.index, atMost: from.confidence }
}

function continued({ byId }: Reader, { quotation }: QuotationSite): Said | undefined {
  const from = quotation.continues === undefined ? undefined : byId.get(quotation.continues)
  return from && (from.said.source || from.said.speaker) ? takeOver(from, 'continued') : undefined
}

/** A quotation that is whole sentences with no cue: the speaker goes on, or was the subject just before. */
function standingAlone(reader: Reader, site: QuotationSite): Said | undefined {
  const { quotation, begins, ends } = site
  const leadIn = wordsBefore(begins, quotation)
  const isAlone =
    (leadIn.length === 0 || goesOn(reader, site, leadIn)) &&
    !wordsAfter(ends, quotation).some(({ text }) => /\p{L}/u.test(text))
  if (!isAlone) return undefined
  const { last } = reader
  if (last && begins.index - last.endSentence <= 1)
    return isSubhead(reader.doc, quotation, begins, last.family) ? undefined : takeOver(last, 'run-on')
  const before = reader.doc.sentences[begins.index - 1]
  if (!before) return undefined
  const isLong = reader.doc.text.slice(quotation.inner.start, quotation.inner.end).split(' ').length > 6
  const endsOpen = /[:,]$/.test(reader.doc.text.slice(before.start, before.end))
  return isLong || endsOpen ? bySubjectBefore(reader, before, endsOpen) : undefined
}

/** `…,” she said. But “it helps.”`: a word or two lead into more of the same, in the same paragraph. */
function goesOn({ doc, last }: Reader, { quotation, begins }: QuotationSite, before: readonly Token[]): boolean {
  const said = doc.text.slice(quotation.inner.start, quotation.inner.end)
  if (!last || before.length > 4 || !/[.!?…]$/.test(said) || said.split(/\s+/).length < 5) return false
  return (
    begins.block === last.block &&
    begins.index - last.endSentence === 1 &&
    before.every(({ pos }) => LEADS_IN.test(pos))
  )
}

const LEADS_IN = /^(?:CCONJ|ADV|PUNCT|ADP|SCONJ|DET|ADJ|NOUN|PRON|AUX)$/

/** A paragraph of a few quoted words alone, in other marks than the speech before it, or a shout of one word. */
function isSubhead(
  { text, sentences }: ParsedDocument,
  { inner, family }: Quotation,
  { index, block, start }: ParsedSentence,
  before: string,
): boolean {
  const isWholeBlock =
    sentences[index - 1]?.block !== block &&
    sentences[index + 1]?.block !== block &&
    text.slice(start, inner.start).length < 3
  const words = text.slice(inner.start, inner.end).split(/\s+/).length
  return isWholeBlock && (words === 1 || (words < 12 && family !== before))
}

function bySubjectBefore(
  { doc, mentions, places }: Reader,
  before: ParsedSentence,
  endsOpen: boolean,
): Said | undefined {
  if (before.isHeading) return undefined
  const subject = trailingSpeaker(before, places[before.index] ?? []) ?? mainSubject(before)
  if (!subject || NOBODY_SPEAKS.test((before.tokens[subject.last] as Token).lower)) return undefined
  const source = sourceOf(doc.text, before, subject, mentions)
  const hasCue = (places[before.index] ?? []).length > 0
  if (!endsOpen && source.speaker?.kind !== 'person' && !(hasCue && source.speaker)) return undefined
  const channel = channelOf(doc.text, before, undefined)
  return {
    source: source.span,
    ...(source.speaker ? { speaker: source.speaker } : {}),
    ...(channel ? { channel } : {}),
    pattern: endsOpen && hasCue ? 'colon' : 'previous-subject',
    isPronoun: source.isPronoun,
  }
}

/** `Then Ms Roe leaned in: “…”`: no verb of saying, and a person does something right in front of whole words. */
function behindColon({ doc, mentions }: Reader, { quotation, begins, cuesBegin }: QuotationSite): Said | undefined {
  const leadIn = wordsBefore(begins, quotation)
  const said = doc.text.slice(quotation.inner.start, quotation.inner.end)
  if (leadIn.at(-1)?.text !== ':' || begins.isHeading || !/^[\p{Lu}\d“‘'"]/u.test(said)) return undefined
  const subject = mainSubject(begins, (leadIn.at(-1) as Token).at)
  if (!subject) return undefined
  const source = sourceOf(doc.text, begins, subject, mentions)
  const head = begins.tokens[subject.last] as Token
  const isPerson = source.speaker?.kind === 'person' || /^(?:he|she|they)$/.test(head.lower) || isPersonNoun(head.lower)
  if (!isPerson || head.start > quotation.start) return undefined
  // `Ms Roe was expected to say: “…”`
  const nearest = cuesBegin.findLast(({ at }) => (begins.tokens[at] as Token).end <= quotation.start)
  const standing = nearest && standingOf(nearest, subject)
  if (standing === 'unsaid') return UNSAID
  // `The men Ms Roe fired said: “…”`: a verb of saying that is not hers, as far as we can tell
  const isAnothers = nearest !== undefined && nearest.cue.strength === 3
  return {
    source: source.span,
    ...(source.speaker ? { speaker: source.speaker } : {}),
    pattern: 'colon',
    isPronoun: source.isPronoun,
    ...(standing === 'alleged' || isAnothers ? { atMost: ALLEGED_AT_MOST } : {}),
  }
}

/** `It is cold, Ms Roe says.`: who speaks is not the main subject. */
function trailingSpeaker({ tokens }: ParsedSentence, places: readonly CuePlace[]): Subject | undefined {
  const place = places.findLast(({ cue }) => cue.strength >= 2 && !cue.isParticiple)
  if (!place || tokens.length - place.at > 5) return undefined
  return subjectOfCue(place)
}

const NOBODY_SPEAKS = /^(?:it|that|this|there|these|those|which|what)$/

/** `"SMITH: I never said it."` and `"…" — Jane Roe` name the speaker without a verb. */
function labelled({ doc, mentions }: Reader, { quotation, begins }: QuotationSite): Said | undefined {
  const opener = nameBeforeColon(begins, quotation)
  const label =
    opener ??
    labelIn(doc.text, quotation) ??
    (wordsBefore(begins, quotation).length === 0 ? nameAfterDash(doc.text, quotation) : undefined)
  if (!label) return undefined
  const named = personLabelled(doc.text.slice(label.start, label.end), label, mentions)
  return { source: label, ...(named ? { speaker: named.entity } : {}), pattern: 'colon', isPronoun: false }
}

/** The person a label is a mention of, else the one whose surname it gives, as in `SMITH:`. */
function personLabelled(words: string, label: Span, mentions: readonly Mention[]): Mention | undefined {
  const persons = mentions.filter(({ kind }) => kind === 'person')
  const here = persons.find(({ span }) => span.start < label.end && span.end > label.start)
  const surname = foldName(words.split(/\s+/).at(-1) as string)
  return here ?? persons.find(({ entity }) => foldName(entity.name.split(' ').at(-1) as string) === surname)
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
