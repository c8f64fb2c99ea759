import assert from 'node:assert/strict'
import { test } from 'node:test'
import { porterStem } from './porter-stem.ts'
import { rouge } from './rouge.ts'

test('stems the examples of the paper', () => {
  const examples: Record<string, string> = {
    caresses: 'caress',
    ponies: 'poni',
    cats: 'cat',
    feed: 'feed',
    agreed: 'agre',
    plastered: 'plaster',
    bled: 'bled',
    motoring: 'motor',
    sing: 'sing',
    conflated: 'conflat',
    hopping: 'hop',
    falling: 'fall',
    hissing: 'hiss',
    filing: 'file',
    happy: 'happi',
    sky: 'sky',
    relational: 'relat',
    conditional: 'condit',
    digitizer: 'digit',
    operator: 'oper',
    triplicate: 'triplic',
    electrical: 'electr',
    hopefulness: 'hope',
    revival: 'reviv',
    allowance: 'allow',
    adjustment: 'adjust',
    adoption: 'adopt',
    probate: 'probat',
    rate: 'rate',
    controlling: 'control',
    roll: 'roll',
  }
  for (const [word, stem] of Object.entries(examples)) assert.equal(porterStem(word), stem, word)
})

test('counts shared words and pairs by hand', () => {
  // Four of five words and four of six are in both: 2 × 4 / 11. Pairs: `the council`, `council vote` of 4 and 5.
  const { one, two } = rouge('The council voted to close.', 'the council votes on: close roads')
  assert.equal(one, 8 / 11)
  assert.equal(two, 4 / 9)
})

test('counts a word no more often than the other text has it', () => {
  assert.equal(rouge('dam dam dam dam', 'dam breaks').one, 2 / 6)
})

test('gives nothing for nothing', () => {
  assert.deepEqual(rouge('', 'a dam breaks'), { one: 0, two: 0 })
})
