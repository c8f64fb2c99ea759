import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'

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

  test('take a reader’s own headers along within one origin, and never again once they left it', async () => {
    const seen: string[] = []
    const note = (at: string, cookie: string | undefined) => seen.push(`${at} ${cookie ?? 'without'}`)
    const other = await serve((request, response) => {
      note('other', request.headers.cookie)
      response.writeHead(302, { location: `${home}/back` }).end()
    })
    const home: string = await serve((request, response) => {
      const { url, headers } = request
      note(url!, headers.cookie)
      assert.equal(headers['user-agent'] === 'Own/1', headers.cookie !== undefined)
      if (url === '/back') return response.end('here')
      return response.writeHead(302, { location: url === '/start' ? '/next' : `${other}/x` }).end()
    })
    const headers = [
      { name: 'Cookie', value: 'a=1' },
      { name: 'User-Agent', value: 'Own/1' },
    ]
    assert.equal((await client().get(`${home}/start`, { own: { origin: home, headers } })).kind, 'ok')
    assert.deepEqual(seen, ['/start a=1', '/next a=1', 'other without', '/back without'])
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
    // The test's own server is on loopback, so it's the port of the second hop that is refused.
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
    const http = client({ perHost: 1, inFlight: 3 })
    const enough = new AbortController()
    const waiting = [1, 2, 3].map(() => http.get(hung, { signal: enough.signal }))
    assert.equal((await http.get(good)).kind, 'ok')
    enough.abort()
    assert.deepEqual(new Set((await Promise.all(waiting)).map((fetched) => fetched.kind)), new Set(['network-error']))
  })
})
