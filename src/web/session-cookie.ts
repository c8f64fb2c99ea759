import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { longestSessionDays } from '../operations/open-session.ts'
import { arrivalOf, isOwner } from './owner.ts'

/**
 * True where the browser speaks TLS with the house: its public address is https. Who sits at the machine and asks it directly,
 * past the proxy, does not.
 */
export function isSecure(context: Context, baseUrl: string | undefined): boolean {
  if (context.req.url.startsWith('https:')) return true
  return baseUrl?.startsWith('https:') === true && !isOwner(arrivalOf(context.req.raw, context.env))
}

/**
 * Hands the browser its session. Where there is TLS the cookie is `__Host-session`, which no other host and no page without TLS
 * can set (RFC 6265bis §4.1.3); elsewhere `session`. Scripts never see it, and other sites' forms do not carry it.
 */
export function setSessionCookie(
  context: Context,
  session: { readonly token: string },
  baseUrl: string | undefined,
): void {
  const secure = isSecure(context, baseUrl)
  setCookie(context, nameOf(secure), session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    // Counted by the browser's own clock, which may be another than ours.
    maxAge: longestSessionDays * 86_400,
  })
}

/** Takes the session from the browser; the caller ends it. */
export function clearSessionCookie(context: Context, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  deleteCookie(context, nameOf(secure), { path: '/', secure, httpOnly: true, sameSite: 'Lax' })
}

/** The token of the session a request belongs to. Where there is TLS, one set without it is none. */
export function sessionTokenOf(context: Context, baseUrl: string | undefined): string | undefined {
  const token = getCookie(context, nameOf(isSecure(context, baseUrl)))
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

function nameOf(secure: boolean): string {
  return secure ? '__Host-session' : 'session'
}
