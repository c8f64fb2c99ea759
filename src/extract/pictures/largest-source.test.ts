import assert from 'node:assert/strict'
import { test } from 'node:test'
import { largestSource } from './pictures.ts'

test('the largest file is taken, by width or density, the first of equals', () => {
  assert.equal(largestSource('/s.jpg 400w, /l.jpg 1600w, /m.jpg 800w'), '/l.jpg')
  assert.equal(largestSource('/a.jpg 1x,/b.jpg 2x'), '/b.jpg')
  assert.equal(largestSource('/a.jpg, /b.jpg'), '/a.jpg')
  assert.equal(largestSource('/one.jpg'), '/one.jpg')
  assert.equal(largestSource('/crop,w_10/a.jpg 10w, /crop,w_20/a.jpg 20w'), '/crop,w_20/a.jpg')
})

test('there is none in nothing', () => {
  for (const srcset of [undefined, '', '  ', ',', ',,, ,', '1x, 2x'])
    assert.ok((largestSource(srcset) ?? '1x') === '1x')
})

test('a srcset of nothing but commas ends', () => {
  assert.equal(largestSource(','.repeat(20_000)), undefined)
})
