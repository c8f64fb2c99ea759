import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { test } from 'node:test'
import { limitConnections, serverLimits } from './connection-limits.ts'

/** A server of three connections that counts requests, and never answers `/slow`. */
async function startLimited(options = {}) {
  let asked = 0
  const server = createServer({ ...serverLimits, ...options }, (request, response) => {
    asked += 1
    request.resume()
    if (request.url === '/slow') response.write('…')
    else request.once('end', () => response.end(`hello ${request.url}`))
  })
  limitConnections(server, 3)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets: Socket[] = []
  return {
    /** How many requests it received. */
    asked: () => asked,
    /** Opens a connection and writes `text`; `heard` is what was received, `ended` resolves when it is closed. */
    async open(text: string) {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      const said = { heard: '', isOver: false }
      socket.on('data', (chunk) => {
        said.heard += chunk
      })
      socket.on('error', () => {})
      const ended = new Promise<void>((resolve) =>
        socket.once('close', () => {
          said.isOver = true
          resolve()
        }),
      )
      await once(socket, 'connect')
      socket.write(text)
      const until = async (word: string) => {
        while (!said.heard.includes(word) && !said.isOver) await Promise.race([once(socket, 'data'), ended])
        return said.heard
      }
      return { said, ended, until }
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}

const part = 'GET /never HTTP/1.1\r\nHost: h\r\nX-A: '
const page = (path: string) => `GET ${path} HTTP/1.1\r\nHost: h\r\n\r\n`

test('whoever asks is answered while others trickle, whose oldest connection goes', async () => {
  const server = await startLimited()
  const first = await server.open(part)
  const second = await server.open(part)
  const third = await server.open('POST /body HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nx')
  const asks = await server.open(page('/page'))
  assert.match(await asks.until('hello'), /hello \/page/)
  await first.ended
  assert.equal(second.said.isOver, false)
  assert.equal(third.said.isOver, false)
  const again = await server.open(page('/again'))
  assert.match(await again.until('hello'), /hello \/again/)
  await second.ended
  const last = await server.open(page('/last'))
  assert.match(await last.until('hello'), /hello \/last/)
  await third.ended
  server.close()
})

test('what is being answered is never cut off for somebody new', async () => {
  const server = await startLimited()
  const answered = []
  for (const _ of [1, 2, 3]) {
    const one = await server.open(page('/slow'))
    await one.until('…')
    answered.push(one)
  }
  const fresh = await server.open(page('/page'))
  await fresh.ended
  assert.deepEqual(
    answered.map(({ said }) => said.isOver),
    [false, false, false],
  )
  server.close()
})

test('who asks for page after page and waits for none is cut off', async (t) => {
  const server = await startLimited()
  t.after(() => server.close())
  const few = await server.open(page('/1') + page('/2'))
  assert.match(await few.until('hello /2'), /hello \/2/)
  const before = server.asked()
  const many = await server.open(page('/slow').repeat(2_000))
  await many.ended
  assert.equal((await (await server.open(page('/next'))).until('hello')).includes('/next'), true)
  assert.equal(server.asked() - before, 5, 'four of them, and the next one')
})

test('fields that do not end, and bodies that do not, are cut off in time', async () => {
  const server = await startLimited({ headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 })
  const fields = await server.open(part)
  const body = await server.open('POST /body HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nx')
  await fields.ended
  assert.match(fields.said.heard, /^HTTP\/1\.1 408/)
  await body.ended
  assert.match(body.said.heard, /^HTTP\/1\.1 408/)
  server.close()
})
