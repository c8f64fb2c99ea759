import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { refuseTwoHosts } from './refuse-two-hosts.ts'

test('a request names one host, or is refused and its connection ended', async (t) => {
  const server = createServer((_, response) => response.end('hello'))
  refuseTwoHosts(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const ask = async (fields: readonly string[]) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(['GET / HTTP/1.1', ...fields, 'X-Host: a.example', 'Connection: close', '', ''].join('\r\n'))
    return (await text(socket)).slice(0, 12)
  }
  assert.equal(await ask(['Host: a.example']), 'HTTP/1.1 200')
  assert.equal(await ask(['Host: a.example', 'Host: b.example']), 'HTTP/1.1 400')
  assert.equal(await ask(['host: a.example', 'Accept: */*', 'HOST: a.example']), 'HTTP/1.1 400')
})
