import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scaleLetter, scaleOf, scaleWord } from './number-scales.ts'

test('every word and letter that multiplies a number says by how much', () => {
  for (const word of `${scaleWord}|${scaleLetter}`.split('|')) {
    assert.ok(scaleOf(word.replace('?', '')) > 1, word)
    assert.equal(scaleOf(word.replace('s?', '').toUpperCase()), scaleOf(word.replace('?', '')))
  }
  assert.deepEqual(['dozens', 'lacs', 'Crore', 'bn'].map(scaleOf), [12, 1e5, 1e7, 1e9])
  assert.deepEqual([undefined, '', 'people', 'constructor'].map(scaleOf), [1, 1, 1, 1])
})
