import type { Context } from 'hono'
import { arrivalOf, looksLocal } from './arrival.ts'

/**
 * True when the browser speaks TLS with this server: its public address is https. A browser on the same machine that bypasses the proxy
 * does not.
 */
export function isSecure(context: Context, baseUrl: string | undefined): boolean {
  if (context.req.url.startsWith('https:')) return true
  return baseUrl?.startsWith('https:') === true && !looksLocal(arrivalOf(context.req.raw, context.env))
}

/**
 * The name of a cookie at this host. With TLS no other host and no page without TLS can set it (RFC 6265bis §4.1.3); otherwise the name
 * contains the port, since a browser shares cookies between all ports of a host (§8.5).
 */
export function nameHere(context: Context, name: string, secure: boolean): string {
  if (secure) return `__Host-${name}`
  const [, port] = /:(\d{1,5})$/.exec(context.req.header('host') ?? '') ?? []
  return port === undefined ? name : `${name}-${port}`
}
