import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsMoreValues } from './json-values.ts'

test('what may become an object or a value counts, what stands in strings does not', () => {
  const list = JSON.stringify(Array.from({ length: 40 }, (_, index) => ({ index })))
  assert.equal(holdsMoreValues(list, 120), false)
  assert.equal(holdsMoreValues(list, 110), true)
  assert.equal(holdsMoreValues(JSON.stringify(['{[,:"\\'.repeat(50), '\\"'.repeat(50), '\\']), 5), false)
  assert.equal(holdsMoreValues(`"${'{},'.repeat(50)}`, 5), false)
  assert.equal(holdsMoreValues('['.repeat(50), 49), true)
})
