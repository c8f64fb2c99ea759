import assert from 'node:assert/strict'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, test } from 'node:test'
import type { FetchResult } from '../core/fetch-result.ts'
import { type Hop, portOf, redirectOf, refuse } from './redirect.ts'

const usual = [80, 443, 8080, 8443]

test('a public address on a usual port is let through', () => {
  for (const url of [
    'http://example.com/',
    'https://example.com/x',
    'http://8.8.8.8:8080/',
    'https://[2620:fe::fe]:8443/',
  ])
    assert.equal(refuse(new URL(url), false, usual), undefined, url)
})

test('private addresses, foreign schemes and other ports are refused on every hop alike', () => {
  const cases = [
    ['http://10.0.0.1/', 'refused-address'],
    ['http://[fd00::1]/', 'refused-address'],
    ['http://169.254.169.254/latest/meta-data/', 'refused-address'],
    ['http://localhost/', 'refused-address'],
    ['http://example.com:25/', 'refused-address'],
    ['https://example.com:11211/', 'refused-address'],
    ['ftp://example.com/', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['data:text/html,x', 'bad-url'],
  ] as const
  for (const [url, kind] of cases) assert.equal(refuse(new URL(url), false, usual)?.kind, kind, url)
})

test('what the owner allows is let through, but never another scheme', () => {
  assert.equal(refuse(new URL('http://10.0.0.1:9000/'), true, 'any'), undefined)
  assert.equal(refuse(new URL('http://10.0.0.1:9000/'), true, usual)?.kind, 'refused-address')
  assert.equal(refuse(new URL('file:///etc/passwd'), true, 'any')?.kind, 'bad-url')
})

test('a URL without port has the port of its scheme', () => {
  assert.deepEqual(
    ['http://a.b/', 'https://a.b/', 'http://a.b:81/'].map((url) => portOf(new URL(url))),
    [80, 443, 81],
  )
})

/** Where a response to a request for `from` with this status and Location leads. */
function redirect(from: string, status: number, location?: string, isPermanent = true): Hop | FetchResult | undefined {
  const response = new IncomingMessage(new Socket())
  response.statusCode = status
  if (location !== undefined) response.headers.location = location
  return redirectOf(response, { url: new URL(from), isPermanent })
}

const hrefOf = (hop: Hop | FetchResult | undefined) =>
  hop && 'url' in hop && hop.url instanceof URL ? hop.url.href : hop

describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308])
    for (const wasPermanent of [true, false])
      test(`${status} after hops that were ${wasPermanent ? 'all' : 'not all'} for good is followed`, () => {
        const hop = redirect('https://e.example/a', status, '/b', wasPermanent)
        assert.equal(hrefOf(hop), 'https://e.example/b')
        const isPermanent = wasPermanent && (status === 301 || status === 308)
        assert.equal(hop && 'isPermanent' in hop && hop.isPermanent, isPermanent)
      })

  for (const status of [200, 201, 204, 300, 304, 305, 306, 400, 404, 500])
    test(`is not what ${status} is, with a Location or without`, () => {
      assert.equal(redirect('https://e.example/a', status, '/b'), undefined)
      assert.equal(redirect('https://e.example/a', status), undefined)
    })

  const places: readonly (readonly [string, string, string])[] = [
    ['https://e.example/a/b', 'c', 'https://e.example/a/c'],
    ['https://e.example/a/b', '../c?d', 'https://e.example/c?d'],
    ['https://e.example/a/b', '//f.example/c', 'https://f.example/c'],
    ['https://e.example/a?b', '?c', 'https://e.example/a?c'],
    ['https://e.example/a', '', 'https://e.example/a'],
    ['https://e.example/a', '/b#c', 'https://e.example/b'],
    ['https://e.example/a', '/b c', 'https://e.example/b%20c'],
    ['https://e.example/a', Buffer.from('/été').toString('latin1'), 'https://e.example/%C3%A9t%C3%A9'],
    ['https://e.example/a', 'HTTPS://F.EXAMPLE:443/', 'https://f.example/'],
    ['http://e.example/a', 'https://e.example/a', 'https://e.example/a'],
    ['http://e.example/a', 'http://f.example/', 'http://f.example/'],
  ]
  for (const [from, location, to] of places)
    test(`of ${from} to “${location}” leads to ${to}`, () => assert.equal(hrefOf(redirect(from, 302, location)), to))

  const dead: readonly (readonly [string, string | undefined, RegExp])[] = [
    ['https://e.example/', undefined, /without a valid URL/],
    ['https://e.example/', 'http://[', /without a valid URL/],
    ['https://e.example/', 'https://a b/', /without a valid URL/],
    ['https://e.example/', 'http://e.example/', /from https to http \(e\.example\)/],
    ['https://e.example/', 'http://127.0.0.1:81/', /from https to http \(127\.0\.0\.1:81\)/],
  ]
  for (const [from, location, reason] of dead)
    test(`of ${from} to “${location}” is not followed, and says why`, () => {
      const stopped = redirect(from, 301, location)
      assert.ok(stopped && 'kind' in stopped && stopped.kind === 'bad-url')
      assert.match(stopped.reason, reason)
    })
})
