import type { Context } from 'hono'
import { guest, instanceOwner, type ReaderIdentity } from '../../core/reader-identity.ts'
import type { Authentication } from '../../operations/accounts/authentication.ts'
import { addressOf, bearerIn, type IsHere } from '../arrival.ts'
import { requestState } from '../request-state.ts'
import { sessionTokenOf } from './session-cookie.ts'
import type { TrustedProxies } from './trusted-header.ts'

/**
 * Says who a request comes from, in this order: the reader a trusted proxy names; the owner of the token or session it carries; the owner,
 * when the operator trusts this machine (`isHere`) and nobody has set up a sign-in method yet; a guest, when the owner allows guests to
 * read; else nobody. An IP address alone identifies nobody.
 */
export function identifyBy(
  door: Authentication,
  options: { readonly baseUrl?: string; readonly proxies?: TrustedProxies; readonly isHere?: IsHere },
): (context: Context) => Promise<ReaderIdentity | undefined> {
  return async (context) => {
    const isHere = options.isHere?.(context.req.raw, context.env) === true
    const bearer = bearerIn(context.req.header('authorization'))
    // A program names its reader by its token; any other request through a trusted proxy comes from the reader the proxy names.
    const named = bearer === undefined ? await options.proxies?.identify(context) : undefined
    if (named) {
      requestState(context).isNamedByProxy = true
      return named
    }
    if (bearer !== undefined) {
      const found = await door.byToken(bearer, addressOf(context.env))
      if (found.kind === 'known') return found.identity
      if (found.kind === 'later') requestState(context).retryAfterSeconds = found.retryAfterSeconds
      return undefined
    }
    const token = sessionTokenOf(context, options.baseUrl)
    const found = token === undefined ? undefined : await door.bySession(token)
    if (found) {
      requestState(context).sessionId = found.sessionId
      return found.identity
    }
    if (!(await door.hasSignInMethod())) return isHere ? instanceOwner : undefined
    return (await door.guestsMayRead()) ? guest : undefined
  }
}

export function sessionIdOf(context: Context): string | undefined {
  return requestState(context).sessionId
}

/** How long a program that tried wrong tokens has to wait; undefined when it need not. */
export function retryAfterOf(context: Context): number | undefined {
  return requestState(context).retryAfterSeconds
}
