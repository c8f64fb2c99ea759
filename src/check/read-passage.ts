import type { Mention, TimeExpression } from '../core/annotation.ts'
import type { NumberedSentence } from '../core/claim.ts'
import { nameWordKey } from '../core/names/name-spelling.ts'
import { nth } from '../core/nth.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps, type Span } from '../core/span.ts'
import { freeWords, functionWords, hedges, negations, quantifiers } from './closed-words.ts'
import { type NumberRead, numbersIn } from './numbers-in.ts'
import { keyOf } from './word-forms.ts'

/** A part of a sentence that is compared as a whole: a word, a number with its sign, or a time. Offsets are those of its document. */
export type Unit = Span & {
  readonly text: string
  /** The form used for comparison. */
  readonly key: string
  readonly role: 'free' | 'function' | 'negation' | 'hedge' | 'content' | 'number' | 'time'
  /** The signs between the previous unit and this one, without spaces: `,`, `—`, `“`. */
  readonly gap: string
  readonly isPossessive: boolean
  /** Capitalized within a sentence, or part of a recognized name. */
  readonly isName: boolean
  readonly number?: NumberRead
  readonly time?: TimeExpression
}

/** A name, role or pronoun in a passage: the units from `first` to `last`, and the words of its entity's names. */
export type NamedUnits = {
  readonly first: number
  readonly last: number
  readonly mention: Mention
  readonly names: ReadonlySet<string>
}

/** A sentence or claim, split into units. */
export type Passage = {
  readonly text: string
  readonly start: number
  readonly units: readonly Unit[]
  readonly called: readonly NamedUnits[]
  readonly quotes: readonly Quote[]
  readonly times: readonly TimeExpression[]
  readonly source: NumberedSentence
  /** The signs after the last unit. */
  readonly end: string
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’.\-‐‑][\p{L}\p{M}\p{N}]+)*/gu

/** Splits a sentence into units. Linear in its length. */
export function readPassage(source: NumberedSentence): Passage {
  const { document, annotations, span } = source
  const text = document.text.slice(span.start, span.end)
  const inside = <T extends { readonly span: Span }>(items: readonly T[] | undefined): T[] =>
    (items ?? []).filter((item) => overlaps(item.span, span))
  const times = inside(annotations.times?.items).filter(({ kind }) => kind === 'date' || kind === 'time')
  const mentions = inside(annotations.mentions?.items)
  const units = unitsOf(text, span.start, times, mentions)
  const last = units.at(-1)
  return {
    text,
    start: span.start,
    units,
    called: mentions.flatMap((mention) => calledIn(units, mention)),
    quotes: inside(annotations.quotes?.items).filter(({ isTopic }) => !isTopic),
    times,
    source,
    end: text.slice((last?.end ?? span.start) - span.start).trim(),
  }
}

function unitsOf(text: string, start: number, times: readonly TimeExpression[], mentions: readonly Mention[]): Unit[] {
  const numbers = numbersIn(text)
  const names = mentions.filter(({ form }) => form === 'name').map(({ span }) => span)
  const units: Unit[] = []
  let until = 0
  const push = (from: number, to: number, more: Pick<Unit, 'key' | 'role'> & Partial<Unit>): void => {
    units.push({
      start: start + from,
      end: start + to,
      text: text.slice(from, to),
      gap: text.slice(until, Math.max(until, from)).replace(/\s+/g, ''),
      isPossessive: false,
      isName: false,
      ...more,
    })
    until = Math.max(until, to)
  }
  for (const { word, at } of piecesOf(text, numbers)) {
    if (at < until) continue
    const time = times.find(({ span }) => span.start <= start + at && start + at < span.end)
    if (time) {
      const key = `time:${time.value}${time.until ? `/${time.until}` : ''}`
      push(at, Math.min(text.length, time.span.end - start), { key, role: 'time', time })
      continue
    }
    const number = numbers.find((each) => each.start <= at && at < each.end)
    if (number && !isPartOfName(number, names, start)) {
      push(number.start, number.end, { key: `number:${number.value}${number.sign ?? ''}`, role: 'number', number })
      continue
    }
    for (const part of partsOf(word, at)) {
      const isNamed = names.some((name) => name.start <= start + part.from && start + part.from < name.end)
      push(part.from, part.to, { ...wordUnit(part.word, isNamed, units.length === 0), isPossessive: part.isPossessive })
    }
  }
  return units.map((unit, at) => (isDayWord(unit, units[at + 1]) ? { ...unit, role: 'free' } : unit))
}

/** The words of a text; one that begins with a number is cut after it: `100-member`, `5-4`, `2nd`. */
function piecesOf(text: string, numbers: readonly NumberRead[]): { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(wordPattern)].flatMap((match) => {
    const end = match.index + match[0].length
    const cuts = numbers.filter((each) => each.start >= match.index && each.end < end).map((each) => each.end)
    return [match.index, ...cuts].flatMap((from, index, all) => {
      const until = all[index + 1] ?? end
      const start = from + (text.slice(from, until).match(/^[^\p{L}\p{M}\p{N}]*/u)?.[0].length ?? 0)
      return start < until ? [{ word: text.slice(start, until), at: start }] : []
    })
  })
}

/** `on Friday` is the same as `Friday`. */
function isDayWord({ key }: Unit, next: Unit | undefined): boolean {
  return next?.role === 'time' && /^(?:on|in|at)$/.test(key)
}

/** `Boeing 737`, `G7`: the number belongs to the name. */
function isPartOfName(number: NumberRead, names: readonly Span[], start: number): boolean {
  return names.some((name) => name.start < start + number.start && start + number.end <= name.end)
}

function wordUnit(word: string, isNamed: boolean, isFirst: boolean): Pick<Unit, 'key' | 'role' | 'isName'> {
  const lower = word.toLowerCase().replaceAll('’', "'")
  const isCapital = !isFirst && /^\p{Lu}/u.test(word)
  const isAcronym = /^\p{Lu}[\p{Lu}.]+$/u.test(word) && word.length > 1
  const isName =
    isNamed || ((isCapital || isAcronym) && lower !== 'i' && !freeWords.has(lower) && !functionWords.has(lower))
  if (isName) return { key: nameKey(lower), role: 'content', isName }
  if (negations.has(lower)) return { key: keyOf(lower), role: 'negation', isName }
  if (hedges.has(lower) || quantifiers.has(lower))
    return { key: /^(?:if|provided|providing)$/.test(lower) ? 'if' : keyOf(lower), role: 'hedge', isName }
  if (freeWords.has(lower)) return { key: lower, role: 'free', isName }
  return {
    key: functionWords.has(lower) ? functionKey(lower) : keyOf(lower),
    role: functionWords.has(lower) ? 'function' : 'content',
    isName,
  }
}

const INITIALS: { readonly [name: string]: string } = {
  us: 'usa',
  'u.s': 'usa',
  'u.s.a': 'usa',
  'u.k': 'uk',
  'u.n': 'un',
  'e.u': 'eu',
}

/** A name's word in a form in which its spellings are equal. */
function nameKey(lower: string): string {
  const bare = lower.replace(/\.$/, '')
  return keyOf(nameWordKey(INITIALS[bare] ?? bare))
}

function functionKey(lower: string): string {
  if (/^(?:is|are|am)$/.test(lower)) return 'is'
  if (/^(?:was|were|been)$/.test(lower)) return 'was'
  if (/^(?:if|provided|providing)$/.test(lower)) return 'if'
  return /^(?:toward|towards)$/.test(lower) ? 'toward' : lower
}

type Part = { readonly word: string; readonly from: number; readonly to: number; readonly isPossessive: boolean }

/** `won't` is `will` and `not`; `he's` is `he` and `is`; `Trump's` is possessive. */
function partsOf(word: string, from: number): Part[] {
  const plain = word.replaceAll('’', "'")
  const to = from + word.length
  const part = (text: string, isPossessive = false): Part => ({ word: text, from, to, isPossessive })
  const not = /^(.*?)n't$/i.exec(plain)
  if (not) {
    const verb = /^(?:wo)$/i.test(not[1] ?? '') ? 'will' : /^ca$/i.test(not[1] ?? '') ? 'can' : (not[1] ?? '')
    return [...(verb === '' ? [] : [part(verb)]), part('not')]
  }
  if (/^cannot$/i.test(plain)) return [part('can'), part('not')]
  const short = /^(.+)'(ll|re|ve|m|d|s)$/i.exec(plain)
  if (!short) return [part(word)]
  const [, head = '', tail = ''] = short
  if (tail.toLowerCase() !== 's') return [part(head), part(SHORT[tail.toLowerCase()] ?? tail)]
  return /^(?:he|she|it|that|there|who|what|here|where)$/i.test(head) ? [part(head), part('is')] : [part(head, true)]
}

const SHORT: { readonly [tail: string]: string } = { ll: 'will', re: 'are', ve: 'have', m: 'am', d: 'would' }

function calledIn(units: readonly Unit[], mention: Mention): NamedUnits[] {
  const first = units.findIndex(({ start, end }) => start < mention.span.end && end > mention.span.start)
  if (first < 0) return []
  let last = first
  while (last + 1 < units.length && nth(units, last + 1).start < mention.span.end) last++
  return [{ first, last, mention, names: nameWords(mention.entity.name) }]
}

/** The words of a name, each by its key. */
export function nameWords(name: string): ReadonlySet<string> {
  return new Set(
    [...name.matchAll(wordPattern)].map(([word]) =>
      nameKey(word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '')),
    ),
  )
}
