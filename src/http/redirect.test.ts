import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portOf, refuse } from './redirect.ts'

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
