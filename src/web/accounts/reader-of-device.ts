import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isSecure } from '../cookie-name.ts'
import { notedOf } from '../noted.ts'
import { readerMark } from '../reader-mark.ts'
import { safePath } from '../safe-path.ts'
import { clearDevice } from './entry-routes.ts'

const aYear = 31_536_000

/**
 * Sees that a device has another reader than before, where a proxy says who that is and nobody signs in here: what the browser keeps of
 * the one before (copies of pages, changes that wait) is cleared, and a form of a page of theirs is refused.
 */
export function clearForAnother(
  baseUrl: string | undefined,
  isSafe: (context: Context) => boolean,
  refuse: (context: Context) => Response,
): MiddlewareHandler {
  return async (context, next) => {
    const { identity, isNamedByProxy } = notedOf(context)
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
    // Asked for anew, so that nothing that was kept is looked at.
    if (!isSafe(context)) return refuse(context)
    const { pathname, search } = new URL(context.req.url)
    return context.redirect(safePath(pathname + search), 303)
  }
}
