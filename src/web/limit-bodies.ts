import type { Context, MiddlewareHandler, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { reserveMemory } from '../operations/body-memory.ts'
import { identityOf } from './request-reader.ts'

/**
 * For visitors not signed in, and for bodies without a declared length (browsers declare it). No sign-in form is a quarter as long, and
 * reading more takes time.
 */
const openBytes = 16 * 1024
const formBytes = 2 * 1024 * 1024
/** An OPML file of ten thousand feeds is about 3 MB. */
const fileBytes = 16 * 1024 * 1024
/** Paths that accept files. */
export const takesFiles: ReadonlySet<string> = new Set(['/opml', '/marks', '/settings/import'])

/** Refuses bodies by their declared length, before anything is read. A body without one is read up to `openBytes`. */
export function limitBodies(refuse: (context: Context) => Response): MiddlewareHandler {
  const [unsaid, form, file] = [openBytes, formBytes, fileBytes].map((maxSize) =>
    bodyLimit({ maxSize, onError: refuse }),
  ) as [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler]
  return (context, next) => {
    if (lengthOf(context) === undefined) return unsaid(context, next)
    return (takesFiles.has(context.req.path) ? file : form)(context, next)
  }
}

/** After authentication: refuses large bodies of visitors, and limits the bytes held at once. Throws NoRoomError. */
export function limitByReader(refuse: (context: Context) => Response): MiddlewareHandler {
  return (context, next) => {
    const length = lengthOf(context) ?? 0
    return length <= openBytes ? next() : takeLarge(context, length, next)
  }

  async function takeLarge(context: Context, length: number, next: Next): Promise<Response | undefined> {
    if (!identityOf(context)) return refuse(context)
    using room = reserveMemory()
    room.more(length)
    await next()
    return undefined
  }
}

/** The declared length of a body in bytes; undefined when it is sent in chunks. */
function lengthOf(context: Context): number | undefined {
  if (context.req.header('transfer-encoding') !== undefined) return undefined
  return Number(context.req.header('content-length') ?? 0)
}
