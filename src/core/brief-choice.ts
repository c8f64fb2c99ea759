/** A reader's settings for their brief, including whether it comes by mail. */
export type BriefChoice = {
  /** At most this many stories, 1 to 12. */
  readonly stories: number
  /** The hour at which it's made, 0 to 23, in the reader's time zone. */
  readonly hour: number
  /** Days on which it comes, ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[]
  readonly isMailed: boolean
  /** On Sundays, a weekly brief as well. */
  readonly isWeekly: boolean
  /** Leaves out stories with nothing new since the previous brief. */
  readonly isOnlyNew: boolean
  /** Primary language tags; empty means every language. */
  readonly languages: readonly string[]
}

export const maxBriefStories = 12
export const weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7]

export const defaultBrief: BriefChoice = {
  stories: maxBriefStories,
  hour: 7,
  days: weekdays,
  isMailed: false,
  isWeekly: false,
  isOnlyNew: false,
  languages: [],
}

/** Reads stored settings. An invalid value is replaced by the default. */
export function readBriefChoice(stored: unknown): BriefChoice {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof BriefChoice, unknown>
  >
  const whole = (value: unknown, least: number, most: number, standing: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : standing
  const truth = (value: unknown) => value === true
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const days = weekdays.filter((day) => list(given.days).includes(day))
  return {
    stories: whole(given.stories, 1, maxBriefStories, defaultBrief.stories),
    hour: whole(given.hour, 0, 23, defaultBrief.hour),
    days: Array.isArray(given.days) ? days : defaultBrief.days,
    isMailed: truth(given.isMailed),
    isWeekly: truth(given.isWeekly),
    isOnlyNew: truth(given.isOnlyNew),
    languages: [...new Set(list(given.languages))].filter(
      (language): language is string => typeof language === 'string' && /^[a-z]{2,3}$/.test(language),
    ),
  }
}
