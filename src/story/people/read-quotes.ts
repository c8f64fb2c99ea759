import { foldName } from '../../core/names/name-spelling.ts'
import type { Quote } from '../../core/quote.ts'
import { contains, overlaps, type Span } from '../../core/span.ts'
import type { MemberText } from '../story-text.ts'
import { wordsOf } from '../words.ts'

const minOwnWords = 3
const minReportedWords = 4
/** Reported speech less sure than this is left out: on real stories (lab/eval/editor), one in six was another's or no statement. */
const reportedFloor = 0.75
/** The same for a clause with words between marks in it. */
const markedFloor = 0.55
/** A quotation that fills this share of its reported clause replaces it. */
const mostOfClause = 0.6

/**
 * A document's quotations for the ledger, in order of place. Overlapping findings become one: a direct quotation replaces the reported
 * clause it fills; a clause replaces a fragment quoted in it, as `mixed`. Left out are fragments of one or two words, reported pieces that
 * only introduce a quotation (`on Monday`), bare topics (`criticized the plan`), words that the reporter says were not said, and what the
 * author asks in an interview. A clause that is true only together with its verb (`denied that …`) is shown with the verb. A reader's
 * correction overrides findings around or inside it.
 */
export function readQuotes(text: MemberText): Quote[] {
  const quotes = text.quotes.filter(
    (quote) => quote.span.end <= text.input.document.text.length && !isOfAuthor(quote, text),
  )
  const own = quotes.filter((quote) => quote.kind !== 'indirect' && !quote.isTopic)
  const isSure = ({ confidence, span }: Quote) =>
    confidence >= reportedFloor || (confidence >= markedFloor && own.some((quote) => contains(span, quote.span)))
  const clauses = innermost(quotes.filter((quote) => quote.kind === 'indirect' && !quote.isTopic && isSure(quote)))
  const framed = clauses.flatMap((clause) => {
    const inside = own.filter((quote) => contains(clause.span, quote.span))
    if (isLabel(clause))
      return [{ ...withoutLeadIn(clause, text), kind: inside.length > 0 ? 'mixed' : 'indirect' } as const]
    if (inside.some(isLabel)) return []
    if (inside.length > 0)
      return isFilledBy(clause, inside, text) ? [] : [{ ...withoutLeadIn(clause, text), kind: 'mixed' as const }]
    return own.some((quote) => overlaps(quote.span, clause.span) || hasSameCue(quote, clause))
      ? []
      : [withoutLeadIn(clause, text)]
  })
  const alone = own.filter((quote) => !framed.some((clause) => contains(clause.span, quote.span)))
  return [...alone, ...framed]
    .filter((quote) => isLongEnough(quote, text) && isClause(quote, text) && !isBesideSaying(quote, text))
    .sort((a, b) => a.span.start - b.span.start)
}

/**
 * The innermost of nested clauses, because an outer one begins with words that are not the speaker's. If A says that B, or nobody
 * known, said something, it stays A's statement.
 */
function innermost(clauses: readonly Quote[]): Quote[] {
  const isWithin = (inner: Quote, outer: Quote) =>
    inner !== outer && contains(outer.span, inner.span) && lengthOf(inner.span) < lengthOf(outer.span)
  const isOfAnother = ({ speaker: inner }: Quote, { speaker: outer }: Quote) =>
    outer !== undefined && outer.id !== inner?.id
  const firstHand = clauses.filter(
    (clause) => isLabel(clause) || !clauses.some((outer) => isWithin(clause, outer) && isOfAnother(clause, outer)),
  )
  return firstHand.filter((clause) => isLabel(clause) || !firstHand.some((inner) => isWithin(inner, clause)))
}

/** `ADA NORTH: What did you see?` in an interview by Ada North. */
function isOfAuthor({ pattern, source }: Quote, { input: { document, article } }: MemberText): boolean {
  if (pattern !== 'colon' || !source) return false
  const label = foldName(document.text.slice(source.start, source.end))
  return article.authors.some((author) => foldName(author) === label)
}

/** True if a reader corrected the quotation. */
function isLabel({ pattern }: Quote): boolean {
  return pattern === 'label'
}

function isFilledBy(clause: Quote, inside: readonly Quote[], text: MemberText): boolean {
  const words = inside.reduce((sum, quote) => sum + wordCount(quote.span, text), 0)
  return words >= mostOfClause * wordCount(clause.span, text)
}

function hasSameCue(a: Quote, b: Quote): boolean {
  return a.cue !== undefined && b.cue !== undefined && a.cue.start === b.cue.start
}

/** Verbs without which a reported statement says something else: `denied that …`, `doubted that …`, `joked that …`. */
const REVERSING_VERBS =
  /^(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|question(?:s|ed|ing)?|hop(?:e|es|ed|ing)|fear(?:s|ed|ing)?|jok(?:e|es|ed|ing)|quip(?:s|ped|ping)?|pretend(?:s|ed|ing)?|imagin(?:e|es|ed|ing)|wish(?:es|ed|ing)?|suspect(?:s|ed|ing)?|speculat(?:e|es|ed|ing)|wonder(?:s|ed|ing)?|suggest(?:s|ed|ing)?|hint(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|believ(?:e|es|ed|ing)|think(?:s|ing)?|thought)$/i

/** `After Ms Roe announced …, Mr Poe called it “…”`: what is told by the way is seldom what was said, unless it was `said`. */
const WITHIN_CLAUSE = /(?:^|\s)(?:after|before|if|when|that|unless|whether)\s+$/i
const PLAINLY = /^(?:sa(?:id|ys?)|t(?:old|ells?))$/i
/** `painted “…” on the wall`, `proposed a “…” tax`, `saw it as “…”`: verbs of doing, seeing and holding beside a few quoted words. */
const OF_DOING =
  /^(?:bill|calculat|cast|cit|commit|compar|consider|decid|demonstrat|detail|expect|feel|felt|find|found|fram|greet|hear|invok|kn[eo]w|learn|offer|order|outlin|paint|propos|prov|quot|rank|rat|read|regard|saw|see|show|speak|spoke|understand|understood|view|want)/i

/** Whether words that are not quoted whole are told by the way, or beside what their subject did: on real stories every third was wrong. */
function isBesideSaying({ kind, pattern, source, cue }: Quote, { language, input }: MemberText): boolean {
  if (language !== 'en' || kind === 'direct' || pattern !== 'cue-left' || !source || !cue) return false
  const { text } = input.document
  const verb = text.slice(cue.start, cue.end)
  const isWithin = WITHIN_CLAUSE.test(text.slice(Math.max(0, source.start - 12), source.start))
  return (isWithin && !PLAINLY.test(verb)) || (kind === 'mixed' && OF_DOING.test(verb))
}

/** Nothing, or what such a verb refers to: `rejected the claim that …`, `denied a report that …`. */
const REFERRED_CLAIM =
  /^\s*(?:(?:the|a|an|any|all|such|these|those|her|his|their|its)\s+)?(?:[\p{L}’'-]+\s+){0,2}?(?:claims?|allegations?|accusations?|suggestions?|reports?|rumou?rs?|ideas?|notions?|assertions?|charges?|view|speculation|talk|criticism|arguments?)?(?:\s+(?:from|by|of)\s+[^,.;:"“]{2,40})?\s*$/iu

/** `criticized claims [that …]`: what others say. */
const OTHERS_CLAIM =
  /^[^,.;:"“]{0,40}\b(?:claims|allegations|accusations|suggestions|rumou?rs|notions|assertions|speculation|the (?:claim|allegation|accusation|suggestion|notion|idea))\s*(?:that\s*)?$/iu

/**
 * Removes what leads up to a reported clause from its span: `that`, `reporters that`, `on social media that`. A verb that reverses the
 * statement is included.
 */
function withoutLeadIn(quote: Quote, text: MemberText): Quote {
  const { cue, span } = quote
  const said = text.input.document.text
  const between = cue ? said.slice(cue.end, Math.max(cue.end, span.start)) : ''
  const isReversed = cue && REVERSING_VERBS.test(said.slice(cue.start, cue.end)) && REFERRED_CLAIM.test(between)
  if (cue && (isReversed || OTHERS_CLAIM.test(between))) return { ...quote, span: { start: cue.start, end: span.end } }
  const words = text.input.document.text.slice(quote.span.start, quote.span.end)
  const lead =
    /^(?:(?:on|in|to|at|via|through|during|for)\b[^,.;:"“‘]{0,60}?\bthat\s+|(?:reporters|journalists|lawmakers|parliament|them|him|her)\b[^,.;:"“‘]{0,60}?\bthat\s+|that,?\s+(?!(?:was|is|would|will|had|has|could|can|may|might|should|does|did)\b)|:\s*|,\s*)/i.exec(
      words,
    )
  return lead ? { ...quote, span: { start: quote.span.start + lead[0].length, end: quote.span.end } } : quote
}

/** `retweeted a message [that said: “…”]`: the message says it. */
const OF_A_THING = /^that (?:said|says|say|read|reads|stated|states)\b\s*[:,]?\s*["“‘']/i

/** False for pieces that lead up to a quotation or break off: `Speaking on the radio, … but`. */
function isClause(quote: Quote, text: MemberText): boolean {
  if (quote.kind === 'direct') return true
  const words = text.input.document.text.slice(quote.span.start, quote.span.end)
  if (OF_A_THING.test(words)) return false
  return !/^(?:speaking|writing|asked|appearing|posting|citing|responding|quoting|no and|yes and)\b|\b(?:but|and|or|while|when|because)\s*$/i.test(
    words,
  )
}

function isLongEnough(quote: Quote, text: MemberText): boolean {
  return wordCount(quote.span, text) >= (quote.kind === 'indirect' ? minReportedWords : minOwnWords)
}

function wordCount(span: Span, text: MemberText): number {
  return wordsOf(text.input.document.text.slice(span.start, span.end)).length
}

function lengthOf(span: Span): number {
  return span.end - span.start
}
