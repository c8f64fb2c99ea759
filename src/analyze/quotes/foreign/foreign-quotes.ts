import type { Entity, Sentence } from '../../../core/annotation.ts'
import type { Document } from '../../../core/document.ts'
import type { Quote, QuotePattern } from '../../../core/quote.ts'
import type { Span } from '../../../core/span.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import { clauseBefore } from '../../grammar/clause-standing.ts'
import { isOfOtherGender } from '../../grammar/pronoun-gender.ts'
import { composedOf } from '../../sentences/composed.ts'
import { findQuotations, type Quotation } from '../../sentences/quotations.ts'
import { dialogue, type SpokenPart, spokenParts } from '../../sentences/spoken-parts.ts'
import { type Turn, turnsIn } from '../../sentences/turns.ts'
import { confidenceOf } from '../confidence.ts'
import { type Handing, handingOf, isSaidByThing } from '../others-words.ts'
import { ALLEGED_AT_MOST } from '../unsaid.ts'
import { isHisOwn } from './foreign-clauses.ts'
import { type ForeignCues, foreignCues } from './foreign-cues.ts'
import { type Report, type ReportReader, reportReader } from './foreign-speaker.ts'
import { foreignStanding } from './foreign-unsaid.ts'

/**
 * Quotations of a language we do not parse: the marks, then the report right after (`», a déclaré X`), right before
 * (`X a déclaré : «`, `قال X: «`, `selon X, «`), or speech that goes on. Nothing is guessed beyond that.
 */
export function foreignQuotes(doc: Document, sentences: readonly Sentence[]): Quote[] {
  const composed = composedOf(doc.text)
  if (!composed) return composedQuotes(doc, sentences)
  const { text, inward, outward } = composed
  const blocks = doc.blocks.map((block) => ({ ...block, ...inward(block) }))
  const inner = sentences.map((sentence) => ({ ...sentence, span: inward(sentence.span) }))
  return composedQuotes({ ...doc, text, blocks }, inner).map((quote) => ({
    ...quote,
    span: outward(quote.span),
    ...(quote.cue ? { cue: outward(quote.cue) } : {}),
    ...(quote.source ? { source: outward(quote.source) } : {}),
  }))
}

/** The same for a text whose accents are one sign with their letters, as the tables have them. */
function composedQuotes(doc: Document, sentences: readonly Sentence[]): Quote[] {
  const cues = foreignCues(doc.language)
  return cues ? reportedQuotes(doc, sentences, cues) : unreportedQuotes(doc, sentences)
}

/** Quotations of a language of which we know no report: nobody's, as far as we can tell. */
function unreportedQuotes(doc: Document, sentences: readonly Sentence[]): Quote[] {
  const marked = findQuotations(doc.text, doc.blocks).filter(({ isNested }) => !isNested)
  return marked.map(({ inner }) => unowned(inner, sentenceAt(sentences, inner.start)))
}

function unowned(span: Span, sentence: number): Quote {
  return { span, sentence, kind: 'mixed', pattern: 'none', confidence: 0 }
}

function reportedQuotes(doc: Document, sentences: readonly Sentence[], cues: ForeignCues): Quote[] {
  const dashed = dialogue(doc.text, doc.blocks, cues)
  const isDashed = new Set(dashed.map(({ quotation }) => quotation.block))
  const marked = findQuotations(doc.text, doc.blocks).filter(({ isNested, block }) => !isNested && !isDashed.has(block))
  const parts = [...spokenParts(doc.text, marked, cues), ...dashed].sort(
    (a, b) => a.quotation.start - b.quotation.start || a.quotation.end - b.quotation.end,
  )
  const reader = reportReader(doc.text, doc.language, cues)
  const turns = turnsIn(doc.text, doc.blocks)
  const found: Quote[] = []
  const indexById = new Map<number, number>()
  parts.forEach((part, i) => {
    const { quotation } = part
    const index = sentenceAt(sentences, quotation.inner.start)
    const last = sentenceAt(sentences, quotation.end - 1)
    found.push(
      quoteAt({
        doc,
        part,
        previous: parts[i - 1],
        earlier: parts[i - 2],
        next: parts[i + 1],
        sentences,
        index,
        last,
        reader,
        turn: turns.get(quotation.block),
        found,
        indexById,
      }),
    )
    indexById.set(quotation.id, found.length - 1)
  })
  return found
}

/** Index of the last sentence that does not begin after an offset. */
function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let [low, high] = [0, sentences.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sentences[middle] as Sentence).span.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

type Site = {
  readonly doc: Document
  readonly part: SpokenPart
  readonly previous: SpokenPart | undefined
  readonly earlier: SpokenPart | undefined
  readonly next: SpokenPart | undefined
  readonly sentences: readonly Sentence[]
  /** The sentences in which the quotation begins and ends. */
  readonly index: number
  readonly last: number
  readonly reader: ReportReader
  readonly turn: Turn | undefined
  readonly found: readonly Quote[]
  readonly indexById: ReadonlyMap<number, number>
}

function quoteAt(site: Site): Quote {
  const { part, doc, index } = site
  const { quotation } = part
  const base = { span: quotation.inner, sentence: index }
  const none = unowned(quotation.inner, index)
  const ours = site.previous?.quotation.id === quotation.id && site.previous.aside !== undefined
  if (ours) return runOn(site, base) ?? none
  const handing = handingIn(site)
  if (isThing(doc.text, quotation) || handing === 'held') return none
  const standing = foreignStanding(doc.language, { lead: leadOf(site), rest: restOf(site) })
  if (standing === 'unsaid') return { ...none, isTopic: true }
  const quote = spokenQuote(site, base) ?? none
  const isDoubtful = isHisOwn(leadOf(site), doc.text.slice(quotation.inner.start, quotation.inner.end))
  return standing === 'alleged' || handing === 'quoted' || isDoubtful
    ? { ...quote, confidence: Math.min(quote.confidence, ALLEGED_AT_MOST) }
    : quote
}

/** Another's words, which somebody quotes, got or holds up; who says them behind the quotation has made them their own. */
function handingIn(site: Site): Handing | undefined {
  const language = primaryLanguage(site.doc.language)
  if (reportAfter(site)) return undefined
  const lead = leadOf(site)
  return handingOf(language, clauseBefore(language, lead)) ?? (isSaidByThing(language, lead) ? 'quoted' : undefined)
}

/** A quotation with whoever the words around it, or those before, say it is by. */
function spokenQuote(site: Site, base: Base): Quote | undefined {
  const { found } = site
  const before = reportBefore(site)
  const last = found.at(-1)
  // `», a dit X, et Y : «`: what told of the quotation before tells of that
  const isSame = before?.report.cue !== undefined && before.report.cue.start === last?.cue?.start
  if (before && before.pattern === 'colon' && before.report.subject.kind !== 'nobody' && !isSame && !isToldToMe(site))
    return reported(site, base, before)
  const after = reportAfter(site)
  if (isToldToMe(site)) return after && reported(site, base, after)
  const isTold = before?.report.subject.kind === 'person' && after?.report.subject.kind === 'nobody'
  if (after && !isTold) return reported(site, base, after)
  if (before && !isSame) return reported(site, base, before)
  const goingOn = (isInterrupted(site) || isNextSentence(site) ? runOn(site, base) : undefined) ?? goesOn(site, base)
  return goingOn ?? signed(site, base)
}

/**
 * `« … » — Jeanne Roux (@roux)`: the name behind a dash, where a quotation begins its paragraph. Otherwise than in English
 * (`nameAfterDash`) a hyphen is none, and a dash that begins the next paragraph is somebody else's turn.
 */
function signed({ part, doc, reader }: Site, base: Base): Quote | undefined {
  const { start, end, block } = part.quotation
  const around = doc.blocks[block]
  if (!around || around.start !== start) return undefined
  const match = /^\s*[―—–]\s?(?<name>\p{Lu}[\p{L}\p{M} .'’-]{2,60})/u.exec(
    doc.text.slice(end, Math.min(around.end, end + 80)),
  )
  if (!match?.groups?.name) return undefined
  const from = end + match[0].length - match.groups.name.length
  const source = { start: from, end: from + match.groups.name.trimEnd().length }
  const speaker = reader.about(source)
  if (!speaker || speaker === 'several') return undefined
  return { ...base, kind: 'direct', source, speaker, pattern: 'colon', confidence: confidenceOf('colon', false) }
}

/** The words of its sentence that lead to a quotation. */
function leadOf({ doc, part, previous, sentences, index }: Site): string {
  const { start: end } = part.quotation
  const start = Math.max(sentences[index]?.span.start ?? end, previous?.quotation.end ?? 0, end - FARTHEST)
  return start < end ? doc.text.slice(start, end) : ''
}

/** The words of its sentence behind a quotation, up to the next one. */
function restOf({ doc, part, next, sentences, last }: Site): string {
  const { end } = part.quotation
  const limit = Math.min(sentences[last]?.span.end ?? end, next?.quotation.start ?? doc.text.length, end + FARTHEST)
  return limit > end ? doc.text.slice(end, limit) : ''
}

type Placed = { readonly report: Report; readonly pattern: QuotePattern }
type Base = { readonly span: Span; readonly sentence: number }

function reported(site: Site, base: Base, { report, pattern }: Placed): Quote {
  const { subject, cue } = report
  const speaker =
    subject.kind === 'person' ? subject.speaker : subject.kind === 'earlier' ? antecedentOf(site, cue) : undefined
  const source = subject.kind === 'earlier' ? undefined : subject.source
  return {
    ...base,
    kind: isWhole(site.doc.text, site.part.quotation) ? 'direct' : 'mixed',
    ...(cue ? { cue } : {}),
    ...(source ? { source } : {}),
    ...(speaker ? { speaker } : {}),
    pattern: cue || speaker ? pattern : 'none',
    confidence: speaker ? confidenceOf(pattern, subject.kind === 'earlier') : 0,
  }
}

/** No report lies further from its quotation than this. */
const FARTHEST = 240

/** The clause right behind a quotation, in the sentence that the quotation ends in. */
function reportAfter(site: Site): Placed | undefined {
  const { doc, part, next, sentences, last, reader } = site
  const { end } = part.quotation
  const limit = part.aside ?? Math.min(sentences[last]?.span.end ?? end, next?.quotation.start ?? doc.text.length)
  const report = limit > end ? reader.after({ start: end, end: Math.min(limit, end + FARTHEST) }) : undefined
  // `Der Werbespruch, „…“, brachte X zum Lachen`: beside a noun it is no speech that any verb may report
  const isBesideNoun = report?.isByShape && /\p{L}[^:]*,\s*$/u.test(leadOf(site))
  return report && !isBesideNoun ? { report, pattern: 'cue-right' } : undefined
}

/** `Roux : « Non », m’a dit le maire`: in a turn of a conversation another's words are told. */
function isToldToMe(site: Site): boolean {
  return site.turn !== undefined && TOLD_TO_ME.test(restOf(site))
}

const TOLD_TO_ME =
  /^[\s,–—-]{0,4}(?:m['’](?:a|ont|avait)|me|nous|nos)(?!\p{L})|(?<!\p{L})(?:zu|gegenüber|sagten?) (?:mir|uns)(?!\p{L})/u

/** In a turn who speaks says it only where it says *I*. */
const I_SAY = /(?<!\p{L})(?:je|yo|ich|eu|io)(?!\p{L})|(?<!\p{L})j['’]/iu

/** The clause before a quotation: from the start of its sentence, or from the quotation before; one that is nobody's words is no bound. */
function reportBefore(site: Site): Placed | undefined {
  const { doc, part, previous, earlier, sentences, index, reader, found, turn } = site
  const { start: end } = part.quotation
  const isOther = turn !== undefined && turn.from < end && !I_SAY.test(leadOf(site))
  const sentence = Math.max(sentences[index]?.span.start ?? end, isOther ? turn.from : 0)
  const bound = found.at(-1)?.pattern === 'none' ? earlier : previous
  const start = Math.max(sentence, bound?.quotation.end ?? 0, end - FARTHEST)
  if (start >= end) return undefined
  const report = reader.before({ start, end })
  return report && { report, pattern: /:\s*$/.test(doc.text.slice(start, end)) ? 'colon' : 'cue-left' }
}

/** Words after which a name between marks is that of a thing. */
const BEFORE_THING =
  /(?<![\p{L}])(?:del|de la|de l['’]|du|des|le|la|les|el|los|las|dem|der|die|das|den|un|una|ein|eine|ل?صحيفة|ل?قناة|منصة|ل?جريدة|ل?مجلة|فيلم|رواية|لموقع|موقع)\s*$/iu

/** `the “Evening Post”`: few words with capitals after an article, or any after the word for a newspaper. */
function isThing(text: string, { start, inner }: Quotation): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  if (!BEFORE_THING.test(before)) return false
  const words = text.slice(inner.start, inner.end).split(/\s+/)
  return words.length <= 4 && words.every((word) => !/^[\p{Ll}¿¡]|[.!?…]$/u.test(word))
}

/** The speech of the quotation before goes on: same speaker. */
function runOn({ found }: Site, base: Base): Quote | undefined {
  const before = found.at(-1)
  if (!before?.speaker) return undefined
  const { source, speaker } = before
  return {
    ...base,
    kind: 'direct',
    ...(source ? { source } : {}),
    speaker,
    pattern: 'run-on',
    confidence: confidenceOf('run-on', false),
    continues: found.length - 1,
  }
}

/** `„Nein“, sagt X, „nie“`: both in one sentence, and only the report between them. */
function isInterrupted({ doc, part, previous, found, last, sentences }: Site): boolean {
  const { start } = part.quotation
  if (!previous || previous.quotation.end < (sentences[last]?.span.start ?? 0)) return false
  const cue = found.at(-1)?.cue
  return cue !== undefined && cue.start >= previous.quotation.end && /[,،—–]\s*$/.test(doc.text.slice(start - 3, start))
}

/** `„…“, sagte X. „Nie.“`: the sentence after that of the quotation before begins with this one. */
function isNextSentence({ part, previous, sentences, index }: Site): boolean {
  const { start, block } = part.quotation
  if (!previous || previous.quotation.block !== block || sentences[index]?.span.start !== start) return false
  return previous.quotation.end > (sentences[index - 1]?.span.start ?? start)
}

/** The next paragraph of a speech, or a quotation that is a paragraph of its own right after one with a speaker. */
function goesOn({ part, doc, found, indexById }: Site, base: Base): Quote | undefined {
  const { quotation } = part
  const index = quotation.continues === undefined ? undefined : indexById.get(quotation.continues)
  const from = index === undefined ? found.at(-1) : found[index]
  if (!from?.speaker) return undefined
  const block = doc.blocks[quotation.block]
  const isAlone = block && block.start === quotation.start && block.end - quotation.end <= 1
  if (index === undefined && !(isAlone && base.sentence - from.sentence <= 3)) return undefined
  const pattern = index === undefined ? 'run-on' : 'continued'
  const { source, speaker } = from
  return {
    ...base,
    kind: 'direct',
    ...(source ? { source } : {}),
    speaker,
    pattern,
    confidence: confidenceOf(pattern, false),
    continues: index ?? found.length - 1,
  }
}

/** How many sentences back a pronoun may reach, within its paragraph and to a speaker before it. */
const REACH = 3
const REACH_OF_SPEAKER = 5

/** Whom a pronoun means: who spoke in the sentence before, or the one person named there; else the speaker before. */
function antecedentOf(site: Site, cue: Span | undefined): Entity | undefined {
  if (site.turn) return undefined
  const found = antecedentIn(site)
  return found && cue && isOfOtherGender(site.doc.text, cue, found.name) ? undefined : found
}

function antecedentIn({ sentences, index, found, reader }: Site): Entity | undefined {
  const block = sentences[index]?.block
  for (let k = index - 1; k >= Math.max(0, index - REACH) && sentences[k]?.block === block; k--) {
    const { span } = sentences[k] as Sentence
    const spoken = lastSpoken(found, k)
    if (spoken?.sentence === k) return spoken.speaker
    const named = reader.about(span)
    if (named !== undefined) return named === 'several' ? undefined : named
  }
  return lastSpoken(found, index - REACH_OF_SPEAKER)?.speaker
}

/** No more quotations than this are looked through for a speaker. */
const LOOKED_THROUGH = 50

/** The last quotation with a speaker that does not begin before a sentence. */
function lastSpoken(found: readonly Quote[], sentence: number): Quote | undefined {
  for (let i = found.length - 1; i >= Math.max(0, found.length - LOOKED_THROUGH); i--) {
    const quote = found[i] as Quote
    if (quote.sentence < sentence) return undefined
    if (quote.speaker) return quote
  }
  return undefined
}

function isWhole(text: string, { start, inner }: Quotation): boolean {
  const first = text[inner.start] ?? ''
  return (
    text.slice(inner.start, inner.end).split(/\s+/).length > 5 ||
    /[:]\s*$/.test(text.slice(Math.max(0, start - 4), start)) ||
    (/\p{Lu}/u.test(first) && /[.!?…]$/.test(text.slice(inner.start, inner.end)))
  )
}
