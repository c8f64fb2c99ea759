import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { addressKey } from '../core/text/address-key.ts'

/** What a server of ours gives whoever talks to it: times in ms, sizes in bytes. */
export const serverLimits = {
  /** Until all fields of a request are there. */
  headersTimeout: 10_000,
  /** Until its body is there too: a backup of 64 MB comes over 2 Mbit/s. */
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
  keepAliveTimeout: 15_000,
} as const

/** So many requests one connection may send ahead of their answers; browsers and proxies send none. */
const mostAhead = 4

/** A connection on which nothing goes either way for so long is ended: whoever reads so slowly reads no more. */
const silentMs = 300_000

/**
 * Holds a server to so many connections. One more, and of those that keep it waiting (nothing asked yet, or a request that is not whole)
 * the oldest of the address that has most of them is ended: whoever opens a thousand and trickles loses their own, and whoever
 * asks for a page is answered. Where all are being answered, the new one is ended. A connection that asks on and on without waiting for
 * answers is ended too, and what it asked beyond is not looked at: one packet of 64 KB holds a thousand requests, which are read to its
 * end after the connection is. Call it when everything that answers is there.
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
    // Again at the end: the order is that in which they began to wait.
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
