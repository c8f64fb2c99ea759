import { nth } from '../../../core/nth.ts'
import type { ReportComplement } from '../../../languages/quotation-words.ts'
import { type Complement, complementAt } from '../../grammar/complements.ts'
import { isModifier, isNominal, type Phrase, phraseStartingAt } from '../../grammar/noun-phrases.ts'
import { LONGEST_SENTENCE, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import { type Subject, subjectOf } from '../../grammar/subjects.ts'
import { outletNamed } from '../../names/organizations.ts'
import { clauseAfter, topicFrom, trimSigns } from './report-content.ts'
import {
  type Frames,
  framesAfterBe,
  framesOf,
  type Grade,
  isInFrames,
  isSecondWord,
  takesSecondWord,
} from './report-frames.ts'

/** A verb in a frame that reports: whose it is (nobody's in `is expected to`), what it reports, and how surely. */
export type FramedReport = {
  readonly at: number
  readonly last: number
  readonly subject?: Subject
  readonly content: Phrase
  readonly grade: Grade
  /** The content names what was spoken of, and is not what was said of it. */
  readonly isTopic: boolean
}

/** Whom a frame takes as its subject only in the writer's voice: `we believe`. */
const WRITER = /^(?:i|we|you|me|us|it|that|this|these|those|which|what|there|them|him)$/
const OUTLET_NOUN = /^(?:agency|newspaper|paper|broadcaster|channel|magazine|website|site|News|Times|Post|Mail)$/
const BE = /^(?:is|are|was|were|be|been|being|get|gets|got|'re|'m)$/

/** The report that the verb at `at` makes by its frame, if it does. */
export function framedReport(sentence: ParsedSentence, at: number): FramedReport | undefined {
  const { tokens } = sentence
  const token = nth(tokens, at)
  if (token.isQuoted || !isInFrames(token.lower) || tokens.length > LONGEST_SENTENCE || !mayBeVerb(tokens, at))
    return undefined
  const second = takesSecondWord(token.lower) ? secondWord(tokens, at) : undefined
  const ofBoth = second === undefined ? undefined : framesOf(token.lower, nth(tokens, second).lower)
  const last = ofBoth ? (second as number) : at
  const complement = complementAt(tokens, last + 1)
  const isAfterBe = isPassive(tokens, at)
  const stative = isAfterBe ? framesAfterBe(token.lower) : undefined
  const frames = ofBoth ?? (stative?.has(complement.kind) ? stative : framesOf(token.lower))
  if (!frames) return undefined
  if (isAfterBe && frames !== stative) return passive(sentence, at, complement, frames)
  const kind = frames.has('clause') && complement.kind === 'clause' ? 'clause' : kindOf(tokens, complement)
  // A verb that takes no clause has a noun phrase with a clause in it: `criticized what he did`.
  const frame =
    frames.get(kind) ?? (/^(?:topic as|topic named|topic spoken|clause)$/.test(kind) ? frames.get('topic') : undefined)
  if (!frame) return undefined
  if (isUnreal(tokens, at) && complement.kind === 'topic') return undefined
  const subject = subjectOf(sentence, at)
  const head = subject && nth(tokens, subject.last).lower
  if (!head || WRITER.test(head) || !/\p{L}/u.test(head)) return undefined
  if (frame.by === 'outlet' && !isOutlet(tokens, subject)) return undefined
  const content = trimSigns(
    tokens,
    /^(?:that|clause|question|to)$/.test(complement.kind)
      ? { first: complement.first, last: clauseAfter(sentence, last).last }
      : topicFrom(tokens, complement.first),
  )
  return (
    content && {
      at,
      last,
      subject,
      content,
      grade: frame.grade,
      isTopic: frame.isTopic || isNegated(tokens, at) || isRefused(tokens, at),
    }
  )
}

/** `the BBC`, `The Leeds Post`, `our newspaper`. */
function isOutlet(tokens: readonly Token[], { first, last }: Phrase): boolean {
  const words = tokens.slice(first, last + 1).map(({ text }) => text)
  return OUTLET_NOUN.test(words.at(-1) ?? '') || outletNamed(words.join(' ')) !== undefined
}

/** The word that belongs to the verb, right after it or after `it`: `made it clear`. */
function secondWord(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at + 1; next <= at + 3; next++) {
    const token = tokens[next]
    if (!token || token.isQuoted) return undefined
    if (isSecondWord(token.lower)) return next
    if (token.pos !== 'ADV' && !/^(?:it|this)$/.test(token.lower)) return undefined
  }
  return undefined
}

/** Tagged as a verb or taken for an adjective; `Roe hopes to`, `Roe hopes that`: taken for a plural. */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const { pos, lower } = nth(tokens, at)
  if (/^(?:VERB|ADJ|AUX)$/.test(pos)) return true
  const follows = /^(?:PROPN|PRON)$/.test(tokens[at - 1]?.pos ?? '')
  return pos === 'NOUN' && follows && lower.endsWith('s') && /^(?:to|that|for)$/.test(tokens[at + 1]?.lower ?? '')
}

/**
 * `was told`, `has been widely criticized`, `Asked about it, …`: its subject is not who speaks. `He's said` is none.
 */
export function isPassive(tokens: readonly Token[], at: number): boolean {
  const { lower } = nth(tokens, at)
  const helper = helperOf(tokens, at)
  if (lower === 'asked' && (at === 0 || /^when(?:ever)?$/.test(helper))) return true
  return BE.test(helper) && !lower.endsWith('ing')
}

/** `did not say`, `never said`: the words that follow are not what was said. */
export function isNegated(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (/^(?:ADV|AUX|PART)$/.test(tokens[before]?.pos ?? '')) {
    if (/^(?:not|n't|never)$/.test(nth(tokens, before).lower)) return true
    before--
  }
  return false
}

/** `declined to discuss` */
function isRefused(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' && /^(?:declin|refus)(?:e|es|ed|ing)$/.test(tokens[at - 2]?.lower ?? '')
}

/** `to criticize`, `would criticize`: nobody did. */
function isUnreal(tokens: readonly Token[], at: number): boolean {
  return /^(?:to|will|would|could|should|might|may|must|can)$/.test(helperOf(tokens, at))
}

/** The auxiliary before a verb, or `to`, adverbs and `not` skipped; lower case. */
function helperOf(tokens: readonly Token[], at: number): string {
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || /^(?:not|n't|widely|also)$/.test(tokens[before]?.lower ?? '')) before--
  return tokens[before]?.lower ?? ''
}

function kindOf(tokens: readonly Token[], { kind, first }: Complement): ReportComplement {
  if (kind !== 'topic' && kind !== 'clause') return kind
  if (isOfSpeech(tokens, first)) return 'topic spoken'
  for (let at = first + 1; at < tokens.length && at < first + 9; at++) {
    const token = nth(tokens, at)
    if (token.lower === 'as' && !token.isQuoted) return 'topic as'
    if (/^an?$/.test(token.lower) && isNominal(nth(tokens, at - 1))) return 'topic named'
    if (token.pos === 'VERB' || token.pos === 'AUX' || /^[,.;:]$/.test(token.text)) break
  }
  return kind
}

const OF_SPEECH =
  /^(?:statements?|speech|speeches|remarks?|comments?|claims?|case|arguments?|accusations?|criticisms?|warnings?|apology|promises?|pledges?|concerns?|doubts?|questions?|endorsements?|hopes?|praise|objections?|threats?|announcements?|references?|allegations?|suggestions?|demands?|requests?|appeals?|pleas?|messages?|opinions?|advice|explanations?|response|assurances?|outrage|fears?|jokes?|complaints?|charges?|tweets?|letters?|rebuke|calls?|memo|assessment|verdict|prediction|argument)$/

/** The head of the noun phrase is a word for speech: `a long statement`. */
function isOfSpeech(tokens: readonly Token[], first: number): boolean {
  let head = first
  while (head + 1 < tokens.length && head < first + 6 && isModifier(nth(tokens, head + 1))) head++
  return OF_SPEECH.test(nth(tokens, head).lower)
}

function passive(
  sentence: ParsedSentence,
  at: number,
  { kind, first }: Complement,
  frames: Frames,
): FramedReport | undefined {
  const { tokens } = sentence
  const frame = frames.get(`passive ${kind}` as ReportComplement)
  if (!frame) return undefined
  const patient = subjectOf(sentence, at)
  if (kind === 'by') {
    const subject = phraseStartingAt(tokens, first)
    return subject && patient
      ? { at, last: at, subject, content: patient, grade: frame.grade, isTopic: true }
      : undefined
  }
  const content = trimSigns(tokens, topicFrom(tokens, first))
  return content && { at, last: at, content, grade: frame.grade, isTopic: frame.isTopic }
}
