import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { StepKind } from '../../operations/accounts/sign-in-step.ts'
import { isSecure } from '../cookie-name.ts'

const FIFTEEN_MINUTES = 900

/**
 * Binds a step of signing in to this browser. The cookie is `Lax`, so that it comes back with a link from another site: that is how a
 * provider returns the browser. The step itself expires before the cookie.
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

export function stepTokenOf(context: Context, kind: StepKind, baseUrl: string | undefined): string | undefined {
  const token = getCookie(context, nameOf(kind, isSecure(context, baseUrl)))
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

export function clearStepCookie(context: Context, kind: StepKind, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  deleteCookie(context, nameOf(kind, secure), { path: '/', secure, httpOnly: true, sameSite: 'Lax' })
}

function nameOf(kind: StepKind, secure: boolean): string {
  return `${secure ? '__Host-' : ''}step-${kind}`
}
