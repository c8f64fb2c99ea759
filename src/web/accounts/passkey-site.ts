import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { RelyingParty } from '../../operations/accounts/manage-passkeys.ts'
import { portOf } from '../arrival.ts'

/**
 * Where passkeys of this server are made and used: its public address, or localhost at this port; never what the request claims. Undefined
 * where browsers make none: at a bare IP address, and without TLS except on localhost.
 */
export function passkeySite(context: Context, baseUrl: string | undefined): RelyingParty | undefined {
  const url = URL.parse(baseUrl ?? `http://localhost:${portOf(context) ?? ''}`)
  if (!url || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  const isLocal = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  return url.protocol === 'https:' || isLocal ? { rpId: url.hostname, origins: [url.origin] } : undefined
}

/** True when the request was made at an address where passkeys can be used. */
export function isAtPasskeySite(context: Context, { origins }: RelyingParty): boolean {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  return origins.some((origin) => new URL(origin).host === host)
}
