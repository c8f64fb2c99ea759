import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A client that asks again and again is told with its next answer that there is no other; connections on which nothing is asked for
 * this share of the time are cut, since somebody may have just begun to ask.
 */
const QUIET_SHARE = 1 / 5
const LOOK_MS = 50

/** Servers that are being closed, and answers under way, so that each can be told to be the last of its connection. */
const answers = new WeakMap<Server, Set<ServerResponse>>()
const closing = new WeakSet<Server>()

/** Has a server know its answers under way, so that it can be closed without breaking one. Call it before it takes requests. */
export function untilAnswered(server: Server): Server {
  const open = new Set<ServerResponse>()
  answers.set(server, open)
  server.prependListener('request', (_request, response: ServerResponse) => {
    open.add(response)
    response.once('close', () => open.delete(response))
    if (closing.has(server)) response.shouldKeepAlive = false
  })
  return server
}

/**
 * Closes a server: it takes no new connection at once, finishes what it was asked for `graceMs` at most, and tells every client that
 * this is the last answer on its connection. Streams of events, which have no end, are cut.
 */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const open = answers.get(server) ?? new Set()
  closing.add(server)
  let isClosed = false
  // The server's own `close` would cut connections on which the next request may be under way.
  const closed = new Promise<void>((settle) => NetServer.prototype.close.call(server, () => settle())).then(() => {
    isClosed = true
  })
  for (const response of open) {
    if (!response.headersSent) response.shouldKeepAlive = false
    else if (String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')) response.destroy()
  }
  const startedMs = performance.now()
  const quietMs = graceMs * QUIET_SHARE
  for (let looks = 0; !isClosed; looks++) {
    const pastMs = performance.now() - startedMs
    if (pastMs >= graceMs) break
    if (pastMs >= quietMs && looks * LOOK_MS >= quietMs) {
      // What has come in meanwhile is read first: a process that was busy with something else has not seen it yet.
      await new Promise((settle) => setImmediate(settle))
      server.closeIdleConnections()
    }
    await Promise.race([closed, sleep(LOOK_MS, undefined, { ref: false })])
  }
  server.closeAllConnections()
  await closed
}
