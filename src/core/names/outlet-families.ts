import { britainAndIreland } from './owners-britain-ireland.ts'
import { europe } from './owners-europe.ts'
import { northAmerica } from './owners-north-america.ts'
import { otherCountries } from './owners-world.ts'

/**
 * A company or person that owns several outlets. Editable: add a line, with the month it was true and where it can be
 * checked. Left out: titles that are being sold, joint ventures, and whatever we are not sure of; an outlet missing
 * here counts as independent of all others.
 */
export type OutletOwner = {
  readonly owner: string
  /** The month of which this is known to be true, `2025-06`; titles change hands. */
  readonly asOf: string
  /** The site on which the owner names its titles. */
  readonly see: string
  /** Hosts without `www.`, between white space; whatever stands below one of them belongs to it. */
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

/** The owner of the outlet at a host, or at a host it is part of: `news.bbc.co.uk` is the BBC's. Undefined when not listed. */
export function ownerOfHost(host: string): string | undefined {
  const labels = host.toLowerCase().split('.')
  for (let from = 0; from < labels.length - 1; from += 1) {
    const owner = ownerByHost.get(labels.slice(from).join('.'))
    if (owner !== undefined) return owner
  }
  return undefined
}
