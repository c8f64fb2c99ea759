import { oncePerObject } from '../core/once-per-object.ts'
import { contains, overlaps, type Span } from '../core/span.ts'
import { packOf } from '../languages/all.ts'
import { english } from '../languages/en/pack.ts'
import type { LanguagePack } from '../languages/pack.ts'
import { isRunningText, type MemberText, type SentenceText } from './story-text.ts'

const readers = new Map<LanguagePack, RegExp>()

function leaningReader(pack: LanguagePack): RegExp {
  const known = readers.get(pack)
  if (known) return known
  const reader = new RegExp(`^["“„”«»‘’'–—\\-\\s(¿¡]*(?:${pack.leaning ?? english.leaning})(?![\\p{L}\\p{N}])`, 'iu')
  readers.set(pack, reader)
  return reader
}

/** Whether a sentence begins with a word that leans on the sentence before; English words are looked for in a language without its own. */
function leansBack(text: string, language: string): boolean {
  const pack = packOf(language) ?? english
  return (
    leaningReader(pack).test(text) ||
    (pack.reportedFurther !== undefined && isReportedFurther(text, pack.reportedFurther))
  )
}

/** `Die Brücke sei sicher.`: what somebody says, whom an earlier sentence names. */
function isReportedFurther(text: string, { forms, speakers }: Required<LanguagePack>['reportedFurther']): boolean {
  const own = text.replace(/[„“"»][^“”"«]*[“”"«]/gu, ' ')
  return forms.test(own) && !speakers.test(own)
}

/**
 * True when a reader who sees only this sentence understands it: it is running text, ends as a sentence, does not refer to the one before
 * (`He said`, `But`, `That is why`), is not a question, and is not part of a longer quotation.
 */
export function isSelfContained(sentence: SentenceText, member: MemberText): boolean {
  return selfContainedOf(member)(sentence)
}

const selfContainedOf = oncePerObject((member: MemberText) =>
  oncePerObject((sentence: SentenceText) => standsAlone(sentence, member)),
)

function standsAlone(sentence: SentenceText, member: MemberText): boolean {
  const { text } = sentence
  if (!isRunningText(sentence) || !endsAsSentence(text)) return false
  if (/^(?:\.\.\.|…)/.test(text) || isCaptionByDate(text) || isCutOff(sentence, member)) return false
  if (pageFurniture.test(text) || looseCaption.test(text) || !hasBalancedMarks(text)) return false
  if (leaningMiddle.test(text)) return false
  const { language } = member.input.document
  if (speaksOfWriter(text, language) || isMangled(text)) return false
  if (startsWithMark(text) && namesSpeaker(sentence, member)) return true
  if (leansBack(text, language)) return false
  return !isPieceOfQuotation(sentence, member)
}

/** True when the words of a sentence need others to be understood: `He said`, `, she added`, `we`. */
export function leansOnOthers(text: string, language: string): boolean {
  return leaningMiddle.test(text) || leansBack(text, language) || speaksOfWriter(text, language)
}

/** Whether the writer or the reader is in a sentence, outside of quotation marks: `I`, `our`, `you`; read in English only. */
export function speaksOfWriter(text: string, language: string): boolean {
  return /^en\b/.test(language) && speaksOfItself.test(outsideMarks(text))
}

/** True when the quotation that opens a sentence has its speaker in the same sentence, and not as `he said`. */
function namesSpeaker(sentence: SentenceText, member: MemberText): boolean {
  const opening = member.quotes.find(
    (quote) => contains(sentence.span, quote.span) && quote.span.start - sentence.span.start <= 2,
  )
  const part = opening?.source ?? opening?.cue
  if (!opening || !part || !contains(sentence.span, part)) return false
  const after = sentence.text.slice(opening.span.end - sentence.span.start)
  return !/(?:^|[^\p{L}])(?:he|she|they|it|we|i) (?:\p{L}+ ){0,2}\p{L}+(?:ed|id|old|ote|ays|s)(?!\p{L})|said (?:he|she|they)\b/iu.test(
    after.slice(0, 40),
  )
}

/** True when the sentence is mostly a quotation whose speaker is outside of it. */
function isPieceOfQuotation(sentence: SentenceText, member: MemberText): boolean {
  return member.quotes.some((quote) => {
    if (quote.kind === 'indirect') return false
    if (!overlaps(quote.span, sentence.span)) return false
    const shared = sharedLength(quote.span, sentence.span)
    const hasCueHere = [quote.cue, quote.source].some((part) => part !== undefined && contains(sentence.span, part))
    return (
      shared > (sentence.span.end - sentence.span.start) * 0.9 ||
      (!hasCueHere && shared > 40 && startsWithMark(sentence.text))
    )
  })
}

/** True when all of a sentence is somebody's words, in quotation marks in this article. */
export function isQuotedWhole({ span }: SentenceText, { quotes }: MemberText): boolean {
  return quotes.some(
    ({ kind, span: said }) => kind !== 'indirect' && sharedLength(said, span) > (span.end - span.start) * 0.9,
  )
}

/** Words that point back in the middle or at the end: a pronoun says it (`…,” she says`), or a comparison lacks its other half. */
const leaningMiddle =
  /\bdo(?:es|ing|ne)? (?:this|that|so)\b|[,”"’'] (?:he|she|they|it) (?:\p{L}+ )?(?:says?|said|added|adds|wrote|writes|tweeted|told)(?: \p{L}+)?[.]?$|, in other words,|\beven more so\b/u

/** The writer or the reader, outside of quotation marks: a column, an invitation, or a quotation that lost its marks. */
const speaksOfItself =
  /(?<!\b(?:War|Elizabeth|Charles|James|Part|Phase|Title|Type) )\b(?:I|I['’](?:m|ve|d|ll)|me|my|myself|we|we['’](?:re|ve|d|ll)|us|our|ours|you|you['’](?:re|ve|d|ll)|your|yours)\b/u

/** The sentence without what is in quotation marks. */
export function outsideMarks(text: string): string {
  return text.replace(/["“«][^"”»]*["”»]|(?<=^|[\s(])[‘'][^‘’']{2,}[’'](?=$|[\s.,;:!?)])/gu, ' ')
}

/** A caption or a page's own words left in the text: `FILE - In this …`, somebody who speaks or waves `…, June 30, 2020.`, `… MORE` */
const looseCaption =
  /\bfile photo\b|^(?:FILE|CLOSE)\b|^(?:[Hh]ide|[Tt]oggle) caption\b|^#|^(?:Associated Press|AP(?: Photo)?|Reuters|AFP|Getty(?: Images)?) ?\/ ?\p{Lu}|\bMORE(?:['’]s)? (?=[\p{L}(])|^\p{Lu}\p{Ll}{2} \d{1,2}, \d{4};|\bhttps?:\/\/|\b(?:takes? part|speaks?|listens?|waves?|walks?|arrives?|delivers?|poses?|gestures?|looks? on|attends?|holds? (?:up|a)|talks?|meets?|stands?|sits?|leaves?|shakes?|signs?)\b[^"“]*\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\p{L}*\.? \d{1,2}, \d{4}\.?$/u

/** What pages say about themselves, not about the news. */
const pageFurniture =
  /^(?:read (?:more|also|next)|see also|sign up|subscribe|click here|follow (?:us|our)|watch(?::| (?:live|now|the))|listen(?::| to)|related(?::| )|updated?(?::| \d)|editor'?s? note|correction:|advertisement|copyright|©|all rights reserved|more to follow|in a story \p{Lu}|this (?:story|article|is a (?:developing|breaking))|reporting by|additional reporting|à lire|lire aussi)|\b(?:all rights reserved|newsletter|cookies? policy|contributed to this (?:report|story)|(?:opinions?|views?) expressed (?:by|in|here)|reported erroneously|(?:to|in) your inbox|as an interest to stay|become a member|keep this news free)\b/iu

/**
 * A label, heading or list glued to the sentence: `EXCLUSIVE: …`, `Shadow banning Shadow banning is …`, `—Payments that …`, links up to
 * `MORE`; and a post with its address (`@name`).
 */
function isMangled(text: string): boolean {
  if (gluedLabel.test(text) || (text.includes('@') && /(?:^|\s)\(?@\w{3,}/u.test(text))) return true
  if (stockPrice.test(text)) return true
  if (text.includes('MORE') && /\p{Ll}\p{Lu}.*\bMORE\b/u.test(text)) return true
  const opening = /^\p{L}+ \p{L}+ (?:\p{L}+ )?/u.exec(text)?.[0] ?? ''
  const two = opening.split(' ', 2).join(' ')
  return opening !== '' && (text.startsWith(`${two} ${two} `) || text.startsWith(opening, opening.length))
}

/** `SPX, +0.37%` */
const stockPrice = /\b\p{Lu}{2,5},? [+−-]\d/u

const gluedLabel =
  /^(?:[—–•*]|(?:\p{Lu}{3,},? ?)+:|\p{Lu}[^.:"“]{2,40}:\p{Lu}|\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}: \p{Lu}|archived recording)/u

const endsInAbbreviation = /\b(?:Sens?|Reps?|Govs?|Drs?|Mrs?|Ms|Gens?|Lt|Col|Sgt|Capt|Rev|Prof|St|Inc|Corp|v|vs)\.$/u

/** The second half of a sentence cut after an abbreviation: `Rifle Association v.`, `City of New York …`. */
function isCutOff({ index }: SentenceText, member: MemberText): boolean {
  const before = member.sentences[index - 1]
  return before !== undefined && endsInAbbreviation.test(before.text)
}

/** Only captions name the day of the week, the month, the day and the year: `… at the Capitol, Thursday, April 18, 2019.` */
const fullDate =
  /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d{1,2}, \d{4}\b|^On \p{Lu}\p{L}+day, \p{Lu}\p{L}+\.? \d{1,2}, .* reports on /u

/** Ends with a whole date and has no past tense: `Gun owners gather to protest on September 14, 2019 in Columbus, Ohio.` */
function isCaptionByDate(text: string): boolean {
  if (fullDate.test(text)) return true
  const isDated =
    /\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d{1,2}(?:, \d{4}(?:,? (?:in|at) [^.]{3,40})?|,? (?:in|at) [^.]{3,40})(?:, (?:in )?\p{Lu}[^.]{1,30})?\.*$/u.test(
      text,
    )
  return (
    isDated &&
    !/\b(?:was|were|had|did|said|told|became|began|took|made|won|lost|held|met|came|went|gave|left|\p{L}{3,}ed)\b/u.test(
      text,
    )
  )
}

/** Ends as a sentence, and not in an abbreviation that a name should follow: `… staunchest allies, like Sens.` */
function endsAsSentence(text: string): boolean {
  if (endsInAbbreviation.test(text)) return false
  return /[.!…。।؟][)"”'’»\]]*\s*$/u.test(text)
}

/** Double quotation marks in pairs; a single mark only if it closes one. */
function hasBalancedMarks(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  if (count(/"/g) % 2 !== 0 || count(/“/g) !== count(/”/g) || count(/«/g) !== count(/»/g)) return false
  if (count(/\(/g) !== count(/\)/g)) return false
  const opened = count(/(?:^|[\s(—–])['‘](?=[\p{L}\p{N}])/gu)
  const closed = count(/(?<=[\p{L}\p{N}.,!?…])['’](?=$|[\s.,;:!?)—–])/gu)
  return closed >= opened
}

function startsWithMark(text: string): boolean {
  return /^["“'‘«]/.test(text)
}

function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
