import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectProxy } from '../../test/connect-proxy.ts'
import { serveRaw } from '../../test/loopback-server.ts'
import type { Resolve } from './guarded-lookup.ts'
import { createSocketOpener } from './guarded-socket.ts'

const PUBLIC = '93.184.215.14'
const resolve: Resolve = (name, _options, take) =>
  take(null, [{ address: name === 'mail.example.org' ? PUBLIC : '127.0.0.1', family: 4 }])
const settings = { allowPrivate: false, allowPorts: [443], connectTimeoutMs: 2_000, resolve }
const signal = () => AbortSignal.timeout(5_000)

test('private addresses and other ports are refused before anything is sent', async () => {
  let connections = 0
  const port = Number(new URL(await serveRaw(() => connections++)).port)
  const open = createSocketOpener(settings, [993, port])
  for (const host of ['127.0.0.1', '::1', '10.0.0.1', 'inner.example.org'])
    await assert.rejects(open(host, port, signal()), { name: 'RefusedAddressError' }, host)
  await assert.rejects(open('mail.example.org', 25, signal()), { name: 'RefusedPortError' })
  assert.equal(connections, 0)
})

test('private addresses are connected to where they are allowed', async () => {
  const port = Number(new URL(await serveRaw((socket) => socket.end('hello'))).port)
  const { socket, isHere } = await createSocketOpener({ ...settings, allowPrivate: true, allowPorts: 'any' }, [])(
    '127.0.0.1',
    port,
    signal(),
  )
  assert.equal(isHere, true)
  assert.equal(String(await socket.toArray().then((parts) => Buffer.concat(parts))), 'hello')
})

test('a proxy is asked for the address that was checked, and is not taken for this machine', async () => {
  const port = Number(new URL(await serveRaw((socket) => socket.end('hello'))).port)
  const proxy = await connectProxy(() => port)
  const through = createSocketOpener({ ...settings, proxy: { ...proxy, isResolving: false } }, [993])
  const { socket, isHere } = await through('mail.example.org', 993, signal())
  assert.equal(isHere, false)
  assert.equal(String(await socket.toArray().then((parts) => Buffer.concat(parts))), 'hello')
  assert.deepEqual(proxy.asked, [`${PUBLIC}:993`])
  await assert.rejects(through('inner.example.org', 993, signal()), { name: 'RefusedAddressError' })
})
