import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { ProgramArrival } from '../operations/program-door.ts'
import type { ProgramHouse } from '../operations/program-face.ts'
import { json, text } from './answers.ts'
import { readParameters } from './parameters.ts'

/** Length of the token the first of these servers gave; some clients look at it. */
const tokenLength = 57

const later = (seconds: number) => text('Error=RateLimited\n', 429, { 'retry-after': String(seconds) })

/** `POST /accounts/ClientLogin` with a name and an app password: three lines, the last of which is the token. */
export async function clientLogin(
  { door }: ProgramHouse,
  request: Request,
  arrival: ProgramArrival,
): Promise<Response> {
  const read = await readParameters(request)
  if (read.kind === 'too-large') return text('Error=BadAuthentication\n', 413)
  if (read.kind === 'unreadable') return text('Error=BadAuthentication\n', 400)
  const { parameters } = read
  const known = await door.logIn(parameters.one('Email') ?? '', parameters.one('Passwd') ?? '', arrival)
  if (known.kind === 'later') return later(known.retryAfterSeconds)
  if (known.kind === 'unknown') return text('Error=BadAuthentication\n', 401)
  const { token } = known
  if (parameters.one('output') === 'json') return json({ SID: token, LSID: token, Auth: token })
  return text(`SID=${token}\nLSID=${token}\nAuth=${token}\n`)
}

/** Who calls: by the token of a login, or by one of the tokens for programs; never by a cookie. */
export async function callerOf(
  { door }: ProgramHouse,
  request: Request,
  arrival: ProgramArrival,
): Promise<ReaderIdentity | Response | undefined> {
  const token = loginToken(request)
  if (token === undefined && arrival.bearer === undefined) return undefined
  const known = token === undefined ? await door.identify(arrival) : await door.byLogin(token, arrival)
  if (known.kind === 'later') return later(known.retryAfterSeconds)
  return known.kind === 'known' ? known.identity : undefined
}

/**
 * What clients send back as `T` when they change something. It proves nothing that the header does not prove already, since no
 * cookie opens this face, and so it is not asked for.
 */
export function editToken(request: Request): Response {
  return text((loginToken(request) ?? '').replace(/[^\w]/g, '').padEnd(tokenLength, 'Z').slice(0, tokenLength))
}

function loginToken(request: Request): string | undefined {
  return /^GoogleLogin\s+auth=([\w.~-]{1,200})$/i.exec(request.headers.get('authorization')?.trim() ?? '')?.[1]
}
