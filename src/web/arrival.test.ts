import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import { type Arrival, looksLocal, trustThisMachine } from './arrival.ts'

const here: Arrival = { peer: '127.0.0.1', host: '127.0.0.1:7180', httpVersion: '1.1', isForwarded: false }

describe('a request from this machine', () => {
  for (const [what, arrival] of Object.entries<Partial<Arrival>>({
    'sits at the machine': {},
    'comes by the name localhost': { host: 'localhost:7180' },
    'comes by IPv6': { peer: '::1', host: '[::1]:7180' },
    'comes by IPv4 in IPv6': { peer: '::ffff:127.0.0.1' },
    'sends a form from a page of this server': { origin: 'http://localhost:7180' },
  }))
    it(what, () => assert.equal(looksLocal({ ...here, ...arrival }), true))

  for (const [what, arrival] of Object.entries<Partial<Arrival>>({
    'comes from another machine': { peer: '192.0.2.7' },
    'comes from an address that only looks like this one': { peer: '127.0.0.1.evil.example' },
    'comes from nobody knows where': { peer: undefined },
    'came through a proxy that says so': { isForwarded: true },
    'came through a proxy that speaks HTTP/1.0': { httpVersion: '1.0' },
    'asks under another name (DNS rebinding)': { host: 'news.example:7180' },
    'asks under a name that begins like this machine': { host: '127.0.0.1.evil.example' },
    'asks under a name that ends like this machine': { host: 'evil.example/localhost' },
    'asks under no name': { host: undefined },
    'sends a form from a page elsewhere': { origin: 'https://news.example' },
    'sends a form from a page without an origin': { origin: 'null' },
  }))
    it(`is none that ${what}`, () => assert.equal(looksLocal({ ...here, ...arrival }), false))
})

test('a machine that is trusted is trusted no more once a proxy has passed something on', () => {
  let said = 0
  const isHere = trustThisMachine(() => said++)
  const env = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1' } } }
  const ask = (headers: Readonly<Record<string, string>> = {}) =>
    isHere(new Request('http://127.0.0.1:7180/', { headers: { host: '127.0.0.1:7180', ...headers } }), env)
  assert.equal(ask(), true)
  assert.equal(ask({ host: 'news.example' }), false, 'a page elsewhere ends nothing: it cannot send headers of proxies')
  assert.equal(ask(), true)
  assert.equal(ask({ 'x-forwarded-for': '192.0.2.7' }), false)
  assert.equal(ask(), false, 'the same proxy may pass the next one on without a word')
  assert.equal(ask({ via: '1.1 proxy' }), false)
  assert.equal(said, 1)
})
