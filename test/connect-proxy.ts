import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { closeAfterwards } from './loopback-server.ts'

export type ConnectProxy = {
  readonly host: string
  readonly port: number
  /** What it was asked to connect to, in order, as it stood in the request. */
  readonly asked: string[]
  /** What it was told of who asks, in order. */
  readonly logins: (string | undefined)[]
}

/**
 * A proxy on loopback that is asked by CONNECT. Wherever it is asked to connect to, it connects to `leadsTo`; or does what `answer` does
 * instead and says that by `true`.
 */
export async function connectProxy(
  leadsTo: () => number,
  answer: (request: IncomingMessage, socket: Socket) => boolean = () => false,
): Promise<ConnectProxy> {
  const asked: string[] = []
  const logins: (string | undefined)[] = []
  const open = new Set<Socket>()
  const server = createServer((_request, response) => response.writeHead(400).end())
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => {}).once('close', () => open.delete(socket))
  })
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '')
    logins.push(request.headers['proxy-authorization'])
    if (answer(request, socket)) return
    const onward = connect(leadsTo(), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.once('close', () => onward.destroy())
  })
  closeAfterwards(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, asked, logins }
}
