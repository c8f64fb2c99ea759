import type { Context } from 'hono'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { peerOf, rawHeadersOf } from '../owner.ts'
import { type TrustedHeader, trustedName } from './trusted-header.ts'

/** Proxies that say who has signed in there. */
export type BelievedProxies = {
  /** Whom a proxy names for a request; undefined where none does. */
  identify(context: Context): Promise<ReaderIdentity | undefined>
}

/** Believes the header of some proxies; `named` finds the reader of a name. */
export function believeProxies(
  trusted: TrustedHeader,
  named: (name: string, bringsNewReaders: boolean) => Promise<ReaderIdentity | undefined>,
): BelievedProxies {
  return {
    async identify(context) {
      const name = trustedName(trusted, { peer: peerOf(context.env), raw: rawHeadersOf(context) })
      return name === undefined ? undefined : named(name, trusted.bringsNewReaders)
    },
  }
}
