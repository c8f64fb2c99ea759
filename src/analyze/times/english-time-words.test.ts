import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { monthNumber, numberOf, unitCode, weekdayNumber } from './english-time-words.ts'

describe('English words of time', () => {
  it('know months and weekdays in full and short, in any case', () => {
    assert.deepEqual(['January', 'feb', 'SEPT', 'Dec.', 'Brumaire', undefined].map(monthNumber), [
      1,
      2,
      9,
      12,
      undefined,
      undefined,
    ])
    assert.deepEqual(['Sunday', 'tues', 'SAT', 'someday', undefined].map(weekdayNumber), [
      0,
      2,
      6,
      undefined,
      undefined,
    ])
  })
  const numerals: Readonly<Record<string, number | undefined>> = {
    7: 7,
    120: 120,
    a: 1,
    an: 1,
    zero: 0,
    twelve: 12,
    nineteen: 19,
    twenty: 20,
    'thirty-one': 31,
    'Ninety nine': 99,
    'a couple of': 2,
    'a dozen': 12,
    several: undefined,
    '': undefined,
  }
  for (const [text, expected] of Object.entries(numerals))
    it(`read “${text}” as ${expected}`, () => assert.equal(numberOf(text), expected))
  it('give units by their TIMEX3 letters, singular and plural', () => {
    const words = ['minute', 'Hours', 'day', 'weeks', 'month', 'years', 'decades', 'century', 'centuries', 'moon', '']
    assert.deepEqual(words.map(unitCode), ['m', 'H', 'D', 'W', 'M', 'Y', 'E', 'C', 'C', undefined, undefined])
  })
})
