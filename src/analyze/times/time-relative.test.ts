import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../annotate.ts'
import { documentOf } from '../test-document.ts'
import { counted } from './time-relative.ts'

/** Published on Tuesday, 10 June 2025. */
function read(...paragraphs: string[]): string[] {
  const doc = documentOf(paragraphs)
  return (annotate(doc).times?.items ?? []).map(
    ({ span, value }) => `${doc.text.slice(span.start, span.end)} = ${value}`,
  )
}

describe('phrases that lean on a date told of before', () => {
  it('count from it, in its sentence and the next', () => {
    assert.deepEqual(read('The dam cracked on 12 January 2021 and the following day it broke.'), [
      '12 January 2021 = 2021-01-12',
      'the following day = 2021-01-13',
    ])
    assert.deepEqual(
      read('The dam cracked on 12 January 2021. Three weeks later it was mended. Later that year it fell.'),
      ['12 January 2021 = 2021-01-12', 'Three weeks later = 2021-W05', 'Later that year = 2021'],
    )
    assert.deepEqual(read('He was seen on 3 May 2019. The next morning his boat was gone.'), [
      '3 May 2019 = 2019-05-03',
      'The next morning = 2019-05-04TMO',
    ])
    assert.deepEqual(read('It rained on 5 February. The following Monday the school closed.'), [
      '5 February = 2025-02-05',
      'The following Monday = 2025-02-10',
    ])
  })

  it('are left alone where no date was told of, or one too coarse, or a range', () => {
    for (const text of [
      'The following day nobody came.',
      'It rained on 3 May. The hall was empty. There was no light. The following day nobody came.',
      'It closed in 2019. The following day nobody came.',
      'The fair ran from 3 to 5 May 2019. The following day nobody came.',
    ])
      assert.ok(!read(text).some((each) => /following/.test(each)), text)
  })

  it('take the day of the sentence before for a clock', () => {
    assert.deepEqual(read('The show is on 12 June. Doors open at 7pm.'), [
      '12 June = 2025-06-12',
      '7pm = 2025-06-12T19:00',
    ])
  })
})

describe('counted', () => {
  it('steps over the ends of months and years', () => {
    assert.equal(counted('~D+1', '2020-12-31'), '2021-01-01')
    assert.equal(counted('~M-1', '2021-01'), '2020-12')
    assert.equal(counted('~Y+0', '2021-01-12'), '2021')
    assert.equal(counted('~F1', '2025-02-03'), '2025-02-10')
    assert.equal(counted('~B5', '2025-02-07'), '2025-01-31')
  })

  it('has no day to give from a month, and no month from a year', () => {
    assert.equal(counted('~D+1', '2021-01'), undefined)
    assert.equal(counted('~M+1', '2021'), undefined)
  })
})
