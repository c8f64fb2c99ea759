import type { Entity, Mention } from '../../../core/annotation.ts'
import { defined } from '../../../core/defined.ts'
import { nth } from '../../../core/nth.ts'
import type { QuotationWords } from '../../../languages/quotation-words.ts'
import { LONGEST_SENTENCE, type ParsedDocument, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import { spanOf } from '../../names/subject-mention.ts'
import {
  type AttributedSoFar,
  type Attribution,
  type Factuality,
  type SpeakerReader,
  UNATTRIBUTED,
} from '../attribution.ts'
import { asParts } from '../quotation-parts.ts'
import { quotationSites } from '../quotation-sites.ts'
import { circumstancesOf } from './circumstances.ts'
import { type CuePlace, subjectOfCue } from './cue-places.ts'
import { factualityOf } from './factuality.ts'
import { type GrammarSite, rated, type Unrated, wordsBefore } from './grammar-sites.ts'
import { type ChosenCue, nearestCue } from './nearest-cue.ts'
import { isNegated } from './reports.ts'
import { speakerOf } from './speaker.ts'
import { isTerm } from './terms.ts'
import { continued, type GrammarDocument, labelOf, turnSpeaker, withoutCue } from './without-cue.ts'

/** Reads who speaks in a text whose words are tagged. `places` are the cues of each sentence. */
export function grammarReader(
  doc: ParsedDocument,
  places: readonly (readonly CuePlace[])[],
  mentions: readonly Mention[],
  words: QuotationWords = {},
): SpeakerReader<GrammarSite, ChosenCue> {
  const document: GrammarDocument = { doc, places, mentions }
  return {
    words,
    sites: sitesOf(document),
    isTerm: (site) => !isTooLong(site) && isTerm(site) && labelOf(site) === undefined,
    findCue: (site) => (isTooLong(site) || isTerm(site) ? undefined : nearestCue(site)),
    factuality: (site, cue) => (isTooLong(site) ? undefined : factualityIn(site, cue)),
    clauseBefore: (site) => (isTooLong(site) ? '' : clauseBefore(site)),
    attribute: (site, cue, soFar) => attributionOf(document, words, site, cue, soFar),
    isDoubtful: (site, attribution) => isUnlikelyPronoun(doc, site, attribution),
  }
}

function sitesOf({ doc, places }: GrammarDocument): GrammarSite[] {
  const { text, sentences, quotations, turns } = doc
  return quotationSites(text, sentences, asParts(quotations), turns).map((site) => {
    const behind = sentenceBehind(doc, site.quotation.end, site.ends)
    return {
      ...site,
      cuesBegin: places[site.begins.index] ?? [],
      cuesEnd: places[site.ends.index] ?? [],
      behind: behind && { sentence: behind, cues: places[behind.index] ?? [] },
      nextStart: site.next?.quotation.start ?? Number.POSITIVE_INFINITY,
    }
  })
}

/** The sentence after a quotation that ends the one before it, in the same paragraph. */
function sentenceBehind({ sentences }: ParsedDocument, end: number, ends: ParsedSentence): ParsedSentence | undefined {
  const next = sentences[ends.index + 1]
  return end >= ends.end && next?.block === ends.block ? next : undefined
}

function isTooLong({ begins, ends }: GrammarSite): boolean {
  return [begins, ends].some(({ tokens }) => tokens.length > LONGEST_SENTENCE)
}

function attributionOf(
  document: GrammarDocument,
  { anotherSpeaks }: QuotationWords,
  site: GrammarSite,
  cue: ChosenCue | undefined,
  soFar: AttributedSoFar,
): Attribution {
  if (isTooLong(site)) return continued(site, soFar) ?? UNATTRIBUTED
  if (!cue) return withoutCue(document, site, soFar)
  if (isOfAsker(site, cue)) return UNATTRIBUTED
  return cue.isColon && anotherSpeaks && isSaidByAnother(site, cue.place, anotherSpeaks)
    ? UNATTRIBUTED
    : withCue(document, site, cue)
}

/** `When asked whether it was “a mess,” Ms Roe said so`, `answered when asked to define “a mess”`: the words of whoever asked. */
function isOfAsker({ begins: { tokens }, quotation }: GrammarSite, { place }: ChosenCue): boolean {
  const asked = tokens.findLastIndex(
    ({ lower, end, isQuoted }) => end <= quotation.start && !isQuoted && /^(?:asked|pressed|questioned)$/.test(lower),
  )
  const before = tokens[asked - 1]
  const isPassive =
    asked === 0 ||
    before?.lower === 'when' ||
    (before?.text === ',' && /^(?:if|whether|about|to)$/.test(tokens[asked + 1]?.lower ?? ''))
  if (asked < 0 || !isPassive || place.at === asked) return false
  const between = tokens.slice(
    asked + 1,
    tokens.findIndex(({ start }) => start >= quotation.start),
  )
  return (
    /^(?:if|whether|about|to|why|how|what)$/.test(between[0]?.lower ?? '') &&
    between.every(({ text, pos }) => text !== ',' && pos !== 'MARK')
  )
}

/** `Ms Roe said a guard had hissed at her: “…”`: whose verb comes right before the words has said them, whatever verb it is. */
function isSaidByAnother({ quotation, text }: GrammarSite, { sentence, last }: CuePlace, another: RegExp): boolean {
  const from = sentence.tokens[last]?.end ?? quotation.start
  return from < quotation.start && another.test(text.slice(from, quotation.start))
}

/** The words of the sentence that lead to a quotation, from the last join of two clauses. */
function clauseBefore({ quotation, begins }: GrammarSite): string {
  const before = wordsBefore(begins, quotation).filter(({ text }, i, all) => i < all.length - 1 || !/^[:,]$/.test(text))
  const join = before.findLastIndex(({ lower }) => /^(?:[,;:–—]|and|but|then|who)$/.test(lower))
  return before
    .slice(join + 1)
    .map(({ lower }) => lower)
    .join(' ')
}

/** Whether the saying took place that a quotation is of: that of the verb right before it, though somebody else reports that. */
function factualityIn(site: GrammarSite, cue: ChosenCue | undefined): Factuality | undefined {
  const { quotation, begins, cuesBegin } = site
  const before = wordsBefore(begins, quotation)
  const nearest = cuesBegin.findLast(({ at }) => (begins.tokens[at]?.end ?? 0) <= quotation.start)
  const between = nearest ? before.filter(({ at }) => at > nearest.last) : []
  const isItsOwn = between.length <= 8 && !between.slice(0, -1).some(({ lower }) => /^(?:,|;|:|but|and)$/.test(lower))
  // `rejects having told her`: both verbs have one subject
  const isHaving = nearest !== undefined && nearest.sentence.tokens[nearest.at - 1]?.lower === 'having'
  const shared = isHaving ? cue?.subject : undefined
  const subject = nearest && isItsOwn ? (subjectOfCue(nearest) ?? shared) : undefined
  const own = nearest && subject && factualityOf(nearest, subject)
  if (own === 'denied' || !cue) return own
  if (cue.place === nearest) return own ?? (isNegated(begins.tokens, nearest.at) ? 'denied' : undefined)
  const isSecondhand = subject !== undefined && cue.side === 'left' && isNamed(begins, subject)
  return isSecondhand ? 'alleged' : factualityOf(cue.place, cue.subject)
}

/** `Mr Poe said Ms Roe had called it “…”`: whose words these are is for Mr Poe to say. */
function isNamed({ tokens }: ParsedSentence, { last }: Subject): boolean {
  return tokens[last]?.pos === 'PROPN'
}

function withCue(
  document: GrammarDocument,
  site: GrammarSite,
  { place, subject, side, isColon }: ChosenCue,
): Attribution {
  const { doc, mentions } = document
  const { text } = doc
  const { sentence, at, last, cue } = place
  const { span, speaker: named, isPronoun } = speakerOf(text, sentence, subject, at, mentions)
  // `ROE: I told them “…”`
  const speaker =
    named ?? (text.slice(span.start, span.end) === 'I' ? turnSpeaker(document, sentence.block) : undefined)
  const isElse =
    side === 'left'
      ? isOfAnothersWords(site, last) || isInLaterClause(site, last) || isOfPost(site, place, isColon)
      : isBehindName(document, site, place) || isAnotherSaying(sentence, last) || (isPronoun && isOfNamed(site, named))
  const found: Unrated = {
    ...defined({ speaker: isElse ? undefined : speaker, ...circumstancesOf(text, sentence, at, side) }),
    source: span,
    cue: spanOf(sentence.tokens, { first: at, last }),
    pattern: isColon ? 'colon' : side === 'right' ? 'cue-right' : 'cue-left',
    isPronoun,
  }
  return rated(site, found, cue.strength)
}

/** `…, the palace said, after Ms Roe had spoken of “…”`: in a clause that is not told, but set behind. */
function isInLaterClause({ begins: { tokens }, quotation }: GrammarSite, last: number): boolean {
  const quoted = tokens.findIndex(({ start }) => start >= quotation.start)
  const comma = tokens.findLastIndex(({ text, isQuoted }, at) => at > last && at < quoted && text === ',' && !isQuoted)
  if (comma < 0 || !/^(?:after|while|whereas)$/.test(tokens[comma + 1]?.lower ?? '')) return false
  return tokens
    .slice(comma + 2, quoted)
    .some(({ pos }, i, all) => pos === 'VERB' && /^(?:NOUN|PROPN|PRON|AUX)$/.test(all[i - 1]?.pos ?? ''))
}

/** `According to the Post, Mr Poe’s tweet read: “…”`: the paper has it from him. */
function isOfPost({ text, quotation }: GrammarSite, { sentence, last, cue }: CuePlace, isColon: boolean): boolean {
  if (!isColon || cue.lemma !== 'according to') return false
  return POST.test(text.slice(sentence.tokens[last]?.end ?? quotation.start, quotation.start))
}

const POST =
  /\b(?:tweets?|posts?|letter|e-?mails?|messages?|texts?|statement|notes?|memo|signs?|captions?|headlines?)(?: \p{L}+){0,4} (?:read|reads|reading|said|says|stated|went)\b/u

/** `Mr Poe is “tired,” he said`: who says so of him is another. */
function isOfNamed({ begins, quotation }: GrammarSite, speaker: Entity | undefined): boolean {
  const [verb, name] = wordsBefore(begins, quotation)
    .filter(({ pos }) => pos !== 'MARK')
    .toReversed()
  return verb?.pos === 'AUX' && name?.pos === 'PROPN' && speaker?.name.split(' ').at(-1) === name.text
}

/** `“…,” Mr Poe recalled his wife saying`: her words. */
function isAnotherSaying({ tokens }: ParsedSentence, last: number): boolean {
  for (let at = last + 1; at < last + 8; at++) {
    const token = tokens[at]
    if (!token || token.isQuoted || /^[,.;:–—]$/.test(token.text)) return false
    if (/^(?:saying|telling|asking|shouting|yelling|screaming|whispering)$/.test(token.lower))
      return at > last + 1 && /^(?:NOUN|PROPN|PRON)$/.test(tokens[at - 1]?.pos ?? '')
  }
  return false
}

/** `Ms Roe answered Mr Poe’s claim that it was “…”`: his words. */
function isOfAnothersWords({ begins: { tokens }, quotation }: GrammarSite, last: number): boolean {
  const quoted = tokens.findLastIndex(({ end, isQuoted }) => isQuoted && end < quotation.start)
  return tokens.some(
    ({ lower, pos, end, isQuoted }, at) =>
      at > Math.max(last + 1, quoted) &&
      end <= quotation.start &&
      !isQuoted &&
      /^['’]s$/.test(lower) &&
      pos === 'PART' &&
      tokens[at - 1]?.pos === 'PROPN' &&
      tokens.slice(at + 1, at + 4).some((noun, i, all) => SPEECH.test(noun.lower) && isFollowed(all[i + 1])),
  )
}

/** By `that`, or by the quotation. */
function isFollowed(token: Token | undefined): boolean {
  return token?.lower === 'that' || token?.pos === 'MARK'
}

const SPEECH =
  /^(?:assessment|suggestion|claim|remark|comment|accusation|assertion|charge|allegation|statement|insistence|warning|contention|argument)$/

/** `“…,” Ms Roe, who leads it, according to the Post`: who says it is named right behind the words. */
function isBehindName(
  { mentions }: GrammarDocument,
  { quotation }: GrammarSite,
  { cue, sentence, at }: CuePlace,
): boolean {
  if (cue.lemma !== 'according to') return false
  const { start } = nth(sentence.tokens, at)
  return mentions.some(
    ({ kind, form, span }) => kind === 'person' && form === 'name' && span.start > quotation.end && span.end < start,
  )
}

/**
 * Whether a pronoun is probably somebody else than the one it was resolved to: the sentence before says that its subject was silent (`Poe left without speaking to
 * reporters. “I told him so,” he said.`), or the words name the one taken for the speaker (`“Prisoner Poe eats well,” he said.`).
 */
function isUnlikelyPronoun(
  doc: ParsedDocument,
  { quotation, begins }: GrammarSite,
  { isPronoun, speaker, pattern }: Attribution,
): boolean {
  if (!isPronoun || !speaker || pattern === 'run-on' || pattern === 'continued') return false
  const before = doc.sentences[begins.index - 1]
  if (before?.tokens.every(({ isQuoted }) => !isQuoted) && SILENT.test(lowerWords(before))) return true
  const surname = speaker.name.split(' ').at(-1) ?? ''
  const inside = doc.text.slice(quotation.inner.start, quotation.inner.end)
  return isNamedIn(inside, surname) && !OWN_NAME.test(inside)
}

function lowerWords({ tokens }: ParsedSentence): string {
  return tokens.map(({ lower }) => lower).join(' ')
}

const SILENT =
  /(?:^|\s)(?:without (?:speaking|talking|a word|commenting?|saying)|(?:declin|refus)(?:ed|es) to (?:comment|speak|talk|say|answer)|(?:(?:did|does|has|have|had|would|could) (?:not|n't)|never) (?:(?:spoken?|speak|talk(?:ed)?)(?! to (?:him|her|them|each|one|his|its))|comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|said (?:anything|a word)|say anything|answer(?:ed)?)|(?:kept|keeps|remained|remains|stayed|stays|has been|was|is) silent|said nothing|made no comment)(?=\s|$)/

function isNamedIn(words: string, surname: string): boolean {
  if (!/^\p{Lu}\p{L}{2,}/u.test(surname)) return false
  const at = words.indexOf(surname)
  return (
    at >= 0 &&
    !/[\p{L}]/u.test(words[at - 1] ?? '') &&
    !/^(?:\p{L}|['’]s (?!not|been|gone|here))/u.test(words.slice(at + surname.length))
  )
}

/** `My name is Poe`, `They said: ‘Poe, go’`, `we Poes`. */
const OWN_NAME = /(?:^|[^\p{L}])(?:name|called?|calls|I['’]m|I am|family|[Mm]r|[Mm]rs|[Mm]s|[‘“"'])(?=$|[^\p{L}])/u
