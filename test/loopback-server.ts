import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { after } from 'node:test'
import { closeAfterwards, closeAll } from './afterwards.ts'

export { closeAfterwards } from './afterwards.ts'

after(closeAll)

/**
 * A real HTTP server on loopback, for the length of the tests; gives its address. It never closes a connection that is kept: whoever asks
 * may take one again in that moment, and would fail by chance.
 */
export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer({ keepAliveTimeout: 0 }, answer)
  closeAfterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server that says over a bare socket what no HTTP server would. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => {})
    answer(socket)
  })
  closeAfterwards(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
