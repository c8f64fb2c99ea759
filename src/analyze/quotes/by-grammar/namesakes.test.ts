import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from '../../test-document.ts'

const speakers = (...paragraphs: string[]): (string | undefined)[] => saidBy(...paragraphs).map(([, by]) => by)

describe('a surname that two have', () => {
  const death = 'Tom Poe died on the bridge. Tom Poe was 40. The death of Tom Poe shocked the town.'

  it('is nobody when the other was named last and speaks elsewhere', () => {
    assert.deepEqual(speakers(death, '“I loved him,” his brother Carl Poe testified.', '“Help us,” Poe said.'), [
      'Carl Poe',
      'Poe',
    ])
  })

  it('leaves a pronoun that may be either to nobody', () => {
    const [, then] = speakers(death, '“I loved him,” his brother Carl Poe testified. Poe wept.', '“Help us,” he said.')
    assert.notEqual(then, 'Tom Poe')
  })

  it('is the one who was named last', () => {
    const text = ['Ada Poe left.', '“I loved him,” said Carl Poe.', 'Carl Poe wept.', '“Help us,” Poe said.']
    assert.equal(speakers(...text).at(-1), 'Carl Poe')
  })

  it('is the office holder', () => {
    const text = ['President Donald Trump left early.', '“I stay,” said Ivanka Trump.', '“I go,” Trump said.']
    assert.equal(speakers(...text).at(-1), 'Donald Trump')
  })
})
