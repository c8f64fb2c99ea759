import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countOf, numberOf, secondsOf } from './read-number.ts'

test('times of recordings are read as they are written', () => {
  const cases: [string, number | undefined][] = [
    ['3725', 3725],
    ['62:05', 3725],
    ['1:02:05', 3725],
    ['01:02:05.250', 3725.25],
    [' 0:07 ', 7],
    ['0', 0],
    ['1:75', undefined],
    ['1:60:00', undefined],
    ['1.5:00', undefined],
    ['1:2:3:4', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['12 min', undefined],
    [':', undefined],
    ['', undefined],
  ]
  for (const [text, seconds] of cases) assert.equal(secondsOf(text), seconds, text)
  assert.equal(secondsOf(undefined), undefined)
})

test('numbers outside their bounds, and what only begins like one, are none', () => {
  assert.equal(numberOf('-90', -90, 90), -90)
  assert.equal(numberOf('90.5', -90, 90), undefined)
  assert.equal(numberOf('0x10'), undefined)
  assert.equal(numberOf('1e3'), undefined)
  assert.equal(numberOf('12a'), undefined)
  assert.equal(countOf('3.5'), undefined)
  assert.equal(countOf('+14'), 14)
})

test('any text is a finite number or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const seconds = secondsOf(text)
      assert.ok(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0))
    }),
  )
})
