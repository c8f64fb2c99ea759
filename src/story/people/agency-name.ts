import { agencies, agencyNamed } from '../../core/names/agencies.ts'

const shownNames = new Map(agencies.map(([name]) => [name.toLowerCase(), name]))

/** The name an agency is shown by, when a credit line or a source's name is an agency's; else undefined. */
export function agencyName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  return agencyNamed(name) ?? shownNames.get(name.trim().toLowerCase())
}

/** An agency for a credit line that names one, known to us or not: a credit is by its field an agency's. */
export function creditName(credit: string | undefined): string | undefined {
  const trimmed = credit?.trim()
  return trimmed ? (agencyName(trimmed) ?? trimmed) : undefined
}
