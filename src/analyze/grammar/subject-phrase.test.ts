import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openingSubject, subjectPhrase } from './subject-phrase.ts'

describe('subjectPhrase', () => {
  it('reads bodies and offices that stand right before the verb', () => {
    assert.equal(subjectPhrase('The government has ', ''), 'The government')
    assert.equal(subjectPhrase('The health ministry ', ''), 'The health ministry')
    assert.equal(subjectPhrase('The government of Norland has also ', ''), 'The government of Norland')
    assert.equal(subjectPhrase('The union, which speaks for the drivers, has ', ''), 'The union')
  })

  it('leaves out plans, weather and subordinate clauses', () => {
    for (const before of [
      'The plan has ',
      'The weather ',
      'The members who had backed the union ',
      'A friend of the mayor ',
    ])
      assert.equal(subjectPhrase(before, ''), undefined, before)
  })

  it('takes one capitalized word for a name only when the text shows that it is one', () => {
    assert.equal(subjectPhrase('Norland has ', 'Talks with Norland went on.'), 'Norland')
    assert.equal(subjectPhrase('Sandvik has ', 'Sandvik Ferries runs the boats.'), 'Sandvik')
    assert.equal(subjectPhrase('Reforms ', 'Reforms are late. The reforms are dear.'), undefined)
    assert.equal(subjectPhrase('Sandvik Ferries has ', ''), 'Sandvik Ferries')
  })
})

describe('openingSubject', () => {
  it('is the body or name a sentence is about', () => {
    assert.equal(openingSubject('Sandvik Ferries, which runs the boats, has stopped them.', ''), 'Sandvik Ferries')
    assert.equal(openingSubject('The company said nothing.', ''), 'The company')
    assert.equal(openingSubject('In the harbor the boats lay still.', ''), undefined)
  })
})
