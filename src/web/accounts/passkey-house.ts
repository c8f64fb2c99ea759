import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { RelyingParty } from '../../operations/accounts/manage-passkeys.ts'
import { portOf } from '../owner.ts'

/**
 * Where passkeys of this server are made and used: its public address, or localhost at the port of this machine. Never what a
 * request says of itself. Undefined where browsers make none: under a bare number, and without TLS but on localhost.
 */
export function passkeyHouse(context: Context, baseUrl: string | undefined): RelyingParty | undefined {
  const url = URL.parse(baseUrl ?? `http://localhost:${portOf(context) ?? ''}`)
  if (!url || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  const isLocal = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  return url.protocol === 'https:' || isLocal ? { rpId: url.hostname, origins: [url.origin] } : undefined
}

/** True when a request was made under an address whose passkeys can be used. */
export function isUnderHouse(context: Context, { origins }: RelyingParty): boolean {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  return origins.some((origin) => new URL(origin).host === host)
}
