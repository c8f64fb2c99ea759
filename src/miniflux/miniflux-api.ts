import { hash } from 'node:crypto'
import type { EntryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { type DeliveredEntry, getEntries } from '../operations/articles/get-entries.ts'
import { listMediaPlaces, setMediaPlace } from '../operations/articles/media-places.ts'
import { forReader } from '../operations/for-reader.ts'
import { clearHistory } from '../operations/library/get-history.ts'
import type { ProgramApi, ProgramApiContext } from '../operations/program-api.ts'
import type { ProgramAuthentication, ProgramCaller } from '../operations/program-authentication.ts'
import { readProgramBody } from '../operations/program-body.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { jsonResponse, noContent, notFound, problem, viewResponse } from './answer.ts'
import { type Call, fieldsOf, integerIn, type Route } from './call.ts'
import { categoryRoutes } from './category-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { feedRoutes } from './feed-routes.ts'
import { minifluxBase, ownedByMiniflux, singleSlashes } from './miniflux-paths.ts'
import { enclosure, maxEnclosures, numberOf } from './shapes.ts'
import { userRoutes } from './user-routes.ts'

const missing: readonly (readonly [Route['method'], string, string])[] = [
  ['POST', '/users', 'Only a person may let somebody in'],
  ['DELETE', '/users/:id', 'Only a person may remove an account'],
  ['POST', '/api-keys', 'Only a person may make a token, on the page of their account'],
  ['DELETE', '/api-keys/:id', 'Only a person may revoke a token, on the page of their account'],
  ['PUT', '/entries/:id', 'What a feed delivered is not rewritten: what is cited must stay as it was'],
  ['POST', '/feeds/:id/entries/import', 'An entry comes from its feed: nothing is put among what it delivered'],
]

/** Miniflux routes we don't have, each with a reason, so that an app gets an explanation. */
export const missingRoutes: readonly Route[] = missing.map(([method, path, why]) => ({
  method,
  path,
  run: () => problem(403, why),
}))

/** The Miniflux version whose routes these are. */
const versionSpoken = '2.3.2'

/** Enclosures, and facts about the server. */
const otherRoutes: readonly Route[] = [
  { method: 'GET', path: '/enclosures/:id', run: file },
  { method: 'PUT', path: '/enclosures/:id', run: setProgress },
  { method: 'PUT', path: '/flush-history', run: flush },
  { method: 'DELETE', path: '/flush-history', run: flush },
  // Saving needs no integration: it adds the article to the reader's saved list.
  { method: 'GET', path: '/integrations/status', run: () => jsonResponse({ has_integrations: true }) },
  { method: 'GET', path: '/version', run: version },
]

async function file(call: Call): Promise<Response> {
  const found = await fileAt(call)
  if (!found) return notFound()
  const places = await runForProgram(call.context, listMediaPlaces, { ids: [found.entry.id] })
  return viewResponse(places, (known) =>
    jsonResponse(enclosure(found.entry, found.place, { userId: numberOf(call.context.reader.id), places: known })),
  )
}

async function setProgress(call: Call): Promise<Response> {
  const seconds = integerIn(fieldsOf(call) ?? {}, 'media_progression')
  if (seconds === undefined) return problem(400, 'media_progression is a whole number of seconds')
  const found = await fileAt(call)
  if (!found) return notFound()
  const input = { entryId: found.entry.id, number: found.place, seconds }
  return viewResponse(await runForProgram(call.context, setMediaPlace, input), noContent)
}

async function fileAt({
  context,
  path,
}: Call): Promise<{ readonly entry: DeliveredEntry; readonly place: number } | undefined> {
  const number = Number(path[0])
  const place = number % maxEnclosures
  const id = String((number - place) / maxEnclosures) as EntryId
  const found = await runForProgram(context, getEntries, { ids: [id] })
  const entry = found.kind === 'done' ? found.view[0] : undefined
  return entry?.enclosures[place] ? { entry, place } : undefined
}

/** Deletes the reading history. Entries remain: none is deleted for having been read. */
async function flush({ context }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, clearHistory, {}), () => new Response(null, { status: 202 }))
}

/** There is no build, so the build date is the installation date. */
function version({ version, installedAt }: Call): Response {
  return jsonResponse({
    version: versionSpoken,
    commit: `twosource-${version}`,
    build_date: installedAt,
    go_version: `node ${process.versions.node}`,
    compiler: `v8 ${process.versions.v8}`,
    arch: process.arch,
    os: process.platform,
  })
}

/** The caller, or the response that refuses them. */
type SignedIn = { readonly identity: ReaderIdentity } | { readonly answer: Response }

const mostKept = 200
const keptMs = 10 * 60_000

/**
 * Signs in by `X-Auth-Token` with an API token, or by `Authorization: Basic` with a name and an app password. Apps send the
 * password with every request, so a correct one is cached for ten minutes by the token it opened; deleting the password still
 * ends it at once.
 */
function signInWith(door: ProgramAuthentication, now: () => Date) {
  const kept = new Map<string, { readonly token: string; readonly atMs: number }>()

  return async function signIn(request: Request, arrival: ProgramCaller): Promise<SignedIn> {
    const token = request.headers.get('x-auth-token')
    if (token !== null) return opened(await door.identify({ ...arrival, bearer: token }))
    const header = request.headers.get('authorization')
    if (header === null || !/^basic\b/i.test(header)) {
      const known = await door.identify(arrival)
      // Guests may read pages, but an app could request nothing of theirs.
      return known.kind === 'known' && known.identity.role === 'guest' && !known.identity.isProgram
        ? opened({ kind: 'unknown' })
        : opened(known)
    }
    const given = credentialsIn(header)
    return given ? opened(await byPassword(header, given, arrival)) : opened({ kind: 'unknown' })
  }

  async function byPassword(header: string, given: { name: string; password: string }, arrival: ProgramCaller) {
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

function opened(known: Awaited<ReturnType<ProgramAuthentication['identify']>>): SignedIn {
  switch (known.kind) {
    case 'known':
      return { identity: known.identity }
    case 'unknown':
      return { answer: problem(401, 'Access Unauthorized', { 'WWW-Authenticate': 'Basic realm="Twosource"' }) }
    case 'later':
      return {
        answer: problem(429, 'Too many attempts. Wait a while.', { 'Retry-After': String(known.retryAfterSeconds) }),
      }
  }
}

/** Name and password of the header (RFC 7617 §2). */
function credentialsIn(header: string): { name: string; password: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/_-]+=*)$/i.exec(header.slice(0, 2000))?.[1]
  if (encoded === undefined) return undefined
  const [, name, password] = /^([^:]*):([\s\S]*)$/.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return name === undefined || password === undefined ? undefined : { name, password }
}

/** Routes answered as Miniflux does. */
export const servedRoutes: readonly Route[] = [
  ...userRoutes,
  ...categoryRoutes,
  ...feedRoutes,
  ...entryRoutes,
  ...otherRoutes,
]

/** Those, and the ones that explain why they're missing. */
const routes: readonly (readonly [Route, readonly string[]])[] = [...servedRoutes, ...missingRoutes].map((route) => [
  route,
  route.path.split('/').slice(1),
])

type Matched =
  | { readonly kind: 'route'; readonly route: Route; readonly path: readonly string[] }
  /** The path exists for other methods. */
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' }

/** Finds a request's route; `path` begins after `/v1`. */
function matchRoute(method: string, path: string): Matched {
  const given = path.replace(/\/$/, '').split('/').slice(1)
  const matching: { readonly route: Route; readonly path: readonly string[] }[] = []
  for (const [route, pattern] of routes) {
    const found = match(pattern, given)
    if (found) matching.push({ route, path: found })
  }
  const found = matching.find(({ route }) => route.method === method)
  if (found) return { kind: 'route', ...found }
  if (matching.length === 0) return { kind: 'none' }
  return { kind: 'method', allowed: [...new Set(matching.map(({ route }) => route.method))] }
}

function match(pattern: readonly string[], given: readonly string[]): readonly string[] | undefined {
  if (pattern.length !== given.length) return undefined
  const taken: string[] = []
  for (const [at, part] of pattern.entries()) {
    const segment = nth(given, at)
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined
      continue
    }
    const text = decoded(segment)
    if (text === undefined || (part === ':id' && !/^[1-9]\d{0,14}$/.test(text))) return undefined
    taken.push(text)
  }
  return taken
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

const mostBytes = 1_000_000

/** Most of Miniflux's REST API, for apps made for it, with the reader's own feeds, entries and marks. */
export function minifluxApi({ operations, door, version, baseUrl, installedAt = '' }: ProgramApiContext): ProgramApi {
  const signIn = signInWith(door, operations.now)
  return {
    owns: ownedByMiniflux,
    async answer(request, arrival) {
      const url = new URL(request.url)
      const matched = matchRoute(request.method, singleSlashes(url.pathname).slice(minifluxBase.length))
      const signedIn = await signIn(request, arrival)
      if ('answer' in signedIn) return signedIn.answer
      if (matched.kind === 'none') return notFound()
      if (matched.kind === 'method') return problem(405, 'Method Not Allowed', { Allow: matched.allowed.join(', ') })
      const { route, path } = matched
      const body = await readProgramBody(request, route.mostBytes ?? mostBytes)
      if (body.kind === 'too-large') return problem(413, 'The body is too large')
      if (body.kind === 'cut-off') return problem(400, 'The body ended early')
      const context = forReader(operations, signedIn.identity)
      const base = baseUrl ?? url.origin
      return route.run({
        context,
        arrival,
        path,
        query: url.searchParams,
        body: body.bytes,
        version,
        base,
        installedAt,
      })
    },
  }
}
