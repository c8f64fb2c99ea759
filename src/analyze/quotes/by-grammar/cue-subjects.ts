import { phraseStartingAt } from '../../grammar/noun-phrases.ts'
import { wordAt } from '../../grammar/parse.ts'
import { type Subject, subjectOf } from '../../grammar/subjects.ts'
import type { CuePlace } from './cue-places.ts'

/** Subjects are looked for once: the cue of one quotation is often that of the next. */
const subjects = new WeakMap<CuePlace, { readonly subject: Subject | undefined }>()

/** Words that head a phrase but never speak. */
const SPEECHLESS =
  /^(?:that|this|these|those|which|what|there|you|yourself|him|me|us|them|when|where|how|why|whom|whose|if)$/

/** The subject of a cue, when it can speak. */
export function subjectOfCue(place: CuePlace): Subject | undefined {
  if (place.subject) return place.subject
  const known = subjects.get(place)
  if (known) return known.subject
  const found = isPassive(place) ? agentOf(place) : subjectOf(place.sentence, place.at)
  const isSpeechless = found && SPEECHLESS.test(wordAt(place.sentence.tokens, found.last).lower)
  const subject = isSpeechless ? undefined : found
  subjects.set(place, { subject })
  return subject
}

const BE = /^(?:is|are|was|were|be|been|being|'re)$/

/** `He was asked`, `they were described as`: the words are not those of the subject. */
function isPassive({ sentence: { tokens, isHeading }, at, cue }: CuePlace): boolean {
  // `Mayor accused of`: a headline has no `is`
  if (/^(?:accused|suspected|convicted|acquitted)$/.test(wordAt(tokens, at).lower) && tokens[at + 1]?.lower === 'of')
    return true
  // `Mayor told ‘resign now’`
  const next = tokens[at + 1]
  if (isHeading && /^(?:told|asked|urged)$/.test(wordAt(tokens, at).lower) && (next?.pos === 'MARK' || next?.isQuoted))
    return true
  // `Ms Roe, described by the firm as “…”`
  if (next?.lower === 'by' && /^[,–—]$/.test(tokens[at - 1]?.text ?? '') && /(?:ed|en)$/.test(wordAt(tokens, at).lower))
    return true
  if (cue.isParticiple || !/(?:[dnt])$/.test(wordAt(tokens, at).lower)) return false
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || /^(?:not|n't)$/.test(tokens[before]?.lower ?? '')) before--
  return BE.test(tokens[before]?.lower ?? '')
}

/** `He was asked by Ms Roe` */
function agentOf({ sentence: { tokens }, at }: CuePlace): Subject | undefined {
  const by = tokens.findIndex((token, i) => i > at && i < at + 4 && token.lower === 'by' && !token.isQuoted)
  return by < 0 ? undefined : phraseStartingAt(tokens, by + 1)
}
