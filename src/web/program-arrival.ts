import { defined } from '../core/defined.ts'
import type { ProgramArrival } from '../operations/program-door.ts'
import { addressOf, arrivalOf, type IsHere } from './arrival.ts'
import { isOwnRequest } from './security.ts'

/**
 * How the request of a program came; `env` is what Node's server passes on with it. Without `isHere` the address alone makes nobody the
 * owner.
 */
export function programArrival(request: Request, env: unknown, isHere: IsHere = () => false): ProgramArrival {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const { host } = arrivalOf(request, env)
  const bearer = bearerIn(header('authorization'))
  return {
    address: addressOf(env),
    isOwner: isHere(request, env) && isOwnRequest({ site: header('sec-fetch-site'), origin: header('origin'), host }),
    ...defined({ bearer }),
  }
}

/** The token a program sends (RFC 6750 §2.1); undefined without that header. A malformed token is treated as an invalid one. */
export function bearerIn(header: string | undefined): string | undefined {
  if (header === undefined || !/^bearer\b/i.test(header)) return undefined
  return /^bearer +([\w.~+/-]{1,200}=*)$/i.exec(header)?.[1] ?? ''
}
