import { defined } from '../core/defined.ts'
import type { ProgramCaller } from '../operations/program-authentication.ts'
import { addressOf, arrivalOf, type IsHere } from './owner.ts'
import { isOwnRequest } from './security.ts'

/** How the request of a program came; `env` is what the server of Node hands on beside it. Without `isHere` nobody is the owner by address. */
export function programArrival(request: Request, env: unknown, isHere: IsHere = () => false): ProgramCaller {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const { host } = arrivalOf(request, env)
  const bearer = bearerIn(header('authorization'))
  return {
    address: addressOf(env),
    isOwner: isHere(request, env) && isOwnRequest({ site: header('sec-fetch-site'), origin: header('origin'), host }),
    ...defined({ bearer }),
  }
}

/** The token a program sends (RFC 6750 §2.1); undefined without that header. One that cannot be a token is one that opens nothing. */
export function bearerIn(header: string | undefined): string | undefined {
  if (header === undefined || !/^bearer\b/i.test(header)) return undefined
  return /^bearer +([\w.~+/-]{1,200}=*)$/i.exec(header)?.[1] ?? ''
}
