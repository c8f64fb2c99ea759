/** What a reader may choose, by name, with the possible values. The first value is the default. */
const choices = {
  theme: ['auto', 'light', 'dark'],
  /** `auto`: the browser's language. */
  language: ['auto', 'en', 'de', 'es', 'fr', 'ar'],
  density: ['comfortable', 'dense'],
  textSize: ['medium', 'small', 'large', 'largest'],
  /** The typeface of articles. */
  typeface: ['serif', 'sans'],
  /** `auto`: the custom where the language is spoken. */
  weekStart: ['auto', 'monday', 'sunday', 'saturday'],
  /** This server fetches pictures, so that outlets don't learn who reads. `ask` shows a button that loads one. */
  images: ['on', 'ask', 'off'],
  /** Whether we record which stories and articles were opened, and when. */
  history: ['on', 'off'],
  keys: ['on', 'off'],
  /** What marks an article read: opening it, opening or scrolling past it, or only the reader. */
  markRead: ['opened', 'scroll', 'hand'],
  home: ['today', 'feeds', 'brief'],
  /** Whether copies of an article are folded under the first of them, and read with it. */
  foldCopies: ['on', 'off'],
  riverOrder: ['newest', 'oldest'],
  riverShow: ['unread', 'all'],
  /** The layout of the article list: rows, cards, or the list beside the article. */
  riverLook: ['list', 'grid', 'split'],
  /** Whether feeds that fail or fall silent for long raise an alert, once a week at most. */
  feedNotices: ['on', 'off'],
  /** Whether the day's stories appear in feed reader apps. */
  storiesInApps: ['on', 'off'],
} as const

type Choices = typeof choices

export type PreferenceName = keyof Choices | 'timeZone'

/** A reader's preferences, with defaults for what they didn't choose. */
export type Preferences = { readonly [Name in keyof Choices]: Choices[Name][number] } & {
  /** IANA name; empty means the server's. */
  readonly timeZone: string
}

export const preferenceNames = [...Object.keys(choices), 'timeZone'] as readonly PreferenceName[]

/** The possible values of a preference; a time zone may be any the machine knows. */
export function preferenceValues<Name extends keyof Choices>(name: Name): Choices[Name] {
  return choices[name]
}

/** True when the name exists and the value is allowed. */
export function isPreference(name: string, value: string): name is PreferenceName {
  if (name === 'timeZone') return value === '' || isTimeZone(value)
  return Object.hasOwn(choices, name) && (choices[name as keyof Choices] as readonly string[]).includes(value)
}

/** Reads stored preferences. Unknown names and values are ignored. */
export function readPreferences(stored: ReadonlyMap<string, string>): Preferences {
  const chosen = preferenceNames.map((name) => {
    const value = stored.get(name)
    const standing = name === 'timeZone' ? '' : choices[name][0]
    return [name, value !== undefined && isPreference(name, value) ? value : standing]
  })
  return Object.fromEntries(chosen) as Preferences
}

export const defaultPreferences: Preferences = readPreferences(new Map())

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false // JavaScript has no other way to check a time zone
  }
}
