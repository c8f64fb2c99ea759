import type { Context, MiddlewareHandler, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { reserveMemory } from '../operations/body-memory.ts'
import { identityOf } from './request-reader.ts'

/**
 * Of whoever is not known yet, and of a body that does not say how long it is: browsers do. No form to come in is a quarter as long, and
 * what is longer takes its time to be read.
 */
const openBytes = 16 * 1024
const formBytes = 2 * 1024 * 1024
/** An OPML file of ten thousand feeds is about 3 MB. */
const fileBytes = 16 * 1024 * 1024
/** Where files are taken. */
export const takesFiles: ReadonlySet<string> = new Set(['/opml', '/marks', '/settings/import'])

/**
 * Refuses bodies by what they say of their length, before anything is read or asked. One that does not say is read as far as `openBytes`.
 */
export function limitBodies(refuse: (context: Context) => Response): MiddlewareHandler {
  const [unsaid, form, file] = [openBytes, formBytes, fileBytes].map((maxSize) =>
    bodyLimit({ maxSize, onError: refuse }),
  ) as [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler]
  return (context, next) => {
    if (lengthOf(context) === undefined) return unsaid(context, next)
    return (takesFiles.has(context.req.path) ? file : form)(context, next)
  }
}

/** The same once it is known who asks: nobody sends much, and what is large has to find room. Throws NoRoomError. */
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

/** What a request says its body has, in bytes; undefined where it comes in pieces of unknown number. */
function lengthOf(context: Context): number | undefined {
  if (context.req.header('transfer-encoding') !== undefined) return undefined
  return Number(context.req.header('content-length') ?? 0)
}
