import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from '../test-document.ts'

/** Speakers only. */
const speakers = (...paragraphs: string[]): (string | undefined)[] => saidBy(...paragraphs).map(([, by]) => by)

describe('a new noun for the person the text is about', () => {
  it('is that person when it reports speech', () => {
    assert.deepEqual(speakers('Tom Poe was on the stairs.', '‘I heard a bird,’ the guard said.'), ['Tom Poe'])
    assert.deepEqual(speakers('Tom Poe was on the stairs.', '‘I heard a bird,’ said the guard.'), ['Tom Poe'])
  })

  it('may give the age alone, an office or a nation', () => {
    assert.deepEqual(speakers('Tom Poe felt a hand.', '‘I said my name,’ the 61-year-old said.'), ['Tom Poe'])
    assert.deepEqual(speakers('Chancellor Jane Roe left Marl.', '‘I was tired,’ the chancellor said.'), ['Jane Roe'])
    assert.deepEqual(speakers('Tom Poe left Marl.', '‘I was tired,’ said the Danish goalkeeper.'), ['Tom Poe'])
  })

  it('goes on over a pronoun', () => {
    assert.deepEqual(
      speakers('Tom Poe walked the wall. Late on Sunday he stopped.', '‘It was wet,’ the inspector told the Echo.'),
      ['Tom Poe'],
    )
  })

  it('is the one of this paragraph, whoever the paragraph before was about', () => {
    assert.deepEqual(
      speakers('Jane Roe left Marl.', 'Tom Poe was on the stairs.', '‘I heard a bird,’ the guard said.'),
      ['Tom Poe'],
    )
  })

  it('may say how old the person is', () => {
    assert.deepEqual(speakers('Tom Poe felt a hand.', '‘I said my name,’ the 29-year-old baker told the Echo.'), [
      'Tom Poe',
    ])
  })

  it('gives the rest of an interrupted speech too', () => {
    assert.deepEqual(speakers('Tom Poe was there.', '‘It was wet,’ the inspector said. ‘Then I ran.’'), [
      'Tom Poe',
      'Tom Poe',
    ])
  })
})

describe('a noun for somebody stays without a name', () => {
  it('when two people were named of late', () => {
    assert.deepEqual(speakers('Tom Poe met Jane Roe.', '‘I heard a bird,’ the guard said.'), ['the guard'])
  })

  it('when nobody was named', () => {
    assert.deepEqual(speakers('It was dark.', '‘I heard a bird,’ the guard said.'), ['the guard'])
  })

  it('when it is indefinite', () => {
    assert.deepEqual(speakers('Tom Poe was on the stairs.', '‘I heard a bird,’ a guard said.'), ['a guard'])
  })

  it('when the text says the person is something else', () => {
    assert.deepEqual(speakers('President Tom Poe was on the stairs.', '‘I heard a bird,’ the guard said.'), [
      'the guard',
    ])
  })

  it('when it is an office that nobody says the person has', () => {
    assert.deepEqual(speakers('Jane Roe left Marl.', '‘I was tired,’ the minister said.'), ['the minister'])
    assert.deepEqual(speakers('Tom Poe was asked in.', '‘Do you know the rule?’ asked the senator.'), ['the senator'])
  })

  it('when the text says that somebody else is that', () => {
    const first = 'Ada Roe, the coach, went home. The night was cold. Nobody came. It rained until four.'
    assert.deepEqual(speakers(first, 'Tom Poe slept. He woke. He rose.', '‘I heard a bird,’ the coach said.'), [
      'Ada Roe',
    ])
  })

  it('when it speaks for another, or is many', () => {
    assert.deepEqual(speakers('Tom Poe was ill.', '‘He will rest,’ the spokesman said.'), ['the spokesman'])
    assert.deepEqual(speakers('Tom Poe was ill.', '‘He will rest,’ the doctors said.'), ['the doctors'])
  })

  it('when it is another of its kind', () => {
    assert.notDeepEqual(speakers('Tom Poe was on the stairs.', '‘I heard a bird,’ the second guard said.'), ['Tom Poe'])
  })
})

describe('a pronoun after a sentence about a noun without a name', () => {
  it('is nobody who was named before it', () => {
    const first =
      'The prime minister, Ada Roe, has asked Dame Jane Poe to find out. The retired judge once ran an inquiry.'
    assert.deepEqual(speakers(first, '‘I am old,’ she said. ‘I sleep little.’'), ['she', 'she'])
  })

  it('is the one a later sentence is about', () => {
    const first = 'Tom Poe left. The retired judge once ran an inquiry. Ada Roe asked for it.'
    assert.deepEqual(speakers(first, '‘I am glad,’ she said.'), ['Ada Roe'])
  })
})
