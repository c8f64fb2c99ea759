import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../annotate.ts'
import { documentOf } from '../test-document.ts'

/** Published on Tuesday, 10 June 2025. */
const read = (text: string) => annotate(documentOf([text])).times?.items.map(({ value }) => value)

describe('holidays', () => {
  it('are dates where they fall on one', () => {
    assert.deepEqual(read('The fire broke out on Christmas Day.'), ['2024-12-25'])
    assert.deepEqual(read('The shop will close on Christmas Eve.'), ['2025-12-24'])
    assert.deepEqual(read('It opened on New Year’s Eve 2019.'), ['2019-12-31'])
  })

  it('are left alone where they move, or are a season', () => {
    assert.deepEqual(read('By Christmas all may be well, and Easter is far off. Thanksgiving was quiet.'), [])
  })
})

describe('what is not vouched for', () => {
  it('has no date', () => {
    for (const text of [
      'Profits rose in Q4 2024 and in the financial year 2025/26.',
      'She will be back a week on Friday.',
      'They will meet Monday week.',
      'Last summer was dry.',
    ])
      assert.deepEqual(read(text), [], text)
  })
})
