import type { MiddlewareHandler } from 'hono'
import { notedOf } from './noted.ts'

/** What every page is served with. */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "media-src 'self'",
    "font-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // No string becomes markup or a script in the browser; `twosource` makes the addresses of our own workers alone.
    "require-trusted-types-for 'script'",
    'trusted-types twosource',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

/** What a sheet or a script needs of them: the others are about documents, and would weigh as much as a small sheet. */
const ofAssets = ['X-Content-Type-Options', 'Cross-Origin-Resource-Policy']

/** Puts the security headers on every answer, errors included. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (notedOf(context).isSealed) return
    const isAsset = /^\/assets\/[^/]+\/[^/]+$/.test(context.req.path) && context.res.status === 200
    for (const [name, value] of Object.entries(headers))
      if (!(isAsset && !ofAssets.includes(name)) && !(name === 'Content-Security-Policy' && isOfItsOwn(context.res)))
        context.res.headers.set(name, value)
  }
}

/** True for an answer that brings a sandbox of its own (a picture, or what may stand in a frame), or plays a recording. */
function isOfItsOwn(answer: Response): boolean {
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  return (
    /\bsandbox(?: [a-z -]+)?$/.test(policy) || policy === playingPolicy('https:') || policy === playingPolicy('http:')
  )
}

/**
 * The policy of a page that plays a recording of a publisher: like any other, but that media may come from elsewhere. Not from
 * its host alone, since publishers pass listeners on from host to host.
 */
export function playingPolicy(url: string): string {
  const from = url.startsWith('http:') ? 'https: http:' : 'https:'
  return headers['Content-Security-Policy']!.replace("media-src 'self'", `media-src 'self' ${from}`)
}

/**
 * True when a request that changes something may be carried out: it comes from a page of our own, or from a program
 * that is no browser. Browsers say where a request comes from in Sec-Fetch-Site (Fetch Metadata) on secure origins and
 * localhost, and in Origin on every POST (RFC 6454 §7); a cross-site page can forge neither.
 */
export function isOwnRequest(
  request: {
    readonly site?: string | undefined
    readonly origin?: string | undefined
    readonly host?: string | undefined
  },
  baseUrl?: string,
): boolean {
  const { site, origin, host } = request
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  const from = URL.parse(origin)
  if (!from) return false
  return from.host === host || (baseUrl !== undefined && from.host === URL.parse(baseUrl)?.host)
}
