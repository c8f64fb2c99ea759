import { englishRoles } from '../../languages/en/names.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// The words of the one language that is tagged; `RoleWords` says what each is.
export const courtesyTitles = words(englishRoles.courtesyTitles)
export const nameTitles = words(englishRoles.titles)
/** `president-elect`, `vice-chairman`, `then-gov`: a title with what bounds it. */
export function isNameTitle(lower: string): boolean {
  return nameTitles.has(lower) || (lower.includes('-') && nameTitles.has(lower.replace(BOUND, '')))
}

const BOUND = /^(?:then|ex|vice|deputy|co|sub)-|-(?:elect|designate|general|delegate)$/g

export const titleModifiers = words(englishRoles.titleModifiers)
export const roleNouns = words(englishRoles.roles)
export const occupations = words(englishRoles.occupations)
export const { speaksForAnother } = englishRoles
export const demonyms: ReadonlyMap<string, string> = new Map(Object.entries(englishRoles.demonyms))

/** A role of one human being; `ministry`, `company`, `officials` are none. */
export function isPersonNoun(lower: string): boolean {
  return occupations.has(lower) || (roleNouns.has(lower) && !englishRoles.bodies.test(lower))
}

/** A word of what somebody is: a title, a role, what comes from where. */
export function isRoleWord(lower: string): boolean {
  return nameTitles.has(lower) || roleNouns.has(lower) || demonyms.has(lower) || lower === 'former'
}
