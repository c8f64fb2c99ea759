import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { StepKind } from '../../operations/accounts/sign-in-step.ts'
import { isSecure } from '../cookie-name.ts'

const FIFTEEN_MINUTES = 900

/**
 * Binds a step of signing in to this browser. The cookie comes back from another site by a link alone (Lax): that is how a provider
 * sends a browser home. The step itself ends earlier than the cookie.
 */
export function setStepCookie(context: Context, kind: StepKind, token: string, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  setCookie(context, nameOf(kind, secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: FIFTEEN_MINUTES,
  })
}

/** The token of a step this browser has begun; undefined where it has begun none. */
export function stepTokenOf(context: Context, kind: StepKind, baseUrl: string | undefined): string | undefined {
  const token = getCookie(context, nameOf(kind, isSecure(context, baseUrl)))
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

/** Takes a step from the browser that is over. */
export function clearStepCookie(context: Context, kind: StepKind, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  deleteCookie(context, nameOf(kind, secure), { path: '/', secure, httpOnly: true, sameSite: 'Lax' })
}

function nameOf(kind: StepKind, secure: boolean): string {
  return `${secure ? '__Host-' : ''}step-${kind}`
}
