import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from '../../test-document.ts'

/** Who says the first quotation of a text. */
const speaker = (...paragraphs: string[]): string | undefined => saidBy(...paragraphs)[0]?.[1]

describe('the verb of a quotation', () => {
  it('stands after it, in either order', () => {
    assert.equal(speaker('“We go at dawn,” Jane Roe said.'), 'Jane Roe')
    assert.equal(speaker('“We go at dawn,” said Jane Roe.'), 'Jane Roe')
  })

  it('stands before it, with a comma, a colon or that', () => {
    assert.equal(speaker('Jane Roe said, “We go at dawn.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe said: “We go at dawn.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe said that they would “go at dawn”.'), 'Jane Roe')
  })

  it('stands behind words about the speaker', () => {
    assert.equal(speaker('“We go at dawn,” Jane Roe, a baker from Marl, said.'), 'Jane Roe')
    assert.equal(speaker('Jane Roe, who sells bread, said: “We go at dawn.”'), 'Jane Roe')
  })

  it('stands between two halves', () => {
    assert.deepEqual(saidBy('“We go,” Jane Roe said, “at dawn.”'), [
      ['We go,', 'Jane Roe'],
      ['at dawn.', 'Jane Roe'],
    ])
  })

  it('stands behind the question or the shout that ends its sentence', () => {
    assert.deepEqual(saidBy('“Who goes there?” Jane Roe asked. “What do I see?”'), [
      ['Who goes there?', 'Jane Roe'],
      ['What do I see?', 'Jane Roe'],
    ])
    assert.equal(speaker('“We go at dawn!” Jane Roe told the crowd.'), 'Jane Roe')
    assert.equal(speaker('“We go at dawn.” Jane Roe said.'), 'Jane Roe')
  })

  it('is not that of the next sentence when that goes on', () => {
    assert.equal(speaker('Tom Poe called it “a mess.” Jane Roe said that it rained.'), 'Tom Poe')
    assert.equal(speaker('“We go at dawn.” Jane Roe said she would go.'), undefined)
  })

  it('stands at the end of a sentence that holds more than the words', () => {
    assert.equal(speaker('A “huge” wave broke over the wall and two boats sank, Jane Roe said.'), 'Jane Roe')
    assert.equal(
      speaker('The wave took “all we had,” though nobody was hurt, said Jane Roe of the council.'),
      'Jane Roe',
    )
  })

  it('has its subject before the stop of a shortened name and before an aside', () => {
    assert.equal(speaker('Jane Roe Jr. left. “I go,” Roe Jr. said.'), 'Jane Roe Jr')
    assert.equal(speaker('Jane Roe, Jr., told the court it was “a mess.”'), 'Jane Roe Jr')
    assert.equal(speaker('Jane Roe — never one to wait — called the plan “a mess.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe - a baker from Marl - said the plan was “a mess.”'), 'Jane Roe')
  })

  it('is not that of the clause beside it', () => {
    const gift = ['a gift.', 'Tom Poe']
    assert.deepEqual(
      saidBy('“Good,” said Rep. Jane Roe, D-Vt., but Sen. Tom Poe, R-Neb., called it “a gift.”')[1],
      gift,
    )
    assert.deepEqual(saidBy('Jane Roe said it was “a loan,” but Tom Poe insisted it was “a gift.”')[1], gift)
  })

  it('is that of the one named in a report by a paper', () => {
    assert.equal(speaker('According to the Marl Post, Jane Roe described it as “a mess.”'), 'Jane Roe')
    assert.equal(speaker('Tom Poe doubted a Marl Post report on the mill and called it “a mess.”'), 'Tom Poe')
    assert.equal(speaker('Jane Roe, author of “Mills of Marl,” said it was “a mess.”'), undefined)
    assert.deepEqual(saidBy('Jane Roe, author of “Mills of Marl,” said it was “a mess.”')[1], ['a mess.', 'Jane Roe'])
    assert.equal(speaker('Jane Roe has not said why the mill she had sold got “a permit.”'), undefined)
  })

  it('after a colon may still stand behind the words', () => {
    assert.equal(speaker('Tom Poe asked what she had seen: “A wave,” Jane Roe said.'), 'Jane Roe')
  })

  it('set off by commas goes before a verb in what is reported', () => {
    assert.equal(speaker('For years, Jane Roe said, the town thought it a “fringe idea”.'), 'Jane Roe')
    assert.equal(speaker('The costs, Jane Roe added, were “based on a guess”.'), 'Jane Roe')
  })

  it('is the outer one when somebody tells what others want or see', () => {
    assert.equal(speaker('Jane Roe said the town would continue “to build bridges”.'), 'Jane Roe')
    assert.equal(speaker('Jane Roe said the plan shows “great courage”.'), 'Jane Roe')
  })

  it('is the near one when it is told as speech', () => {
    assert.equal(speaker('Jane Roe said that when Tom Poe was asked, he said, “I hope not.”'), 'Tom Poe')
  })

  it('is not a verb that has the words for its subject', () => {
    assert.equal(speaker('Hundreds of “river keepers” have endorsed Jane Roe.'), undefined)
  })

  it('may be told to somebody, who is not the speaker', () => {
    assert.equal(speaker('“We go at dawn,” Jane Roe told Tom Poe.'), 'Jane Roe')
    assert.equal(speaker('Jane Roe told Tom Poe: “We go at dawn.”'), 'Jane Roe')
  })

  it('may be according to', () => {
    assert.equal(speaker('The plan is “sound”, according to Jane Roe.'), 'Jane Roe')
  })

  it('may share its subject with a verb before', () => {
    assert.equal(speaker('Jane Roe rejected the plan and said: “We go at dawn.”'), 'Jane Roe')
    assert.equal(speaker('Jane Roe rejected the plan, adding: “We go at dawn.”'), 'Jane Roe')
  })

  it('may be inside what somebody else reports', () => {
    assert.equal(speaker('Jane Roe said she had called it “a bad idea”.'), 'Jane Roe')
  })
})

describe('words between marks are nobody’s', () => {
  it('when they are a term', () => {
    assert.equal(speaker('They built a so-called “ghost bridge” in Marl.'), undefined)
    assert.equal(speaker('It is known as “the ghost bridge” in Marl.'), undefined)
  })

  it('when they are the title of a work', () => {
    assert.equal(speaker('Tom Poe starred in the film “The Long Bridge” in May.'), undefined)
  })
})

describe('a speech goes on', () => {
  it('over paragraphs that each begin with a mark', () => {
    assert.deepEqual(saidBy('Jane Roe said: “We go at dawn.', '“It is cold.', '“It is time.”'), [
      ['We go at dawn.', 'Jane Roe'],
      ['It is cold.', 'Jane Roe'],
      ['It is time.', 'Jane Roe'],
    ])
  })

  it('in the same paragraph, without a verb of its own', () => {
    assert.deepEqual(
      saidBy('“We go at dawn,” Jane Roe said. “It is cold.”').map(([, by]) => by),
      ['Jane Roe', 'Jane Roe'],
    )
  })

  it('after a word or two, in the same paragraph', () => {
    assert.deepEqual(
      saidBy('“We go at dawn,” Jane Roe said. But “it is cold and nobody wants to.”').map(([, by]) => by),
      ['Jane Roe', 'Jane Roe'],
    )
  })

  it('but not in a subhead in capitals', () => {
    assert.deepEqual(saidBy('“It is cold,” Jane Roe said.', '“THINGS COULD SPIRAL”', 'Others left.')[1], [
      'THINGS COULD SPIRAL',
      undefined,
    ])
  })

  it('but not in a subhead between other marks', () => {
    assert.deepEqual(
      saidBy('“We go at dawn,” Jane Roe said.', '‘We need more boats!’', 'The wall broke.').map(([, by]) => by),
      ['Jane Roe', undefined],
    )
  })

  it('of who reported last, not of what that was about', () => {
    assert.deepEqual(
      saidBy(
        'The harbor will not be rebuilt this year, Jane Roe said.',
        '“We have no money left for stone and sand.”',
      ).map(([, by]) => by),
      ['Jane Roe'],
    )
  })

  it('of the one speaking now, not of the one before', () => {
    assert.deepEqual(
      saidBy('“We go,” Jane Roe said.', '“I stay,” Tom Poe said. “It is cold.”').map(([, by]) => by),
      ['Jane Roe', 'Tom Poe', 'Tom Poe'],
    )
  })
})

describe('a speaker in words that look like others', () => {
  const by = (...paragraphs: string[]): (string | undefined)[] => saidBy(...paragraphs).map(([, who]) => who)

  it('is a name in front of who, or an adjective behind its article', () => {
    assert.deepEqual(by('There is one hitch, said Jane Roe, who runs the yard: “It leaks.”'), ['Jane Roe'])
    assert.deepEqual(by('Asked if it was cold, Blandish said, “It was only wet.”'), ['Blandish'])
    assert.deepEqual(by('“It was only wet,” the injured said.'), ['the injured'])
  })

  it('is not the body behind of', () => {
    assert.deepEqual(by('Tom Poe, of the Plate Guard think tank, said it was “late”.', '“It rained,” he said.'), [
      'Tom Poe',
      'Tom Poe',
    ])
  })
})

describe('a speaker without a common verb of saying', () => {
  const by = (...paragraphs: string[]): (string | undefined)[] => saidBy(...paragraphs).map(([, who]) => who)

  it('shoots back, or likes to say', () => {
    assert.deepEqual(by('“You are late,” Jane Roe shot back.'), ['Jane Roe'])
    assert.deepEqual(by('“If it rains,” Jane Roe liked to say, “it rains.”'), ['Jane Roe', 'Jane Roe'])
  })

  it('does something right in front of a colon', () => {
    assert.deepEqual(by('Then Jane Roe leaned over the wall: “Who left the gate open?”'), ['Jane Roe'])
  })

  it('stands behind an owner or a place', () => {
    assert.deepEqual(by('Harrow’s, the maker, said: “It was late.”'), ['Harrow'])
  })

  it('is not a noun that the words belong to', () => {
    assert.deepEqual(by('Then the “salty” row said much of the town.'), [undefined])
  })
})
