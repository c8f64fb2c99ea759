/** What a reader may choose, by name: the values there are, the first of which stands until another is chosen. */
const choices = {
  theme: ['auto', 'light', 'dark'],
  /** `auto`: as the browser asks. */
  language: ['auto', 'en', 'fr', 'ar'],
  density: ['comfortable', 'dense'],
  textSize: ['medium', 'small', 'large', 'largest'],
  /** What articles are set in. */
  typeface: ['serif', 'sans'],
  /** `auto`: as is usual where the language is spoken. */
  weekStart: ['auto', 'monday', 'sunday', 'saturday'],
  /** Pictures come from the outlet: `ask` shows a button that loads one. */
  images: ['ask', 'on', 'off'],
  /** Whether it is kept which stories and articles were opened, and when. */
  history: ['on', 'off'],
  keys: ['on', 'off'],
  home: ['today', 'feeds', 'brief'],
  riverOrder: ['newest', 'oldest'],
  riverShow: ['unread', 'all'],
  riverLook: ['cards', 'list', 'expanded'],
  /** Whether the stories of the day are items of the apps that read feeds. */
  storiesInApps: ['on', 'off'],
} as const

type Choices = typeof choices

/** The name of something a reader may choose. */
export type PreferenceName = keyof Choices | 'timeZone'

/** All that a reader chose, with what stands where they did not. */
export type Preferences = { readonly [Name in keyof Choices]: Choices[Name][number] } & {
  /** IANA name; empty: the server's. */
  readonly timeZone: string
}

/** Every name, in no order that means anything. */
export const preferenceNames = [...Object.keys(choices), 'timeZone'] as readonly PreferenceName[]

/** The values a name may have; a time zone may be any that the machine knows. */
export function preferenceValues<Name extends keyof Choices>(name: Name): Choices[Name] {
  return choices[name]
}

/** True when this is a name, and its value one it may have. */
export function isPreference(name: string, value: string): name is PreferenceName {
  if (name === 'timeZone') return value === '' || isTimeZone(value)
  return Object.hasOwn(choices, name) && (choices[name as keyof Choices] as readonly string[]).includes(value)
}

/** Reads what is stored. A value that no longer exists, and a name nobody knows, count as not chosen. */
export function readPreferences(stored: ReadonlyMap<string, string>): Preferences {
  const chosen = preferenceNames.map((name) => {
    const value = stored.get(name)
    const standing = name === 'timeZone' ? '' : choices[name][0]
    return [name, value !== undefined && isPreference(name, value) ? value : standing]
  })
  return Object.fromEntries(chosen) as Preferences
}

/** Nothing chosen yet. */
export const noPreferences: Preferences = readPreferences(new Map())

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false // the only way to ask whether a zone is known
  }
}
