import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A busy client learns with its next answer that the connection closes; idle connections are cut after this share of the time, since a
 * client may have just begun a request.
 */
const QUIET_SHARE = 1 / 5
const LOOK_MS = 50

/** Answers in progress by server, so that each can be marked as the last of its connection. */
const answers = new WeakMap<Server, Set<ServerResponse>>()
const closing = new WeakSet<Server>()

/** Tracks a server's answers in progress, so that it can be closed without breaking one. Call it before the server accepts requests. */
export function trackAnswers(server: Server): Server {
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
 * Closes a server: it accepts no new connection, finishes pending requests within `graceMs`, and tells every client that this is the last
 * answer on its connection. Event streams, which have no end, are cut.
 */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const open = answers.get(server) ?? new Set()
  closing.add(server)
  let isClosed = false
  // The server's own `close` would cut connections on which the next request may be arriving.
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
      // Received data is read first: a process that was busy has not seen it yet.
      await new Promise((settle) => setImmediate(settle))
      server.closeIdleConnections()
    }
    await Promise.race([closed, sleep(LOOK_MS, undefined, { ref: false })])
  }
  server.closeAllConnections()
  await closed
}
