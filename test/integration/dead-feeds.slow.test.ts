import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amongTheDead } from '../../lab/prove/dead-feeds/among-the-dead.ts'

test('feeds of which none answers hold up no living one, and each of their hosts is asked once at a time', {
  skip: process.platform !== 'linux' && 'only Linux has all of 127.0.0.0/8',
}, async () => {
  const timeoutSeconds = 10
  const found = await amongTheDead({ dead: 300, living: 10, timeoutSeconds })
  // Before the dead have given up: with 64 slots for all, that took forty seconds and more.
  assert.ok(found.amongMs < timeoutSeconds * 1_000, `a first article: ${found.amongMs} ms`)
  assert.ok(found.pollAmongMs < timeoutSeconds * 1_000, `the last living feed: ${found.pollAmongMs} ms`)
  assert.equal(found.mostAtOneHost, 1)
  assert.ok(found.mostAtOnce <= 320, String(found.mostAtOnce))
})
