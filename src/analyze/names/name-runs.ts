import { givenName } from '../../core/names/first-names.ts'
import { nth } from '../../core/nth.ts'
import { cueOf, type ParsedSentence, type Token } from '../grammar/parse.ts'
import { type NameRun, takeApart } from './name-parts.ts'
import { ARTICLED, PARTICLE } from './name-shapes.ts'
import { isNameTitle, isRoleWord } from './role-words.ts'

const CALENDAR =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)$/
/** Small words with the capital of a headline, or of the next sentence after a caption without a full stop. */
const SMALL_WORD =
  /^(?:The|On|In|And|Of|For|With|At|By|From|Is|Are|Was|Who|How|Why|What|When|After|As|But|Not|About|Over|Despite|Amid|Against|Into|Under|Before|During|Without|Says|Tells|Warns|Slams|Blasts|Urges|Vows|Defends|MORE)$/
/** `Read Jane Roe’s letter`: the line of a link. */
const LEADS_ON = /^(?:Read|See|Watch|Photo|Photos|Video|Opinion|Analysis|Exclusive|Related|Here|Meet|Follow)$/
/** `Van der Meer` at the start of a sentence. */
const OPENING_PARTICLE = /^(?:Van|Von|De|Di|Da|Al|El|Bin|Ben|Le|La|Du|Ter)$/
const CAPITALIZED = /^\p{Lu}/u
/** What besides a title may end in a full stop within a name. */
const SHORTENED = /^(?:\p{Lu}|Jr|Sr|St)$/u

/** The runs of capitalized words of a sentence. */
export function nameRuns(sentence: ParsedSentence): NameRun[] {
  const runs: NameRun[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    if (!startsRun(tokens, at) && !opensWithName(sentence, at)) continue
    let last = at
    while (extendsRun(tokens, last + 1)) last++
    const behind = pastNickname(tokens, last + 1)
    if (behind !== undefined) last = behind
    while (behind !== undefined && extendsRun(tokens, last + 1)) last++
    while (last > at && !/\p{Lu}/u.test(nth(tokens, last).text)) last--
    runs.push(takeApart(sentence, at, last))
    at = last
  }
  return runs
}

function startsRun(tokens: readonly Token[], at: number): boolean {
  const token = nth(tokens, at)
  const previous = tokens[at - 1]
  if (!isCapitalized(token.text)) return ARTICLED.test(token.text) || isBoundTitle(tokens, at)
  if (!isWithin(previous) && LEADS_ON.test(token.text) && givenName(tokens[at + 1]?.text ?? '')) return false
  if (CALENDAR.test(token.text) || SMALL_WORD.test(token.text) || isMonth(tokens, at)) return false
  if (token.pos === 'PROPN' || isInitial(tokens, at)) return true
  const isWord = token.text.length > 1 && token.pos !== 'MARK' && token.pos !== 'PRON' && token.pos !== 'DET'
  if (previous && isWord && isInside(previous)) return true
  if (OPENING_PARTICLE.test(token.text) && extendsRun(tokens, at + 1)) return true
  if (isNameTitle(bare(token)) && extendsRun(tokens, at + 1)) return true
  return CAPITALIZED.test(tokens[at + 1]?.text ?? '') && opensWithGiven(tokens, at)
}

/** `then-Gov. Jane Roe` */
function isBoundTitle(tokens: readonly Token[], at: number): boolean {
  const token = nth(tokens, at)
  return token.text.startsWith('then-') && isNameTitle(bare(token)) && extendsRun(tokens, at + 1)
}

/** Where the name continues behind a nickname between marks: `Thaddeus “Tad” Brill`. */
function pastNickname(tokens: readonly Token[], open: number): number | undefined {
  const [before, mark, nickname] = [tokens[open - 1], tokens[open], tokens[open + 1]]
  if (mark?.pos !== 'MARK' || before?.pos !== 'PROPN' || before.isQuoted || !nickname?.isQuoted) return undefined
  const close = tokens[open + 2]?.pos === 'MARK' ? open + 2 : open + 3
  const behind = tokens[close + 1]
  const isName = isCapitalized(nickname.text) && tokens[close]?.pos === 'MARK' && behind !== undefined
  return isName && behind.pos === 'PROPN' && !behind.isQuoted && isCapitalized(behind.text) ? close + 1 : undefined
}

/** Most words are of small plain letters, and begin with none. */
function isCapitalized(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : CAPITALIZED.test(text)
}

/** `in May`, `May 3`; `Mrs May` is none. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'May') return false
  const before = tokens[at - 1]?.lower ?? ''
  return (
    /^(?:in|of|by|since|until|till|last|next|this|early|mid|late|from|to|between|through|during|\d{1,2}(?:st|nd|rd|th)?)$/.test(
      before,
    ) || /^\d/.test(tokens[at + 1]?.text ?? '')
  )
}

/** `A. R. Nair`, also where the tagger sees an article. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const token = nth(tokens, at)
  const stop = tokens[at + 1]
  return (
    /^\p{Lu}$/u.test(token.text) &&
    stop?.text === '.' &&
    stop.start === token.end &&
    CAPITALIZED.test(tokens[at + 2]?.text ?? '')
  )
}

/** `Will Smith and …`, `Mark Rylance …`; a question opens with the verb: `Will Labour agree?` */
function opensWithGiven(tokens: readonly Token[], at: number): boolean {
  const { text, pos } = nth(tokens, at)
  if (pos === 'MARK' || pos === 'PRON' || !/^\p{Lu}\p{Ll}/u.test(text) || !givenName(text)) return false
  const next = nth(tokens, at + 1)
  return (
    (/^\p{Lu}\p{Ll}/u.test(next.text) || isInitial(tokens, at + 1)) &&
    next.pos !== 'PRON' &&
    (pos !== 'AUX' || tokens.at(-1)?.text !== '?')
  )
}

/** `Zebulon Quill said`, `Zebulon Quill, the mayor,`: two capitals at the start may be a name, whatever the tagger says. */
function opensWithName(sentence: ParsedSentence, at: number): boolean {
  const [first, second, verb] = sentence.tokens
  if (at > 0 || !first || !second || !verb || !/^(?:NOUN|X|INTJ|VERB|ADJ)$/.test(first.pos)) return false
  if (![first, second].every((token) => /^\p{Lu}\p{Ll}/u.test(token.text) && !isRoleWord(token.lower))) return false
  if (verb.text === ',') return true
  const cue = cueOf(sentence, verb)
  return cue !== undefined && cue.strength >= 2 && !cue.isParticiple
}

function isWithin(previous: Token | undefined): boolean {
  return previous !== undefined && isInside(previous)
}

/** The word before does not begin a sentence or quotation, where any word has a capital. */
function isInside({ pos, text }: Token): boolean {
  return pos !== 'MARK' && !/^[.:!?–—-]$/.test(text)
}

function extendsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.pos === 'MARK' || token.pos === 'PRON') return false
  const next = tokens[at + 1]
  if (/^\p{Lu}[\p{L}.’'-]*$/u.test(token.text))
    return !CALENDAR.test(token.text) && !SMALL_WORD.test(token.text) && !isMonth(tokens, at)
  if (ARTICLED.test(token.text)) return true
  if (token.text === ',') return opensSuffix(tokens, at)
  if (PARTICLE.test(token.text)) return /^(?:\p{Lu}|der$|la$|den$|los$|al-?$)/u.test(next?.text ?? '')
  if (token.text !== '.') return false
  const before = nth(tokens, at - 1)
  const isShortened = SHORTENED.test(before.text) || isNameTitle(before.lower)
  return token.start === before.end && isShortened && CAPITALIZED.test(next?.text ?? '')
}

/** `Tom Poe, Jr.` */
function opensSuffix(tokens: readonly Token[], comma: number): boolean {
  return /^[JS]r$/.test(tokens[comma + 1]?.text ?? '') && CAPITALIZED.test(tokens[comma - 1]?.text ?? '')
}

function bare(token: Token): string {
  return token.lower.replace(/\.$/, '')
}
