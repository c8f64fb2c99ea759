import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articles, plural, reports } from './words-ar.ts'

test('counts what Arabic counts in six forms, with the noun after a hundred in the genitive', () => {
  assert.deepEqual(
    [1, 2, 3, 11, 99, 100, 102, 1000].map((count) => plural(count, articles)),
    ['مقال واحد', 'مقالان', '3 مقالات', '11 مقالًا', '99 مقالًا', '100 مقال', '102 مقال', '1,000 مقال'],
  )
  assert.equal(plural(100, reports), '100 تقرير مستقل')
})
