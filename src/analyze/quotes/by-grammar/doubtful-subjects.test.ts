import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf } from '../../test-document.ts'

const NAMED = 'Jane Roe and Tom Poe are in Alton with Mary Lund.'

/** Who is named for the last words said in a text that has named three people. */
function lastSpeaker(...paragraphs: string[]): string | undefined {
  return quotesOf(documentOf([NAMED, ...paragraphs]))
    .filter(({ isTopic }) => !isTopic)
    .at(-1)?.speaker?.name
}

describe('words whose speaker is in doubt', () => {
  for (const text of [
    // named only as an example, or in a list of them
    'A group of clubs such as the NFL, the NBA and the NCAA filed a suit, arguing that the law was void.',
    // the object of a verb before
    'The reform that would hurt the Roe Organization has lawyers warning that the tax is void.',
    'The mayor accused Tom Poe, a retired pilot, of theft and on Sunday said more names would soon come out.',
    // a clause within another
    'The pollster he hired, Harrow & Sons, said the numbers were down.',
    'Around the same time Tom Poe spoke in Alton, the court turned the suit down, but said the fine was too high.',
    // whoever is right before a participle
    'Tom Poe came to the square four days after a gunman claiming that he was ill had fled.',
    'Tom Poe waited for it since a letter came to light last week suggesting the numbers were wrong.',
    // told by another
    'The paper also says that Tom Poe is hoping “they will find something that the town can use.”',
    // words of somebody else whose they are said to be
    'Mary Lund answered Tom Poe’s claim that it was “the worst bridge in the country” at noon.',
    'When asked whether it was fair to call it “a waste of money,” Mary Lund nodded and said yes.',
  ])
    it(`are nobody’s: ${text}`, () => assert.equal(lastSpeaker(text), undefined))

  for (const text of [
    'One longtime Poe ally said the plan was dead.',
    'Aides to both Jane Roe and Tom Poe said the loans were small.',
    'The author of a book making claims against the painter Tom Poe said the firm had paid for it.',
    'Republicans on Capitol Hill said the plan was dead.',
    'The bank owed two million, according to Securities and Exchange Commission filings.',
  ])
    it(`are not those of who is named for what they are: ${text}`, () => assert.equal(lastSpeaker(text), undefined))

  it('are theirs who are the subject, however long what stands between', () => {
    for (const text of [
      'Tom Poe, who had left for the coast with a friend, said the bridge was safe.',
      'Tom Poe toured the town on Monday with voters and said the bridge was safe.',
      'The sluices were shut too late, predicted Tom Poe, once the head of the port.',
      'The bridge was safe, according to the council’s director Tom Poe.',
      'A statement from Tom Poe said the bridge was safe.',
    ])
      assert.equal(lastSpeaker(text), 'Tom Poe', text)
  })

  it('are theirs who post, and not theirs who spoke before', () => {
    const said = '“The road is closed,” Tom Poe said.'
    assert.equal(lastSpeaker(said, '“The road is open.” https://t.example/x — Mary Lund (@lund) May 5'), undefined)
    assert.equal(lastSpeaker(said, '“The road is open.”', '— Mary Lund'), 'Mary Lund')
    assert.equal(lastSpeaker(said, '“Mayor Poe, the road is not closed at all.”'), undefined)
  })
})
