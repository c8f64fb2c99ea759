import type { Context } from './context.ts'
import { openProgramDoor } from './operations/program-door.ts'
import type { ProgramFace, ProgramHouse } from './operations/program-face.ts'
import { version } from './version.ts'
import { programArrival } from './web/program-arrival.ts'

/** The faces for programs; each stands here by itself. */
const faces: readonly ((house: ProgramHouse) => ProgramFace)[] = []

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
    ...(base !== undefined && { baseUrl: base.replace(/\/+$/, '') }),
  }
  const open = faces.map((face) => face(house))
  return (request, env) => {
    const path = new URL(request.url).pathname
    return open.find(({ owns }) => owns(path))?.answer(request, programArrival(request, env))
  }
}
