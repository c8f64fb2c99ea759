import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type ConnectProxy, connectProxy } from '../../test/connect-proxy.ts'
import { client } from '../../test/http-client.ts'
import { closeAfterwards, serve, serveRaw } from '../../test/loopback-server.ts'
import type { HttpSettings } from './client.ts'
import type { Resolve } from './guarded-lookup.ts'
import { readProxy } from './proxy.ts'
import { streamPost } from './stream-post.ts'

const PUBLIC = '93.184.215.14'
const OTHER = '93.184.215.15'

/** Test names and their addresses; no other name exists. */
const names: Readonly<Record<string, readonly string[]>> = {
  'news.example.org': [PUBLIC],
  'two.example.org': [OTHER, PUBLIC],
  'inner.example.org': ['10.0.0.7'],
  'half.example.org': ['192.168.1.1', PUBLIC],
  'six.example.org': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
}
const resolve: Resolve = (name, _options, take) => {
  const found = names[name] ?? []
  if (found.length > 0)
    take(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  else take(Object.assign(new Error('not known'), { code: 'ENOTFOUND' }), [])
}

/** A client that uses the proxy, like the program's own. */
const through = (proxy: Pick<ConnectProxy, 'host' | 'port'>, changes: Partial<HttpSettings> = {}) =>
  client({ allowPrivate: false, resolve, proxy: { ...proxy, isResolving: false }, ...changes })

let site = 0
let connections = 0
before(async () => {
  const base = await serveCounting()
  site = Number(new URL(base).port)
})

async function serveCounting(): Promise<string> {
  const seen = new WeakSet<Socket>()
  return serve((request, response) => {
    if (!seen.has(request.socket)) {
      seen.add(request.socket)
      connections += 1
    }
    if (request.url === '/inner') response.writeHead(302, { location: 'http://inner.example.org/' }).end()
    else response.end(`${request.headers.host} ${request.url}`)
  })
}

const textOf = (answer: Awaited<ReturnType<ReturnType<typeof client>['get']>>) =>
  answer.kind === 'ok' ? new TextDecoder().decode(answer.body) : answer.kind

describe('the setting of a proxy', () => {
  test('is host and port, with or without a name and password', () => {
    assert.deepEqual(readProxy('http://proxy.house:3128'), { host: 'proxy.house', port: 3128, isResolving: false })
    assert.deepEqual(readProxy('http://[fd00::1]:8080/', true), { host: 'fd00::1', port: 8080, isResolving: true })
    const login = readProxy('http://ann:p%40ss@10.0.0.2')
    assert.deepEqual(login, {
      host: '10.0.0.2',
      port: 80,
      authorization: `Basic ${Buffer.from('ann:p@ss').toString('base64')}`,
      isResolving: false,
    })
  })
  test('is nothing else', () => {
    for (const none of [
      '',
      'proxy.house:3128',
      'https://p:1',
      'socks5://p:1',
      'http://p:1/x',
      'http://p/?a',
      'http://%:%@p',
    ])
      assert.equal(readProxy(none), undefined, none)
  })
})

describe('what goes out through a proxy', () => {
  test('is asked for by the address that was looked up and checked here', async () => {
    const proxy = await connectProxy(() => site)
    const http = through(proxy)
    assert.equal(textOf(await http.get('http://news.example.org/a')), 'news.example.org /a')
    assert.equal(textOf(await http.get('http://six.example.org:8080/')), 'six.example.org:8080 /')
    assert.equal(textOf(await http.get('http://half.example.org/')), 'half.example.org /')
    assert.deepEqual(proxy.asked, [`${PUBLIC}:80`, '[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:8080', `${PUBLIC}:80`])
    assert.deepEqual(proxy.logins, [undefined, undefined, undefined])
  })

  test('never asks it for a private address, nor after a redirect', async () => {
    const proxy = await connectProxy(() => site)
    for (const isResolving of [false, true]) {
      const http = through(proxy, { proxy: { ...proxy, isResolving } })
      for (const url of [
        'http://127.0.0.1/',
        'http://[::1]/',
        'http://2130706433/',
        'http://10.0.0.7/',
        'http://localhost/',
      ])
        assert.equal((await http.get(url)).kind, 'refused-address', url)
    }
    assert.equal((await through(proxy).get('http://inner.example.org/')).kind, 'refused-address')
    assert.deepEqual(proxy.asked, [])
    assert.equal((await through(proxy).get('http://news.example.org/inner')).kind, 'refused-address')
    assert.deepEqual(proxy.asked, [`${PUBLIC}:80`])
  })

  test('keeps its connections, each for its host', async () => {
    const proxy = await connectProxy(() => site)
    const http = through(proxy)
    const from = connections
    for (const url of ['http://news.example.org/1', 'http://news.example.org/2', 'http://half.example.org/3'])
      assert.equal((await http.get(url)).kind, 'ok')
    assert.equal(connections - from, 2)
    assert.equal(proxy.asked.length, 2)
  })

  test('says its name and password, and never in a message', async () => {
    const proxy = await connectProxy(
      () => site,
      ({ headers }, socket) => {
        if (headers['proxy-authorization'] === `Basic ${Buffer.from('ann:right').toString('base64')}`) return false
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nno',
        )
        return true
      },
    )
    const login = (password: string) => readProxy(`http://ann:${password}@127.0.0.1:${proxy.port}`)!
    assert.equal((await through(proxy, { proxy: login('right') }).get('http://news.example.org/')).kind, 'ok')
    const wrong = await through(proxy, { proxy: login('wrong') }).get('http://news.example.org/')
    assert.equal(wrong.kind === 'proxy-error' && wrong.why, 'login')
    assert.doesNotMatch(JSON.stringify(wrong), /wrong|ann|Basic/)
  })

  test('tries the next address of a name where the first cannot be reached', async () => {
    const proxy = await connectProxy(
      () => site,
      ({ url }, socket) => {
        if (!url?.startsWith(OTHER)) return false
        socket.end('HTTP/1.1 503 No route\r\n\r\n')
        return true
      },
    )
    assert.equal((await through(proxy).get('http://two.example.org/')).kind, 'ok')
    assert.deepEqual(proxy.asked, [`${OTHER}:80`, `${PUBLIC}:80`])
  })

  test('goes by name where the proxy resolves', async () => {
    const proxy = await connectProxy(() => site)
    const http = through(proxy, { proxy: { ...proxy, isResolving: true } })
    assert.equal(textOf(await http.get('http://only-there.example.org/')), 'only-there.example.org /')
    assert.deepEqual(proxy.asked, ['only-there.example.org:80'])
    assert.deepEqual(http.proxy, { name: `127.0.0.1:${proxy.port}`, isResolving: true })
  })

  test('does not go through it to what is private and allowed: that is the instance’s own', async () => {
    const proxy = await connectProxy(() => 1)
    for (const isResolving of [false, true]) {
      const http = through(proxy, { allowPrivate: true, proxy: { ...proxy, isResolving }, resolve: toLoopback })
      assert.equal((await http.get(`http://127.0.0.1:${site}/`)).kind, 'ok')
      assert.equal((await http.get(`http://localhost:${site}/`)).kind, 'ok')
    }
    assert.deepEqual(proxy.asked, [])
  })
})

const toLoopback: Resolve = (_name, _options, take) => take(null, [{ address: '127.0.0.1', family: 4 }])

describe('a proxy that does not do what it should', () => {
  const troubles: readonly (readonly [says: string, why: string])[] = [
    ['HTTP/1.1 403 Forbidden\r\n\r\n', 'refused'],
    ['HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 3\r\n\r\nno!', 'refused'],
    ['HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n', 'refused'],
    ['HTTP/1.1 100 Continue\r\n\r\n', 'garbled'],
    ['HTTP/1.1 502 Bad Gateway\r\n\r\n', 'failed'],
    ['HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil', 'garbled'],
    ['SSH-2.0-OpenSSH_9.6\r\n', 'garbled'],
    [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 'garbled'],
    ['', 'garbled'],
  ]
  test('is told by a kind, and what to do about it', async () => {
    for (const [says, why] of troubles) {
      const proxy = await connectProxy(
        () => site,
        (_request, socket) => {
          socket.end(says)
          return true
        },
      )
      const answer = await through(proxy).get('http://news.example.org/')
      assert.equal(answer.kind === 'proxy-error' ? answer.why : answer.kind, why, says.slice(0, 40))
      assert.match(JSON.stringify(answer), /check|allow CONNECT|wasn’t used/, says.slice(0, 40))
    }
  })

  test('is not waited for without end, whether it says nothing or drips', async () => {
    const silent = await connectProxy(
      () => site,
      () => true,
    )
    const dripping = await connectProxy(
      () => site,
      (_request, socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        const drip = setInterval(() => socket.write('X: y\r\n'), 20)
        socket.once('close', () => clearInterval(drip))
        return true
      },
    )
    for (const proxy of [silent, dripping]) {
      const answer = await through(proxy, { connectTimeoutMs: 200 }).get('http://news.example.org/')
      assert.equal(answer.kind === 'proxy-error' && answer.why, 'silent')
    }
  })

  test('is told when it is not there', async () => {
    const gone = Number(new URL(await serveRaw((socket) => socket.destroy())).port)
    const hungUp = await through({ host: '127.0.0.1', port: gone }).get('http://news.example.org/')
    assert.equal(hungUp.kind === 'proxy-error' && hungUp.why, 'garbled')
    const absent = await through({ host: '127.0.0.1', port: 1 }).get('http://news.example.org/')
    assert.equal(absent.kind === 'proxy-error' && absent.why, 'unreachable')
  })
})

const skip = !existsSync('/usr/bin/openssl') && 'openssl is not here'
describe('encrypted connections through a proxy', { skip }, () => {
  let secureSite = 0
  let key = ''
  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-proxy-'))
    const made = (name: string) => join(folder, name)
    const subject = ['-subj', '/CN=news.example.org', '-addext', 'subjectAltName=DNS:news.example.org']
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
        ...['-keyout', made('key'), '-out', made('cert'), ...subject],
      ],
      { stdio: 'ignore' },
    )
    const cert = readFileSync(made('cert'), 'utf8')
    key = readFileSync(made('key'), 'utf8')
    rmSync(folder, { recursive: true })
    setDefaultCACertificates([...getCACertificates('default'), cert])
    const server = createSecureServer({ key, cert }, (request, response) =>
      response.end(`safe ${request.headers.host}`),
    )
    server.on('tlsClientError', () => {})
    closeAfterwards(() => {
      server.closeAllConnections()
      server.close()
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    secureSite = (server.address() as AddressInfo).port
  })

  test('are with the server of that name and no other', async () => {
    const proxy = await connectProxy(() => secureSite)
    const http = through(proxy)
    assert.equal(textOf(await http.get('https://news.example.org/')), 'safe news.example.org')
    assert.equal(textOf(await http.get('https://news.example.org/')), 'safe news.example.org')
    assert.deepEqual(proxy.asked, [`${PUBLIC}:443`])
    // The proxy connects to the wrong server: its certificate is for another name.
    const lied = await http.get('https://half.example.org/')
    assert.match(lied.kind === 'network-error' ? lied.reason : lied.kind, /for another name/)
    assert.equal((await through(await connectProxy(() => site)).get('https://news.example.org/')).kind, 'network-error')
  })

  test('carry what is streamed, too', async () => {
    const proxy = await connectProxy(() => secureSite)
    const settings = { userAgent: 'x', allowPrivate: true, connectTimeoutMs: 1000, resolve }
    const options = {
      body: new Uint8Array(),
      headers: {},
      maxBytes: 1000,
      stallMs: 1000,
      signal: AbortSignal.timeout(5000),
    }
    const through = { ...settings, proxy: { ...proxy, isResolving: false } }
    const streamed = await streamPost(through, 'https://news.example.org/v1', options)
    assert.equal(streamed.kind === 'answering' && (await new Response(streamed.body).text()), 'safe news.example.org')
    const near = await streamPost(through, `http://127.0.0.1:${site}/`, options)
    assert.equal(near.kind, 'answering')
    assert.deepEqual(proxy.asked, [`${PUBLIC}:443`])
    const refusing = await connectProxy(
      () => 1,
      (_request, socket) => socket.end('HTTP/1.1 403 No\r\n\r\n') && true,
    )
    const none = await streamPost(
      { ...through, proxy: { ...refusing, isResolving: false } },
      'https://news.example.org/',
      options,
    )
    assert.equal(none.kind === 'proxy-error' && none.why, 'refused')
  })
})
