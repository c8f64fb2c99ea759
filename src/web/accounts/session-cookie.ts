import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { longestSessionDays } from '../../operations/accounts/open-session.ts'
import { isSecure, nameHere } from '../cookie-name.ts'
import { setKnownDevice } from './known-device-cookie.ts'

/**
 * Hands the browser its session. Where there is TLS the cookie is `__Host-session`, which no other host and no page without TLS
 * can set (RFC 6265bis §4.1.3); elsewhere `session` with the port, since a browser has one jar for all programs of a host, whatever
 * their ports (§8.5), and many call theirs `session`. Scripts never see it, and other sites' forms do not carry it.
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
    // Counted by the browser's own clock, which may be another than ours.
    maxAge: longestSessionDays * 86_400,
  })
  if (session.device !== undefined) setKnownDevice(context, session.device, baseUrl)
}

/** Takes the session from the browser; the caller ends it. */
export function clearSessionCookie(context: Context, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  // Under its name of before only where it is ours: it may be another program's.
  const names = isToken(getCookie(context, formerName)) && !secure ? [formerName] : []
  for (const name of new Set([nameOf(context, secure), ...names]))
    deleteCookie(context, name, { path: '/', secure, httpOnly: true, sameSite: 'Lax' })
}

/** The token of the session a request belongs to. Where there is TLS, one set without it is none. */
export function sessionTokenOf(context: Context, baseUrl: string | undefined): string | undefined {
  const secure = isSecure(context, baseUrl)
  const token = getCookie(context, nameOf(context, secure)) ?? (secure ? undefined : getCookie(context, formerName))
  return isToken(token) ? token : undefined
}

/** What it was called without TLS before it named its port; such sessions go on. */
const formerName = 'session'

function isToken(value: string | undefined): value is string {
  return value !== undefined && /^[\w-]{43}$/.test(value)
}

function nameOf(context: Context, secure: boolean): string {
  return nameHere(context, formerName, secure)
}
