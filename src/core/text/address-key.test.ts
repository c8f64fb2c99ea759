import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKey } from './address-key.ts'

test('addresses of one network of IPv6 are one, those of IPv4 are their own', () => {
  const same = ['2001:db8:0:7::1', '2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd', '2001:DB8::7:1:2:3:4']
  assert.deepEqual([...new Set(same.map(addressKey))], ['2001:db8:0:7'])
  assert.equal(addressKey('::ffff:192.0.2.7'), '192.0.2.7')
  assert.notEqual(addressKey('192.0.2.7'), addressKey('192.0.2.8'))
  assert.equal(addressKey('fe80::1%eth0'), addressKey('fe80::2'))
  assert.equal(addressKey('::1'), '0:0:0:0')
})
