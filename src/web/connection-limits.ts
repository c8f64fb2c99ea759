import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { addressKey } from '../core/text/address-key.ts'

/** Limits of our servers: times in milliseconds, sizes in bytes. */
export const serverLimits = {
  /** Until all headers are received. */
  headersTimeout: 10_000,
  /** Until the body is received too: a backup of 64 MB over 2 Mbit/s. */
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
  keepAliveTimeout: 15_000,
} as const

/** Pipelined requests per connection; browsers and proxies send none. */
const mostAhead = 4

/** A connection silent in both directions for this long is closed: its client has stopped reading. */
const silentMs = 300_000

/**
 * Limits the connections of a server. At one more, among those that keep it waiting (no request yet, or an incomplete one), the oldest of
 * the address with most of them is closed: a client that opens a thousand and trickles loses its own, and other clients are answered. If
 * all are being answered, the new one is closed. A connection that pipelines too many requests is closed too and the excess ignored: one
 * packet of 64 KB contains a thousand requests, which Node parses to the end even after closing. Call it after all listeners are attached.
 */
export function limitConnections(server: Server, mostConnections: number): void {
  const waiting = new Map<string, Set<Socket>>()
  const underWay = new WeakMap<Socket, number>()
  let open = 0
  server.setTimeout(silentMs, (socket: Socket) => socket.destroy())

  server.on('connection', (socket: Socket) => {
    const key = addressKey(socket.remoteAddress ?? '')
    open += 1
    socket.once('close', () => {
      open -= 1
      forget(key, socket)
    })
    if (open > mostConnections) endOne(socket)
    if (!socket.destroyed) note(key, socket)
  })
  const answerers = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    if (socket.destroyed) return
    const key = addressKey(socket.remoteAddress ?? '')
    const ahead = (underWay.get(socket) ?? 0) + 1
    if (ahead > mostAhead) {
      socket.destroy()
      return
    }
    underWay.set(socket, ahead)
    const isWhole = request.headers['transfer-encoding'] === undefined && !Number(request.headers['content-length'])
    if (isWhole) forget(key, socket)
    else request.once('end', () => forget(key, socket))
    response.once('close', () => {
      underWay.set(socket, (underWay.get(socket) ?? 1) - 1)
      if (!socket.destroyed) note(key, socket)
    })
    for (const answer of answerers) answer(request, response)
  })

  function note(key: string, socket: Socket): void {
    const those = waiting.get(key) ?? new Set()
    // Added again at the end: the order is that in which they began to wait.
    those.delete(socket)
    waiting.set(key, those.add(socket))
  }

  function forget(key: string, socket: Socket): void {
    const those = waiting.get(key)
    those?.delete(socket)
    if (those?.size === 0) waiting.delete(key)
  }

  function endOne(fresh: Socket): void {
    let most: Set<Socket> | undefined
    for (const those of waiting.values()) if (those.size > (most?.size ?? 0)) most = those
    const [oldest = fresh] = most ?? []
    oldest.destroy()
  }
}
