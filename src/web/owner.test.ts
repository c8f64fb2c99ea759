import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Arrival, isOwner } from './owner.ts'

const here: Arrival = { peer: '127.0.0.1', host: '127.0.0.1:7180', httpVersion: '1.1', isForwarded: false }

describe('the owner', () => {
  for (const [what, arrival] of Object.entries<Partial<Arrival>>({
    'sits at the machine': {},
    'comes by the name localhost': { host: 'localhost:7180' },
    'comes by IPv6': { peer: '::1', host: '[::1]:7180' },
    'comes by IPv4 in IPv6': { peer: '::ffff:127.0.0.1' },
    'sends a form from a page of this server': { origin: 'http://localhost:7180' },
  }))
    it(what, () => assert.equal(isOwner({ ...here, ...arrival }), true))

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
    it(`is nobody who ${what}`, () => assert.equal(isOwner({ ...here, ...arrival }), false))
})
