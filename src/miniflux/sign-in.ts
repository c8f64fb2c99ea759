import { hash } from 'node:crypto'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { ProgramArrival, ProgramDoor } from '../operations/program-door.ts'
import { problem } from './answer.ts'

/** Who a request is carried out for, or the answer that says that nobody is. */
export type SignedIn = { readonly identity: ReaderIdentity } | { readonly answer: Response }

const mostKept = 200
const keptMs = 10 * 60_000

/**
 * Signs in by `X-Auth-Token` with a token made for programs, or by `Authorization: Basic` with a name and a password made for feed
 * readers. Apps send the latter with every request: for ten minutes a right one is known again by what it opened, which still
 * ends at once with its password.
 */
export function signInWith(door: ProgramDoor, now: () => Date) {
  const kept = new Map<string, { readonly token: string; readonly atMs: number }>()

  return async function signIn(request: Request, arrival: ProgramArrival): Promise<SignedIn> {
    const token = request.headers.get('x-auth-token')
    if (token !== null) return opened(await door.identify({ ...arrival, bearer: token }))
    const header = request.headers.get('authorization')
    if (header === null || !/^basic\b/i.test(header)) {
      const known = await door.identify(arrival)
      // Guests read pages: there is nothing of theirs that an app could ask for.
      return known.kind === 'known' && known.identity.role === 'guest' && !known.identity.isProgram
        ? opened({ kind: 'unknown' })
        : opened(known)
    }
    const given = credentialsIn(header)
    return given ? opened(await byPassword(header, given, arrival)) : opened({ kind: 'unknown' })
  }

  async function byPassword(header: string, given: { name: string; password: string }, arrival: ProgramArrival) {
    const key = hash('sha256', header, 'base64url')
    const before = kept.get(key)
    if (before && now().getTime() - before.atMs < keptMs) {
      const known = await door.byLogin(before.token, arrival)
      if (known.kind === 'known') return known
    }
    kept.delete(key)
    const found = await door.logIn(given.name, given.password, arrival)
    if (found.kind === 'known') kept.set(key, { token: found.token, atMs: now().getTime() })
    for (const [oldest] of kept) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return found
  }
}

function opened(known: Awaited<ReturnType<ProgramDoor['identify']>>): SignedIn {
  switch (known.kind) {
    case 'known':
      return { identity: known.identity }
    case 'unknown':
      return { answer: problem(401, 'Access Unauthorized', { 'WWW-Authenticate': 'Basic realm="Twosource"' }) }
    case 'later':
      return { answer: problem(429, 'Too many tries: wait.', { 'Retry-After': String(known.retryAfterSeconds) }) }
  }
}

/** Name and password of the header (RFC 7617 §2). */
function credentialsIn(header: string): { name: string; password: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/_-]+=*)$/i.exec(header.slice(0, 2000))?.[1]
  if (encoded === undefined) return undefined
  const [, name, password] = /^([^:]*):([\s\S]*)$/.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return name === undefined || password === undefined ? undefined : { name, password }
}
