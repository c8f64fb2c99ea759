import { nth } from '../../core/nth.ts'
import { cueForm } from '../quotes/by-grammar/cue-verbs.ts'
import { isAbbreviation, isUpper, type Place } from './is-abbreviation.ts'
import type { SentenceHabits } from './sentence-habits.ts'

/** `Ms Roe asked`, `Harbor master Jo Lund shouted`. */
const SPEAKER_AND_VERB =
  /^(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady)\.? )?(\p{Lu}[\p{L}’'-]+ )(?:(?:\p{Ll}[\p{L}-]+ ){0,2}(?:\p{Lu}[\p{L}’'-]+ ){1,2})?(\p{Ll}+)[ ,.:]/u

/**
 * Whether what follows a closing mark reports the question or cry before it: `"Is it over?" Ms Roe asked.` A capital
 * there does not begin a sentence. `rest` is the text past the space.
 */
function isReportAfter(rest: string, { starters }: SentenceHabits): boolean {
  const match = SPEAKER_AND_VERB.exec(rest)
  if (!match || starters.has(nth(match, 1).trim().toLowerCase())) return false
  const verb = nth(match, 2)
  return /(?:ed|said)$/.test(verb) && (cueForm(verb)?.strength ?? 0) >= 2
}

/** The same for Chinese and Japanese, which put no space there: `「…。」と述べた`, `“……。”他说`. */
function isReportAfterUnspaced(rest: string): boolean {
  return /^(?:と|っ|など|という|[\p{Script=Han}·]{0,8}?(?:说|說|表示|称|稱|道|问|問|指出|强调|強調|告诉|告訴|补充|補充))/u.test(
    rest,
  )
}

/** Marks that may end a sentence wherever they are: with a space after them or, in their scripts, without. */
const UNSPACED = new Set([...'。！？．｡।॥။።፧។៕։‼⁇⁈⁉'].map((mark) => mark.charCodeAt(0)))
/** Marks that need a space after them. */
const SPACED = new Set([...'.!?…؟۔'].map((mark) => mark.charCodeAt(0)))
const GREEK_QUESTION = ';'.charCodeAt(0)
const RUN = /[.!?…؟۔。！？．｡।॥]/

/** The first sign past Latin, Greek and Cyrillic that is in the sets above. */
const FIRST_FAR = '։'.charCodeAt(0)

/** Whether a UTF-16 unit may end a sentence. */
export function isStop(code: number, { hasSemicolonQuestions }: SentenceHabits): boolean {
  if (code < FIRST_FAR && code !== 0x2e && code !== 0x21 && code !== 0x3f)
    return code === GREEK_QUESTION && hasSemicolonQuestions
  return SPACED.has(code) || UNSPACED.has(code)
}

export type Stop = { readonly isEnd: boolean; readonly after: number }

/** Whether the stop at `at` ends the sentence that began at `start`, and where to continue. */
export function stopAt(text: string, at: number, start: number, habits: SentenceHabits): Stop {
  if (isMarker(text, at, start)) return { isEnd: false, after: at + 1 }
  const spaced = /^(?: \.){2,3}(?![.\d])/.exec(text.slice(at + 1, at + 8))?.[0]
  let runEnd = at + 1 + (text[at] === '.' ? (spaced?.length ?? 0) : 0)
  while (runEnd < text.length && RUN.test(text.charAt(runEnd))) runEnd++
  const run = text.slice(at, runEnd)
  const after = pastClosers(text, runEnd)
  if (after >= text.length) return { isEnd: true, after }
  if (UNSPACED.has(text.charCodeAt(runEnd - 1))) return { isEnd: endsUnspaced(text, runEnd, after), after }
  if (!isSpace(text[after])) return endsWithoutSpace(text, at, runEnd, after, habits)
  let next = after
  while (next < text.length && isSpace(text[next])) next++
  const opening = next
  while (next < text.length && /["'`“‘«([¿¡„‚»›「『《]/.test(text.charAt(next))) next++
  if (next >= text.length) return { isEnd: opening < next, after }
  const isBare = after === runEnd
  return { isEnd: endsHere({ text, at, start, run, after, isBare, next, isOpened: next > opening, habits }), after }
}

/** `1.`, `2.3.`, `a.)`, `IV.`, `Q.` and `• 9.` at the start of a sentence number what follows. */
function isMarker(text: string, at: number, start: number): boolean {
  if (at - start > 12 || text[at] !== '.') return false
  const before = text.slice(start, at)
  return (
    /^[•⁃*-]?\s*(?:\d{1,2}(?:\.\d{1,2})*|\p{L}|[IVX]{1,5})$/u.test(before) && /^\)?\s/.test(text.slice(at + 1, at + 3))
  )
}

/**
 * Past closing quotation marks, brackets and note numbers in brackets. French puts a space, often a hard one, before a `»`
 * that closes; where guillemets point inward, `»so«`, a letter is after a `»` that opens.
 */
function pastClosers(text: string, from: number): number {
  let after = from
  for (;;) {
    const note = text[after] === '[' ? /^\[\d{1,3}\]/.exec(text.slice(after, after + 5))?.[0].length : 0
    if (note) after += note
    else if (after < text.length && /["'”’»)\]›」』）】》〉]/.test(text.charAt(after))) after++
    else if (after > 0 && /["“‘«‹]/.test(text[after] ?? '') && isSpace(text[after + 1] ?? ' ')) after++
    else if (/^[ \u00a0\u202f]»(?![\p{L}\p{N}])/u.test(text.slice(after, after + 4))) after += 2
    else if (/^ [:;]-?[)(](?:\s|$)/.test(text.slice(after, after + 5)))
      after = text.indexOf(text[after + 2] === '-' ? '-' : ' ', after) + 3
    else return after
  }
}

/** `「…。」と述べた` continues after its closing mark, and nothing ends before a comma. */
function endsUnspaced(text: string, runEnd: number, after: number): boolean {
  if (/[，、；：,;:·]/.test(text.charAt(after))) return false
  return after === runEnd || !isReportAfterUnspaced(text.slice(after, after + 16))
}

/** A stop with no space after it: `…of the war.The army…`, `…consultation.11 12 Take…`, `真的吗?是的`. */
function endsWithoutSpace(text: string, at: number, runEnd: number, after: number, habits: SentenceHabits): Stop {
  if (
    /[!?…]/.test(text.charAt(runEnd - 1)) &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.charAt(after))
  )
    return { isEnd: text[runEnd - 1] !== '…', after }
  if (text[at] !== '.' || runEnd !== at + 1) return { isEnd: false, after }
  if (after === runEnd && isMissingSpace(text, at, habits)) return { isEnd: true, after }
  const notes = after === runEnd ? notesAfter(text, at) : 0
  return notes > 0 ? { isEnd: true, after: after + notes } : { isEnd: false, after }
}

/** A full stop with no space after it that still ends a sentence, but no address or number. */
function isMissingSpace(text: string, at: number, habits: SentenceHabits): boolean {
  const around = text.slice(at, at + 24)
  const word = /^\.(\p{Lu}\p{Ll}+)/u.exec(around)?.[1]
  if (!word || /^\.\p{L}+[/@]|^\.\p{L}+\.\p{L}{3}/u.test(around)) return false
  if (/^(?:com|net|org|co|uk|tv|ai|io|js|py|ru|de|fr)$/i.test(word)) return false
  const before = text.slice(Math.max(0, at - 4), at)
  if (/\d$/.test(before)) return habits.starters.has(word.toLowerCase()) && /^\.\p{L}+ /u.test(around)
  return /[\p{Ll}]{2}$/u.test(before) && (!/^\.\p{L}+\./u.test(around) || habits.titles.has(word.toLowerCase()))
}

/** The length of note numbers set after a full stop and before a new sentence, 0 when there are none. */
function notesAfter(text: string, at: number): number {
  if (!/(?:\p{Ll}{3}|\))$/u.test(text.slice(Math.max(0, at - 3), at))) return 0
  return /^(?:\d{1,2})(?:[ ,]\d{1,2}){0,3}(?=\s\p{Lu})/u.exec(text.slice(at + 1, at + 16))?.[0].length ?? 0
}

function endsHere(place: Place): boolean {
  const { text, at, run, isBare, next, isOpened, habits } = place
  const char = text.charAt(next)
  const rest = text.slice(next, next + 64)
  if (run === '.' && (isBare || text[at + 1] === ']') && isAbbreviation(place)) return false
  if (isElision(place) || isAside(text, next)) return false
  if (/\p{Ll}/u.test(char)) return /^[.!?]$/.test(run) && isBare && startsSmall(place)
  if (run === '.' && isBare && /^(?:\.\.\.|…)\s\p{Ll}/u.test(rest)) return true
  if (/[-–—]/.test(char)) return !/^[-–—]+\s*\p{Ll}/u.test(rest) && !isSignature(text, next)
  if (/[!?]$/.test(run) && !isBare && habits.isEnglish && isReportAfter(rest, habits)) return false
  return isUpper(char) || /[\p{N}\p{L}#@•$£€¥*]/u.test(char) || isOpened
}

/**
 * A sentence that begins with a small letter: a brand (`iPhone`), an address in brackets, a pronoun typed in haste. Not
 * the report of a question: `Is it safe? he asked`.
 */
function startsSmall({ text, at, next, isOpened }: Place): boolean {
  const rest = text.slice(next, next + 24)
  if (isOpened) return text[at] === '.' && /^(?:https?:|www\.)/.test(rest)
  if (/^\p{Ll}{1,5}\p{Lu}\p{L}/u.test(rest)) return text[at] === '.'
  if (!/\p{L}{4}$/u.test(text.slice(Math.max(0, at - 4), at))) return false
  const verb = /^(?:i|we|they|he|she|you)(?:['’]\p{Ll}{1,2})? (\p{Ll}+)/u.exec(rest)?.[1]
  return verb !== undefined && (text[at] === '.' || !cueForm(verb))
}

/** Dots that stand for something left out: before a small letter, or apart by spaces before `I`. */
function isElision({ text, at, run, next }: Place): boolean {
  if (text[at - 1] === '[' && !isUpper(text[next])) return true
  if (run === '. . .' || (/^(?:\.{3}|…)$/.test(run) && /\s/.test(text[at - 1] ?? '')))
    return !isUpper(text[next]) || isI(text, next)
  return (text[at] === '…' || run.startsWith('...')) && !isUpper(text[next])
}

function isI(text: string, next: number): boolean {
  return text[next] === 'I' && !/[\p{L}\p{N}]/u.test(text[next + 1] ?? '')
}

/** `(2012)`, `(Poe 55)`: a reference belongs to the sentence before. */
function isAside(text: string, next: number): boolean {
  return text[next - 1] === '(' && /^(?:\p{Lu}[\p{L}.]{0,20},? )?\d{1,4}\)/u.test(text.slice(next, next + 30))
}

/** `— Jo Poe` at the end of a block says whose words are before. */
function isSignature(text: string, next: number): boolean {
  return text.length - next < 80 && /^[-–—]+\s?\p{Lu}[^.!?]*$/u.test(text.slice(next))
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char)
}
