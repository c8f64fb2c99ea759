import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDayLimits } from './day-limits.ts'
import { createPeerLimits } from './newsletter-listener.ts'

const times = (count: number, work: () => unknown) => Array.from({ length: count }, work)

test('a peer has a number of connections at once, a mail server on this machine any', () => {
  const limits = createPeerLimits(() => 0)
  assert.ok(times(8, () => limits.allowsConnection('192.0.2.1')).every(Boolean))
  assert.equal(limits.allowsConnection('192.0.2.1'), false)
  limits.closes('192.0.2.1')
  assert.equal(limits.allowsConnection('192.0.2.1'), true)
  assert.equal(limits.allowsConnection('192.0.2.2'), true)
  assert.ok(times(8, () => limits.allowsConnection('2001:db8:0:7::1')).every(Boolean))
  assert.equal(
    limits.allowsConnection('2001:db8:0:7:a:b:c:d'),
    false,
    'whoever holds an address of IPv6 holds its network',
  )
  for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    assert.ok(times(50, () => limits.allowsConnection(here)).every(Boolean))
})

test('letters are counted by the hour, addresses that are not there by ten minutes', () => {
  let now = 0
  const limits = createPeerLimits(() => now)
  assert.ok(times(600, () => limits.allowsMessage('192.0.2.1')).every(Boolean))
  assert.equal(limits.allowsMessage('192.0.2.1'), false)
  times(100, () => limits.countMiss('192.0.2.1'))
  assert.equal(limits.guessesTooOften('192.0.2.1'), true)
  now = 600_000
  assert.equal(limits.guessesTooOften('192.0.2.1'), false)
  assert.equal(limits.allowsMessage('192.0.2.1'), false)
  now = 3_600_000
  assert.equal(limits.allowsMessage('192.0.2.1'), true)
})

test('peers that went are forgotten, so that many cost no memory', () => {
  const limits = createPeerLimits(() => 0)
  times(600, () => limits.allowsMessage('192.0.2.1'))
  for (let peer = 0; peer < 20_000; peer++) limits.countMiss(`peer ${peer}`)
  assert.equal(limits.allowsMessage('192.0.2.1'), true)
})

test('who knows an address cannot fill the disk in a day', () => {
  let now = 0
  const limits = createDayLimits(() => now)
  assert.ok(times(20, () => limits.allows('a', 5 * 2 ** 20)).every(Boolean))
  assert.equal(limits.allows('a', 5 * 2 ** 20), false)
  assert.equal(limits.allows('b', 1), true)
  assert.ok(times(1_999, () => limits.allows('b', 1)).every(Boolean))
  assert.equal(limits.allows('b', 1), false)
  now = 86_400_000
  assert.equal(limits.allows('a', 1), true)
})
