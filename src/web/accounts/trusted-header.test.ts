import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trustedHeaderCases } from '../../../test/sign-in/trusted-header-cases.ts'
import { clientAddress, parseNetworks } from './trusted-header.ts'

for (const { name, run } of trustedHeaderCases) test(`a header of a proxy: ${name}`, run)

test('networks are read as they are written, or not at all', () => {
  assert.ok(parseNetworks('10.0.0.0/8 192.168.1.4\nfd00::/64, ::1'))
  for (const bad of [
    '',
    ' , ',
    '10.0.0.0/33',
    '10.0.0/8',
    'fd00::/129',
    'proxy.example',
    '10.0.0.1/',
    '10.0.0.1/-1',
    '*',
  ])
    assert.equal(parseNetworks(bad), undefined, bad)
})

test('an address is taken from a proxy that is believed, and is the last that is none of its own', () => {
  const networks = parseNetworks('127.0.0.0/8, 10.0.0.0/8, ::1')!
  for (const [peer, forwardedFor, wanted] of [
    ['127.0.0.1', '192.0.2.7', '192.0.2.7'],
    ['::ffff:127.0.0.1', '203.0.113.5, 192.0.2.7', '192.0.2.7'],
    ['127.0.0.1', '192.0.2.7, 10.0.0.3', '192.0.2.7'],
    ['127.0.0.1', '[2001:db8::7]', '2001:db8::7'],
    ['127.0.0.1', null, undefined],
    ['127.0.0.1', '127.0.0.1', undefined],
    ['127.0.0.1', '192.0.2.7, unknown', undefined],
    ['127.0.0.1', '', undefined],
    ['192.0.2.9', '198.51.100.1', undefined],
    [undefined, '198.51.100.1', undefined],
  ] as const)
    assert.equal(clientAddress(networks, { peer, forwardedFor }), wanted, `${peer} ${forwardedFor}`)
})
