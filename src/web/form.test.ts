import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { listsKept } from '../../test/lists-kept.ts'
import { type Form, readForm } from './form.ts'

test('a form whose end never came is none, and a whole one is', async () => {
  const read: (Form | undefined)[] = []
  let next = Promise.withResolvers<void>()
  const app = new Hono()
  app.post('/', async (context) => {
    read.push(await readForm(context))
    next.resolve()
    return context.text('read')
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  const head =
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n'
  for (const body of ['name=Ann&', 'name=']) {
    next = Promise.withResolvers()
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(head + body)
    const [request] = (await once(server, 'request')) as [IncomingMessage]
    // Like a server with too many connections.
    if (body.length < 9) setTimeout(() => request.socket.destroy(), 50)
    await next.promise
    socket.destroy()
  }
  server.close()
  assert.deepEqual(
    read.map((form) => form && [...form]),
    [[['name', ['Ann']]], undefined],
  )
})

test('a field that comes very often is gathered in one list, which is never copied', async (t) => {
  let read: Form | undefined
  const app = new Hono()
  app.post('/', async (context) => {
    read = await readForm(context)
    return context.text('read')
  })
  const body = 'a=1&'.repeat(10_000)
  const lists = listsKept(t.mock, 'a')
  await app.request('/', { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
  assert.equal(read?.get('a')?.length, 10_000)
  assert.equal(lists.size, 1)
})
