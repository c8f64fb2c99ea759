/** How a language tells times: the phrases, and the calendar by which they are read. */
export type TimeWords = {
  /** A sentence without it has no time phrase and is not read further. */
  readonly trigger: RegExp
  /** Absent in English, whose phrases are read by code of their own (`src/analyze/times/english-meanings.ts`). */
  readonly calendar?: CalendarWords
  /** In the order in which they are looked for; a later one never reads what an earlier one took. */
  readonly phrases: readonly TimePhrase[]
  /** What may be written together with the first word of a phrase, as a pattern: `[وبلف]?`. */
  readonly prefix?: string
  /** What may be between a time and its day: `at 9 a.m. on Tuesday`. White space and a comma when absent. Anchored at both ends. */
  readonly joint?: RegExp
  /** Words for days that are counted from the day of speaking: `Friday`, `yesterday`. */
  readonly counted: RegExp
}

/** A phrase, and what it means. */
export type TimePhrase = {
  /**
   * A pattern with named groups: `date`, `month`, `year`, `weekday`, `part` (of the day), `count`, `unit`, `hour`, `minute`, `period`;
   * `modifier` is a word for last or next, `since` opens a range, `ahead` says that it is to come. `date2` and `year2` end a range; any
   * other name with a 2 is the same group at a second place. With a calendar, whole words are matched; without, the pattern alone.
   */
  readonly says: string
  /** `days` counts from the day of publication, `nothing` is a phrase that is to be left alone. */
  readonly means: TimeMeaning | { readonly days: number } | 'nothing'
  /** Capitals matter. Otherwise they do not. */
  readonly isCased?: boolean
  /** A date written out: when there is no such date, its parts are no dates either. */
  readonly isWhole?: boolean
  /** What must be before the phrase in its sentence. Anchored at the end. */
  readonly after?: RegExp
  /** Every match has a digit, so that a sentence without one need not be read. */
  readonly needsDigit?: boolean
  /** What every match has, cheaper to look for than the pattern. */
  readonly needs?: RegExp
}

/** What a phrase may mean; those in the last three lines are read in English only. */
export type TimeMeaning =
  | ('exact' | 'range' | 'numeric' | 'month' | 'weekday' | 'nightBefore' | 'weekend' | 'period' | 'year' | 'yearRange')
  | ('ago' | 'hence' | 'duration' | 'clock')
  | ('numericInEitherOrder' | 'monthRange' | 'weekdayRange' | 'endOfPeriod' | 'decade' | 'holiday' | 'set')
  // Counted from the date told before.
  | ('that' | 'neighbor' | 'neighborWeekday' | 'later')

export type CalendarUnit = 'hour' | 'day' | 'week' | 'month' | 'year'

/** What a language calls the parts of the calendar. */
export type CalendarWords = {
  /** The twelve months, each with all its names, in small letters. */
  readonly months: readonly (readonly string[])[]
  /** The days from Sunday. */
  readonly weekdays: readonly (readonly string[])[]
  /** Numerals, each with all its forms: the place in the list is the number. */
  readonly numerals: readonly (readonly string[])[]
  /** How the names of units begin. */
  readonly units: { readonly [Name in CalendarUnit]: RegExp }
  /** A unit whose form says that there are two of it. */
  readonly dual?: RegExp
  /** Parts of the day and their TIMEX3 code. */
  readonly parts: readonly (readonly [words: RegExp, code: string])[]
  /** `last`, `next`. */
  readonly last: RegExp
  readonly next: RegExp
  /** What ends a clause, and verbs that say when a clause is. All with flag `g`. */
  readonly clauseEnd: RegExp
  readonly future: RegExp
  readonly past: RegExp
  /** Right before a time that is still to come: `until`, `from`. Anchored at the end. */
  readonly ahead: RegExp
}

/** All names as one alternation, the longest first. */
export function anyOf(names: readonly (readonly string[])[]): string {
  return names
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')
}
