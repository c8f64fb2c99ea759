import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isSecure, nameHere } from '../cookie-name.ts'

const aYear = 31_536_000

/** Stores in the browser that somebody signed in here. It stays after signing out: that is its purpose. */
export function setKnownDevice(context: Context, device: string, baseUrl: string | undefined): void {
  const secure = isSecure(context, baseUrl)
  setCookie(context, nameHere(context, 'known', secure), device, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: aYear,
  })
}

export function knownDeviceOf(context: Context, baseUrl: string | undefined): string | undefined {
  const device = getCookie(context, nameHere(context, 'known', isSecure(context, baseUrl)))
  return device !== undefined && /^[\w-]{16}\.[\w-]{43}$/.test(device) ? device : undefined
}
