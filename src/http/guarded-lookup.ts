import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './private-address.ts'

/** Resolves a name to all its addresses: the system's resolver, or a replacement in a test. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A connection fails with it when its name resolves only to private networks. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError'
  readonly hostname: string

  constructor(hostname: string, addresses: readonly string[]) {
    super(`“${hostname}” resolves to ${addresses.join(', ')}, not an address of the public internet`)
    this.hostname = hostname
  }
}

/**
 * A `lookup` for sockets that returns only public addresses. It runs when the connection is made and the socket uses its result,
 * so a name that changes its answer in between ("DNS rebinding") gains nothing.
 */
export function guardedLookup(resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const open = addresses.filter(({ address }) => isPublicAddress(address))
      const [first] = open
      if (!first)
        return callback(
          new RefusedAddressError(
            hostname,
            addresses.map(({ address }) => address),
          ),
          '',
          0,
        )
      return options.all ? callback(null, open) : callback(null, first.address, first.family)
    })
  }
}
