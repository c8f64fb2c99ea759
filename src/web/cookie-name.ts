import type { Context } from 'hono'
import { arrivalOf, looksLocal } from './owner.ts'

/**
 * True where the browser speaks TLS with the house: its public address is https. Who sits at the machine and asks it directly,
 * past the proxy, does not.
 */
export function isSecure(context: Context, baseUrl: string | undefined): boolean {
  if (context.req.url.startsWith('https:')) return true
  return baseUrl?.startsWith('https:') === true && !looksLocal(arrivalOf(context.req.raw, context.env))
}

/**
 * What a cookie is called at this host. Where there is TLS no other host and no page without TLS can set it (RFC 6265bis §4.1.3);
 * elsewhere it names the port, since a browser has one jar for all programs of a host, whatever their ports (§8.5).
 */
export function nameHere(context: Context, name: string, secure: boolean): string {
  if (secure) return `__Host-${name}`
  const [, port] = /:(\d{1,5})$/.exec(context.req.header('host') ?? '') ?? []
  return port === undefined ? name : `${name}-${port}`
}
