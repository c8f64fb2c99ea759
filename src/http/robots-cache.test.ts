import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serve } from '../../test/loopback-server.ts'
import { createHttp } from './client.ts'
import { createRobotsCache } from './robots-cache.ts'

const http = createHttp({
  userAgent: 'Twosource/test',
  allowPrivate: true,
  maxBytes: 2 ** 20,
  timeoutMs: 30_000,
  connectTimeoutMs: 10_000,
  perHost: 2,
  inFlight: 8,
})

async function site(
  answer: (asked: number) => { readonly status: number; readonly body?: string; readonly to?: string },
) {
  const asked: string[] = []
  const origin = await serve((request, response) => {
    if (request.url !== '/robots.txt') return response.writeHead(200).end('User-agent: *\nDisallow: /moved')
    asked.push(request.url)
    const { status, body = '', to } = answer(asked.length)
    return response.writeHead(status, to ? { location: to } : {}).end(body)
  })
  let now = new Date('2026-03-10T12:00:00Z')
  const desk = createRobotsCache(http, 'Twosource', () => now)
  const ask = async (path: string) => (await desk.ask(`${origin}${path}`)).kind
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000)
  }
  return { ask, asked, later }
}

test('one file answers for all pages of a site, for all who ask at once, for a day and no longer', async () => {
  const { ask, asked, later } = await site((times) => ({
    status: 200,
    body: `User-agent: twosource\nDisallow: ${times === 1 ? '/a' : '/b'}`,
  }))
  assert.deepEqual(await Promise.all(['/a', '/a/1', '/b', '/c'].map(ask)), [
    'disallowed',
    'disallowed',
    'allowed',
    'allowed',
  ])
  later(24 * 60 - 1)
  assert.equal(await ask('/b'), 'allowed')
  assert.equal(asked.length, 1)
  later(2)
  assert.deepEqual(await Promise.all(['/a', '/b'].map(ask)), ['allowed', 'disallowed'])
  assert.equal(asked.length, 2)
})

for (const status of [401, 403, 404, 410, 418])
  test(`a site that answers ${status} has no rules`, async () => {
    const { ask } = await site(() => ({ status }))
    assert.equal(await ask('/a'), 'allowed')
  })

for (const status of [429, 500, 503])
  test(`a site that answers ${status} is asked again soon, and nothing is fetched meanwhile`, async () => {
    const { ask, asked, later } = await site((times) => ({ status: times === 1 ? status : 200 }))
    assert.equal(await ask('/a'), 'unknown')
    later(5)
    assert.equal(await ask('/b'), 'unknown')
    assert.equal(asked.length, 1)
    later(6)
    assert.equal(await ask('/a'), 'allowed')
  })

test('a redirect is followed, and its rules are those of the site that was asked', async () => {
  const { ask } = await site(() => ({ status: 301, to: '/elsewhere.txt' }))
  assert.deepEqual([await ask('/moved/x'), await ask('/x')], ['disallowed', 'allowed'])
})

test('a site that cannot be reached is unknown; what is no address of the web is left to whoever fetches it', async () => {
  const desk = createRobotsCache(http, 'Twosource', () => new Date())
  assert.equal((await desk.ask('http://127.0.0.1:1/a')).kind, 'unknown')
  assert.equal((await desk.ask('mailto:a@b.example')).kind, 'allowed')
  assert.equal((await desk.ask('nothing')).kind, 'allowed')
})

test('of many sites no more is kept than memory has room for: the oldest are asked again', async () => {
  const asked: string[] = []
  const body = `User-agent: *\n${'Disallow: /abcdefghijklmnopqrstuvwxyz\n'.repeat(10_000)}`
  const site = () =>
    serve((request, response) => {
      asked.push(request.headers.host!)
      response.end(body)
    })
  const desk = createRobotsCache(http, 'Twosource', () => new Date('2026-03-10T12:00:00Z'))
  const origins = await Promise.all(Array.from({ length: 20 }, site))
  const ask = async (origin: string) => assert.equal((await desk.ask(`${origin}/a`)).kind, 'allowed')
  for (const origin of origins) await ask(origin)
  await ask(origins.at(-1)!)
  assert.equal(asked.length, 20)
  await ask(origins[0]!)
  assert.equal(asked.length, 21)
})
