import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { client } from '../../test/http-client.ts'
import { serve, serveRaw } from '../../test/loopback-server.ts'

/** The best takes seconds for a bomb. */
const quickBrotli = (body: Uint8Array) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
const textOf = (body: Uint8Array) => new TextDecoder().decode(body)

describe('bodies', () => {
  const text = '<rss>été</rss>'.repeat(100)
  const packed: [string, Buffer][] = [
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['GZIP', gzipSync(text)],
  ]
  for (const [coding, body] of packed)
    test(`packed as ${coding} (${body.length} bytes) come unpacked`, async () => {
      const base = await serve((_request, response) => {
        response.setHeader('content-encoding', coding)
        response.end(body)
      })
      const fetched = await client().get(base)
      assert.equal(fetched.kind === 'ok' && textOf(fetched.body), text)
    })

  for (const [coding, body] of [
    ['gzip, gzip', gzipSync(gzipSync(text))],
    // The first bytes of compress(1).
    ['compress', Buffer.from([0x1f, 0x9d, 0x90, 0x3c, 0xe4, 0xcc, 0x99])],
    ['gzip', Buffer.from('not gzip at all')],
    ['br', Buffer.from('not brotli at all')],
    ['gzip', gzipSync(text).subarray(0, 30)],
  ] as const)
    test(`that say ${coding} and are ${body.length} bytes of something else are a bad encoding`, async () => {
      const base = await serve((_request, response) => {
        response.setHeader('content-encoding', coding)
        response.end(body)
      })
      assert.equal((await client().get(base)).kind, 'bad-encoding')
    })

  for (const [coding, pack] of [
    ['gzip', gzipSync],
    ['br', quickBrotli],
    ['zstd', zstdCompressSync],
  ] as const)
    test(`that burst when unpacked (${coding}) are too large`, async () => {
      const bomb = pack(Buffer.alloc(16_000_000))
      const base = await serve((_request, response) => {
        response.setHeader('content-encoding', coding)
        response.end(bomb)
      })
      assert.deepEqual(await client().get(base), { kind: 'too-large', limitBytes: 1_000_000 })
    })

  test('that say they are too long are not read at all', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '268435456' })
      response.write('x')
    })
    assert.deepEqual(await client().get(base), { kind: 'too-large', limitBytes: 1_000_000 })
  })

  test('of 256 MB are cut off at the limit without being held', async () => {
    let sent = 0
    const chunk = Buffer.alloc(65_536, 'x')
    const base = await serve((_request, response) => {
      const more = () => {
        while (sent < 268_435_456 && !response.destroyed) {
          sent += chunk.length
          if (!response.write(chunk)) return response.once('drain', more)
        }
        return response.end()
      }
      response.on('error', () => {})
      more()
    })
    assert.deepEqual(await client().get(base), { kind: 'too-large', limitBytes: 1_000_000 })
    assert.ok(sent < 64_000_000, `${sent} bytes were taken`)
  })

  test('may be as large as one request allows', async () => {
    const base = await serve((_request, response) => response.end('x'.repeat(2_000)))
    assert.equal((await client({ maxBytes: 10 }).get(base, { maxBytes: 2_000 })).kind, 'ok')
    assert.equal((await client().get(base, { maxBytes: 1_999 })).kind, 'too-large')
  })
})

describe('deadlines', () => {
  test('end a server that never answers', async () => {
    const base = await serve(() => {})
    assert.deepEqual(await client({ timeoutMs: 100 }).get(base), { kind: 'timeout', afterMs: 100 })
  })

  test('end a body that drips forever', async () => {
    const base = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
    })
    assert.deepEqual(await client({ timeoutMs: 200 }).get(base), { kind: 'timeout', afterMs: 200 })
  })

  test('end headers that drip forever', async () => {
    const base = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('x: y\r\n'), 10)
      socket.on('close', () => clearInterval(drip))
    })
    assert.deepEqual(await client({ timeoutMs: 200 }).get(base), { kind: 'timeout', afterMs: 200 })
  })

  test('hold for a chain of redirects together', async () => {
    const base = await serve((request, response) => {
      setTimeout(() => {
        response.writeHead(302, { location: `/${Number(request.url!.slice(1)) + 1}` })
        response.end()
      }, 80)
    })
    assert.equal((await client({ timeoutMs: 200 }).get(`${base}/0`)).kind, 'timeout')
  })
})
