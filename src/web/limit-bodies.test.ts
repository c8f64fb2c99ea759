import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'

describe('bodies', () => {
  let server: ReturnType<typeof serve>
  let port = 0
  before(async () => {
    const { app } = exampleOperations()
    // A header names the reader: other tests cover sessions.
    const identify = async (context: { req: { header(name: string): string | undefined } }) =>
      context.req.header('x-known') ? ({ id: '1', name: 'a', role: 'owner' } as const) : undefined
    server = serve({ fetch: exampleWeb(app, { version: '1', identify }).fetch, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  after(() => {
    server.close()
  })

  /** The status for a form of this size; `isWhole` sends it with its length. */
  async function post(path: string, bytes: number, { isKnown = false, isWhole = true } = {}): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    const asked = request({
      agent: false,
      port,
      path,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(isKnown && { 'x-known': '1' }),
        ...(isWhole && { 'content-length': bytes }),
      },
    })
    asked.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    // A body refused by its declared length is refused before any of it was sent.
    const isOnlyTold = isWhole && bytes > 2_000_000 && path !== '/opml'
    if (isOnlyTold || (isWhole && bytes > 16_000_000)) asked.flushHeaders()
    else {
      asked.write(Buffer.alloc(bytes, 'x'))
      asked.end()
    }
    const status = await promise
    asked.destroy()
    return status
  }

  test('of nobody are small, with their length or without', async () => {
    assert.equal(await post('/sign-in', 20_000), 413)
    assert.equal(await post('/sign-in', 20_000, { isWhole: false }), 413)
    assert.notEqual(await post('/sign-in', 15_000), 413)
    assert.equal(await post('/follow', 1_000_000), 413)
  })

  test('that are refused are heard to their end, so that whoever sends them hears the answer', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const headers = { 'x-known': '1', 'content-type': 'text/x-opml', 'content-length': 20_000_000 }
    const asked = request({ agent: false, port, path: '/opml', method: 'POST', headers }, (answer) => {
      answer.setEncoding('utf8').once('data', () => resolve(`${answer.statusCode}, ${sent} bytes were sent`))
    })
    asked.on('error', reject)
    let sent = 0
    // Slower than a connection stays open behind its answer.
    while (sent < 20_000_000) {
      asked.write(Buffer.alloc(2_000_000, 'x'))
      sent += 2_000_000
      await setTimeout(150)
    }
    asked.end()
    assert.equal(await promise, '413, 20000000 bytes were sent')
    asked.destroy()
  })

  test('of a reader may be long where files are taken, and nowhere else', async () => {
    assert.equal(await post('/follow', 3_000_000, { isKnown: true }), 413)
    assert.notEqual(await post('/follow', 300_000, { isKnown: true }), 413)
    assert.notEqual(await post('/opml', 5_000_000, { isKnown: true }), 413)
    assert.equal(await post('/opml', 17_000_000, { isKnown: true }), 413)
    assert.equal(await post('/opml', 300_000, { isKnown: true, isWhole: false }), 413)
  })
})
