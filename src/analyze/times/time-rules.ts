import type { TimeExpression } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { matchesOf } from '../../core/text/matches-of.ts'
import type { TimeMeaning } from '../../languages/time-words.ts'
import type { Day } from './time-calendar.ts'

/** What a phrase means: the annotation without its place. */
export type TimeValue = Pick<TimeExpression, 'kind' | 'value' | 'until'>

/** Where a phrase is: the day the article was published, and the sentence before and after the phrase. */
export type Scene = {
  readonly anchor: Day
  readonly before: string
  readonly after: string
  /** BCP 47, as the document has it. */
  readonly language: string
}

export type Groups = Readonly<Record<string, string | undefined>>

/** A pattern with named groups, and what its matches mean; undefined: nothing we would vouch for. */
export type TimeRule = {
  /** Flags `gu`, and `i` where case says nothing. */
  readonly pattern: RegExp
  readonly resolve: (groups: Groups, scene: Scene) => TimeValue | undefined
  /** A phrase that is to be left alone: no later rule may read a part of it. */
  readonly isAbstention: boolean
  /** True when every match has a digit, so that a sentence without one need not be read. */
  readonly needsDigit: boolean
  /** What every match has, cheaper to look for than the pattern: a sentence without it need not be read. */
  readonly needs: RegExp | undefined
}

/** How the phrases of a language are read: those that count days from publication, and the others by what they mean. */
export type Meanings = {
  readonly days: (groups: Groups, scene: Scene, from: number) => TimeValue
  readonly named: { readonly [Name in TimeMeaning]?: TimeRule['resolve'] }
}

/** The rules of one language; a sentence without the trigger holds no time phrase and is not read further. */
export type RuleSet = { readonly trigger: RegExp; readonly rules: readonly TimeRule[] }

/** A phrase found in a sentence: offsets within the sentence. */
export type Found = { readonly start: number; readonly end: number } & TimeValue

/** So many characters of the sentence to either side are looked at: the time stays linear. */
const nearby = 240

/**
 * Applies rules in order, the most telling first; a later rule never reads what an earlier one took.
 * @param sentence the text of one sentence
 */
export function applyRules({ trigger, rules }: RuleSet, sentence: string, anchor: Day, language: string): Found[] {
  if (!trigger.test(sentence)) return []
  const hasDigit = /\p{Nd}/u.test(sentence)
  /** 1 where a phrase is: many phrases in one long sentence must not be compared each with each. */
  let taken: Uint8Array | undefined
  const found: Found[] = []
  for (const { pattern, resolve, isAbstention, needsDigit, needs } of rules) {
    if ((needsDigit && !hasDigit) || (needs && !needs.test(sentence))) continue
    for (const match of matchesOf(pattern, sentence)) {
      const start = match.index
      const end = start + match[0].length
      if (end === start || taken?.subarray(start, end).includes(1)) continue
      const before = sentence.slice(Math.max(0, start - nearby), start)
      const scene = { anchor, before, after: sentence.slice(end, end + nearby), language }
      const value = resolve(match.groups ?? {}, scene)
      if (value) found.push({ start, end, ...value })
      if (!value && !isAbstention) continue
      taken ??= new Uint8Array(sentence.length)
      taken.fill(1, start, end)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A date, or a range when `until` is given. */
export function dateValue(value: string, until?: string): TimeValue {
  return { kind: 'date', value, ...defined({ until }) }
}

/** The last place of a pattern (with the flag `g`) in a text; -1 if there is none. */
export function lastIndexOf(pattern: RegExp, text: string): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
