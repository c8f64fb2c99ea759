import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { serve } from '../../test/loopback-server.ts'
import { type StreamPostOptions, streamPost } from './stream-post.ts'

const settings = { userAgent: 'Twosource test', allowPrivate: true, connectTimeoutMs: 30_000 }
const options = (more: Partial<StreamPostOptions> = {}): StreamPostOptions => ({
  body: new TextEncoder().encode('{"a":"ü"}'),
  headers: { 'content-type': 'application/json' },
  maxBytes: 1000,
  stallMs: 30_000,
  signal: new AbortController().signal,
  ...more,
})

describe('an answer that is read while it comes', () => {
  test('is given piece by piece, as it was sent', async () => {
    const got: string[] = []
    const base = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => got.push(`${request.method} ${chunk}`))
      request.on('end', () => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write('one ')
        response.end('two')
      })
    })
    const answer = await streamPost(settings, `${base}/x`, options())
    assert.ok(answer.kind === 'answering')
    assert.equal(answer.contentType, 'text/event-stream')
    assert.equal(await new Response(answer.body).text(), 'one two')
    assert.deepEqual(got, ['POST {"a":"ü"}'])
  })

  test('ends where it is too long, stops for too long, breaks off or is called off', async () => {
    const base = await serve((request, response) => {
      response.writeHead(200)
      if (request.url === '/flood') response.end('x'.repeat(5000))
      else if (request.url === '/break') response.write('x', () => response.destroy())
      else response.write('x')
    })
    const read = async (path: string, more: Partial<StreamPostOptions> = {}) => {
      const answer = await streamPost(settings, base + path, options(more))
      assert.ok(answer.kind === 'answering')
      return new Response(answer.body).text()
    }
    await assert.rejects(read('/flood'), { name: 'FloodError' })
    await assert.rejects(read('/stall', { stallMs: 50 }), { name: 'StallError' })
    await assert.rejects(read('/break'))
    const controller = new AbortController()
    const reading = read('/stall', { signal: controller.signal })
    controller.abort()
    await assert.rejects(reading)
  })

  test('is no answer where the status says so; nothing is followed, and only the beginning of it is kept', async () => {
    let calls = 0
    const base = await serve((request, response) => {
      calls++
      const status = Number(request.url?.slice(1))
      response.writeHead(status, { location: '/200', 'retry-after': '7' }).end('no '.repeat(5000))
    })
    for (const status of [301, 307, 401, 404, 429, 500]) {
      const answer = await streamPost(settings, `${base}/${status}`, options())
      assert.ok(answer.kind === 'status')
      assert.equal(answer.status, status)
      assert.ok(answer.text.startsWith('no ') && answer.text.length <= 4096)
      if (status === 429) assert.equal(answer.retryAfterSeconds, 7)
    }
    assert.equal(calls, 6)
  })

  test('does not go to private addresses unless it may', async () => {
    let calls = 0
    const base = await serve((_request, response) => {
      calls++
      response.end()
    })
    const guarded = { ...settings, allowPrivate: false }
    assert.equal((await streamPost(guarded, base, options())).kind, 'refused-address')
    const rebound = await streamPost(
      { ...guarded, resolve: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]) },
      'http://rebound.example/',
      options(),
    )
    assert.equal(rebound.kind, 'refused-address')
    assert.equal((await streamPost(settings, 'ftp://a/', options())).kind, 'bad-url')
    assert.equal((await streamPost(settings, 'http://127.0.0.1:9/', options())).kind, 'network-error')
    assert.equal((await streamPost(settings, base, options({ signal: AbortSignal.abort() }))).kind, 'network-error')
    assert.equal(calls, 0)
  })
})
