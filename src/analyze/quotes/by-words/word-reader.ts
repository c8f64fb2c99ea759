import type { Entity, Sentence } from '../../../core/annotation.ts'
import { defined } from '../../../core/defined.ts'
import type { Block, Document } from '../../../core/document.ts'
import { nth } from '../../../core/nth.ts'
import type { Quote, QuotePattern } from '../../../core/quote.ts'
import type { Span } from '../../../core/span.ts'
import type { NameWords } from '../../../languages/name-words.ts'
import type { QuotationWords, ReportWords } from '../../../languages/quotation-words.ts'
import { findQuotations } from '../../sentences/quotations.ts'
import { turnsIn } from '../../sentences/turns.ts'
import {
  type Attributed,
  type AttributedSoFar,
  type Attribution,
  continuing,
  type SpeakerReader,
  UNATTRIBUTED,
} from '../attribution.ts'
import { confidenceOf } from '../confidence.ts'
import { asParts, quotationParts } from '../quotation-parts.ts'
import {
  FARTHEST,
  leadOf,
  type PlacedSentence,
  type QuotationSite,
  quotationSites,
  restOf,
} from '../quotation-sites.ts'
import { clauseBefore, factualityByWords } from './factuality.ts'
import { isOfOtherGender, reportPatterns } from './report-patterns.ts'
import { type Report, type ReportReader, subjectReports } from './reports.ts'
import { verbFirstReports } from './verb-first-reports.ts'

/** A report beside a quotation. */
type Placed = { readonly report: Report; readonly side: 'left' | 'right'; readonly pattern: QuotePattern }

/**
 * Reads who speaks by the words alone: the report right after a quotation (`», a déclaré X`), right before it (`X a déclaré : «`,
 * `قال X: «`, `selon X, «`), or speech that continues. Nothing is guessed beyond that; without words for reports nobody is named.
 */
export function wordReader(
  doc: Document,
  sentences: readonly Sentence[],
  words: QuotationWords = {},
  names: NameWords = {},
): SpeakerReader<QuotationSite, Placed> {
  const { text, blocks } = doc
  const placed = sentences.map(({ span, index, block }) => ({ ...span, index, block }))
  const marked = findQuotations(text, blocks).filter(({ isNested }) => !isNested)
  const reports = reportsOf(text, words.reports, names)
  const parts = words.reports && reports ? quotationParts(text, blocks, marked, words.reports) : asParts(marked)
  const sites = quotationSites(text, placed, parts, turnsIn(text, blocks))
  if (!words.reports || !reports) return { ...NOBODY_SPEAKS, words, sites }
  const document: ReadDocument = { blocks, sentences: placed, words, reportWords: words.reports, reports }
  return {
    words,
    sites,
    isTerm: (site) => isTitle(document, site),
    findCue: (site) => reportAfter(document, site),
    factuality: (site) => words.denials && factualityByWords(words.denials, leadOf(site), restOf(site)),
    clauseBefore: (site) => (words.denials ? clauseBefore(words.denials, leadOf(site)) : ''),
    attribute: (site, after, soFar) => attribute(document, site, after, soFar),
    isDoubtful: (site) => isOwnWord(document, site),
  }
}

const NOBODY_SPEAKS: Omit<SpeakerReader<QuotationSite, Placed>, 'words' | 'sites'> = {
  isTerm: () => true,
  findCue: () => undefined,
  factuality: () => undefined,
  clauseBefore: () => '',
  attribute: () => UNATTRIBUTED,
  isDoubtful: () => false,
}

function reportsOf(text: string, words: ReportWords | undefined, names: NameWords): ReportReader | undefined {
  if (words?.verbFirst && names.uncased) return verbFirstReports(text, words, words.verbFirst, names.uncased)
  return words && names.capitalized && subjectReports(text, words, names.capitalized)
}

type ReadDocument = {
  readonly blocks: readonly Block[]
  readonly sentences: readonly PlacedSentence[]
  readonly words: QuotationWords
  readonly reportWords: ReportWords
  readonly reports: ReportReader
}

/** Who says a quotation, by the words around it or by those before. */
function attribute(
  document: ReadDocument,
  site: QuotationSite,
  after: Placed | undefined,
  soFar: AttributedSoFar,
): Attribution {
  const { all } = soFar
  const last = all.at(-1)?.quote
  const before = reportBefore(document, site, all)
  // `», a dit X, et Y : «`: what reported the quotation before reports that
  const isSame = before?.report.cue !== undefined && before.report.cue.start === last?.cue?.start
  const isToMe = isSaidToMe(document, site)
  const isSpeaking = before?.pattern === 'colon' && before.report.subject.kind !== 'nobody'
  if (before && isSpeaking && !isSame && !isToMe) return reported(document, site, before, all)
  const isUnnamedBehind = before?.report.subject.kind === 'person' && after?.report.subject.kind === 'nobody'
  if (after && (isToMe || !isUnnamedBehind)) return reported(document, site, after, all)
  if (before && !isSame && !isToMe) return reported(document, site, before, all)
  if (isToMe) return UNATTRIBUTED
  const isNext = isInterrupted(site, last?.cue) || isNextSentence(document, site)
  return continued(document, site, soFar, isNext) ?? signed(document, site) ?? UNATTRIBUTED
}

function reported(
  document: ReadDocument,
  site: QuotationSite,
  { report: { subject, cue }, pattern }: Placed,
  all: readonly Attributed[],
): Attribution {
  const isPronoun = subject.kind === 'earlier'
  const speaker =
    subject.kind === 'person' ? subject.speaker : isPronoun ? antecedentOf(document, site, cue, all) : undefined
  return {
    ...defined({ cue, source: subject.kind === 'earlier' ? undefined : subject.source, speaker }),
    pattern: cue || speaker ? pattern : 'none',
    isPronoun,
    isDirect: isWhole(site),
    confidence: speaker ? confidenceOf(pattern, isPronoun) : 0,
  }
}

/** The clause right behind a quotation, in the sentence that the quotation ends in. */
function reportAfter({ reports }: ReadDocument, site: QuotationSite): Placed | undefined {
  const { quotation, aside } = site
  const { end } = quotation
  const limit = aside === undefined ? end + restOf(site).length : Math.min(aside, end + FARTHEST)
  const report = limit > end ? reports.after({ start: end, end: limit }) : undefined
  // `Der Werbespruch, „…“, brachte X zum Lachen`: beside a noun it is no speech that any verb may report
  const isBesideNoun = report?.isByShape && /\p{L}[^:]*,\s*$/u.test(leadOf(site))
  return report && !isBesideNoun ? { report, side: 'right', pattern: 'cue-right' } : undefined
}

/** The clause before a quotation: from the start of its sentence, or from the quotation before; one that is nobody's words is no bound. */
function reportBefore(
  { reports, words, reportWords }: ReadDocument,
  site: QuotationSite,
  all: readonly Attributed[],
): Placed | undefined {
  const { text, quotation, begins, previous, earlier, turn } = site
  const end = quotation.start
  // In a turn who speaks says it only where it says *I*
  const isOthers = turn !== undefined && turn.from < end && !reportPatterns(reportWords).saysI.test(leadOf(site))
  const bound = all.at(-1)?.attribution.pattern === 'none' ? earlier : previous
  const start = Math.max(begins.start, isOthers ? turn.from : 0, bound?.quotation.end ?? 0, end - FARTHEST)
  if (start >= end) return undefined
  const report = reports.before({ start, end }, words.anotherSpeaks)
  return report && { report, side: 'left', pattern: /:\s*$/.test(text.slice(start, end)) ? 'colon' : 'cue-left' }
}

/** `Roux : « Non », m’a dit le maire`: in a turn of a conversation another's words are reported. */
function isSaidToMe({ reportWords }: ReadDocument, site: QuotationSite): boolean {
  return site.turn !== undefined && reportWords.saidToMe?.test(restOf(site)) === true
}

/** `the “Evening Post”`: few words with capitals after an article, or any after the word for a newspaper. */
function isTitle({ reportWords }: ReadDocument, { text, quotation }: QuotationSite): boolean {
  const { start, inner } = quotation
  if (!reportPatterns(reportWords).endsBeforeTitle.test(text.slice(Math.max(0, start - 12), start))) return false
  const words = text.slice(inner.start, inner.end).split(/\s+/)
  return words.length <= 4 && words.every((word) => !/^[\p{Ll}¿¡]|[.!?…]$/u.test(word))
}

/** `verteidigte seine „besondere Vereinbarung“`: a few words behind a possessive may be the reporter's own marks. */
function isOwnWord({ reportWords }: ReadDocument, site: QuotationSite): boolean {
  const { inner } = site.quotation
  const words = site.text.slice(inner.start, inner.end).trim().split(/\s+/)
  return words.length <= 4 && reportPatterns(reportWords).endsWithPossessive.test(leadOf(site))
}

/** `„Nein“, sagt X, „nie“`: both in one sentence, and only the report between them. */
function isInterrupted({ text, quotation, previous, ends }: QuotationSite, cue: Span | undefined): boolean {
  if (!previous || previous.quotation.end < ends.start) return false
  return (
    cue !== undefined &&
    cue.start >= previous.quotation.end &&
    /[,،—–]\s*$/.test(text.slice(quotation.start - 3, quotation.start))
  )
}

/** `„…“, sagte X. „Nie.“`: the sentence after that of the quotation before begins with this one. */
function isNextSentence({ sentences }: ReadDocument, { quotation, previous, begins }: QuotationSite): boolean {
  if (!previous || previous.quotation.block !== quotation.block || begins.start !== quotation.start) return false
  return previous.quotation.end > (sentences[begins.index - 1]?.start ?? quotation.start)
}

/** The next sentence or paragraph of a speech, or a quotation that is a paragraph of its own right after one with a speaker. */
function continued(
  { blocks }: ReadDocument,
  { quotation, begins }: QuotationSite,
  { all, byId }: AttributedSoFar,
  isNext: boolean,
): Attribution | undefined {
  const last = all.at(-1)
  const carried = quotation.continues === undefined ? undefined : byId.get(quotation.continues)
  if (isNext && last?.attribution.speaker) return continuing(last, 'run-on')
  if (carried) return carried.attribution.speaker ? continuing(carried, 'continued') : undefined
  const block = blocks[quotation.block]
  const isAlone = block && block.start === quotation.start && block.end - quotation.end <= 1
  const goesOn = last?.attribution.speaker && isAlone && begins.index - last.quote.sentence <= 3
  return goesOn ? continuing(last, 'run-on') : undefined
}

/**
 * `« … » — Jeanne Roux (@roux)`: the name behind a dash, where a quotation begins its paragraph. Otherwise than in English
 * (`nameAfterDash`) a hyphen is none, and a dash that begins the next paragraph is somebody else's turn.
 */
function signed({ blocks, reports }: ReadDocument, { text, quotation }: QuotationSite): Attribution | undefined {
  const { start, end, block } = quotation
  const around = blocks[block]
  if (!around || around.start !== start) return undefined
  const match = /^\s*[―—–]\s?(?<name>\p{Lu}[\p{L}\p{M} .'’-]{2,60})/u.exec(
    text.slice(end, Math.min(around.end, end + 80)),
  )
  if (!match?.groups?.name) return undefined
  const from = end + match[0].length - match.groups.name.length
  const source = { start: from, end: from + match.groups.name.trimEnd().length }
  const speaker = reports.about(source)
  if (!speaker || speaker === 'several') return undefined
  const confidence = confidenceOf('colon', false)
  return { source, speaker, pattern: 'colon', isPronoun: false, isDirect: true, confidence }
}

/** How many sentences back a pronoun may reach, within its paragraph and to a speaker before it. */
const REACH = 3
const REACH_OF_SPEAKER = 5

/** Whom a pronoun means: who spoke in the sentence before, or the one person named there; else the speaker before. */
function antecedentOf(
  document: ReadDocument,
  site: QuotationSite,
  cue: Span | undefined,
  all: readonly Attributed[],
): Entity | undefined {
  if (site.turn) return undefined
  const found = antecedentIn(document, site.begins, all)
  const patterns = reportPatterns(document.reportWords)
  return found && cue && isOfOtherGender(patterns, site.text, cue, found.name) ? undefined : found
}

function antecedentIn(
  { sentences, reports }: ReadDocument,
  { index, block }: PlacedSentence,
  all: readonly Attributed[],
): Entity | undefined {
  for (let k = index - 1; k >= Math.max(0, index - REACH) && sentences[k]?.block === block; k--) {
    const spoken = lastSpoken(all, k)
    if (spoken?.sentence === k) return spoken.speaker
    const named = reports.about(nth(sentences, k))
    if (named !== undefined) return named === 'several' ? undefined : named
  }
  return lastSpoken(all, index - REACH_OF_SPEAKER)?.speaker
}

/** At most this many quotations are searched for a speaker. */
const LOOKED_THROUGH = 50

/** The last quotation with a speaker that does not begin before a sentence. */
function lastSpoken(all: readonly Attributed[], sentence: number): Quote | undefined {
  const quote = all
    .slice(-LOOKED_THROUGH)
    .findLast(({ quote: { speaker, sentence: own } }) => speaker || own < sentence)?.quote
  return quote && quote.sentence >= sentence ? quote : undefined
}

function isWhole({ text, quotation: { start, inner } }: QuotationSite): boolean {
  const words = text.slice(inner.start, inner.end)
  return (
    words.split(/\s+/).length > 5 ||
    /[:]\s*$/.test(text.slice(Math.max(0, start - 4), start)) ||
    (/\p{Lu}/u.test(words.charAt(0)) && /[.!?…]$/.test(words))
  )
}
