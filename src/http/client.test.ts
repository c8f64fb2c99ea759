import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve, serveRaw } from '../../test/loopback-server.ts'

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
    const base = await serveRaw((socket) => {
      socket.on('data', () => {
        count++
        // The first connection answers once; at the second request it hangs up without a response.
        if (count === 2) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok')
      })
    })
    const http = client()
    assert.equal((await http.get(base)).kind, 'ok')
    assert.equal((await http.get(base)).kind, 'ok')
    assert.equal(count, 3)
  })

  test('is asked for until a connection stands, also when all that were kept were closed at once', async () => {
    const sockets = new Set<Socket>()
    const both = Promise.withResolvers<void>()
    const base = await serveRaw((socket) => {
      sockets.add(socket)
      socket.on('data', async () => {
        // The first two are open at the same time, so that both are kept alive.
        if (sockets.size === 2) both.resolve()
        await both.promise
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\nok')
      })
    })
    const http = client({ perHost: 2 })
    for (const { kind } of await Promise.all([http.get(base), http.get(base)])) assert.equal(kind, 'ok')
    for (const socket of sockets) socket.destroy()
    assert.equal((await http.get(base)).kind, 'ok')
    assert.equal(sockets.size, 3)
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

  test('of a 304 that nobody asked for are not kept: it is no answer', async () => {
    const base = await serve((_request, response) => response.writeHead(304, { etag: '"new"' }).end())
    for (const validators of [undefined, {}, { etag: 'no\nfield' }])
      assert.deepEqual(await client().get(base, validators && { validators }), { kind: 'client-error', status: 304 })
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
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
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
    const base = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'))
    const fetched = await client().get(base)
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
