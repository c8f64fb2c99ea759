import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { longestSessionDays } from '../../operations/accounts/open-session.ts'
import { isSecure, nameHere } from '../cookie-name.ts'
import { setKnownDevice } from './device-cookies.ts'

/**
 * Gives the browser its session. With TLS the cookie is `__Host-session`, which no other host and no page without TLS can set (RFC 6265bis
 * §4.1.3). Otherwise it is `session` with the port: a browser shares cookies between all ports of a host (§8.5), and many programs use the
 * name `session`. Scripts cannot read it, and forms of other sites do not send it.
 */
export function setSessionCookie(
  context: Context,
  session: { readonly token: string; readonly device?: string },
  baseUrl: string | undefined,
): void {
  const secure = isSecure(context, baseUrl)
  setCookie(context, nameOf(context, secure), session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    // Counted by the browser's clock, which may differ from ours.
    maxAge: longestSessionDays * 86_400,
  })
  if (session.device !== undefined) setKnownDevice(context, session.device, baseUrl)
}

/** Deletes the browser's session cookie; the caller ends the session. */
export function clearSessionCookie(context: Context, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  // The former name only when the cookie is ours: it may be another program's.
  const names = isToken(getCookie(context, formerName)) && !secure ? [formerName] : []
  for (const name of new Set([nameOf(context, secure), ...names]))
    deleteCookie(context, name, { path: '/', secure, httpOnly: true, sameSite: 'Lax' })
}

/** The session token of a request. With TLS, a cookie set without it is ignored. */
export function sessionTokenOf(context: Context, baseUrl: string | undefined): string | undefined {
  const secure = isSecure(context, baseUrl)
  const token = getCookie(context, nameOf(context, secure)) ?? (secure ? undefined : getCookie(context, formerName))
  return isToken(token) ? token : undefined
}

/** Its name without TLS before it contained the port; such sessions continue. */
const formerName = 'session'

function isToken(value: string | undefined): value is string {
  return value !== undefined && /^[\w-]{43}$/.test(value)
}

function nameOf(context: Context, secure: boolean): string {
  return nameHere(context, formerName, secure)
}
