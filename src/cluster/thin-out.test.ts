import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { thinOut } from './compare.ts'

test('leaves out evenly those with many near ones, and none of the others', () => {
  const degrees = Int32Array.from({ length: 120 }, (_, i) => (i < 100 ? 99 : 2))
  const isKept = thinOut(degrees, 100 * 33 + 40)
  const kept = [...degrees.keys()].filter(isKept)
  assert.deepEqual(kept.filter((i) => i >= 100).length, 20)
  assert.deepEqual(
    kept.filter((i) => i < 100),
    Array.from({ length: 33 }, (_, i) => i * 3 + 2),
  )
})

test('leaves out one at least, so that doing it again comes to an end', () => {
  const degrees = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(degrees, fc.double({ min: 0, max: 0.999, noNaN: true }), (list, part) => {
      const total = list.reduce((sum, degree) => sum + degree, 0)
      fc.pre(total > 0)
      const isKept = thinOut(Int32Array.from(list), Math.floor(total * part))
      assert.ok(list.some((_, i) => !isKept(i)))
    }),
  )
})
