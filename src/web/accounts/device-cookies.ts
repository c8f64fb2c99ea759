import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isSecure, nameHere } from '../cookie-name.ts'
import { readerMark } from '../reader.ts'
import { requestState } from '../request-state.ts'
import { safePath } from '../safe-path.ts'

const aYear = 31_536_000

/**
 * Notices that this device has another reader than before, when a proxy names the reader and nobody signs in here. Clears what the browser
 * stored of the former reader (copies of pages, unsent changes) and refuses a form of one of their pages.
 */
export function clearForOtherReader(
  baseUrl: string | undefined,
  isSafe: (context: Context) => boolean,
  refuse: (context: Context) => Response,
): MiddlewareHandler {
  return async (context, next) => {
    const { identity, isNamedByProxy } = requestState(context)
    if (!identity || !isNamedByProxy) return next()
    const secure = isSecure(context, baseUrl)
    const name = `${secure ? '__Host-' : ''}device`
    // Not the id itself, since the cookie stays on the device.
    const mine = readerMark(identity)
    const before = getCookie(context, name)
    if (before === mine) return next()
    setCookie(context, name, mine, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: aYear })
    if (before === undefined) return next()
    clearDevice(context)
    // Requests the page again, so that no cached copy is shown.
    if (!isSafe(context)) return refuse(context)
    const { pathname, search } = new URL(context.req.url)
    return context.redirect(safePath(pathname + search), 303)
  }
}

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

/** Deletes what this browser stored of another reader's pages: copies, changes not yet sent, the service worker. */
export function clearDevice(context: Context): void {
  context.header('Clear-Site-Data', '"cache", "storage"')
}
