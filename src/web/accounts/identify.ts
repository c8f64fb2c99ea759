import type { Context } from 'hono'
import { guest, instanceOwner, type ReaderIdentity } from '../../core/reader-identity.ts'
import type { Authentication } from '../../operations/accounts/authentication.ts'
import { notedOf } from '../noted.ts'
import { addressOf, type IsHere } from '../owner.ts'
import { bearerIn } from '../program-arrival.ts'
import type { BelievedProxies } from './identify-by-proxy.ts'
import { sessionTokenOf } from './session-cookie.ts'

/**
 * Says who a request comes from: whom a proxy that is believed names; else whose token or session it carries; else the owner,
 * where the operator trusts this machine (`isHere`) and nobody has a means to sign in yet; else a guest, where the owner lets
 * anybody read; else nobody. An address alone is nobody.
 */
export function identifyBy(
  door: Authentication,
  options: { readonly baseUrl?: string; readonly proxies?: BelievedProxies; readonly isHere?: IsHere },
): (context: Context) => Promise<ReaderIdentity | undefined> {
  return async (context) => {
    const isHere = options.isHere?.(context.req.raw, context.env) === true
    const bearer = bearerIn(context.req.header('authorization'))
    // A program says itself who it is for; whoever else comes through a proxy that is believed is who it names.
    const named = bearer === undefined ? await options.proxies?.identify(context) : undefined
    if (named) {
      notedOf(context).isNamedByProxy = true
      return named
    }
    if (bearer !== undefined) {
      const found = await door.byToken(bearer, addressOf(context.env))
      if (found.kind === 'known') return found.identity
      if (found.kind === 'later') notedOf(context).retryAfterSeconds = found.retryAfterSeconds
      return undefined
    }
    const token = sessionTokenOf(context, options.baseUrl)
    const found = token === undefined ? undefined : await door.bySession(token)
    if (found) {
      notedOf(context).sessionId = found.sessionId
      return found.identity
    }
    if (!(await door.hasSignInMethod())) return isHere ? instanceOwner : undefined
    return (await door.guestsMayRead()) ? guest : undefined
  }
}

/** The session a request was made in; undefined without one. */
export function sessionIdOf(context: Context): string | undefined {
  return notedOf(context).sessionId
}

/** How long a program has to wait that tried wrong tokens; undefined where it need not. */
export function waitOf(context: Context): number | undefined {
  return notedOf(context).retryAfterSeconds
}
