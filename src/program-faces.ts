import type { Context } from './context.ts'
import { allowOrigins } from './cross-origin.ts'
import { feverFace } from './fever/fever-face.ts'
import { openGreader } from './greader/open-greader.ts'
import { mcpFace } from './mcp/mcp-face.ts'
import { minifluxFace } from './miniflux/miniflux-face.ts'
import { openProgramDoor } from './operations/program-door.ts'
import type { ProgramFace, ProgramHouse } from './operations/program-face.ts'
import { restFace } from './rest/rest-face.ts'
import { version } from './version.ts'
import { programArrival } from './web/program-arrival.ts'

/** The faces for programs; each stands here by itself. */
const faces: readonly ((house: ProgramHouse) => ProgramFace)[] = [
  restFace,
  openGreader,
  feverFace,
  minifluxFace,
  (house) => mcpFace(house),
]

/**
 * What answers programs, which sign in with tokens and never with a cookie; undefined for a path of the pages. These faces stand
 * before the pages, since what protects a form (where it comes from) is not what protects them (a token).
 */
export function programFaces(
  context: Pick<Context, 'operations' | 'config'>,
): (request: Request, env: unknown) => Response | Promise<Response> | undefined {
  const { TWOSOURCE_BASE_URL: base } = context.config
  const house: ProgramHouse = {
    operations: context.operations,
    door: openProgramDoor(context.operations),
    version,
    requestsPerMinute: context.config.TWOSOURCE_API_PER_MINUTE,
    ...(base !== undefined && { baseUrl: base.replace(/\/+$/, '') }),
  }
  const crossOrigin = allowOrigins(context.config.TWOSOURCE_CORS_ORIGINS ?? '')
  const open = faces.map((face) => face(house))
  return (request, env) => {
    const path = new URL(request.url).pathname
    const face = open.find(({ owns }) => owns(path))
    return face && crossOrigin(request, () => face.answer(request, programArrival(request, env)))
  }
}
