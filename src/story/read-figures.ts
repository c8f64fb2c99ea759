import type { TimeExpression } from '../core/annotation.ts'
import type { EntityId } from '../core/ids.ts'
import { contains } from '../core/span.ts'
import { countedPeople } from './counted-people.ts'
import { type MemberText, type SentenceText, within } from './story-text.ts'
import type { Word } from './words.ts'

/** A number with what it counts, as one sentence gives it. */
export type Reading = {
  readonly sentence: SentenceText
  /** What is counted, also the key by which readings compare: `people killed`, `$ aid package`, `magnitude`. */
  readonly unit: string
  readonly value: number
  /** `at least`, `about`, `more than`: the true number may be another. */
  readonly isRough: boolean
  /** True for a count that grows as more becomes known: a later, larger number is an update. */
  readonly isCumulative: boolean
  /** The places its sentence names. */
  readonly places: readonly EntityId[]
}

const smallNumbers = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const),
)
const tens = new Map(
  'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 3) * 10] as const),
)
const scales = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])
const people =
  /^(?:people|persons?|civilians?|soldiers?|children|child|residents?|passengers?|workers?|students?|officers?|troops|migrants?|refugees?|women|men|patients?|victims?|demonstrators?|protesters?|firefighters?|journalists?|hostages?|fans?|tourists?|employees?|staff|crew|pupils|teachers?|prisoners?|guests?|villagers?|foreigners?)$/
const linking =
  /^(?:were|was|are|is|been|be|have|has|had|being|feared|known|thought|understood|confirmed|reported|still|now|also|left|believed|remain|remained|more|others?)$/
const qualifiers =
  /^(?:at|least|more|than|about|around|nearly|almost|some|an|estimated|up|to|over|approximately|roughly|fewer|less|as|many)$/
const rough =
  /\b(?:at least|more than|about|around|nearly|almost|some|estimated|up to|over|approximately|roughly|fewer than|less than|as many as|close to|dozens)\s+(?:[$£€]\s?)?$/i

const events: readonly (readonly [string, RegExp])[] = [
  ['killed', /^(?:killed|dead|died|deaths|fatalities|slain)$/],
  ['injured', /^(?:injured|wounded|hurt|injuries|injuring|wounding)$/],
  ['missing', /^(?:missing|unaccounted)$/],
  ['arrested', /^(?:arrested|detained|arrests)$/],
  ['evacuated', /^evacuated$/],
  ['displaced', /^(?:displaced|homeless)$/],
  ['rescued', /^(?:rescued)$/],
  ['infected', /^(?:infected|infections)$/],
]
const eventBefore = new Map([
  ['killing', 'killed'],
  ['killed', 'killed'],
  ['kills', 'killed'],
  ['injuring', 'injured'],
  ['injured', 'injured'],
  ['wounding', 'injured'],
  ['wounded', 'injured'],
  ['evacuating', 'evacuated'],
  ['evacuated', 'evacuated'],
  ['displacing', 'displaced'],
  ['displaced', 'displaced'],
  ['arrested', 'arrested'],
  ['rescued', 'rescued'],
])
const sumNouns =
  /^(?:package|aid|deal|damages?|fine|bid|loan|budget|fund|investment|contract|settlement|offer|takeover|acquisition|loss(?:es)?|profits?|revenue|bill|debt|bailout|penalty|compensation|ransom)$/

/** The figures of an article that tell of now: sentences about another time, months or years back, are left aside. */
export function readFigures(text: MemberText): Reading[] {
  return text.sentences.flatMap((sentence) => {
    if (sentence.blockKind === 'heading' || projected.test(sentence.text) || isOfAnotherTime(sentence, text)) return []
    const places = within(text.mentions, sentence.span)
      .filter((mention) => mention.kind === 'place')
      .map((mention) => mention.entity.id)
    return sentence.words.flatMap((_, index) =>
      readingAt(sentence, index, text).map((reading) => ({ ...reading, places })),
    )
  })
}

/** Numbers of what may come, or of a rate. */
const projected =
  /\b(?:project(?:s|ed|ions?)|predict(?:s|ed|ions?)|forecasts?|could|might|would|(?:every|a|per) (?:day|week|month|year)(?! (?:earlier|ago|later|before|after))|daily|annually)\b/i

/** Sentences that name places name at least one in common. */
export function haveSamePlace(a: Reading, b: Reading): boolean {
  return a.places.length === 0 || b.places.length === 0 || a.places.some((place) => b.places.includes(place))
}

function isOfAnotherTime(sentence: SentenceText, text: MemberText): boolean {
  const published = Date.parse(text.input.document.publishedAt)
  return text.times
    .filter((time) => contains(sentence.span, time.span) && (time.kind === 'date' || time.kind === 'time'))
    .some((time) => isFar(time, published))
}

function isFar({ value }: TimeExpression, published: number): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
  if (day) return Math.abs(Date.parse(`${day}T12:00:00Z`) - published) > 4 * 86_400_000
  return /^\d{4}(?:-\d{2})?$/.test(value) && !new Date(published).toISOString().startsWith(value)
}

function readingAt(sentence: SentenceText, index: number, member: MemberText): Omit<Reading, 'places'>[] {
  const { words, text } = sentence
  const number = numberAt(words, index)
  const word = words[index]
  if (!number || !word) return []
  const before = text.slice(0, word.span.start)
  // A part of a count (`including 27 foreigners`) is another count.
  if (/\b(?:including|among them|of whom|of them)\s+(?:\w+\s+)?$/i.test(before)) return []
  // `a woman aged 70 died`: an age is no count.
  if (/\b(?:aged?|age of)\s+$/i.test(before)) return []
  const isRough = rough.test(before)
  const base = { sentence, value: number.value, isRough }
  const currency = /([$£€])\s?$/.exec(before)?.[1]
  if (currency) {
    const noun = sumNounAfter(words, number.next, text)
    return noun ? [{ ...base, unit: `${currency} ${noun}`, isCumulative: false }] : []
  }
  if (/^\d+(?:\.\d+)?-magnitude$/.test(word.text) || words[index - 1]?.text === 'magnitude')
    return number.value > 2 && number.value < 10 ? [{ ...base, unit: 'magnitude', isCumulative: false }] : []
  const after = text.slice(words[number.next - 1]?.span.end)
  const unit = tollUnit(words, index, number.next, text) ?? countedPeople(before, after, contextOf(sentence, member))
  return unit && number.value > 1 ? [{ ...base, unit, isCumulative: true }] : []
}

/** The sentence with the two before it and the title. */
function contextOf(sentence: SentenceText, { sentences, input }: MemberText): string {
  const near = sentences.filter(({ index }) => index <= sentence.index && index >= sentence.index - 2)
  return [input.document.title, ...near.map(({ text }) => text)].join('\n')
}

function numberAt(words: readonly Word[], index: number): { value: number; next: number } | undefined {
  const word = words[index]?.text ?? ''
  if (index > 0 && scales.has(word)) return undefined
  const digits = /^(\d+(?:\.\d+)?)(k|mn?|bn?|tn)?(?:-magnitude)?$/.exec(word)
  const start = digits ? Number(digits[1]) * (scales.get(digits[2] ?? '') ?? 1) : wordNumber(word)
  if (start === undefined || isYear(words[index])) return undefined
  let value = start
  let next = index + 1
  for (
    let scale = scales.get(words[next]?.text ?? '');
    scale !== undefined;
    scale = scales.get(words[next]?.text ?? '')
  ) {
    value *= scale
    next++
  }
  return { value, next }
}

/** `1997`, `2026`; `2,000` is a count. */
function isYear(word: Word | undefined): boolean {
  return word !== undefined && /^(?:19|20)\d\d$/.test(word.text) && word.span.end - word.span.start === 4
}

/** `seven`, `forty`, `forty-seven`. */
function wordNumber(word: string): number | undefined {
  const [ten, unit, ...rest] = word.split('-')
  if (unit === undefined) return smallNumbers.get(word) ?? tens.get(word)
  const whole = tens.get(ten ?? '')
  const part = smallNumbers.get(unit)
  return whole === undefined || part === undefined || part === 0 || part > 9 || rest.length > 0
    ? undefined
    : whole + part
}

function sumNounAfter(words: readonly Word[], next: number, text: string): string | undefined {
  for (let at = next; at < Math.min(next + 4, words.length); at++) {
    const word = words[at]
    const before = words[at - 1]
    if (!word || !before || /[,;:.]/.test(text.slice(before.span.end, word.span.start))) return undefined
    if (sumNouns.test(word.text)) {
      const described = words[at + 1]
      const head = described && sumNouns.test(described.text) ? `${word.text} ${described.text}` : word.text
      return head
    }
  }
  return undefined
}

/** What a bare number counts, when the words around it name a toll: `killed at least 12 people`, `12 people were killed`. */
function tollUnit(words: readonly Word[], index: number, next: number, text: string): string | undefined {
  const noun = nounAfter(words, next)
  const event = eventAfter(words, next, text) ?? eventBeforeNumber(words, index) ?? tollBefore(words, index)
  if (!event) return undefined
  const counted = noun && !/^(?:people|persons?|victims?|residents?|others?)$/.test(noun) ? noun : 'people'
  return `${counted} ${event}`
}

function nounAfter(words: readonly Word[], next: number): string | undefined {
  return words.slice(next, next + 3).find((word) => people.test(word.text))?.text
}

function eventAfter(words: readonly Word[], next: number, text: string): string | undefined {
  for (let at = next; at < Math.min(next + 7, words.length); at++) {
    const word = words[at]
    const before = words[at - 1]
    if (!word || !before || /[,;:.(–—]/.test(text.slice(before.span.end, word.span.start))) return undefined
    const event = events.find(([, pattern]) => pattern.test(word.text))
    if (event) return event[0]
    if (!people.test(word.text) && !linking.test(word.text) && at > next && !isToBe(words, at)) return undefined
  }
  return undefined
}

/** The `to` of `are known to be hurt`; what is `to be evacuated` still lies ahead. */
function isToBe(words: readonly Word[], at: number): boolean {
  return (
    words[at]?.text === 'to' &&
    /^(?:known|thought|understood|believed|feared|reported)$/.test(words[at - 1]?.text ?? '')
  )
}

function eventBeforeNumber(words: readonly Word[], index: number): string | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const word = words[at]?.text ?? ''
    const event = eventBefore.get(word)
    if (event) return event
    if (!qualifiers.test(word)) return undefined
  }
  return undefined
}

function tollBefore(words: readonly Word[], index: number): string | undefined {
  if (!/^(?:to|at|of|is|was|past|above|reached|least|reaches|hit|hits|stands|than)$/.test(words[index - 1]?.text ?? ''))
    return undefined
  const before = words.slice(Math.max(0, index - 9), index).map((word) => word.text)
  const at = before.lastIndexOf('toll')
  if (at < 0) return undefined
  return before[at - 1] === 'injury' ? 'injured' : 'killed'
}
