import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trustedHeaderCases } from '../../test/sign-in/trusted-header-cases.ts'
import { parseNetworks } from './trusted-header.ts'

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
