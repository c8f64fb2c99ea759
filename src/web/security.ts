import type { MiddlewareHandler } from 'hono'
import { requestState } from './request-state.ts'

/** Headers of every page. */
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
    // The browser turns no string into markup or a script; the policy `twosource` makes only the URLs of our own workers.
    "require-trusted-types-for 'script'",
    'trusted-types twosource',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
}

/** What a style sheet or script needs of them: the others concern documents, and would weigh as much as a small sheet. */
const ofAssets = ['X-Content-Type-Options', 'Cross-Origin-Resource-Policy']

/** Puts the security headers on every answer, errors included. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (requestState(context).isFinished) return
    const isAsset = /^\/assets\/[^/]+\/[^/]+$/.test(context.req.path) && context.res.status === 200
    for (const [name, value] of Object.entries(headers))
      if (!(isAsset && !ofAssets.includes(name)) && !(name === 'Content-Security-Policy' && isOfItsOwn(context.res)))
        context.res.headers.set(name, value)
  }
}

/** True for an answer with a sandbox of its own (a picture, or a page that may be framed), or one that plays a recording. */
function isOfItsOwn(answer: Response): boolean {
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  return (
    /\bsandbox(?: [a-z -]+)?$/.test(policy) || policy === playingPolicy('https:') || policy === playingPolicy('http:')
  )
}

/**
 * The content security policy of a page that plays a publisher's recording: like any other, but media may come from other sites. Not only
 * from its host, since publishers redirect from host to host.
 */
export function playingPolicy(url: string): string {
  const from = url.startsWith('http:') ? 'https: http:' : 'https:'
  return headers['Content-Security-Policy']!.replace("media-src 'self'", `media-src 'self' ${from}`)
}

/**
 * True when a request that changes something may be carried out: it comes from one of our pages, or from a program other than a browser.
 * Browsers send the origin of a request in Sec-Fetch-Site (Fetch Metadata) on secure origins and localhost, and in Origin on every POST
 * (RFC 6454 §7); a cross-site page can forge neither.
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
