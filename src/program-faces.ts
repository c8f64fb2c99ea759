import type { Context } from './context.ts'
import { requestPath } from './core/request-path.ts'
import { allowOrigins } from './cross-origin.ts'
import { ownedByFever } from './fever/fever-paths.ts'
import { ownedByGreader } from './greader/read-path.ts'
import { mcpFace } from './mcp/mcp-face.ts'
import { ownedByMiniflux } from './miniflux/miniflux-paths.ts'
import { openProgramDoor } from './operations/program-door.ts'
import type { ProgramFace, ProgramHouse } from './operations/program-face.ts'
import { ownedByRest } from './rest/api-path.ts'
import { installedAt, version } from './version.ts'
import type { IsHere } from './web/owner.ts'
import { programArrival } from './web/program-arrival.ts'

/** The faces for programs; each stands here by itself, and is loaded with the first request that is its own. */
const faces: readonly ((house: ProgramHouse) => ProgramFace)[] = [
  late(ownedByRest, async () => (await import('./rest/rest-face.ts')).restFace),
  late(ownedByGreader, async () => (await import('./greader/open-greader.ts')).openGreader),
  late(ownedByFever, async () => (await import('./fever/fever-face.ts')).feverFace),
  late(ownedByMiniflux, async () => (await import('./miniflux/miniflux-face.ts')).minifluxFace),
  (house) => mcpFace(house),
]

/**
 * What answers programs, which sign in with tokens and never with a cookie; undefined for a path of the pages. These faces stand
 * before the pages, since what protects a form (where it comes from) is not what protects them (a token).
 */
export function programFaces(
  context: Pick<Context, 'operations' | 'config'>,
  isHere?: IsHere,
): (request: Request, env: unknown) => Response | Promise<Response> | undefined {
  const { TWOSOURCE_BASE_URL: base } = context.config
  const house: ProgramHouse = {
    operations: context.operations,
    door: openProgramDoor(context.operations),
    version,
    installedAt,
    requestsPerMinute: context.config.TWOSOURCE_API_PER_MINUTE,
    ...(base !== undefined && { baseUrl: base.replace(/\/+$/, '') }),
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
function late(owns: ProgramFace['owns'], load: () => Promise<(house: ProgramHouse) => ProgramFace>) {
  return (house: ProgramHouse): ProgramFace => {
    let opened: Promise<ProgramFace> | undefined
    const open = () => (opened ??= load().then((face) => face(house)))
    return { owns, answer: async (request, arrival) => (await open()).answer(request, arrival) }
  }
}
