import type { Mention } from '../../core/annotation.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'
import type { QuotePattern } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'
import type { ParsedDocument, ParsedSentence, Token } from '../grammar/parse.ts'
import { mainSubject, type Subject } from '../grammar/subjects.ts'
import { isPersonNoun } from '../names/role-words.ts'
import { type QuotationSite, wordsAfter, wordsBefore } from '../sentences/quotation-sites.ts'
import type { Quotation } from '../sentences/quotations.ts'
import { channelOf } from './channels.ts'
import type { CuePlace } from './cue-places.ts'
import { subjectOfCue } from './cue-subjects.ts'
import { NOBODY, type Reader, type Said, type Spoken, UNSAID } from './said.ts'
import { sourceOf } from './speaker.ts'
import { ALLEGED_AT_MOST, standingOf } from './unsaid.ts'

/** Who speaks where no verb of saying tells: whoever spoke before, who is named just before, by a label, or in front of a colon. */
export function withoutCue(reader: Reader, site: QuotationSite): Said {
  return (
    continued(reader, site) ??
    standingAlone(reader, site) ??
    labelled(reader, site) ??
    behindColon(reader, site) ??
    NOBODY
  )
}

/** A quotation that goes on with an earlier one has its speaker. */
export function continued({ byId }: Reader, { quotation }: QuotationSite): Said | undefined {
  const from = quotation.continues === undefined ? undefined : byId.get(quotation.continues)
  return from && (from.said.source || from.said.speaker) ? takeOver(from, 'continued') : undefined
}

/** What a quotation takes over from the one it goes on with: all but the cue. */
function takeOver(from: Spoken, pattern: QuotePattern): Said {
  const { cue: _cue, ...rest } = from.said
  return { ...rest, pattern, continues: from.index, atMost: from.confidence }
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
  const isAnothers =
    (nearest !== undefined && nearest.cue.strength === 3) || isOtherNamed(mentions, head, quotation, source)
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
  const surname = nameWordKey(words.split(/\s+/).at(-1) as string)
  return here ?? persons.find(({ entity }) => nameWordKey(entity.name.split(' ').at(-1) as string) === surname)
}

/** `Starmer: 'We are ready'`, the way of headlines: a short name and a colon begin the sentence. */
function nameBeforeColon({ tokens, start }: ParsedSentence, quotation: Quotation): Span | undefined {
  const colon = tokens.findIndex((token) => token.text === ':')
  if (colon < 1 || colon > 5 || (tokens[colon] as Token).start > quotation.start) return undefined
  const name = tokens.slice(0, colon)
  if (!name.every((token) => /^\p{Lu}|^\.$/u.test(token.text) && !token.isQuoted)) return undefined
  return { start, end: (name.at(-1) as Token).end }
}

/** `"SMITH: I never said it."`: the name in capitals that begins a quotation from a transcript. */
function labelIn(text: string, { inner }: Quotation): Span | undefined {
  const label = /^(\p{Lu}[\p{Lu}.'’ -]{2,30}):\s/u.exec(text.slice(inner.start, Math.min(inner.end, inner.start + 40)))
  return label?.[1] ? { start: inner.start, end: inner.start + label[1].length } : undefined
}

/**
 * `"…" — Jane Roe`: the name after a dash, also where that begins the next paragraph. A hyphen is a dash only where it stands apart:
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
