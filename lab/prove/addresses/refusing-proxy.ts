import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RefusingProxy = {
  readonly port: number
  /** Forgets what it was asked for. */
  start(): void
  /** The hosts it was asked to connect to since then. */
  asked(): readonly string[]
  close(): void
}

/** A proxy that writes down what it is asked for and connects nowhere. */
export async function refusingProxy(): Promise<RefusingProxy> {
  let asked: string[] = []
  const server = createServer((request, response) => {
    // Nobody sends it a whole address, as to a proxy that reads along: that would be a way around the tunnel.
    asked.push(request.url ?? '')
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    asked.push((request.url ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, ''))
    socket.on('error', () => {})
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    start() {
      asked = []
    },
    asked: () => asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
