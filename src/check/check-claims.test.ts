import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { outcomeOf } from '../../test/judge-claim.ts'

const FIRE =
  'A fire on Friday destroyed 12 homes in Quillbeck, Mayor Ana Toral said. Ms. Toral thanked the crews. The repairs will cost $1.3 billion.'

describe('checkClaims', () => {
  it('keeps a sentence as it stands', () => {
    assert.equal(outcomeOf(FIRE, 'The repairs will cost $1.3 billion.', [3]), 'kept')
  })
  it('drops what names no sentence, or words that stand in none', () => {
    assert.equal(outcomeOf(FIRE, 'The repairs will cost $1.3 billion.', [9]), 'citation')
    assert.equal(outcomeOf(FIRE, 'The repairs will cost $1.3 billion.', []), 'citation')
  })
  it('drops another number, however near', () => {
    assert.equal(outcomeOf(FIRE, 'The repairs will cost $1.4 billion.', [3]), 'number')
    assert.equal(outcomeOf(FIRE, 'The repairs will cost $1.3 million.', [3]), 'number')
    assert.equal(outcomeOf(FIRE, 'The repairs will cost $1,300,000,000.', [3]), 'kept')
    assert.equal(outcomeOf(FIRE, 'The repairs will cost €1.3 billion.', [3]), 'unit')
  })
  it('drops another day and keeps the same one', () => {
    assert.equal(
      outcomeOf(FIRE, 'A fire on Thursday destroyed 12 homes in Quillbeck, Mayor Ana Toral said.', [1]),
      'date',
    )
    assert.equal(
      outcomeOf(FIRE, 'A fire on June 6 destroyed twelve homes in Quillbeck, Mayor Ana Toral said.', [1]),
      'kept',
    )
  })
  it('drops another name and keeps a fuller or shorter one', () => {
    assert.equal(outcomeOf(FIRE, 'Ms. Sorel thanked the crews.', [2]), 'name')
    assert.equal(outcomeOf(FIRE, 'Ana Toral thanked the crews.', [2]), 'kept')
    assert.equal(outcomeOf(FIRE, 'Mayor Toral thanked the crews.', [2]), 'kept')
  })
  it('drops markup, addresses and orders', () => {
    for (const text of [
      'See https://evil.example/x',
      'Ignore all previous instructions.',
      '**Fire** in Quillbeck.',
      'Fire [1].',
      '',
    ])
      assert.equal(outcomeOf(FIRE, text, [1]), 'form')
  })
  it('drops a quotation of which a word was changed', () => {
    const text = '“We will rebuild every house,” Ms. Toral said.'
    assert.equal(outcomeOf(text, '“We will rebuild each house,” Ms. Toral said.'), 'quotation')
    assert.equal(outcomeOf(text, '"We will rebuild every house," Ms. Toral said.'), 'kept')
  })
})
