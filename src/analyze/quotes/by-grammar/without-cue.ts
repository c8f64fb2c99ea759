import type { Entity, Mention } from '../../../core/annotation.ts'
import { defined } from '../../../core/defined.ts'
import { foldName } from '../../../core/names/name-spelling.ts'
import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import type { ParsedDocument, ParsedSentence, Token } from '../../grammar/parse.ts'
import { mainSubject, type Subject } from '../../grammar/subjects.ts'
import { isPersonNoun, nameTitles } from '../../names/role-words.ts'
import type { Quotation } from '../../sentences/quotations.ts'
import {
  ALLEGED_AT_MOST,
  type Attributed,
  type AttributedSoFar,
  type Attribution,
  atMost,
  continuing,
  DENIED,
  UNATTRIBUTED,
} from '../attribution.ts'
import { sentenceAt } from '../quotation-sites.ts'
import { channelOf } from './channels.ts'
import { type CuePlace, subjectOfCue } from './cue-places.ts'
import { factualityOf } from './factuality.ts'
import { type GrammarSite, rated, wordsAfter, wordsBefore } from './grammar-sites.ts'
import { sourceOf } from './speaker.ts'

/** A document whose words are tagged, with the cues of each sentence. */
export type GrammarDocument = {
  readonly doc: ParsedDocument
  readonly places: readonly (readonly CuePlace[])[]
  readonly mentions: readonly Mention[]
}

/** Who speaks where no verb says it: whoever spoke before or was named just before, or the name in a label or before a colon. */
export function withoutCue(document: GrammarDocument, site: GrammarSite, soFar: AttributedSoFar): Attribution {
  return (
    continued(site, soFar) ??
    standingAlone(document, site, soFar) ??
    labelled(document, site) ??
    behindColon(document, site) ??
    withinTurn(document, site) ??
    UNATTRIBUTED
  )
}

/** A quotation that continues an earlier one has its speaker. */
export function continued({ quotation }: GrammarSite, { byId }: AttributedSoFar): Attribution | undefined {
  const from = quotation.continues === undefined ? undefined : byId.get(quotation.continues)
  return from && isSpoken(from) ? continuing(from, 'continued') : undefined
}

function isSpoken({ attribution: { source, speaker } }: Attributed): boolean {
  return (source ?? speaker) !== undefined
}

/** The last quotation with a speaker, and the sentence in which it and its verb end. */
type LastSpoken = { readonly from: Attributed; readonly ends: ParsedSentence; readonly family: string }

function lastSpokenIn({ doc }: GrammarDocument, { lastSpoken: from }: AttributedSoFar): LastSpoken | undefined {
  const quotation = from && doc.quotations[from.index]
  if (!quotation) return undefined
  const ends = sentenceAt(doc.sentences, quotation.inner.end - 1)
  const next = doc.sentences[ends.index + 1]
  const { cue } = from.attribution
  const isVerbBehind = cue && next && quotation.end >= ends.end && next.block === ends.block && cue.start >= next.start
  return { from, ends: isVerbBehind ? next : ends, family: quotation.family }
}

/** A quotation that is whole sentences with no cue: the speaker continues, or was the subject just before. */
function standingAlone(document: GrammarDocument, site: GrammarSite, soFar: AttributedSoFar): Attribution | undefined {
  const { text, quotation, begins, ends } = site
  const last = lastSpokenIn(document, soFar)
  const leadIn = wordsBefore(begins, quotation)
  const isAlone =
    (leadIn.length === 0 || (last && isLedIn(last, site, leadIn))) &&
    !wordsAfter(ends, quotation).some((word) => /\p{L}/u.test(word.text))
  const isToldOn = last !== undefined && last.ends.block === begins.block && begins.index - last.ends.index === 1
  const name = nameAfterDash(text, quotation)
  // `…,” said Ms Roe. “I do.” ¶ – Tom Poe`: who wrote it, where the paragraph says who spoke
  const isSignature = isToldOn && name !== undefined && text.slice(quotation.end, name.start).includes('\n')
  if (!isAlone || (name && !isSignature) || isAskedOf(text, quotation)) return undefined
  if (last && begins.index - last.ends.index <= 1)
    return isSubhead(document.doc, quotation, begins, last.family) ||
      isHeadline(document.doc, last, begins) ||
      isAddressed(text, quotation, last.from) ||
      isPosted(document.doc, site)
      ? undefined
      : continuing(last.from, 'run-on')
  const before = document.doc.sentences[begins.index - 1]
  if (!before) return undefined
  const isLong = text.slice(quotation.inner.start, quotation.inner.end).split(' ').length > 6
  const endsOpen = /[:,]$/.test(text.slice(before.start, before.end))
  return isLong || endsOpen ? bySubjectBefore(document, site, before, endsOpen) : undefined
}

/** `“The bridge is safe.” https://… — Jane Roe (@roe)`: a post with its own sender. */
function isPosted({ text }: ParsedDocument, { quotation, next }: GrammarSite): boolean {
  const behind = text.slice(quotation.end, Math.min(quotation.end + 240, next?.quotation.start ?? text.length))
  return /^[^\n]*[—–-]\s?\p{Lu}[^\n]{0,80}\(@\w/u.test(behind)
}

/** `“Is it safe?” Ms Roe was asked.`: somebody else asks. */
function isAskedOf(text: string, { end }: Quotation): boolean {
  return /^ (?:(?:the )?\p{L}[\p{L}.’'-]* ){1,3}(?:was|were|is|are) (?:\p{Ll}+ )?(?:asked|pressed|questioned)\b/u.test(
    text.slice(end, end + 60),
  )
}

/** `“Mayor Roe, the bridge is not safe.”`: said to her, and not by her. */
function isAddressed(text: string, { inner }: Quotation, { attribution: { speaker } }: Attributed): boolean {
  const [title, name, sign] = text.slice(inner.start, inner.start + 40).split(/\s+|(?=,)/)
  const surname = speaker?.name.split(' ').at(-1)
  return sign === ',' && name === surname && nameTitles.has(title?.toLowerCase().replace(/\.$/, '') ?? '')
}

/** `…,” she said. But “it helps.”`: a word or two lead into more of the same, in the same paragraph. */
function isLedIn(last: LastSpoken, { text, quotation, begins }: GrammarSite, before: readonly Token[]): boolean {
  const words = text.slice(quotation.inner.start, quotation.inner.end)
  if (before.length > 4 || !/[.!?…]$/.test(words) || words.split(/\s+/).length < 5) return false
  return (
    begins.block === last.ends.block &&
    begins.index - last.ends.index === 1 &&
    before.every(({ pos }) => LEADS_IN.test(pos))
  )
}

const LEADS_IN = /^(?:CCONJ|ADV|PUNCT|ADP|SCONJ|DET|ADJ|NOUN|PRON|AUX)$/

/** `Jane Roe: we were ‘left alone’`, a line without a stop: a headline within the text, which the next paragraph does not continue. */
function isHeadline({ text }: ParsedDocument, { from, ends }: LastSpoken, { block }: ParsedSentence): boolean {
  const isLabelled = from.attribution.pattern === 'colon' && from.attribution.cue === undefined
  return isLabelled && ends.block !== block && !/[.!?…,][”"’'»]*$/.test(text.slice(ends.start, ends.end).trimEnd())
}

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
  const inside = text.slice(inner.start, inner.end)
  const words = inside.split(/\s+/).length
  const isShouted = inside.length > 3 && inside === inside.toUpperCase()
  return isWholeBlock && (words === 1 || (words < 12 && (family !== before || isShouted)))
}

function bySubjectBefore(
  { doc, mentions, places }: GrammarDocument,
  site: GrammarSite,
  before: ParsedSentence,
  endsOpen: boolean,
): Attribution | undefined {
  if (before.isHeading) return undefined
  const subject = trailingSpeaker(before, places[before.index] ?? []) ?? mainSubject(before)
  if (!subject || NOBODY_SPEAKS.test(nth(before.tokens, subject.last).lower)) return undefined
  const source = sourceOf(doc.text, before, subject, mentions)
  const hasCue = (places[before.index] ?? []).length > 0
  if (!endsOpen && source.speaker?.kind !== 'person') return undefined
  return rated(site, {
    ...defined({ speaker: source.speaker, channel: channelOf(doc.text, before, undefined) }),
    source: source.span,
    pattern: endsOpen && hasCue ? 'colon' : 'previous-subject',
    isPronoun: source.isPronoun,
  })
}

/** `Ms Roe had left when Mr Poe began: “…”` */
function isOtherNamed(
  mentions: readonly Mention[],
  { end }: Token,
  { start }: Quotation,
  { speaker }: ReturnType<typeof sourceOf>,
): boolean {
  return mentions.some(
    ({ kind, form, span, entity }) =>
      kind === 'person' && form === 'name' && span.start > end && span.end < start && entity.id !== speaker?.id,
  )
}

/** `Then Ms Roe leaned in: “…”`: no verb of saying, and a person does something right in front of whole words. */
function behindColon({ doc, mentions }: GrammarDocument, site: GrammarSite): Attribution | undefined {
  const { quotation, begins, cuesBegin } = site
  const leadIn = wordsBefore(begins, quotation)
  const words = doc.text.slice(quotation.inner.start, quotation.inner.end)
  if (leadIn.at(-1)?.text !== ':' || begins.isHeading || !/^[\p{Lu}\d“‘'"]/u.test(words)) return undefined
  const subject = mainSubject(begins, (leadIn.at(-1) as Token).at)
  if (!subject) return undefined
  const source = sourceOf(doc.text, begins, subject, mentions)
  const head = nth(begins.tokens, subject.last)
  const isPerson = source.speaker?.kind === 'person' || /^(?:he|she|they)$/.test(head.lower) || isPersonNoun(head.lower)
  if (!isPerson || head.start > quotation.start) return undefined
  // `Ms Roe was expected to say: “…”`
  const nearest = cuesBegin.findLast(({ at }) => nth(begins.tokens, at).end <= quotation.start)
  const factuality = nearest && factualityOf(nearest, subject)
  if (factuality === 'denied') return DENIED
  // `The men Ms Roe fired said: “…”`: a verb of saying that is probably not hers
  const isAnothers =
    (nearest !== undefined && nearest.cue.strength === 3) || isOtherNamed(mentions, head, quotation, source)
  const { span, speaker, isPronoun } = source
  const attribution = rated(site, { ...defined({ speaker }), source: span, pattern: 'colon', isPronoun })
  return factuality === 'alleged' || isAnothers ? atMost(attribution, ALLEGED_AT_MOST) : attribution
}

/** `It is cold, Ms Roe says.`: who speaks is not the main subject. */
function trailingSpeaker({ tokens }: ParsedSentence, places: readonly CuePlace[]): Subject | undefined {
  const place = places.findLast(({ cue }) => cue.strength >= 2 && !cue.isParticiple)
  if (!place || tokens.length - place.at > 5) return undefined
  return subjectOfCue(place)
}

const NOBODY_SPEAKS = /^(?:it|that|this|there|these|those|which|what)$/

function labelled({ mentions }: GrammarDocument, site: GrammarSite): Attribution | undefined {
  const label = labelOf(site)
  if (!label) return undefined
  const named = personLabelled(site.text.slice(label.start, label.end), label, mentions)
  return rated(site, { ...defined({ speaker: named?.entity }), source: label, pattern: 'colon', isPronoun: false })
}

/** `ROE: The plan is “a mess,” I think`: a few words of whoever has the turn. */
function withinTurn(document: GrammarDocument, site: GrammarSite): Attribution | undefined {
  const turn = document.doc.turns.get(site.begins.block)
  const speaker = turnSpeaker(document, site.begins.block)
  if (!turn || !speaker) return undefined
  const found = rated(site, { speaker, source: turn.label, pattern: 'colon', isPronoun: false })
  return { ...found, isDirect: false }
}

/** The person whose turn of a conversation a paragraph is. */
export function turnSpeaker({ doc: { text, turns }, mentions }: GrammarDocument, block: number): Entity | undefined {
  const turn = turns.get(block)
  return turn && personLabelled(text.slice(turn.label.start, turn.label.end), turn.label, mentions)?.entity
}

/** The name beside a quotation that says whose it is without a verb: `"SMITH: I never said it."`, `"…" — Jane Roe`. */
export function labelOf({ text, quotation, begins }: GrammarSite): Span | undefined {
  return (
    nameBeforeColon(begins, quotation) ??
    labelIn(text, quotation) ??
    (wordsBefore(begins, quotation).length === 0 ? nameAfterDash(text, quotation) : undefined)
  )
}

/** The person a label is a mention of, else the one whose surname it gives, as in `SMITH:`. */
function personLabelled(words: string, label: Span, mentions: readonly Mention[]): Mention | undefined {
  const persons = mentions.filter(({ kind }) => kind === 'person')
  const here = persons.find(({ span }) => span.start < label.end && span.end > label.start)
  const surname = foldName(words.split(/\s+/).at(-1) ?? '')
  return here ?? persons.find(({ entity }) => foldName(entity.name.split(' ').at(-1) ?? '') === surname)
}

/** `Starmer: 'We are ready'`, the way of headlines: a short name and a colon begin the sentence. */
function nameBeforeColon({ tokens, start }: ParsedSentence, quotation: Quotation): Span | undefined {
  const colon = tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 7 || nth(tokens, colon).start > quotation.start) return undefined
  const name = tokens.slice(0, colon)
  const isNamed = (token: Token, at: number): boolean =>
    /^\p{Lu}|^\.$/u.test(token.text) || (at > 0 && at < name.length - 2 && /^(?:of|for|the)$/.test(token.text))
  if (!name.every((token, at) => !token.isQuoted && isNamed(token, at))) return undefined
  if (name.length === 1 && nth(name, 0).text.length < 2) return undefined // `A:`, an answer
  return { start, end: (name.at(-1) as Token).end }
}

/** `"SMITH: I never said it."`: the name in capitals that begins a quotation from a transcript. */
function labelIn(text: string, { inner }: Quotation): Span | undefined {
  const label = /^(\p{Lu}[\p{Lu}.'’ -]{2,30}):\s/u.exec(text.slice(inner.start, Math.min(inner.end, inner.start + 40)))
  return label?.[1] ? { start: inner.start, end: inner.start + label[1].length } : undefined
}

/**
 * `"…" — Jane Roe`: the name after a dash, also where that begins the next paragraph. A hyphen is a dash only with space around it:
 * `“Frozen”-star Jane Roe` says what she is.
 */
function nameAfterDash(text: string, { end }: Quotation): Span | undefined {
  const match = /^(?:\s*[―—–]|\s+-)\s?(\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}?[\p{L}.'’-]+){0,4})/u.exec(
    text.slice(end, end + 80),
  )
  if (!match?.[1]) return undefined
  const start = end + match[0].indexOf(match[1])
  return { start, end: start + match[1].length }
}
