import { type Cue, takesDistantWords } from './cue-verbs.ts'
import { isModifier, isNominal, type Phrase } from './noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token } from './parse.ts'
import type { Quotation } from './quotations.ts'
import { type Subject, subjectOf } from './subjects.ts'

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
    const cue = cueOf(sentence, token)
    if (cue) places.push({ sentence, at: token.at, last: token.at, cue })
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

function accordingTo(tokens: readonly Token[], at: number): Phrase | undefined {
  const token = tokens[at] as Token
  if (token.lower !== 'according' || tokens[at + 1]?.lower !== 'to' || token.isQuoted) return undefined
  let last = at + 1
  while (last + 1 < tokens.length && continuesSource(tokens, last + 1)) last++
  while (last > at + 2 && !isNominal(tokens[last] as Token)) last--
  return last > at + 1 ? { first: at + 2, last } : undefined
}

function continuesSource(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (token.isQuoted) return false
  if (isModifier(token) || token.pos === 'PRON' || token.lower === "'s") return true
  // `according to state law`, which the tagger takes for a verb.
  if (token.pos === 'VERB' && next !== undefined && (next.pos === 'NOUN' || next.pos === 'VERB')) return true
  return /^(?:of|for|at|from)$/.test(token.lower) && next !== undefined && isModifier(next)
}

/** Subjects are looked for once: the cue of one quotation is often that of the next. */
const subjects = new WeakMap<CuePlace, { readonly subject: Subject | undefined }>()

/** Words that head a phrase but never speak. */
const SPEECHLESS = /^(?:that|this|these|those|which|what|there|you|yourself|him|me|us|them)$/

/** The subject of a cue, when it can speak. */
export function subjectOfCue(place: CuePlace): Subject | undefined {
  if (place.subject) return place.subject
  const known = subjects.get(place)
  if (known) return known.subject
  const found = subjectOf(place.sentence, place.at)
  const isSpeechless = found && SPEECHLESS.test((place.sentence.tokens[found.last] as Token).lower)
  const subject = isSpeechless ? undefined : found
  subjects.set(place, { subject })
  return subject
}

/** The cue chosen for a quotation, and on which side of it. */
export type Attribution = {
  readonly place: CuePlace
  readonly subject: Subject
  readonly side: 'left' | 'right'
  readonly isColon: boolean
}

/** Where a quotation stands: the sentences it begins and ends in, and their cues. */
export type QuotationSite = {
  readonly quotation: Quotation
  readonly text: string
  readonly begins: ParsedSentence
  readonly ends: ParsedSentence
  readonly cuesBegin: readonly CuePlace[]
  readonly cuesEnd: readonly CuePlace[]
  /** Where the next quotation starts: a cue beyond it is not ours. */
  readonly nextStart: number
}

/** The cue of a quotation; none for a term (`so-called …`) or when no cue is near enough. */
export function attribute(site: QuotationSite): Attribution | undefined {
  if (isTerm(site)) return undefined
  const right = cueRight(site)
  const left = cueLeft(site)
  const chosen = choose(site, left, right)
  if (!chosen) return undefined
  const isLeft = chosen === left
  if (isLeft && isDistantFragment(site, chosen as LeftCue)) return undefined
  const { place, subject } = chosen
  return { place, subject, side: isLeft ? 'left' : 'right', isColon: isLeft && (chosen as LeftCue).isColon }
}

type LeftCue = {
  readonly place: CuePlace
  readonly subject: Subject
  readonly isColon: boolean
  readonly between: number
}
type RightCue = { readonly place: CuePlace; readonly subject: Subject; readonly gap: number }

function choose(
  site: QuotationSite,
  left: LeftCue | undefined,
  right: RightCue | undefined,
): LeftCue | RightCue | undefined {
  if (left?.isColon) return left
  const endsOpen = endsWithComma(site)
  if (right) {
    const isNear = right.gap <= 1 || (right.gap <= 3 && right.place.cue.strength >= 2)
    const isRight = isNear && (endsOpen || right.gap === 0 || !left)
    if (isRight && !(left && left.between <= 2 && !endsOpen)) return right
  }
  if (left) {
    const isStrong = left.place.cue.strength >= 2
    const describes = takesDistantWords(lowerOf(left.place)) && left.between <= 16
    if (isStrong || left.between <= 8 || describes) return left
  }
  if (right && right.gap <= 6) return right
  return left
}

function lowerOf({ sentence, at }: CuePlace): string {
  return (sentence.tokens[at] as Token).lower
}

/** The words go on into the reporting clause: `'…,' he said`. */
function endsWithComma({ quotation, text, ends }: QuotationSite): boolean {
  const last = text[quotation.inner.end - 1] ?? ''
  if (/[,?!…—–-]/.test(last)) return true
  return last !== '.' && wordsAfter(ends, quotation)[0]?.text === ','
}

const BREAKS_REACH =
  /^(?:when|while|as|after|because|if|since|though|although|which|who|that|where|whether|before|until)$/

function cueRight({ quotation, cuesEnd, ends, nextStart }: QuotationSite): RightCue | undefined {
  for (const place of cuesEnd) {
    const token = ends.tokens[place.at] as Token
    if (token.start < quotation.end || token.start > nextStart) continue
    const after = ends.tokens.filter((one) => one.start >= quotation.end && !one.isQuoted)
    if (after.filter((one) => one.at < place.at).length > 14 || place.cue.isParticiple) return undefined
    const subject = subjectOfCue(place)
    if (!subject) continue
    const isAfter = (ends.tokens[subject.first] as Token).start >= quotation.end
    if (!isAfter && (ends.tokens[subject.last] as Token).end <= quotation.start && place.cue.strength < 3) continue
    if (!isAfter) return undefined
    const stop = Math.min(subject.first, place.at)
    const gap = after.filter((one) => one.at < stop && one.pos !== 'MARK' && one.text !== ',')
    return gap.some((one) => BREAKS_REACH.test(one.lower)) ? undefined : { place, subject, gap: gap.length }
  }
  return undefined
}

function cueLeft({ quotation, cuesBegin, begins }: QuotationSite): LeftCue | undefined {
  const before = begins.tokens.filter((one) => one.end <= quotation.start && !one.isQuoted)
  const last = before.at(-1)
  for (let k = cuesBegin.length - 1; k >= 0; k--) {
    const place = cuesBegin[k] as CuePlace
    if ((begins.tokens[place.at] as Token).start >= quotation.start) continue
    const subject = subjectOfCue(place)
    if (!subject) continue
    const between = before.filter((one) => one.at > place.at && one.pos !== 'MARK').length
    const outer = sayingOf(begins, cuesBegin, k, subject)
    return { place: outer?.place ?? place, subject: outer?.subject ?? subject, isColon: last?.text === ':', between }
  }
  return undefined
}

/**
 * `He said they were '…'`, `she said he had called it '…'`: when the nearest cue has a pronoun inside what somebody
 * else reports, that somebody is the speaker.
 */
function sayingOf(
  sentence: ParsedSentence,
  cues: readonly CuePlace[],
  nearest: number,
  subject: Subject,
): { readonly place: CuePlace; readonly subject: Subject } | undefined {
  if ((sentence.tokens[subject.last] as Token).pos !== 'PRON') return undefined
  for (let k = nearest - 1; k >= 0; k--) {
    const place = cues[k] as CuePlace
    if (place.cue.strength < 2) continue
    const outer = subjectOfCue(place)
    if (outer && outer.first !== subject.first && subject.last > place.at) return { place, subject: outer }
    return undefined
  }
  return undefined
}

const TERM_BEFORE = /^(?:so-called|known|dubbed|called|termed|titled|entitled|word|words|phrase|term|slogan|motto)$/

const BEFORE_TITLE =
  /^(?:'s|on|film|movie|show|series|programme|program|podcast|book|novel|song|album|single|play|musical|magazine|newspaper|sitcom|drama|documentary|hit|starred|starring|watched|sang|read|its|his|her)$/

/** `so-called '…'`, `known as '…'`: a name for a thing, nobody's words. */
function isTerm({ quotation, begins, text }: QuotationSite): boolean {
  const before = wordsBefore(begins, quotation)
  if (isTitleOfWork(text.slice(quotation.inner.start, quotation.inner.end), before.at(-1)?.lower)) return true
  const last = before.at(-1)
  return TERM_BEFORE.test(last?.lower ?? '') || (last?.lower === 'as' && TERM_BEFORE.test(before.at(-2)?.lower ?? ''))
}

/** `on ABC's "This Week,"`, `the film "Scandal"`: every word has a capital, and a medium or its owner stands before. */
function isTitleOfWork(inside: string, before: string | undefined): boolean {
  const words = inside.replace(/[,.]$/, '').split(/\s+/)
  const isTitleCase =
    words.length <= 6 && words.every((word) => /^[\p{Lu}\d]|^(?:of|the|and|a|in|on|to|for|with)$/u.test(word))
  return isTitleCase && before !== undefined && BEFORE_TITLE.test(before)
}

/** A few words far from a weak verb, after `the` or `of the`, are a term: `cited problems with the '…' plan`. */
function isDistantFragment({ quotation, begins }: QuotationSite, left: LeftCue): boolean {
  const last = wordsBefore(begins, quotation).at(-1)
  const isWeak = left.place.cue.strength === 1 && !takesDistantWords(lowerOf(left.place))
  return isWeak && left.between > 3 && /^(?:the|of|a)$/.test(last?.lower ?? '')
}

/** Words of the sentence before a quotation, outside all quotations. */
export function wordsBefore(sentence: ParsedSentence, { start }: Quotation): Token[] {
  return sentence.tokens.filter((one) => one.end <= start && !one.isQuoted && isWord(one))
}

/** Words and signs of the sentence after a quotation, outside all quotations. */
export function wordsAfter(sentence: ParsedSentence, { end }: Quotation): Token[] {
  return sentence.tokens.filter((one) => one.start >= end && !one.isQuoted && isWord(one))
}

function isWord({ pos, text }: Token): boolean {
  return pos !== 'MARK' && !/^['’`"]+$/.test(text)
}
