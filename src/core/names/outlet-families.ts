import { britainAndIreland } from './owners-britain-ireland.ts'
import { europe } from './owners-europe.ts'
import { northAmerica } from './owners-north-america.ts'
import { otherCountries } from './owners-world.ts'

/**
 * A company or person that owns several outlets. To extend, add a line with the month in which it was true and where to check
 * it. Not listed: titles being sold, joint ventures, and whatever we're unsure of; an unlisted outlet counts as independent of
 * all others.
 */
export type OutletOwner = {
  readonly owner: string
  /** The month in which this was true, `2025-06`; titles change hands. */
  readonly asOf: string
  /** The page on which the owner lists its titles. */
  readonly see: string
  /** Hosts without `www.`, separated by white space; subdomains are included. */
  readonly hosts: string
}

export const outletOwners: readonly OutletOwner[] = [
  ...britainAndIreland,
  ...northAmerica,
  ...europe,
  ...otherCountries,
]

const ownerByHost = new Map(
  outletOwners.flatMap(({ owner, hosts }) =>
    hosts.split(/\s+/).flatMap((host) => (host ? [[host, owner] as const] : [])),
  ),
)

/** The owner of the outlet at a host or a host above it: `news.bbc.co.uk` is the BBC's. Undefined if not listed. */
export function ownerOfHost(host: string): string | undefined {
  const labels = host.toLowerCase().split('.')
  for (let from = 0; from < labels.length - 1; from += 1) {
    const owner = ownerByHost.get(labels.slice(from).join('.'))
    if (owner !== undefined) return owner
  }
  return undefined
}
