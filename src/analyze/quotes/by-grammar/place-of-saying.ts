import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { isModifier } from '../../grammar/noun-phrases.ts'
import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import { organizationNamed, outletNamed } from '../../names/organizations.ts'
import { placeNamed } from '../../names/places.ts'
import { addresseeAt, clauseOf, namesHearers } from './addressee.ts'

const WHERE = /^(?:in|at|outside|inside|from|near|on)$/
/** Buildings and rooms. */
const VENUE =
  /^(?:court|courthouse|courtroom|parliament|airport|station|stadium|hospital|church|cathedral|mosque|synagogue|school|university|college|campus|headquarters|home|house|office|offices|embassy|palace|hall|hotel|factory|plant|museum|theatre|theater|arena|prison|steps|scene|stage|podium|square|building|library|chamber|commons|lords|senate|congress|capitol|kremlin|westminster|tent|centre|center|base|port|border|gate|gates)$/
/** What people meet for. */
const EVENT =
  /^(?:rally|summit|meeting|hearing|debate|ceremony|event|dinner|vigil|funeral|fundraiser|convention|inquest|inquiry|trial|protest|march|parade|gala|forum|conference|launch|reception|memorial|sentencing|congress)$/
/** Names of venues that aren't places of the news list. */
const NAMED_VENUE =
  /^(?:the )?(?:White House|Downing Street|Capitol Hill|Oval Office|Rose Garden|House of Commons|House of Lords|Westminster|Kremlin|Old Bailey|High Court|Supreme Court|Mar-a-Lago|Bundestag|Holyrood|Stormont|Senedd|Knesset|Elys[ée]e Palace|United Nations|Pentagon|Vatican)$/

/**
 * Where it was said, as written with its preposition: `in Geneva`, `outside the court`, `at a rally in Ohio`. Only right
 * behind the verb (over whom it was said to, and when), or in front of the sentence when it says that somebody spoke there
 * (`Speaking in Geneva, …`) or names a venue (`At a rally in Ohio, …`); a bare `In Geneva, …` may be about the place.
 */
export function placeOfSaying(text: string, sentence: ParsedSentence, cue: number): Span | undefined {
  const found = behindVerb(text, sentence, cue) ?? inFront(text, sentence, cue)
  if (!found) return undefined
  const { tokens } = sentence
  return { start: nth(tokens, found.first).start, end: nth(tokens, found.last).end }
}

type Where = { readonly first: number; readonly last: number; readonly isVenue: boolean }

function behindVerb(text: string, sentence: ParsedSentence, cue: number): Where | undefined {
  const { tokens } = sentence
  const hearer = addresseeAt(sentence, cue)
  const at = pastTime(tokens, (hearer?.last ?? pastSubject(tokens, cue)) + 1)
  const found = whereAt(text, tokens, at) ?? (hearer && townAt(text, tokens, at))
  return found && endsThere(tokens, found.last + 1) ? found : undefined
}

/** `told a crowd in Harwood`: behind those spoken to, a name after `in` that is no outlet or body is a place. */
function townAt(text: string, tokens: readonly Token[], at: number): Where | undefined {
  if (tokens[at]?.lower !== 'in') return undefined
  const last = endOfPlace(tokens, at + 1)
  const words = tokens.slice(at + 1, last + 1)
  if (
    words.length === 0 ||
    words[0]?.text === 'May' ||
    !words.every(({ pos, text: word }) => pos === 'PROPN' && /^\p{Lu}/u.test(word))
  )
    return undefined
  const name = text.slice(nth(words, 0).start, nth(tokens, last).end)
  return outletNamed(name) || organizationNamed(name) ? undefined : { first: at, last, isVenue: false }
}

/** `said Ms Roe in Geneva`: past a name that follows the verb. */
function pastSubject(tokens: readonly Token[], cue: number): number {
  let last = cue
  while (tokens[last + 1]?.pos === 'PROPN' && !tokens[last + 1]?.isQuoted && !isTime(nth(tokens, last + 1))) last++
  return last
}

function pastTime(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < tokens.length && at < from + 6) {
    const token = nth(tokens, at)
    const next = tokens[at + 1]
    const isBefore = /^(?:on|this|last|late|early|earlier|later)$/.test(token.lower) && next !== undefined
    if (isTime(token) || (isBefore && (isTime(next) || isTime(tokens[at + 2] ?? next)))) at++
    else break
  }
  return at
}

/** What may follow: nothing, a sign, when it was, or what was said. */
function endsThere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (!next || next.pos === 'MARK' || /^[,.:;–—]$/.test(next.text) || isTime(next)) return true
  return /^(?:that|on|after|before|during|as|when|while|last|this|earlier|late|early)$/.test(next.lower)
}

function inFront(text: string, sentence: ParsedSentence, cue: number): Where | undefined {
  const { tokens } = sentence
  const [from] = clauseOf(sentence, cue)
  if (from > 0 || nth(tokens, 0).pos === 'MARK') return undefined
  const isSpeaking = /^(?:speaking|talking|standing|appearing)$/.test(nth(tokens, 0).lower)
  let at = 0
  if (isSpeaking) {
    at = 1
    if (/^(?:to|with)$/.test(tokens[1]?.lower ?? '')) at = pastHearer(tokens, 2)
    at = pastTime(tokens, at)
  }
  const found = whereAt(text, tokens, at)
  const comma = tokens[pastTime(tokens, (found?.last ?? 0) + 1)]
  if (!found || comma?.text !== ',' || comma.at > cue || comma.isQuoted) return undefined
  return isSpeaking || found.isVenue ? found : undefined
}

function pastHearer(tokens: readonly Token[], from: number): number {
  let at = from
  const isInside = (token: Token): boolean => (isModifier(token) && !isTime(token)) || namesHearers(token)
  while (tokens[at] && isInside(nth(tokens, at))) at++
  return at
}

/** The preposition and place that begin at a word. */
function whereAt(text: string, tokens: readonly Token[], at: number): Where | undefined {
  const preposition = tokens[at]
  if (!preposition || preposition.isQuoted || !WHERE.test(preposition.lower)) return undefined
  const last = endOfPlace(tokens, at + 1)
  if (last <= at) return undefined
  const name = text.slice(nth(tokens, at + 1).start, nth(tokens, last).end)
  const head = nth(tokens, last).lower
  const isOn = preposition.lower === 'on'
  if (!isOn && placeNamed(name.replace(/^the /, '')) && nth(tokens, at + 1).lower !== 'the')
    return { first: at, last: withRegion(text, tokens, last), isVenue: false }
  const isEvent =
    EVENT.test(head) &&
    !/^(?:press|news)$/.test(tokens[last - 1]?.lower ?? '') &&
    /^(?:at|during|from)$/.test(preposition.lower)
  const isVenue = NAMED_VENUE.test(name) || (VENUE.test(head) && (!isOn || /^(?:steps|stage|podium|scene)$/.test(head)))
  if (!isVenue && !isEvent) return undefined
  return { first: at, last: withPlace(text, tokens, last), isVenue: true }
}

const INSIDE = /^(?:his|her|their|its)$/

function endOfPlace(tokens: readonly Token[], first: number): number {
  let last = first - 1
  for (let i = first; i < first + 7; i++) {
    const token = tokens[i]
    if (token?.pos === 'DET' && i > first) break
    const isInside = token && (isModifier(token) || INSIDE.test(token.lower) || EVENT.test(token.lower))
    const isPoint = token?.text === '.' && /^St$/.test(tokens[i - 1]?.text ?? '')
    const isOf =
      token?.lower === 'of' && /^(?:house|palace|court|hall|university|steps|gates?)$/.test(tokens[i - 1]?.lower ?? '')
    if (!token || token.isQuoted || !(isInside || isPoint || isOf) || isTime(token)) break
    last = i
  }
  return last
}

/** `in Paris, Texas`: a region behind the comma belongs to the place. */
function withRegion(text: string, tokens: readonly Token[], last: number): number {
  if (tokens[last + 1]?.text !== ',') return last
  const end = endOfPlace(tokens, last + 2)
  if (end < last + 2 || tokens[last + 2]?.pos !== 'PROPN') return last
  const name = text.slice(nth(tokens, last + 2).start, nth(tokens, end).end)
  return placeNamed(name) && tokens[end + 1]?.text !== ',' && tokens[end + 1]?.pos !== 'VERB' ? end : last
}

/** `at a rally in Ohio`: the place of the venue goes with it. */
function withPlace(text: string, tokens: readonly Token[], last: number): number {
  if (!/^(?:in|near)$/.test(tokens[last + 1]?.lower ?? '')) return last
  const end = endOfPlace(tokens, last + 2)
  if (end < last + 2) return last
  const words = tokens.slice(last + 2, end + 1)
  const name = text.slice(nth(words, 0).start, (words.at(-1) as Token).end)
  return placeNamed(name) || words.every(({ pos }) => pos === 'PROPN') ? end : last
}
