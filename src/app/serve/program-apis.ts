import { defined } from '../../core/defined.ts'
import { requestPath } from '../../core/text/request-path.ts'
import { ownedByFever } from '../../fever/fever-paths.ts'
import { ownedByGreader } from '../../greader/read-path.ts'
import { mcpApi } from '../../mcp/mcp-api.ts'
import { ownedByMiniflux } from '../../miniflux/miniflux-paths.ts'
import type { ProgramApi, ProgramApiContext } from '../../operations/program-api.ts'
import { openProgramAuthentication } from '../../operations/program-authentication.ts'
import { ownedByRest } from '../../rest/api-path.ts'
import type { IsHere } from '../../web/owner.ts'
import { programArrival } from '../../web/program-arrival.ts'
import type { Context } from '../context.ts'
import { installedAt, version } from '../version.ts'

/** What a script elsewhere may send, and what it may see of an answer, beside what browsers let through by themselves. */
const sendable = 'Authorization, Content-Type, If-None-Match, Range, X-Auth-Token'
const seen = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition, Content-Range, Allow'
const anyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE'

/**
 * Lets scripts of the named origins use the faces for programs (Fetch standard, "CORS protocol"). Credentials of a browser are
 * never let through: no cookie opens these faces, a token does. Without origins nothing is said, and browsers refuse.
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

/** The faces for programs; each stands here by itself, and is loaded with the first request that is its own. */
const faces: readonly ((house: ProgramApiContext) => ProgramApi)[] = [
  late(ownedByRest, async () => (await import('../../rest/rest-api.ts')).restApi),
  late(ownedByGreader, async () => (await import('../../greader/open-greader.ts')).openGreader),
  late(ownedByFever, async () => (await import('../../fever/fever-api.ts')).feverApi),
  late(ownedByMiniflux, async () => (await import('../../miniflux/miniflux-api.ts')).minifluxApi),
  (house) => mcpApi(house),
]

/**
 * What answers programs, which sign in with tokens and never with a cookie; undefined for a path of the pages. These faces stand
 * before the pages, since what protects a form (where it comes from) is not what protects them (a token).
 */
export function programApis(
  context: Pick<Context, 'operations' | 'config'>,
  isHere?: IsHere,
): (request: Request, env: unknown) => Response | Promise<Response> | undefined {
  const { TWOSOURCE_BASE_URL: base } = context.config
  const house: ProgramApiContext = {
    operations: context.operations,
    door: openProgramAuthentication(context.operations),
    version,
    installedAt,
    requestsPerMinute: context.config.TWOSOURCE_API_PER_MINUTE,
    ...defined({ baseUrl: base?.replace(/\/+$/, '') }),
  }
  const crossOrigin = allowOrigins(context.config.TWOSOURCE_CORS_ORIGINS ?? '')
  const open = faces.map((face) => face(house))
  return (request, env) => {
    const path = requestPath(request.url)
    const face = open.find(({ owns }) => owns(path))
    return face && crossOrigin(request, () => face.answer(request, programArrival(request, env, isHere)))
  }
}

/** A face of which no more than the paths is known until somebody asks for one. */
function late(owns: ProgramApi['owns'], load: () => Promise<(house: ProgramApiContext) => ProgramApi>) {
  return (house: ProgramApiContext): ProgramApi => {
    let opened: Promise<ProgramApi> | undefined
    const open = () => (opened ??= load().then((face) => face(house)))
    return { owns, answer: async (request, arrival) => (await open()).answer(request, arrival) }
  }
}
