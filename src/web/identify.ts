import type { Context } from 'hono'
import { guest, houseOwner, type ReaderIdentity } from '../core/reader-identity.ts'
import type { Door } from '../operations/door.ts'
import { addressOf, arrivalOf, isOwner } from './owner.ts'
import { sessionTokenOf } from './session-cookie.ts'

/** What came out beside who it is: the session asked in, or how long a program has to wait. */
type Noted = { readonly sessionId?: string; readonly retryAfterSeconds?: number }
const noted = new WeakMap<Request, Noted>()

/**
 * Says who a request comes from. As long as nobody has a means to sign in, who sits at the machine is the owner and nobody else
 * comes in. From then on: whose session or token it carries; else a guest, where the owner lets anybody read; else nobody.
 */
export function identifyBy(
  door: Door,
  options: { readonly baseUrl?: string },
): (context: Context) => Promise<ReaderIdentity | undefined> {
  return async (context) => {
    if (!(await door.hasMeans())) return isOwner(arrivalOf(context)) ? houseOwner : undefined
    const bearer = bearerOf(context)
    if (bearer !== undefined) {
      const found = await door.byToken(bearer, addressOf(context))
      if (found.kind === 'known') return found.identity
      if (found.kind === 'later') noted.set(context.req.raw, { retryAfterSeconds: found.retryAfterSeconds })
      return undefined
    }
    const token = sessionTokenOf(context, options.baseUrl)
    const found = token === undefined ? undefined : await door.bySession(token)
    if (found) {
      noted.set(context.req.raw, { sessionId: found.sessionId })
      return found.identity
    }
    return (await door.guestsMayRead()) ? guest : undefined
  }
}

/** The session a request was made in; undefined without one. */
export function sessionIdOf(context: Context): string | undefined {
  return noted.get(context.req.raw)?.sessionId
}

/** How long a program has to wait that tried wrong tokens; undefined where it need not. */
export function waitOf(context: Context): number | undefined {
  return noted.get(context.req.raw)?.retryAfterSeconds
}

/** The token a program sends (RFC 6750 §2.1); undefined without that header. One that cannot be a token is one that opens nothing. */
function bearerOf(context: Context): string | undefined {
  const header = context.req.header('authorization')
  if (header === undefined || !/^bearer\b/i.test(header)) return undefined
  return /^bearer +([\w.~+/-]{1,200}=*)$/i.exec(header)?.[1] ?? ''
}
