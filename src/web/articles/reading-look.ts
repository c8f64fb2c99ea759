import type { Preferences } from '../../core/preferences.ts'

/**
 * How articles look on one device: chosen under “Aa”, kept in a cookie, so that the server renders it at once. The account's own settings
 * stay the base of every device: its text size scales whole pages, these sizes come on top; typeface and theme hold where none is chosen
 * here. The first value of each list is the usual one.
 */
export const readingChoices = {
  size: ['medium', 'small', 'large', 'xl'],
  width: ['normal', 'narrow', 'wide'],
  height: ['normal', 'tight', 'loose'],
  typeface: ['serif', 'sans'],
  paper: ['auto', 'light', 'sepia', 'dark'],
} as const

export type ReadingChoice = keyof typeof readingChoices
export type ReadingLook = { readonly [Name in ReadingChoice]?: (typeof readingChoices)[Name][number] }

export const readingCookie = 'reading'

const names = Object.keys(readingChoices) as readonly ReadingChoice[]

/** The look in a cookie (`size-large.paper-sepia`) or in a form; what is unknown is left out. */
export function readingLook(value: (name: ReadingChoice) => string | undefined): ReadingLook {
  return Object.fromEntries(
    names.flatMap((name) => {
      const known = readingChoices[name].find((one) => one === value(name))
      return known ? [[name, known]] : []
    }),
  )
}

export function readLookCookie(cookie: string | undefined): ReadingLook {
  const parts = new Map((cookie ?? '').split('.').map((part) => part.split('-', 2) as [string, string]))
  return readingLook((name) => parts.get(name))
}

export function lookCookie(look: ReadingLook): string {
  return names.flatMap((name) => (look[name] === undefined ? [] : `${name}-${look[name]}`)).join('.')
}

/** What of a look differs from the account's settings and the usual: only that is kept, so that later changes of the settings arrive. */
export function ownLook(look: ReadingLook, preferences: Pick<Preferences, 'typeface'>): ReadingLook {
  const usual = chosenLook(undefined, preferences)
  return readingLook((name) => (look[name] === usual[name] ? undefined : look[name]))
}

/** What is chosen now: on this device, else in the settings, else the usual. */
export function chosenLook(
  look: ReadingLook | undefined,
  { typeface }: Pick<Preferences, 'typeface'>,
): Required<ReadingLook> {
  return { size: 'medium', width: 'normal', height: 'normal', typeface, paper: 'auto', ...look }
}
