import type { Context } from 'hono'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { peerOf, rawHeadersOf } from '../arrival.ts'
import { type TrustedHeader, trustedName } from './trusted-header.ts'

/** Reverse proxies whose header names the reader who is signed in there. */
export type TrustedProxies = {
  /** The reader a proxy names in a request; undefined when none does. */
  identify(context: Context): Promise<ReaderIdentity | undefined>
}

/** Trusts the header of some proxies; `named` finds the reader by name. */
export function trustProxies(
  trusted: TrustedHeader,
  named: (name: string, bringsNewReaders: boolean) => Promise<ReaderIdentity | undefined>,
): TrustedProxies {
  return {
    async identify(context) {
      const name = trustedName(trusted, { peer: peerOf(context.env), raw: rawHeadersOf(context) })
      return name === undefined ? undefined : named(name, trusted.bringsNewReaders)
    },
  }
}
