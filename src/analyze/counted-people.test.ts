import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countedPeople } from './figures.ts'

/** The number stands as `#`. */
function counted(sentence: string, earlier = ''): string | undefined {
  const [before = '', after = ''] = sentence.split('#')
  return countedPeople(before, after, () => `${earlier} ${sentence}`)
}

describe('countedPeople', () => {
  it('reads people who were moved or told to go', () => {
    for (const sentence of [
      'About # people in the lower streets were told to leave their homes on Monday.',
      'The order was widened, bringing the number of people moved from their homes to #.',
      'The number of residents evacuated has risen to #.',
      'The flood has now taken # people from their homes.',
    ])
      assert.equal(counted(sentence), 'people evacuated', sentence)
  })

  it('reads whom an order covers only where an evacuation is told of', () => {
    const order = 'The order covers the harbor, where about # people live.'
    assert.equal(counted(order, 'Families were told to leave.'), 'people evacuated')
    assert.equal(counted(order, 'Dogs must be kept on a lead.'), undefined)
  })

  it('reads totals of cases of a named disease', () => {
    for (const sentence of [
      'An outbreak of measles has reached # confirmed cases.',
      'There are now # cases of measles in the town.',
      '# people in the town now have measles.',
      'Confirmed measles cases have risen to #.',
    ])
      assert.equal(counted(sentence), 'cases of measles', sentence)
  })

  it('leaves additions, cases of law and other people aside', () => {
    for (const sentence of [
      'Doctors found another # cases of measles.',
      'There were # new cases of measles.',
      'The court heard # cases.',
      '# people came to see the measles ward.',
      'The bus has taken # people to the coast.',
    ])
      assert.equal(counted(sentence), undefined, sentence)
  })
})
