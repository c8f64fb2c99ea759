import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wordsOf } from '../words.ts'
import { areOpposed, type Stance, stancesOf } from './stance.ts'

const stances = (text: string) => stancesOf(wordsOf(text))
const short = (text: string) => stances(text).map(({ polarity, target }) => [polarity, target])

function only(text: string): Stance {
  const [first, ...rest] = stances(text)
  if (!first || rest.length > 0) throw new Error(`"${text}" holds ${rest.length + (first ? 1 : 0)} stances, not one`)
  return first
}

describe('stancesOf', () => {
  it('finds the object next to the verb', () => {
    assert.deepEqual(short('We support the new bridge'), [['for', 'bridg']])
    assert.deepEqual(short('They oppose the bridge because it is long'), [['against', 'bridg']])
  })

  it('turns the side at a negation', () => {
    assert.deepEqual(short("I don't think you need a ceasefire"), [['against', 'ceasefir']])
    assert.deepEqual(short('We will never accept the treaty'), [['against', 'treaty']])
  })

  it('reads a judgement after is', () => {
    assert.deepEqual(short('An immediate ceasefire is necessary'), [['for', 'ceasefir']])
    assert.deepEqual(short('The ceasefire was not necessary'), [['against', 'ceasefir']])
    assert.deepEqual(short('The bridge is absolutely unacceptable'), [['against', 'bridg']])
  })

  it('keeps the describing words as modifiers', () => {
    assert.deepEqual(only('all of us would obviously prefer an immediate ceasefire while we work').modifiers, [
      'immediat',
    ])
  })

  it('takes no stance from what may be, nor from nouns that look like verbs', () => {
    assert.deepEqual(short('We might support the bridge'), [])
    assert.deepEqual(short('The support of the bridge is large'), [])
    assert.deepEqual(short('Their demand grew last year'), [])
  })

  it('takes no stance on things that say nothing', () => {
    assert.deepEqual(short('We support the idea'), [])
    assert.deepEqual(short('We welcome people'), [])
  })
})

describe('areOpposed', () => {
  it('sees opposite sides on one thing', () => {
    assert.ok(
      areOpposed(
        only("I don't think you need a ceasefire"),
        only('all of us would obviously prefer an immediate ceasefire while we work on a lasting peace'),
      ),
    )
  })

  it('sees none in the same side or another thing', () => {
    assert.ok(!areOpposed(only('We support the bridge'), only('They welcome the bridge')))
    assert.ok(!areOpposed(only('We support the bridge'), only('They oppose the tunnel')))
  })

  it('keeps things with other descriptions apart', () => {
    assert.ok(!areOpposed(only('We support a local ceasefire'), only('They reject a permanent ceasefire')))
  })

  it('keeps a condition apart from a plain word', () => {
    assert.ok(!areOpposed(only('We support the bridge'), only('If it is dear then they oppose the bridge')))
  })
})
