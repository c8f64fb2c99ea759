import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, saidBy, wordsOf } from '../test-document.ts'

/** Who speaks the last words between marks; `probably` where that is not sure. */
function speaker(...paragraphs: string[]): string | undefined {
  const quote = quotesOf(documentOf(paragraphs)).findLast(({ kind }) => kind !== 'indirect')
  return quote?.speaker && `${quote.confidence < 0.6 ? 'probably ' : ''}${quote.speaker.name}`
}

describe('a pronoun behind somebody without a name', () => {
  for (const text of [
    'Police arrested Tom Reed on Monday. A neighbor told reporters that Reed was quiet. “I never heard a sound,” he said.',
    'Police arrested Tom Reed on Monday. His lawyer called the arrest a mistake. “There is no case here,” he said.',
    'Tom Reed left at noon. One of the guards followed him to the gate. “I lost sight of the van,” he said.',
    'Tom Reed stopped eating. The prison’s director denied it. “Everybody here eats well,” he said.',
    'Tom Reed left. A neighbor saw him. “I waved at him,” he said. “He did not wave,” he added.',
    'Ilya Petrov beat Sun Wei. Wei’s coach spoke for him afterwards. “The boy was ill for a week,” he said.',
  ])
    it(`is not who was named before: ${text}`, () => assert.equal(speaker(text), undefined))

  it('is not who was named before, behind a name of which nothing is known, or somebody in a clause', () => {
    assert.equal(speaker('Tom Reed left. Quillan told a lawyer that Reed was quiet. “I saw it,” he said.'), undefined)
    const guard = 'One rescue was hard, as a guard tried to calm the crowd.'
    assert.equal(speaker('Tom Reed left.', guard, '“Just do it,” he said.'), undefined)
  })

  it('is who reported last', () => {
    const text = 'Tom Reed slept. His team was late, according to Jack Poe. “I saw it,” he said.'
    assert.equal(speaker(text), 'Jack Poe')
    assert.equal(speaker('Hours after dealers met, Tom Reed came to Marl, where he called it “a mess.”'), 'Tom Reed')
  })

  it('is not of a line that leads elsewhere', () => {
    const lines = ['Read: The bakers who loved Jack Poe’s bread', 'WHAT IS A MILL AND WHY WOULD JACK POE BUY IT?']
    assert.equal(speaker('Tom Reed left.', ...lines, '“I was cold,” he said.'), 'Tom Reed')
  })

  it('is who was named before, where the noun is of the other gender or tells of the one who is named', () => {
    assert.equal(speaker('Tom Reed came. His wife waited outside. “It was a long day,” he said.'), 'Tom Reed')
    const text = 'Tom Reed, an engineer who had moved there, said he was late. “I stood in the rain,” he said.'
    assert.equal(speaker(text), 'Tom Reed')
  })
})

describe('a pronoun', () => {
  it('means a person whose gender a noun beside the name tells', () => {
    const text = 'Henry Tate was found. His wife, Moira, spoke to him at noon. “The view is fine,” he told her.'
    assert.equal(speaker(text), 'Henry Tate')
    assert.equal(speaker('Henry Tate met Moira Fisk, a local businesswoman. “It was short,” she said.'), 'Moira Fisk')
  })

  it('means the name set off behind a noun with its place', () => {
    const text =
      'Lorne Fisk came. An engineer at the ministry, Priti Shah, told her that was nonsense. “Concrete leaks,” she said.'
    assert.equal(speaker(text), 'Priti Shah')
  })

  it('hardly means one who kept silent, or of whom the words speak', () => {
    const silent = 'Coach Darren Veale dropped Luka Perrin. Perrin left without speaking to reporters.'
    assert.equal(speaker(silent, '“I told him face to face,” he said.'), 'probably Luka Perrin')
    assert.equal(speaker('Samir Aziz is in prison. “Prisoner Aziz eats well,” he said.'), 'probably Samir Aziz')
    assert.equal(
      speaker('Helen Strand took over. She has not spoken to him since. “It was a mess,” she said.'),
      'Helen Strand',
    )
    assert.equal(speaker('Samir Aziz is free. “My name is Aziz,” he said.'), 'Samir Aziz')
  })
})

describe('words of somebody’s', () => {
  it('are not those of the name behind a calling', () => {
    const doc = documentOf(['The wife of the jailed blogger Samir Aziz said that he had stopped eating.'])
    const [quote] = quotesOf(doc)
    assert.equal(quote?.speaker, undefined)
    assert.equal(wordsOf(doc, quote?.source), 'The wife of the jailed blogger Samir Aziz')
  })

  it('are those of whoever described the one who is named', () => {
    const text =
      'Climate envoy Marta Lunde, described by critics as “the most costly woman in the north”, is to step down.'
    assert.deepEqual(saidBy(text), [['the most costly woman in the north', 'critics']])
  })
})

describe('words of which two may be the speaker', () => {
  for (const text of [
    'Jane Roe introduced Ann Bell, but she said the plan was late.',
    'Rescuers looked for Henry Tate. His wife, Moira, spoke to him at noon. “The view is fine,” he told her.',
    'Tom Poe pardoned Ann Bell, who had left the town, saying “it was time.”',
  ])
    it(`are given to nobody: ${text}`, () => {
      const said = quotesOf(documentOf([text])).at(-1)
      assert.equal(said?.speaker?.name, undefined, JSON.stringify(said?.speaker))
    })
})
