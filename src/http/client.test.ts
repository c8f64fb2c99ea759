import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { after, describe, test } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { createHttp, type HttpSettings } from './client.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const servers: { close(): unknown; closeAllConnections?(): void }[] = []
const clients: { close(): void }[] = []

after(() => {
  for (const client of clients) client.close()
  for (const server of servers) {
    server.closeAllConnections?.()
    server.close()
  }
})

/** A real server on loopback; gives its address. */
async function serve(handler: Handler): Promise<string> {
  const server: Server = createServer(handler)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function client(changes: Partial<HttpSettings> = {}) {
  const http = createHttp({
    userAgent: 'Twosource-test/0 (+https://example.org/contact)',
    allowPrivate: true,
    maxBytes: 1_000_000,
    timeoutMs: 5_000,
    connectTimeoutMs: 2_000,
    perHost: 2,
    inFlight: 64,
    ...changes,
  })
  clients.push(http)
  return http
}

const textOf = (body: Uint8Array) => new TextDecoder().decode(body)

describe('a plain answer', () => {
  test('comes with body, type, status and address', async () => {
    const base = await serve((_request, response) => {
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8')
      response.end('<rss/>')
    })
    const fetched = await client().get(`${base}/feed.xml?a=1`)
    assert.equal(fetched.kind, 'ok')
    if (fetched.kind !== 'ok') return
    assert.equal(textOf(fetched.body), '<rss/>')
    assert.equal(fetched.contentType, 'application/rss+xml; charset=utf-8')
    assert.equal(fetched.status, 200)
    assert.equal(fetched.url, `${base}/feed.xml?a=1`)
    assert.equal(fetched.movedTo, undefined)
  })

  test('was asked for politely: user agent, no cookie, no referrer, compressed', async () => {
    const seen: IncomingMessage['headers'][] = []
    const base = await serve((request, response) => {
      seen.push(request.headers)
      response.setHeader('set-cookie', 'track=1')
      response.end('x')
    })
    const http = client()
    await http.get(base, { accept: 'application/rss+xml' })
    await http.get(base)
    assert.equal(seen.length, 2)
    assert.equal(seen[0]!['user-agent'], 'Twosource-test/0 (+https://example.org/contact)')
    assert.equal(seen[0]!.accept, 'application/rss+xml')
    assert.match(seen[0]!['accept-encoding'] as string, /gzip.*br.*zstd/)
    for (const headers of seen) {
      assert.equal(headers.cookie, undefined)
      assert.equal(headers.referer, undefined)
      assert.equal(headers['if-none-match'], undefined)
    }
  })

  test('shares connections between requests', async () => {
    const ports = new Set<number | undefined>()
    const base = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('x')
    })
    const http = client({ perHost: 1 })
    for (let count = 0; count < 5; count++) await http.get(base)
    assert.equal(ports.size, 1)
  })

  test('is asked for again when a kept connection was closed meanwhile', async () => {
    let count = 0
    const server = createSocketServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => {
        count++
        // The first connection answers once and then, asked again, hangs up without a word.
        if (count === 2) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok')
      })
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const http = client()
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    assert.equal((await http.get(base)).kind, 'ok')
    assert.equal((await http.get(base)).kind, 'ok')
    assert.equal(count, 3)
  })
})

describe('validators', () => {
  const odd = ['"abc"', 'W/"abc"', 'abc', '"a"b"', "'single'", '"caf\u00e9"', '""', 'W/"a,b"', '"x-gzip"', '0x9f;\\"']

  for (const etag of odd) {
    test(`go back exactly as they came: ${etag}`, async () => {
      const received: (string | undefined)[] = []
      const lastModified = 'Sat, 1 Jan 2005 00:00:00 EST'
      const base = await serve((request, response) => {
        const raw = request.rawHeaders
        received.push(raw[raw.findIndex((name) => name.toLowerCase() === 'if-none-match') + 1])
        response.setHeader('etag', etag)
        response.setHeader('last-modified', lastModified)
        if (request.headers['if-none-match'] !== undefined) response.statusCode = 304
        // A string body would make Node write the header in UTF-8.
        response.end(response.statusCode === 304 ? undefined : Buffer.from('x'))
      })
      const http = client()
      const first = await http.get(base)
      assert.equal(first.kind, 'ok')
      if (first.kind !== 'ok') return
      assert.deepEqual(first.validators, { etag, lastModified })
      const second = await http.get(base, { validators: first.validators })
      assert.equal(second.kind, 'not-modified')
      assert.equal(received[1], etag)
    })
  }

  test('of a 304 replace the old ones, and the old ones stay where it names none', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(304, { etag: '"new"', 'cache-control': 'max-age=600' })
      response.end()
    })
    const fetched = await client().get(base, { validators: { etag: '"old"', lastModified: 'then' } })
    assert.deepEqual(fetched, {
      kind: 'not-modified',
      validators: { etag: '"new"', lastModified: 'then' },
      maxAgeSeconds: 600,
    })
  })

  test('are not kept from an answer that must not be stored', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { etag: '"a"', 'cache-control': 'private, no-store' })
      response.end('x')
    })
    const fetched = await client().get(base)
    assert.deepEqual(fetched.kind === 'ok' && fetched.validators, {})
  })

  test('that no header can carry are not sent', async () => {
    let sent: string | undefined = 'unset'
    const base = await serve((request, response) => {
      sent = request.headers['if-none-match']
      response.end('x')
    })
    const fetched = await client().get(base, { validators: { etag: '"a\r\nx-evil: 1"' } })
    assert.equal(fetched.kind, 'ok')
    assert.equal(sent, undefined)
  })
})

describe('freshness', () => {
  const cases: [Record<string, string>, number | undefined][] = [
    [{ 'cache-control': 'public, max-age=300' }, 300],
    [{ 'cache-control': 'max-age="60"', expires: 'Thu, 01 Jan 2099 00:00:00 GMT' }, 60],
    [{ date: 'Thu, 01 Jan 2026 00:00:00 GMT', expires: 'Thu, 01 Jan 2026 01:00:00 GMT' }, 3600],
    [{ expires: '0' }, 0],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'cache-control': 'no-cache', expires: 'Thu, 01 Jan 2099 00:00:00 GMT' }, undefined],
    [{}, undefined],
  ]
  for (const [headers, seconds] of cases)
    test(`of ${JSON.stringify(headers)} is ${seconds} seconds`, async () => {
      const base = await serve((_request, response) => {
        response.writeHead(200, headers)
        response.end('x')
      })
      const fetched = await client().get(base)
      assert.equal(fetched.kind === 'ok' && fetched.maxAgeSeconds, seconds)
    })
})

describe('redirects', () => {
  /** `/301-302-ok` answers 301 to `/302-ok`, which answers 302 to `/ok`. */
  const chain = () =>
    serve((request, response) => {
      const [status, ...rest] = request.url!.slice(1).split('-')
      if (status === 'ok') return response.end('here')
      response.writeHead(Number(status), { location: `/${rest.join('-')}` })
      return response.end('moved')
    })

  for (const path of ['301-ok', '308-ok', '301-308-301-ok'])
    test(`for good all the way are a move: ${path}`, async () => {
      const base = await chain()
      const fetched = await client().get(`${base}/${path}`)
      assert.equal(fetched.kind === 'ok' && fetched.movedTo, `${base}/ok`)
    })

  for (const path of ['302-ok', '303-ok', '307-ok', '301-302-ok', '302-301-ok'])
    test(`for now are followed and not a move: ${path}`, async () => {
      const base = await chain()
      const fetched = await client().get(`${base}/${path}`)
      assert.equal(fetched.kind, 'ok')
      assert.equal(fetched.kind === 'ok' && fetched.movedTo, undefined)
      assert.equal(fetched.kind === 'ok' && fetched.url, `${base}/ok`)
    })

  test('are followed five times and no more', async () => {
    const base = await chain()
    assert.equal((await client().get(`${base}/302-302-302-302-302-ok`)).kind, 'ok')
    assert.deepEqual(await client().get(`${base}/302-302-302-302-302-302-ok`), { kind: 'too-many-redirects', hops: 5 })
  })

  test('in a circle end', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(301, { location: '/' })
      response.end()
    })
    assert.equal((await client().get(base)).kind, 'too-many-redirects')
  })

  for (const location of ['file:///etc/passwd', 'gopher://127.0.0.1:70/', 'javascript:alert(1)', 'http://['])
    test(`to ${location} are not followed`, async () => {
      const base = await serve((_request, response) => {
        response.writeHead(302, { location })
        response.end()
      })
      assert.equal((await client().get(base)).kind, 'bad-url')
    })

  test('without an address are said to be so', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(301)
      response.end()
    })
    assert.equal((await client().get(base)).kind, 'bad-url')
  })

  test('do not take name and password along', async () => {
    const seen: (string | undefined)[] = []
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.end('x')
    })
    const base = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(302, { location: other })
      response.end()
    })
    await client().get(base.replace('//', '//jo:secret%20@'))
    assert.deepEqual(seen, [`Basic ${Buffer.from('jo:secret ').toString('base64')}`, undefined])
  })
})

describe('failures are values', () => {
  const kinds: [number, string][] = [
    [400, 'client-error'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'gone'],
    [418, 'client-error'],
    [451, 'forbidden'],
    [500, 'server-error'],
    [502, 'server-error'],
  ]
  for (const [status, kind] of kinds)
    test(`${status} is ${kind}`, async () => {
      const base = await serve((_request, response) => {
        response.writeHead(status)
        response.end('no')
      })
      assert.deepEqual(await client().get(base), { kind, status })
    })

  for (const status of [429, 503]) {
    test(`${status} says when to come back, in seconds`, async () => {
      const base = await serve((_request, response) => {
        response.writeHead(status, { 'retry-after': '604800' })
        response.end()
      })
      assert.deepEqual(await client().get(base), { kind: 'busy', status, retryAfterSeconds: 604_800 })
    })

    test(`${status} says when to come back, as a date by the server's clock`, async () => {
      const base = await serve((_request, response) => {
        response.writeHead(status, {
          date: 'Fri, 01 Jan 2027 00:00:00 GMT',
          'retry-after': 'Fri, 01 Jan 2027 00:20:00 GMT',
        })
        response.end()
      })
      assert.deepEqual(await client().get(base), { kind: 'busy', status, retryAfterSeconds: 1200 })
    })

    test(`${status} without Retry-After is busy all the same`, async () => {
      const base = await serve((_request, response) => {
        response.writeHead(status, { 'retry-after': 'soon' })
        response.end()
      })
      assert.deepEqual(await client().get(base), { kind: 'busy', status })
    })
  }

  test('a port nobody listens on is a network error with its reason', async () => {
    const base = await serve((_request, response) => response.end())
    const port = Number(new URL(base).port)
    servers.pop()!.close()
    await new Promise((resolve) => setImmediate(resolve))
    const fetched = await client().get(`http://127.0.0.1:${port}/`)
    assert.equal(fetched.kind, 'network-error')
    assert.match(fetched.kind === 'network-error' ? fetched.reason : '', /refused.*ECONNREFUSED/)
  })

  test('an answer that breaks off is a network error', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setImmediate(() => response.destroy())
    })
    assert.equal((await client().get(base)).kind, 'network-error')
  })

  test('what is no HTTP is a network error', async () => {
    const server = createSocketServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'))
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const fetched = await client().get(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    assert.equal(fetched.kind, 'network-error')
  })

  for (const address of ['', 'not a url', '//127.0.0.1/', 'http://', 'ftp://example.org/', 'file:///etc/passwd'])
    test(`“${address}” is a bad URL`, async () => assert.equal((await client().get(address)).kind, 'bad-url'))

  test('a canceled request ends at once', async () => {
    const base = await serve(() => {})
    const controller = new AbortController()
    const pending = client().get(base, { signal: controller.signal })
    setImmediate(() => controller.abort())
    assert.deepEqual(await pending, { kind: 'network-error', reason: 'The request was canceled' })
    assert.equal((await client().get(base, { signal: controller.signal })).kind, 'network-error')
  })

  test('closing the client ends what is under way and what comes after', async () => {
    const base = await serve(() => {})
    const http = client()
    const pending = http.get(base)
    setTimeout(() => http.close(), 50)
    assert.equal((await pending).kind, 'network-error')
    assert.equal((await http.get(base)).kind, 'network-error')
  })
})

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
    ['compress', Buffer.from(text)],
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
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)
    test(`that burst when unpacked (${coding}) are too large`, async () => {
      const bomb = pack(Buffer.alloc(64_000_000))
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
    const server = createSocketServer((socket) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('x: y\r\n'), 10)
      socket.on('close', () => clearInterval(drip))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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

describe('the guard', () => {
  test('refuses loopback without connecting', async () => {
    let connections = 0
    const base = await serve((_request, response) => response.end(String(connections++)))
    const fetched = await client({ allowPrivate: false, allowPorts: 'any' }).get(base)
    assert.equal(fetched.kind, 'refused-address')
    assert.equal(connections, 0)
  })

  test('refuses a name that resolves to a private address, whichever way it is asked', async () => {
    const base = await serve((_request, response) => response.end('secret'))
    const { port } = new URL(base)
    const http = client({
      allowPrivate: false,
      allowPorts: 'any',
      resolve: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    })
    const fetched = await http.get(`http://feeds.example.com:${port}/`)
    assert.equal(fetched.kind, 'refused-address')
    assert.equal(fetched.kind === 'refused-address' && fetched.host, 'feeds.example.com')
  })

  test('refuses a port that is not for the web', async () => {
    const http = client({ allowPrivate: false })
    for (const port of [22, 25, 6379, 11211])
      assert.equal((await http.get(`http://example.com:${port}/`)).kind, 'refused-address')
    assert.equal((await client({ allowPorts: [443] }).get('http://127.0.0.1:80/')).kind, 'refused-address')
  })

  test('checks every hop: a redirect to where nobody may go is refused', async () => {
    const reached: string[] = []
    const base = await serve((request, response) => {
      reached.push(request.url!)
      response.writeHead(302, { location: 'http://metadata.internal/latest' })
      response.end()
    })
    const { port } = new URL(base)
    // The test's own server is on loopback, so that it is the port of the second hop that is refused.
    const http = client({ allowPrivate: true, allowPorts: [Number(port)] })
    const fetched = await http.get(`${base}/start`)
    assert.equal(fetched.kind, 'refused-address')
    assert.deepEqual(reached, ['/start'])
  })

  test('lets the owner allow private networks', async () => {
    const base = await serve((_request, response) => response.end('intranet'))
    assert.equal((await client({ allowPrivate: true }).get(base)).kind, 'ok')
  })
})

describe('the queue', () => {
  test('keeps to two requests at one time per host, and gets to all', async () => {
    let now = 0
    let most = 0
    const base = await serve((_request, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        response.end('x')
      }, 10)
    })
    const http = client({ perHost: 2 })
    const all = await Promise.all(Array.from({ length: 12 }, (_, index) => http.get(`${base}/${index}`)))
    assert.ok(all.every((fetched) => fetched.kind === 'ok'))
    assert.equal(most, 2)
  })

  test('does not let a host that hangs hold up another', async () => {
    const hung = await serve(() => {})
    const good = await serve((_request, response) => response.end('x'))
    const http = client({ perHost: 1, inFlight: 3, timeoutMs: 1_000 })
    const waiting = [http.get(hung), http.get(hung), http.get(hung)]
    assert.equal((await http.get(good)).kind, 'ok')
    assert.deepEqual(new Set((await Promise.all(waiting)).map((fetched) => fetched.kind)), new Set(['timeout']))
  })
})
