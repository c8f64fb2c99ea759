import type { Source } from '../core/source.ts'
import { agencyName } from './people/agency-name.ts'

/** An article of a report with the agency it names. */
export type Claim = { readonly source: Source; readonly agency?: string | undefined }

/**
 * The outlet that alone says a report is an agency's: the agency's own article is not among them, and no outlet of another
 * owner names it too. Anybody can print `(Reuters)`.
 */
export function soleClaimant(claims: readonly Claim[], agency: string): string | undefined {
  if (claims.some(({ source }) => agencyName(source.name) === agency)) return undefined
  const claiming = claims.filter((claim) => claim.agency === agency).map(({ source }) => source)
  const owners = new Set(claiming.map(({ family, id }) => family ?? id))
  return owners.size === 1 ? claiming[0]?.name : undefined
}
