import { nth } from '../../../core/nth.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { isModifier, type Phrase } from '../../grammar/noun-phrases.ts'
import { cueOf, type ParsedSentence, type Token } from '../../grammar/parse.ts'

const SPEAKS_TO = /^(?:told|tells?|telling|assured|informed|reminded|warned|asked|urged)$/

/** The clause that a speech verb reports: up to the end of the sentence or the next report. */
export function clauseAfter(sentence: ParsedSentence, at: number): Phrase {
  return beforeNextCue(sentence, complementOf(sentence.tokens, at))
}

function complementOf(tokens: readonly Token[], at: number): Phrase {
  let first = at + 1
  const last = tokens.length - 1
  if (SPEAKS_TO.test(nth(tokens, at).lower)) first = pastAddressee(tokens, first)
  // `said on Monday, in an interview with X, that …`
  const that = tokens.findIndex((_, i) => i >= first && i < first + 14 && opensClause(tokens, i, first))
  const isPlain =
    that > 0 &&
    !tokens.slice(first, that).some(({ pos, isQuoted, text }) => pos === 'VERB' || isQuoted || /^[–—]$/.test(text))
  return { first: isPlain ? that : pastSetting(tokens, first), last }
}

/**
 * `that` before what is said; in `a bill that would …`, `against criticism that …`, `so that …` it says what a noun or verb is, and in `that
 * attack` which one.
 */
export function opensClause(tokens: readonly Token[], at: number, first: number): boolean {
  const { lower, pos } = nth(tokens, at)
  if (lower !== 'that' || (pos === 'DET' && !opensSubject(tokens, at + 1))) return false
  let next = at + 1
  while (tokens[next]?.pos === 'ADV') next++
  const isVerb = isFiniteVerb(tokens[next])
  const before = at > first ? tokens[at - 1] : undefined
  // `reported on Monday that warnings had come`: a noun that is tagged as a verb
  const mayBeNoun = before !== undefined && isTime(before) && tokens[next]?.pos !== 'AUX'
  if (before && ((isVerb && !mayBeNoun) || before.lower === 'so')) return false
  if (at > first && tokens[at - 1]?.pos === 'NOUN' && isWithinObject(tokens, at - 1, first)) return false
  const isPlural = /[^s]s$/.test(tokens[next]?.lower ?? '')
  return isVerb || isPlural || tokens[next]?.pos !== 'NOUN' || hasVerb(tokens, next)
}

/** A name, or a noun phrase with a verb right behind it: `that`, taken for an article, opens a clause. */
function opensSubject(tokens: readonly Token[], from: number): boolean {
  if (/^(?:PROPN|PRON|DET)$/.test(tokens[from]?.pos ?? '')) return true
  let at = from
  while (/^(?:NOUN|ADJ)$/.test(tokens[at]?.pos ?? '')) at++
  return at > from && isFiniteVerb(tokens[at])
}

/** `defended it against criticism that …`: what others say. */
function isWithinObject(tokens: readonly Token[], noun: number, first: number): boolean {
  if (!OTHERS_SAY.test(nth(tokens, noun).lower)) return false
  return tokens.slice(first, noun).some(({ lower }) => /^(?:against|on|over|to|from|by|despite|of)$/.test(lower))
}

const OTHERS_SAY =
  /^(?:criticisms?|claims?|assertions?|allegations?|accusations?|suggestions?|charges?|complaints?|notions?|ideas?|rumou?rs?|speculation|theory|reports?)$/

/** A finite verb before the next sign or relative pronoun. */
function hasVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < tokens.length; at++) {
    const { lower, text, isQuoted } = nth(tokens, at)
    if (/^(?:[.;:]|[–—])$/.test(text) || /^(?:who|which|whom|whose|where|when)$/.test(lower)) return false
    if (isQuoted || (isFiniteVerb(tokens[at]) && tokens[at - 1]?.lower !== 'to')) return true
  }
  return false
}

/** `said on Monday, in a letter to the mayor, the plan …`: where and when it was said isn't part of it. */
function pastSetting(tokens: readonly Token[], from: number): number {
  if (!/^(?:in|on|at|during|after|via|through|to)$/.test(tokens[from]?.lower ?? '')) return from
  for (let at = from + 1; at < from + 14 && at < tokens.length; at++) {
    const { text, pos, isQuoted } = nth(tokens, at)
    if (isQuoted || pos === 'VERB' || pos === 'AUX') return from
    if (text === ',') return at + 1
  }
  return from
}

function pastAddressee(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < tokens.length) {
    const token = nth(tokens, at)
    if (!(isModifier(token) || token.pos === 'PRON') || token.isQuoted || token.lower === 'that') break
    at++
  }
  const next = tokens[at]
  return next && (/^(?:that|,|:)$/.test(next.lower) || next.pos === 'ADP' || next.pos === 'MARK') ? at : from
}

/** The complement ends where another report begins after `from`: `…, adding`, `… and said`. */
export function beforeNextCue(sentence: ParsedSentence, { first, last }: Phrase, from = first): Phrase {
  const { tokens } = sentence
  for (let at = from + 2; at < last; at++) {
    const token = nth(tokens, at)
    const cue = token.isQuoted ? undefined : cueOf(sentence, token)
    if (!cue) continue
    const before = nth(tokens, at - 1)
    const before2 = nth(tokens, at - 2)
    if (cue.isParticiple) {
      if (before.text === ',' && !isWithinSubject(tokens, first, at)) return { first, last: at - 2 }
      continue
    }
    if (cue.strength < 2 || token.pos !== 'VERB') continue
    if (/^(?:and|but)$/.test(before.lower)) return { first, last: before2.text === ',' ? at - 3 : at - 2 }
    if (/^(?:he|she|they|who)$/.test(before.lower) && /^(?:and|but)$/.test(before2.lower))
      return { first, last: at - 3 }
    const join = beforeSubject(tokens, at)
    if (join > first + 1) return { first, last: join - 2 }
  }
  return { first, last }
}

/** The place of `and` in `…, and officials told the paper`: another’s report; -1 where there is none. */
function beforeSubject(tokens: readonly Token[], verb: number): number {
  let at = verb - 1
  while (at > 0 && /^(?:PROPN|NOUN|DET|ADJ)$/.test(tokens[at]?.pos ?? '') && !tokens[at]?.isQuoted) at--
  const isJoined = at < verb - 1 && /^(?:and|but|while)$/.test(nth(tokens, at).lower) && tokens[at - 1]?.text === ','
  return isJoined ? at : -1
}

/** `the toll, ranking among the worst, was …`: no verb before, and the one of the clause behind. */
function isWithinSubject(tokens: readonly Token[], first: number, participle: number): boolean {
  if (tokens.slice(first, participle).some((token) => token.isQuoted || isFiniteVerb(token))) return false
  return tokens.some(({ text }, at) => at > participle && text === ',' && isFiniteVerb(tokens[at + 1]))
}

function isFiniteVerb(token: Token | undefined): boolean {
  return token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.lower.endsWith('ing'))
}

/** Words that end what is spoken of: `criticized the plan when …`. */
const ENDS_TOPIC = /^(?:while|when|after|because|before|although|though|but|if|saying|since|until|unless)$/

/** What is spoken of, from `first`: up to a comma, a clause of time or reason, or `and` with a verb of its own. */
export function topicFrom(tokens: readonly Token[], first: number): Phrase {
  let at = first
  for (; at < tokens.length; at++) {
    const token = nth(tokens, at)
    if (token.isQuoted) continue
    if (/^(?:[,;:()]|[–—]|--)$/.test(token.text)) break
    if (at > first && ENDS_TOPIC.test(token.lower)) break
    if (token.lower === 'and' && isVerbSoon(tokens, at + 1)) break
  }
  return { first, last: at - 1 }
}

function isVerbSoon(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (tokens[at]?.pos === 'ADV') at++
  const token = tokens[at]
  return token !== undefined && !token.isQuoted && /^(?:VERB|AUX)$/.test(token.pos) && !token.lower.endsWith('ing')
}

/** Without the commas and stops at its ends; none when a single word or nothing is left. */
export function trimSigns(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let { first, last } = phrase
  while (first <= last && /^[,:;]$/.test(nth(tokens, first).text)) first++
  while (last >= first && /^[,;.!?–—-]$/.test(nth(tokens, last).text)) last--
  return last >= first ? { first, last } : undefined
}
