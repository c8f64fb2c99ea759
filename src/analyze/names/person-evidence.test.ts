import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, mentionsOf, saidBy, wordsOf } from '../test-document.ts'

/** Whom a document names as persons, each once. */
function persons(...paragraphs: string[]): string[] {
  const doc = documentOf(paragraphs)
  const named = mentionsOf(doc).filter(({ kind, form }) => kind === 'person' && form === 'name')
  return [...new Set(named.map(({ entity }) => entity.name))]
}

describe('a name that no list holds is a person', () => {
  it('when it speaks behind the body it belongs to', () => {
    assert.deepEqual(persons('Zorvan Quillet, of the watchdog Plate Guard, said it was late.'), ['Zorvan Quillet'])
    assert.deepEqual(persons('Tom Poe, of the Plate Guard think tank, said it was late.'), ['Tom Poe'])
  })

  it('when a title stands before the surname later', () => {
    assert.deepEqual(persons('Zorvan Quillet opened the bridge.', 'Mr Quillet was glad.'), ['Zorvan Quillet'])
  })

  it('when a title stood before the surname earlier', () => {
    assert.deepEqual(persons('Dr Quillet was glad.', 'The bridge of Zorvan Quillet stands.'), ['Zorvan Quillet'])
  })

  it('when a rank stands before the surname', () => {
    assert.deepEqual(persons('Zorvan Quillet drove.', 'Sergeant Quillet was glad.'), ['Zorvan Quillet'])
  })

  it('when a clause with who goes on', () => {
    assert.deepEqual(persons('In the hall stood Zorvan Quillet, who bakes bread.'), ['Zorvan Quillet'])
  })

  it('when an age stands beside it', () => {
    assert.deepEqual(persons('The boat of Zorvan Quillet, 43, sank.'), ['Zorvan Quillet'])
  })

  it('when a role of an office or a trade stands beside it', () => {
    for (const role of ['the mayor of Marl', 'managing director of Marl Line', 'a retired baker', 'the harbour master'])
      assert.deepEqual(persons(`They thanked Zorvan Quillet, ${role}.`), ['Zorvan Quillet'], role)
  })

  it('when it stands beside a role', () => {
    assert.deepEqual(persons('The order came from the finance minister, Zorvan Quillet.'), ['Zorvan Quillet'])
    assert.deepEqual(persons('She went to her chairman, Zorvan Quillet, at once.'), ['Zorvan Quillet'])
    assert.deepEqual(persons('The commander of the station, Zorvan Quillet, waved.'), ['Zorvan Quillet'])
    assert.deepEqual(persons('A police sergeant, Zorvan Quillet, waved.'), ['Zorvan Quillet'])
  })

  it('when the surname alone speaks', () => {
    assert.deepEqual(persons('The boat of Zorvan Quillet sank.', '“It sank,” Quillet said.'), ['Zorvan Quillet'])
    assert.deepEqual(persons('The boat of Zorvan Quillet sank.', '“It sank,” said Quillet.'), ['Zorvan Quillet'])
  })

  it('when it is given out as that of somebody', () => {
    assert.deepEqual(persons('Police named the driver as Zorvan Quillet.'), ['Zorvan Quillet'])
  })

  it('in a list with a person and nothing else', () => {
    assert.deepEqual(persons('We saw Jane Roe, Zorvan Quillet and Yrsa Marl.'), [
      'Jane Roe',
      'Zorvan Quillet',
      'Yrsa Marl',
    ])
    assert.deepEqual(persons('We saw Jane Roe, Zorvan Quillet and Marl Bank.'), ['Jane Roe'])
    assert.deepEqual(persons('We saw Jane Roe and Zorvan Quillet.'), ['Jane Roe'])
  })

  it('and keeps its hyphens and particles', () => {
    assert.deepEqual(persons('Yrsa Quillet-Marl arrived.', 'Ms Quillet-Marl was glad.'), ['Yrsa Quillet-Marl'])
  })
})

describe('a name is no person', () => {
  it('when it ends with a word for a body', () => {
    assert.deepEqual(persons('The Zorvan Institute, the regulator, agreed.'), [])
  })

  it('when nothing shows it', () => {
    assert.deepEqual(persons('The ship Zorvan Quillet sank off the coast.'), [])
  })

  it('when it is a slogan with the surname of somebody known', () => {
    assert.deepEqual(persons('Jane Roe spoke.', 'The Stop Roe banner flew. Ms Roe laughed.'), ['Jane Roe'])
  })

  it('when what stands beside it is a body or many people', () => {
    assert.deepEqual(persons('It was sold to Zorvan Quillet, a company in Marl.'), [])
    assert.deepEqual(persons('It was sold to Zorvan Quillet, analysts said.'), [])
  })
})

describe('a speaker with an uncommon name', () => {
  it('is the full name, when the text gives it before', () => {
    assert.deepEqual(saidBy('The law is by Zorvan Quillet.', '‘It was time,’ Mr Quillet said.'), [
      ['It was time,', 'Zorvan Quillet'],
    ])
  })

  it('is the full name, when the text gives it only later', () => {
    assert.deepEqual(saidBy('‘It was time,’ said Mr Quillet.', 'The law of Zorvan Quillet is short.'), [
      ['It was time,', 'Zorvan Quillet'],
    ])
  })

  it('is known after an inverted verb, with the role behind', () => {
    assert.deepEqual(saidBy('‘It was time,’ said Zorvan Quillet, commander of the port.'), [
      ['It was time,', 'Zorvan Quillet'],
    ])
    assert.deepEqual(saidBy('‘It was time,’ said the economy minister, Zorvan Quillet.'), [
      ['It was time,', 'Zorvan Quillet'],
    ])
  })

  it('is not the body the person works for', () => {
    assert.deepEqual(saidBy('‘It was time,’ said Captain Zorvan Quillet of the border police.'), [
      ['It was time,', 'Zorvan Quillet'],
    ])
    assert.deepEqual(saidBy('‘It was time,’ said Jane Roe of the BBC.'), [['It was time,', 'Jane Roe']])
  })

  it('is the pronoun of the next sentence', () => {
    const said = saidBy(
      'Ada Poe, the dam’s engineer, left.',
      'Yrsa Quillet, who keeps the tea hut, said she was busy.',
      '‘They all ask me,’ she said.',
    )
    assert.deepEqual(said, [['They all ask me,', 'Yrsa Quillet']])
  })

  it('is found through a possessive role', () => {
    const said = saidBy('Marl’s chief executive, Yrsa Quillet, said it was fair. “It costs a lot,” she said.')
    assert.deepEqual(said, [['It costs a lot,', 'Yrsa Quillet']])
  })
})

describe('a mention of such a person', () => {
  it('is exactly the words of the name with its courtesy title', () => {
    const doc = documentOf(['Zorvan Quillet came. Mr Quillet left.'])
    const names = mentionsOf(doc).filter(({ form }) => form === 'name')
    assert.deepEqual(
      names.map(({ span }) => wordsOf(doc, span)),
      ['Zorvan Quillet', 'Mr Quillet'],
    )
  })
})
