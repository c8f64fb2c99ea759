import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRecentFingerprints } from './recent-fingerprints.ts'

/** Two documents that share two hashes, and one whose hashes have the same lower halves. */
function three() {
  const recent = createRecentFingerprints()
  recent.add(3, Uint32Array.of(7, 100, 4_000_000_000))
  recent.add(5, Uint32Array.of(100, 4_000_000_000, 4_100_000_000))
  recent.add(8, Uint32Array.of(7 + 0x10000, 100 + 0x20000, 9))
  return recent
}

test('documents are counted that share enough hashes, from a sequence on', () => {
  const recent = three()
  const wanted = [7, 100, 4_000_000_000, 4_000_000_000]
  assert.deepEqual(
    [...recent.countShared(wanted, 0, 2)],
    [
      [3, 3],
      [5, 2],
    ],
  )
  assert.deepEqual([...recent.countShared(wanted, 4, 2)], [[5, 2]])
  assert.deepEqual([...recent.countShared([9], 0, 1)], [[8, 1]])
  assert.deepEqual([...recent.countShared([], 0, 1)], [])
})

test('a range of hashes comes in order, of documents up to one', () => {
  assert.deepEqual(three().between(7, 4_000_000_000, 5), [
    [7, 3],
    [100, 3],
    [100, 5],
  ])
  assert.equal(three().between(0, 2 ** 32, 8).length, 9)
})

test('what is dropped is forgotten, and what comes after is kept', () => {
  const recent = three()
  recent.dropBefore(5)
  assert.equal(recent.size, 2)
  assert.deepEqual([...recent.countShared([100, 4_000_000_000], 0, 1)], [[5, 2]])
  recent.dropBefore(100)
  assert.deepEqual([recent.size, recent.newest], [0, 8])
  for (let sequence = 101; sequence < 400; sequence += 1)
    recent.add(
      sequence,
      Uint32Array.from({ length: 20 }, (_, index) => sequence * 100 + index),
    )
  assert.deepEqual([...recent.countShared([30_001, 30_002], 0, 2)], [[300, 2]])
})
