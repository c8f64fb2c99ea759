import { defined } from '../../core/defined.ts'
import { ownedByFever } from '../../fever/fever-paths.ts'
import { ownedByGreader } from '../../greader/read-path.ts'
import { mcpApi } from '../../mcp/mcp-api.ts'
import { ownedByOauth } from '../../mcp/oauth-metadata.ts'
import { ownedByMiniflux } from '../../miniflux/miniflux-paths.ts'
import type { ProgramApi, ProgramApiContext } from '../../operations/program-api.ts'
import { openProgramAuthentication } from '../../operations/program-authentication.ts'
import { ownedByRest } from '../../rest/api-path.ts'
import { type IsHere, programArrival, requestPath } from '../../web/arrival.ts'
import type { Context } from '../context.ts'
import { installedAt, version } from '../version.ts'

/** What a script of another site may send and see, beyond what browsers allow by default. */
const sendable = 'Authorization, Content-Type, If-None-Match, Range, X-Auth-Token'
const seen = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition, Content-Range, Allow'
const anyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE'

/**
 * Lets scripts of the named origins use the APIs (Fetch standard, "CORS protocol"). Browser credentials are never allowed: these APIs
 * accept a token and no cookie. Without origins no header is sent, and browsers refuse.
 */
export function allowOrigins(
  setting: string,
): (request: Request, answer: () => Response | Promise<Response>) => Response | Promise<Response> {
  const origins = new Set(
    setting
      .split(/[\s,]+/)
      .filter((origin) => origin !== '')
      .map((origin) => origin.toLowerCase().replace(/\/$/, '')),
  )
  return (request, answer) => {
    const origin = request.headers.get('origin')
    if (origin === null || origins.size === 0) return answer()
    const isAllowed = origins.has('*') || origins.has(origin.toLowerCase())
    const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
    return isAllowed && isPreflight ? preflight(origin) : withHeaders(answer(), origin, isAllowed)
  }
}

function preflight(origin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': anyMethod,
      'Access-Control-Allow-Headers': sendable,
      'Access-Control-Max-Age': '600',
      Vary: 'Origin',
    },
  })
}

async function withHeaders(
  answer: Response | Promise<Response>,
  origin: string,
  isAllowed: boolean,
): Promise<Response> {
  const given = await answer
  const headers = new Headers(given.headers)
  headers.append('Vary', 'Origin')
  if (isAllowed) {
    headers.set('Access-Control-Allow-Origin', origin)
    headers.set('Access-Control-Expose-Headers', seen)
  }
  return new Response(given.body, { status: given.status, headers })
}

/** The APIs for programs; each is independent, and loaded with its first request. */
const apis: readonly ((instance: ProgramApiContext) => ProgramApi)[] = [
  lazyApi(ownedByRest, async () => (await import('../../rest/rest-api.ts')).restApi),
  lazyApi(ownedByGreader, async () => (await import('../../greader/open-greader.ts')).openGreader),
  lazyApi(ownedByFever, async () => (await import('../../fever/fever-api.ts')).feverApi),
  lazyApi(ownedByMiniflux, async () => (await import('../../miniflux/miniflux-api.ts')).minifluxApi),
  (instance) => mcpApi(instance),
  lazyApi(ownedByOauth, async () => (await import('../../mcp/oauth-api.ts')).oauthApi),
]

/**
 * Answers programs, which sign in with tokens and never with a cookie; undefined for a path of the pages. These APIs come before the pages,
 * since a form is protected by its origin and a program by its token.
 */
export function programApis(
  context: Pick<Context, 'operations' | 'config' | 'limits'>,
  isHere?: IsHere,
): (request: Request, env: unknown) => Response | Promise<Response> | undefined {
  const { TWOSOURCE_BASE_URL: base } = context.config
  const instance: ProgramApiContext = {
    operations: context.operations,
    door: openProgramAuthentication(context.operations),
    version,
    installedAt,
    requestsPerMinute: context.limits.requestsPerMinute,
    ...defined({ baseUrl: base }),
  }
  const crossOrigin = allowOrigins(context.config.TWOSOURCE_CORS_ORIGINS ?? '')
  const open = apis.map((face) => face(instance))
  return (request, env) => {
    const path = requestPath(request.url)
    const face = open.find(({ owns }) => owns(path))
    return face && crossOrigin(request, () => face.answer(request, programArrival(request, env, isHere)))
  }
}

/** An API of which only the paths are loaded until its first request. */
function lazyApi(owns: ProgramApi['owns'], load: () => Promise<(instance: ProgramApiContext) => ProgramApi>) {
  return (instance: ProgramApiContext): ProgramApi => {
    let opened: Promise<ProgramApi> | undefined
    const open = () => (opened ??= load().then((face) => face(instance)))
    return { owns, answer: async (request, arrival) => (await open()).answer(request, arrival) }
  }
}
