import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowedHost } from './allowed-host.ts'

const base = 'https://news.example.org'
const cases: readonly (readonly [
  host: string,
  origin: string | undefined,
  base: string | undefined,
  isKnown: boolean,
])[] = [
  ['127.0.0.1:7180', undefined, undefined, true],
  ['localhost:7180', undefined, undefined, true],
  ['[::1]:7180', undefined, undefined, true],
  ['192.168.1.20:7180', undefined, undefined, true],
  ['localhost:7180', 'http://localhost:5173', undefined, true],
  ['news.example.org', undefined, base, true],
  ['news.example.org', 'https://news.example.org', base, true],
  ['evil.example', undefined, undefined, false],
  ['evil.example', undefined, base, false],
  ['evil.example:7180', 'http://evil.example:7180', undefined, false],
  ['localhost:7180', 'http://evil.example', undefined, false],
  ['192.168.1.20:7180', 'http://evil.example', undefined, false],
  ['localhost.evil.example', undefined, undefined, false],
  ['news.example.org', 'null', base, false],
  ['', undefined, undefined, false],
]

for (const [host, origin, baseUrl, isKnown] of cases)
  test(`${host || 'no host'}${origin === undefined ? '' : ` from ${origin}`} is ${isKnown ? 'known' : 'refused'}`, () => {
    const headers = new Headers(origin === undefined ? {} : { origin })
    headers.set('host', host)
    assert.equal(isAllowedHost(headers, baseUrl), isKnown)
  })
