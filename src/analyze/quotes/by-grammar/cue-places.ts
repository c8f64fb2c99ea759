import { nth } from '../../../core/nth.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { isModifier, isNominal, isStopInName, type Phrase, phraseStartingAt } from '../../grammar/noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import { type Subject, subjectOf } from '../../grammar/subjects.ts'
import type { Cue } from './cue-verbs.ts'

/** A reporting verb, or `according to`, with its subject. `at` is its (first) word, `last` its last. */
export type CuePlace = {
  readonly sentence: ParsedSentence
  readonly at: number
  readonly last: number
  readonly cue: Cue
  readonly subject?: Subject
}

/** All cues of a sentence outside quotations, in order. */
export function cuesIn(sentence: ParsedSentence): CuePlace[] {
  const { tokens } = sentence
  if (tokens.length > LONGEST_SENTENCE) return []
  const places: CuePlace[] = []
  for (const token of tokens) {
    const cue =
      token.lower === 'bill' || isAside(tokens, token.at) || isPlea(tokens, token.at)
        ? undefined
        : cueOf(sentence, token)
    const isWithParticle = opensPhrasalCue(tokens, token.at)
    if (isWithParticle) {
      const phrasal: Cue = { lemma: `${token.lower} ${tokens[token.at + 1]?.lower}`, strength: 2, isParticiple: false }
      places.push({ sentence, at: token.at, last: token.at + 1, cue: phrasal })
    } else if (cue) places.push({ sentence, at: token.at, last: token.at, cue })
    const subject = accordingTo(tokens, token.at)
    if (subject) {
      const lemma = 'according to'
      places.push({
        sentence,
        at: token.at,
        last: token.at + 1,
        cue: { lemma, strength: 3, isParticiple: false },
        subject,
      })
    }
  }
  return places
}

/** `shot back`, `chimed in`: nothing but a sign or the words said may follow. */
function opensPhrasalCue(tokens: readonly Token[], at: number): boolean {
  const { lower, isQuoted } = nth(tokens, at)
  const [particle, next] = [tokens[at + 1], tokens[at + 2]]
  if (isQuoted || !particle || particle.isQuoted || (next && next.pos !== 'MARK' && !/^[.,:;–—]$/.test(next.text)))
    return false
  return PHRASAL.test(`${lower} ${particle.lower}`)
}

const PHRASAL =
  /^(?:(?:shot|shoots|fired|fires|hit|hits|snapped|snaps|hollered|hollers|shouted|shouts|called|calls|wrote|writes|texted|texts) back|(?:chimed|chimes|piped|pipes|cut|cuts|broke|breaks|butted|stepped|steps|jumped) in|(?:went|goes) on|piped up)$/

/** `no better than, say, the last one`: an example, no speech. */
function isAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'say' && tokens[at - 1]?.text === ',' && tokens[at + 1]?.text === ','
}

/** `pleaded guilty to`: the words that follow are those of the charge. */
function isPlea(tokens: readonly Token[], at: number): boolean {
  return /^plead/.test(tokens[at]?.lower ?? '') && /^(?:guilty|not|innocent|no)$/.test(tokens[at + 1]?.lower ?? '')
}

function accordingTo(tokens: readonly Token[], at: number): Phrase | undefined {
  const token = nth(tokens, at)
  if (token.lower !== 'according' || tokens[at + 1]?.lower !== 'to' || token.isQuoted) return undefined
  let last = at + 1
  while (last + 1 < tokens.length && continuesSource(tokens, last + 1)) last++
  while (last > at + 2 && !isNominal(nth(tokens, last))) last--
  return last > at + 1 ? { first: at + 2, last } : undefined
}

function continuesSource(tokens: readonly Token[], at: number): boolean {
  const token = nth(tokens, at)
  const next = tokens[at + 1]
  if (token.isQuoted) return false
  if (isModifier(token) || token.pos === 'PRON' || token.lower === "'s" || isStopInName(tokens, at)) return true
  // `according to state law`, which the tagger takes for a verb.
  if (token.pos === 'VERB' && next !== undefined && (next.pos === 'NOUN' || next.pos === 'VERB')) return true
  if (/^(?:filing|ruling|briefing|posting|hearing|finding)s?$/.test(token.lower)) return true
  return /^(?:of|for|at|from)$/.test(token.lower) && next !== undefined && isModifier(next)
}

/** Subjects are looked for once: the cue of one quotation is often that of the next. */
const subjects = new WeakMap<CuePlace, { readonly subject: Subject | undefined }>()

/** Words that head a phrase but never speak. */
const SPEECHLESS =
  /^(?:that|this|these|those|which|what|there|you|yourself|him|me|us|them|when|where|how|why|whom|whose|if|something|anything|nothing|meanwhile|however|percent|percentage)$/

/** A time, a number (`35% said`), or a word that never speaks: `in an interview Sunday said`; `USA Today` is a name. */
function isMute(tokens: readonly Token[], { first, last }: Phrase): boolean {
  const head = nth(tokens, last)
  return (
    !/\p{L}/u.test(head.text) ||
    SPEECHLESS.test(head.lower) ||
    (isTime(head) && (first === last || head.pos !== 'PROPN'))
  )
}

/** The subject of a cue, when it can speak. */
export function subjectOfCue(place: CuePlace): Subject | undefined {
  if (place.subject) return place.subject
  const known = subjects.get(place)
  if (known) return known.subject
  const found = isPassive(place) ? agentOf(place) : subjectOf(place.sentence, place.at)
  const isSpeechless = found && isMute(place.sentence.tokens, found)
  const subject = isSpeechless ? undefined : found
  subjects.set(place, { subject })
  return subject
}

const BE = /^(?:is|are|was|were|be|been|being|'re)$/

/** `He was asked`, `they were described as`: the words are not those of the subject. */
function isPassive({ sentence: { tokens, isHeading }, at, cue }: CuePlace): boolean {
  // `Mayor accused of`: a headline has no `is`
  if (/^(?:accused|suspected|convicted|acquitted)$/.test(nth(tokens, at).lower) && tokens[at + 1]?.lower === 'of')
    return true
  // `Mayor told ‘resign now’`
  const next = tokens[at + 1]
  if (isHeading && /^(?:told|asked|urged)$/.test(nth(tokens, at).lower) && (next?.pos === 'MARK' || next?.isQuoted))
    return true
  // `Ms Roe, described by the firm as “…”`
  if (next?.lower === 'by' && /^[,–—]$/.test(tokens[at - 1]?.text ?? '') && /(?:ed|en)$/.test(nth(tokens, at).lower))
    return true
  if (cue.isParticiple || !/(?:[dnt])$/.test(nth(tokens, at).lower)) return false
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || /^(?:not|n't)$/.test(tokens[before]?.lower ?? '')) before--
  return BE.test(tokens[before]?.lower ?? '')
}

/** `He was asked by Ms Roe` */
function agentOf({ sentence: { tokens }, at }: CuePlace): Subject | undefined {
  const by = tokens.findIndex((token, i) => i > at && i < at + 4 && token.lower === 'by' && !token.isQuoted)
  return by < 0 ? undefined : phraseStartingAt(tokens, by + 1)
}
