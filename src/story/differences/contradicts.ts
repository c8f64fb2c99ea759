import { nth } from '../../core/nth.ts'
import { oncePerObject } from '../../core/once-per-object.ts'
import { inEveryLanguage } from '../../languages/all.ts'
import { english } from '../../languages/en/pack.ts'
import type { Amount } from '../../languages/pack.ts'
import { isDoneInOnlyOne } from '../commitments/done-in-one.ts'
import type { Word } from '../words.ts'
import { OUTCOMES, type Outcome, outcomeKey, PHRASES } from './outcomes.ts'

/** Numbers from two on, in all languages that are read. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  inEveryLanguage(({ numbers }) => numbers).flatMap((numbers) =>
    numbers.split(' ').map((pair) => {
      const [word = '', value] = pair.split('=')
      return [word, Number(value)] as const
    }),
  ),
)

/** The numbers among words, as digits: `seven` equals `7`. `One` is left out, as it is usually not a number. */
function numbersIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text }) => {
    if (/^\p{N}/u.test(text)) return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    const value = NUMBERS.get(text) ?? tensAndOnes(text)
    return value === undefined ? [] : String(value)
  })
}

/** `forty-seven` */
function tensAndOnes(text: string): number | undefined {
  const [tens, ones, ...more] = text.split('-').map((part) => (part === 'one' ? 1 : NUMBERS.get(part)))
  return tens === undefined || ones === undefined || more.length > 0 || tens < 20 ? undefined : tens + ones
}

const wholeWord = (words: readonly string[]) => new RegExp(`^(?:${words.join('|')})$`, 'u')
const AMOUNTS: readonly Amount[] = ['all', 'most', 'half', 'some', 'few']
/** How much of something is meant, by words of one meaning, in the languages that are read. */
const MEANINGS = AMOUNTS.map(
  (amount) => [amount, wholeWord(inEveryLanguage(({ statements }) => statements?.amounts?.[amount]))] as const,
)

function partsIn(words: readonly Word[]): string[] {
  return words.flatMap(({ text }, at) => {
    const meaning = MEANINGS.find(([, pattern]) => pattern.test(text))?.[0]
    const [before, after] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
    if (meaning === undefined || IN_ALL.test(before)) return []
    // `some 300 people`, `most expensive`
    if (/^\p{N}/u.test(after) && meaning === 'some') return []
    if (text === 'most' && !/^(?:of|\p{L}+s)$/u.test(after)) return []
    return meaning === 'all' && /^(?:but|except)$/.test(after) ? ['all but'] : [meaning]
  })
}

/** `in all`, `at all`, `after all` */
const IN_ALL = /^(?:in|at|after|above|of|for|once)$/

const ENGLISH_DENIAL = wholeWord([english.statements?.denials ?? ''])
const DENIAL = wholeWord(inEveryLanguage(({ statements }) => statements?.denials))
const HEDGE = wholeWord(inEveryLanguage(({ statements }) => statements?.hedges))

/** What of a wording another may contradict. */
type Stance = {
  readonly denials: number
  readonly isHedged: boolean
  readonly keys: ReadonlySet<string>
  readonly outcomes: readonly WordOutcomes[]
  readonly numbers: readonly string[]
  /** `most of the workers`, `all the workers`; or all with an exception. */
  readonly quantities: readonly string[]
}

const stanceOf = oncePerObject((words: readonly Word[]): Stance => {
  const keys = words.map(({ text }) => outcomeKey(text))
  return {
    denials: words.filter(denies).length,
    isHedged: words.some(isHedge),
    keys: new Set(keys),
    outcomes: outcomesOf(keys),
    numbers: numbersIn(words),
    quantities: partsIn(words),
  }
})

/**
 * Whether two similar wordings say different things: another number or quantity, one more denial, an opposite outcome, a doubt that only
 * one has, or an act that only one reports as done. Then neither is evidence for the other.
 */
export function contradicts(a: readonly Word[], b: readonly Word[]): boolean {
  const [ours, theirs] = [stanceOf(a), stanceOf(b)]
  return (
    ours.denials % 2 !== theirs.denials % 2 ||
    ours.isHedged !== theirs.isHedged ||
    areOpposite(ours, theirs) ||
    conflict(ours.numbers, theirs.numbers) ||
    conflict(ours.quantities, theirs.quantities) ||
    isDoneInOnlyOne(a, b)
  )
}

/** Each has one that the other does not have. */
function conflict(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => !b.includes(one)) && b.some((one) => !a.includes(one))
}

/** Whether a lower-case English word denies. */
export function isNegation(word: string): boolean {
  return /n't$/.test(word) || ENGLISH_DENIAL.test(word)
}

/** Whether a word denies, in any supported language. */
export function denies({ text }: Pick<Word, 'text'>): boolean {
  return /n't$/.test(text) || DENIAL.test(text)
}

function isHedge({ text }: Word, at: number, words: readonly Word[]): boolean {
  if (text !== 'may') return HEDGE.test(text)
  // `May` the month follows a preposition or is next to a number.
  const [before, after] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
  return !MONTH_AFTER.test(before) && !/^\p{N}/u.test(after)
}

const MONTH_AFTER = /^(?:\p{N}.*|in|of|on|since|until|till|by|from|to|before|after|early|mid|late|last|next|this)$/u

/**
 * Whether two wordings report opposite outcomes or stages: on some matter, the words only one has are all on a different side from those
 * only the other has. `shares fell as oil rose` and `shares slid as oil climbed` are not opposite; `was detained` and `was released on
 * bail` are.
 */
function areOpposite(a: Stance, b: Stance): boolean {
  if (a.outcomes.length === 0 || b.outcomes.length === 0) return false
  const here = sidesOf(a.outcomes, b.keys)
  for (const [matter, sides] of sidesOf(b.outcomes, a.keys)) {
    const others = here.get(matter)
    if (others !== undefined && (others & sides) === 0) return true
  }
  return false
}

/** A word or a phrase of two, and what it says of which matters. */
type WordOutcomes = { readonly keys: readonly string[]; readonly outcomes: readonly Outcome[] }

function outcomesOf(keys: readonly string[]): WordOutcomes[] {
  const found: WordOutcomes[] = []
  for (let at = 0; at < keys.length; at++) {
    const key = nth(keys, at)
    const next = keys[at + 1] ?? ''
    const phrase = PHRASES.has(key) ? OUTCOMES.get(`${key}_${next}`) : undefined
    const outcomes = phrase ?? OUTCOMES.get(key)
    if (outcomes) found.push({ keys: phrase ? [key, next] : [key], outcomes })
    if (phrase) at += 1
  }
  return found
}

/** For each matter the sides, as bits, of the words that the other wording lacks. */
function sidesOf(found: readonly WordOutcomes[], others: ReadonlySet<string>): ReadonlyMap<number, number> {
  const sides = new Map<number, number>()
  for (const { keys, outcomes } of found)
    if (!keys.every((key) => others.has(key)))
      for (const { matter, side } of outcomes) sides.set(matter, (sides.get(matter) ?? 0) | (1 << side))
  return sides
}
