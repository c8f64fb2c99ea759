import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkTitle } from './check-title.ts'

const text =
  'Some 112 people were hurt when two trains met near Oslo, the mayor, Ana Toral, said. The repairs cost $1.3 billion.'
const failed = (title: string) => checkTitle({ title, text })?.failed

describe('checkTitle', () => {
  it('holds where the article has the numbers and names of its title', () => {
    for (const title of [
      'More than 100 hurt as trains meet near Oslo',
      '112 hurt in crash',
      'Toral: repairs will cost $1.3bn',
      'Trains meet near Oslo in 2024',
    ])
      assert.equal(failed(title), undefined, title)
  })
  it('does not hold with another number or name', () => {
    assert.equal(failed('121 hurt as trains meet near Oslo'), 'number')
    assert.equal(failed('More than 200 hurt as trains meet'), 'number')
    assert.equal(failed('People were hurt as trains meet near Bergen'), 'name')
  })
  it('asks titles with capitals on every word for numbers alone', () => {
    assert.equal(failed('Hurt People As Trains Meet Near Bergen'), undefined)
  })
})
