import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inHouseStyle } from './house-style.ts'

const written = "‘He said “leave it”, and I didn't,’ she said."

test('each style sets outer marks, inner marks and apostrophes', () => {
  assert.equal(inHouseStyle(written, 'single curly'), '‘He said “leave it”, and I didn’t,’ she said.')
  assert.equal(inHouseStyle(written, 'single straight'), `'He said "leave it", and I didn't,' she said.`)
  assert.equal(inHouseStyle(written, 'double curly'), '“He said ‘leave it’, and I didn’t,” she said.')
  assert.equal(inHouseStyle(written, 'double straight'), `"He said 'leave it', and I didn't," she said.`)
})

test('French spaces do not break', () => {
  assert.equal(
    inHouseStyle("« L'eau monte », dit-il : 54 %", 'french'),
    '«\u00a0L’eau monte\u00a0», dit-il\u00a0: 54\u00a0%',
  )
})

test('Arabic is printed as written', () => {
  assert.equal(inHouseStyle('قال: «نعم»', 'arabic'), 'قال: «نعم»')
})
