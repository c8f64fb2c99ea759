import { connect, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

/** What a thousand visitors do who want nothing but to be waited for. */
export type SlowWay = 'fields' | 'body' | 'silence' | 'reading'

/** In a thread of its own: keeps so many connections open in one way, opening each again that the server ends. */
const { port, way, count } = workerData as { readonly port: number; readonly way: SlowWay; readonly count: number }
const sockets = new Set<Socket>()
let [opened, ended] = [0, 0]

const firstWords: Readonly<Record<SlowWay, string>> = {
  fields: 'GET / HTTP/1.1\r\nHost: localhost\r\n',
  body: 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\nname=',
  silence: '',
  reading: 'GET /feeds HTTP/1.1\r\nHost: localhost\r\n\r\n',
}
const dripped: Partial<Record<SlowWay, string>> = { fields: 'X-A: b\r\n', body: 'a' }

function open(): void {
  const socket = connect(port, '127.0.0.1')
  sockets.add(socket)
  socket.on('error', () => {})
  socket.once('connect', () => {
    opened += 1
    socket.write(firstWords[way])
    // Who reads nothing leaves what is sent where it is.
    if (way === 'reading') socket.pause()
    else socket.resume()
  })
  socket.once('close', () => {
    ended += 1
    sockets.delete(socket)
  })
}

const timer = setInterval(() => {
  // Page after page in one go would be a flood, which is another thing.
  for (let more = Math.min(way === 'reading' ? 40 : 200, count - sockets.size); more > 0; more--) open()
  const drop = dripped[way]
  if (drop) for (const socket of sockets) if (socket.writable && !socket.connecting) socket.write(drop)
}, 500)
parentPort?.on('message', () => {
  const isOver = () => parentPort?.postMessage({ opened, ended, open: sockets.size })
  isOver()
})
parentPort?.once('close', () => clearInterval(timer))
