import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'

/**
 * Outlets that hold up who reads them, in a thread of their own, on all of loopback: every 127.x.y.z is another host. Says its port,
 * and whenever it is asked how often each kind was asked and how many answers are under way.
 */
const asked: Record<string, number> = {}
let underWay = 0
const letters = Buffer.alloc(256 * 1024, ' ')
const words = Buffer.from('The piers of the bridge will be mended by spring, the mayor of the town said on Tuesday. ')

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const [, kind = '', name = ''] = (request.url ?? '').split('/')
  asked[kind] = (asked[kind] ?? 0) + 1
  underWay += 1
  response.on('error', () => {})
  response.once('close', () => {
    underWay -= 1
  })
  const origin = `http://${request.headers.host}`
  switch (kind) {
    case 'drip':
      return drip(response)
    case 'endless':
      return pour(response, Number.POSITIVE_INFINITY, 'application/rss+xml', letters)
    case 'big-pages':
      return void response.end(
        feed(
          name,
          Array.from({ length: 20 }, (_, number) => `${origin}/big-page/${name}-${number}`),
        ),
      )
    case 'big-page':
      return pour(response, 50, 'text/html', Buffer.from(`<p>${words.toString().repeat(2_900)}</p>`))
    case 'good':
      return void response.end(feed(name, [`${origin}/page/${name}`]))
    default:
      return void response.writeHead(404).end()
  }
})
// A request of a worker that went away is nobody's matter here.
server.on('clientError', (_, socket) => socket.destroy())
server.listen(0, '0.0.0.0', () => parentPort?.postMessage({ port: (server.address() as AddressInfo).port }))
parentPort?.on('message', (word: 'count' | 'let-go') => {
  if (word === 'let-go') server.closeAllConnections()
  parentPort?.postMessage({ asked: { ...asked }, underWay })
})

function feed(name: string, links: readonly string[]): string {
  const items = links.map((link) => `<item><guid>${link}</guid><title>Of ${name}</title><link>${link}</link></item>`)
  return `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`
}

/** A byte each 300 ms. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  const timer = setInterval(() => response.write('<'), 300)
  response.once('close', () => clearInterval(timer))
}

/** So many megabytes as fast as they are taken. */
function pour(response: ServerResponse, megabytes: number, type: string, piece: Buffer): void {
  let left = megabytes * 2 ** 20
  const more = () => {
    while (left > 0) {
      left -= piece.length
      if (response.destroyed) return
      if (!response.write(piece)) return
    }
    response.end()
  }
  response.writeHead(200, { 'content-type': type })
  response.on('drain', more)
  more()
}
