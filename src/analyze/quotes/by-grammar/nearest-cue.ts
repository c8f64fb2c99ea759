import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { isAddressee } from '../../grammar/noun-phrases.ts'
import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import { type CuePlace, subjectOfCue } from './cue-places.ts'
import { takesDistantWords } from './cue-verbs.ts'
import { type GrammarSite, wordsAfter, wordsBefore } from './grammar-sites.ts'

/** The cue chosen for a quotation, and on which side of it. */
export type ChosenCue = {
  readonly place: CuePlace
  readonly subject: Subject
  readonly side: 'left' | 'right'
  readonly isColon: boolean
}

/** The cue of a quotation; none for a term (`so-called …`) or when no cue is near enough. */
export function nearestCue(site: GrammarSite): ChosenCue | undefined {
  const right = cueRight(site) ?? cueBehind(site)
  const left = cueLeft(site)
  const chosen = choose(site, left, right)
  if (!chosen) return undefined
  const isLeft = chosen === left
  if (isLeft && isDistantFragment(site, chosen)) return undefined
  const { place, subject } = chosen
  return { place, subject, side: isLeft ? 'left' : 'right', isColon: isLeft && chosen.isColon }
}

type LeftCue = {
  readonly place: CuePlace
  readonly subject: Subject
  readonly isColon: boolean
  readonly between: number
}
type RightCue = { readonly place: CuePlace; readonly subject: Subject; readonly gap: number }

function choose(
  site: GrammarSite,
  left: LeftCue | undefined,
  right: RightCue | undefined,
): LeftCue | RightCue | undefined {
  const endsOpen = endsWithComma(site)
  // `…: “I go,” she said`, but not `His message said: “I go,” according to the police`
  const isSetBehind =
    right?.gap === 0 && endsOpen && right.place.cue.strength >= 2 && right.place.cue.lemma !== 'according to'
  if (left?.isColon && !isSetBehind) return left
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
  return left ?? cueTrailing(site)
}

function lowerOf({ sentence, at }: CuePlace): string {
  return nth(sentence.tokens, at).lower
}

/** The words continue into the reporting clause: `'…,' he said`. */
function endsWithComma({ quotation, text, ends }: GrammarSite): boolean {
  const last = text[quotation.inner.end - 1] ?? ''
  if (/[,?!…—–-]/.test(last)) return true
  return last !== '.' && wordsAfter(ends, quotation)[0]?.text === ','
}

/** The quotation begins its sentence, or follows a comma or a colon. */
function startsSpeech({ quotation, begins }: Pick<GrammarSite, 'quotation' | 'begins'>): boolean {
  const before = wordsBefore(begins, quotation).at(-1)
  return !before || /^[,:]$/.test(before.text)
}

const BREAKS_REACH =
  /^(?:when|while|as|after|because|if|since|though|although|which|who|that|where|whether|before|until)$/

function cueRight(site: GrammarSite): RightCue | undefined {
  const { quotation, cuesEnd, ends, nextStart } = site
  const isOpen = endsWithComma(site)
  if (isWithinPhrase(site)) return undefined
  for (const place of cuesEnd) {
    const token = nth(ends.tokens, place.at)
    if (token.start < quotation.end || token.start > nextStart) continue
    const after = ends.tokens.filter((one) => one.start >= quotation.end && !one.isQuoted)
    const subject = place.cue.isParticiple ? undefined : subjectOfCue(place)
    const reach = Math.min(subject?.first ?? place.at, place.at)
    if (after.filter((one) => one.at < reach).length > 14 || place.cue.isParticiple) return undefined
    if (!subject) continue
    const isAfter = nth(ends.tokens, subject.first).start >= quotation.end
    if (place.cue.strength === 1 && !(isOpen && startsSpeech(site))) continue
    if (!isAfter && nth(ends.tokens, subject.last).end <= quotation.start && place.cue.strength < 3) continue
    if (!isAfter) return undefined
    const stop = Math.min(subject.first, place.at)
    const gap = after.filter((one) => one.at < stop && one.pos !== 'MARK' && one.text !== ',')
    if (gap.some((one) => BREAKS_REACH.test(one.lower)) || saysElse(ends, gap[0], place)) return undefined
    return { place, subject, gap: gap.length }
  }
  return undefined
}

/** `“It is shut,” and the mayor said it would open`: a clause that is joined on, and in which something else is said. */
function saysElse({ tokens }: ParsedSentence, join: Token | undefined, { last }: CuePlace): boolean {
  if (join === undefined || !/^(?:and|but|yet)$/.test(join.lower)) return false
  const [next, after] = [tokens[last + 1], tokens[last + 2]]
  if (next === undefined || next.isQuoted || isTime(next)) return false
  // `“I did not,” and she insisted, “But you did.”`
  if (/^[,:]$/.test(next.text) && after?.pos === 'MARK') return true
  return next.lower === 'that' || /^(?:PRON|DET|NOUN|PROPN|NUM)$/.test(next.pos)
}

/** `the “big” truck said`: a few words in front of a noun, behind its article, are part of what the subject is called. */
function isWithinPhrase({ quotation, text, begins, ends }: GrammarSite): boolean {
  const inside = text.slice(quotation.inner.start, quotation.inner.end)
  if (/[,.!?…]$/.test(inside) || inside.split(/\s+/).length > 3) return false
  const before = wordsBefore(begins, quotation).at(-1)
  const after = wordsAfter(ends, quotation)[0]
  return after?.pos === 'NOUN' && before !== undefined && /^(?:DET|ADJ|ADP)$/.test(before.pos)
}

/** `A “big” truck came, then two, Ms Roe said.`: a clause at the end reports all of the sentence. */
function cueTrailing({ quotation, cuesEnd, ends }: GrammarSite): RightCue | undefined {
  const { tokens } = ends
  for (let k = cuesEnd.length - 1; k >= 0; k--) {
    const place = nth(cuesEnd, k)
    if (nth(tokens, place.at).start < quotation.end) return undefined
    const subject = place.cue.strength < 2 || place.cue.isParticiple ? undefined : subjectOfCue(place)
    if (!subject) continue
    const start = Math.min(subject.first, place.at)
    const end = Math.max(subject.appositive?.last ?? subject.last, place.last)
    const isSetOff = tokens[start - 1]?.text === ',' && !tokens[start - 1]?.isQuoted
    const after = tokens.slice(end + 1)
    const isLast = after.filter(({ pos }) => pos !== 'PUNCT' && pos !== 'MARK').length < 9 && after[0]?.text !== ':'
    if (isSetOff && isLast && nth(tokens, start).start > quotation.end) return { place, subject, gap: 9 }
  }
  return undefined
}

/**
 * `“Why?” Ms Roe asked.`: a clause of nothing but speaker and verb behind the sentence that the quotation ends. A clause
 * that continues (`“Why?” Ms Roe said she would go.`) is another statement.
 */
function cueBehind({ quotation, begins, behind, nextStart, text }: GrammarSite): RightCue | undefined {
  const place = behind?.cues[0]
  // `The banner: “Come.” Ms Roe wrote at noon.`
  const isLed = wordsBefore(begins, quotation).at(-1)?.text === ':'
  if (
    isLed ||
    !startsSpeech({ quotation, begins }) ||
    !behind ||
    !place ||
    place.cue.strength < 2 ||
    place.cue.isParticiple
  )
    return undefined
  const { tokens } = behind.sentence
  const verb = nth(tokens, place.at)
  const subject = subjectOfCue(place)
  const begin = tokens.findIndex(({ start, pos }) => start >= quotation.end && pos !== 'MARK')
  if (!subject || verb.start > nextStart || begin < 0) return undefined
  if (Math.min(subject.first, place.at) > begin || (subject.last < place.at - 8 && !subject.isInverted))
    return undefined
  let next = Math.max(place.last, subject.isInverted ? subject.last : 0) + 1
  if (TAKES_ADDRESSEE.test(verb.lower)) while (tokens[next] && isAddressee(nth(tokens, next))) next++
  const follows = tokens[next]
  // `a visit “at the invitation of the mayor.” Ms Roe replied, “Good.”`
  const isOfNext = /^[,:]$/.test(follows?.text ?? '') && tokens[next + 1]?.pos === 'MARK'
  if (isOfNext && !startsWithCapital(quotation.inner, text)) return undefined
  const isAlone =
    !follows ||
    /^(?:[.,;–—]|-+)$/.test(follows.text) ||
    /^(?:ADP|ADV|MARK)$/.test(follows.pos) ||
    isTime(follows) ||
    WHILE.test(follows.lower)
  return isAlone ? { place, subject, gap: 0 } : undefined
}

function startsWithCapital({ start }: Span, text: string): boolean {
  return !/^\p{Ll}/u.test(text.slice(start, start + 2))
}

const WHILE = /^(?:as|while|when|after|before)$/
const TAKES_ADDRESSEE = /^(?:told|tells|asked|asks)$/

function cueLeft({ quotation, cuesBegin, begins }: GrammarSite): LeftCue | undefined {
  const before = begins.tokens.filter((one) => one.end <= quotation.start && !one.isQuoted)
  const last = before.findLast((one) => one.pos !== 'MARK')
  const isSetOff = /^[,:]$/.test(last?.text ?? '')
  for (let k = cuesBegin.length - 1; k >= 0; k--) {
    const place = nth(cuesBegin, k)
    if (nth(begins.tokens, place.at).start >= quotation.start) continue
    const subject = subjectOfCue(place)
    if (!subject) continue
    if (isInFront(before, subject, place)) continue
    const between = before.filter((one) => one.at > place.at && one.pos !== 'MARK').length
    const outer = sayingOf(begins, cuesBegin, k, subject, { isSetOff, isNear: between <= NEAR })
    return { place: outer?.place ?? place, subject: outer?.subject ?? subject, isColon: last?.text === ':', between }
  }
  return undefined
}

/** `When Mr Poe proposed it, Ms Roe hit back: “…”`: his clause is over, and hers begins. */
function isInFront(before: readonly Token[], { first, last }: Subject, { at }: CuePlace): boolean {
  const opener = before.findLast((token) => token.at === first - 1)
  if (at < last || !SETTING.test(opener?.lower ?? '')) return false
  const comma = before.findIndex((token) => token.at > at && token.text === ',')
  const [subject, verb] = before.slice(comma + 1).filter(({ pos }) => pos !== 'ADV')
  return comma >= 0 && /^(?:PROPN|PRON)$/.test(subject?.pos ?? '') && /^(?:VERB|AUX|PROPN)$/.test(verb?.pos ?? '')
}

/**
 * `He said they were '…'`, `she said the firm had called it '…'`: when the nearest cue is inside what somebody else
 * reports, that somebody is the speaker, unless the words are set off as speech (`he said she told them, '…'`).
 */
function sayingOf(
  sentence: ParsedSentence,
  cues: readonly CuePlace[],
  nearest: number,
  subject: Subject,
  { isSetOff, isNear }: { readonly isSetOff: boolean; readonly isNear: boolean },
): { readonly place: CuePlace; readonly subject: Subject } | undefined {
  const inner = nth(cues, nearest)
  if (isSetOff || isParenthetical(sentence.tokens, inner, subject)) return undefined
  const isPronoun = nth(sentence.tokens, subject.last).pos === 'PRON'
  for (let k = nearest - 1; k >= 0; k--) {
    const place = nth(cues, k)
    if (place.cue.strength < 2) continue
    const outer = subjectOfCue(place)
    if (!outer) continue
    // `“It is good,” said Ms Roe, but Mr Poe called it “…”`; `she said it was “…,” but he insisted it was “…”`
    // `According to the Post, Ms Roe described it as “…”`
    if (place.cue.lemma === 'according to' && isNear && isNamed(sentence.tokens, subject, outer)) return undefined
    // `Ms Roe spoke after Mr Poe had argued that “…”`
    if (!isPronoun && SETTING.test(sentence.tokens[subject.first - 1]?.lower ?? '')) return undefined
    if (outer.isInverted || opensClause(sentence.tokens, subject, inner)) return undefined
    if (isParenthetical(sentence.tokens, place, outer)) return { place, subject: outer }
    if (outer.first === subject.first || subject.last <= place.at) return undefined
    // `X said his sister had shouted “…”`: out of another mouth
    if (!isPronoun && VOICED.test(inner.cue.lemma)) return undefined
    if (isPronoun || inner.cue.strength < 3) return { place, subject: outer }
    return undefined
  }
  return undefined
}

const SETTING = /^(?:after|when|as|while|before|because|once)$/

/** So many words may be between a verb and what it quotes, when another's report is around both. */
const NEAR = 8

/** A name that is none of those that say who the outer one is. */
function isNamed(tokens: readonly Token[], { first, last }: Subject, outer: Subject): boolean {
  return tokens[last]?.pos === 'PROPN' && first > outer.last + 1
}

/** `, but Mr Poe insisted`: a clause beside the other, and not what that reports. */
function opensClause(tokens: readonly Token[], { first, isInverted }: Subject, { at }: CuePlace): boolean {
  const [comma, join] = [tokens[first - 2], tokens[first - 1]]
  if (isInverted || first > at || !/^(?:but|while|whereas)$/.test(join?.lower ?? '')) return false
  const isPast = tokens.slice(first, at).some(({ lower }) => /^(?:had|has|have|would|'d)$/.test(lower))
  return (comma?.text === ',' || comma?.pos === 'MARK') && !isPast
}

const VOICED = /^(?:shout|yell|scream|whisper|mutter|murmur|chant|text|retort|snap|blurt)$/

/** `The plan, she said, was '…'`: the reporting clause is set off. */
function isParenthetical(tokens: readonly Token[], { at, last }: CuePlace, { first }: Subject): boolean {
  const start = Math.min(first, at)
  return /^[,–—]$/.test(tokens[start - 1]?.text ?? '') && tokens[Math.max(last, at) + 1]?.text === ','
}

/**
 * A few words far from a weak verb are a term: `cited problems with the “…” plan`, `saw it as a sign of “…”`. So are
 * words in brackets when the verb is outside: `they delayed it (“…” in the jargon)`.
 */
function isDistantFragment({ quotation, begins, text }: GrammarSite, left: LeftCue): boolean {
  const last = wordsBefore(begins, quotation).at(-1)
  if (/^[,:]$/.test(last?.text ?? '')) return false
  const verb = nth(begins.tokens, left.place.at)
  const count = text.slice(quotation.inner.start, quotation.inner.end).split(/\s+/).length
  const open = begins.tokens.findLast(({ text: sign, start }) => start < quotation.start && /^[()]$/.test(sign))
  if (open?.text === '(' && open.start > verb.start && count < 6) return true
  const isWeak = left.place.cue.strength === 1 && !takesDistantWords(verb.lower)
  return isWeak && left.between > (/^(?:the|of|a)$/.test(last?.lower ?? '') ? 3 : 8)
}
