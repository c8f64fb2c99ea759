import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownNames, mentionsKnowing, mentionsWith } from './mentions.ts'
import { sentences } from './sentences.ts'
import { documentOf, layersOf, mentionsOf, wordsOf } from './test-document.ts'

/** Mentions of one kind: the words, whom they name, and the role beside them. */
function mentioned(kind: 'person' | 'organization' | 'place', ...paragraphs: string[]): string[] {
  const doc = documentOf(paragraphs)
  return mentionsOf(doc)
    .filter((mention) => mention.kind === kind)
    .map(({ span, entity, role }) => {
      const of = role ? ` [${wordsOf(doc, role)}]` : ''
      return `${wordsOf(doc, span)} = ${entity.name}${of}`
    })
}
const people = (...paragraphs: string[]): string[] => mentioned('person', ...paragraphs)

describe('people by name', () => {
  it('are known by full name, then by title and last name', () => {
    assert.deepEqual(people('Jane Roe opened the bridge. Ms Roe was glad. Roe left.'), [
      'Jane Roe = Jane Roe',
      'Ms Roe = Jane Roe',
      'Roe = Jane Roe',
    ])
  })

  it('are known by their given name after Sir', () => {
    assert.deepEqual(people('Sir Alan Roe opened the bridge. Sir Alan was glad.'), [
      'Sir Alan Roe = Alan Roe',
      'Sir Alan = Alan Roe',
    ])
  })

  it('carry the role written beside them', () => {
    assert.deepEqual(people('The bill by French Finance Minister Jane Roe failed.'), [
      'Jane Roe = Jane Roe [French Finance Minister]',
    ])
    assert.deepEqual(people('It was council leader Jane Roe.'), ['Jane Roe = Jane Roe [council leader]'])
  })

  it('are not read out of a role alone', () => {
    assert.deepEqual(people('The Prime Minister met the Foreign Secretary.'), [])
  })

  it('are one person in two spellings', () => {
    const doc = documentOf(['Volodymyr Zelenskyy spoke. Mr Zelensky left.'])
    assert.deepEqual([...new Set(mentionsOf(doc).map(({ entity }) => entity.id))], ['person:volodymyr-zelensky'])
  })

  it('with a particle or hyphen are whole', () => {
    assert.deepEqual(people('We met Anna van der Roe and Jean-Paul Poe there.'), [
      'Anna van der Roe = Anna van der Roe',
      'Jean-Paul Poe = Jean-Paul Poe',
    ])
  })

  it('with an uncommon given name are known by what follows', () => {
    assert.deepEqual(people('Later Zebulon Quill said it was over.'), ['Zebulon Quill = Zebulon Quill'])
    assert.deepEqual(people('Later Zebulon Quill, 43, went home.'), ['Zebulon Quill = Zebulon Quill'])
  })

  it('are not days, months or bodies', () => {
    assert.deepEqual(people('On Monday April Council met the Roe Group in March.'), [])
  })

  it('with a title and one word are who they are said to be', () => {
    assert.deepEqual(people('Mr Quill was there.'), ['Mr Quill = Quill'])
  })
})

describe('people by role', () => {
  it('are the holder named in the text', () => {
    assert.deepEqual(people('US President Jane Roe met Tom Poe. The US president was glad.'), [
      'Jane Roe = Jane Roe [US President]',
      'Tom Poe = Tom Poe',
      'The US president = Jane Roe [The US president]',
    ])
  })

  it('are taught by a name set off with commas', () => {
    const one = people('The Russian leader, Ivan Roe, arrived. The Russian leader left.')
    assert.equal(one.at(-1), 'The Russian leader = Ivan Roe [The Russian leader]')
    const other = people('Jane Roe, the mayor of Leeds, arrived. The mayor left.')
    assert.equal(other.at(-1), 'The mayor = Jane Roe [The mayor]')
  })

  it('are known by nation alone', () => {
    const one = people("Ukraine's Olena Roe arrived. The Ukrainian was glad.")
    assert.equal(one.at(-1), 'The Ukrainian = Olena Roe [The Ukrainian]')
  })

  it('are known from the list of office holders when the text names the person', () => {
    const one = people('Sir Keir Starmer flew home. The Prime Minister was glad.')
    assert.equal(one.at(-1), 'The Prime Minister = Keir Starmer [The Prime Minister]')
  })

  it('are nobody when the text names no holder', () => {
    assert.deepEqual(people('The Prime Minister was glad. The president left.'), [])
  })

  it('are not the one they speak for', () => {
    const one = people("US President Jane Roe left. Ms Roe's spokesman was glad.")
    assert.ok(!one.some((mention) => mention.includes('spokesman')))
  })
})

describe('people by pronoun', () => {
  it('are the subject of the sentence before', () => {
    assert.equal(people('Jane Roe met Tom Poe. She left.').at(-1), 'She = Jane Roe')
  })

  it('agree in gender', () => {
    assert.equal(people('Jane Roe met Tom Poe. He left.').at(-1), 'He = Tom Poe')
  })

  it('are the subject of their own sentence when it stands before them', () => {
    assert.equal(people('Tom Poe left. John Roe said he was glad.').at(-1), 'he = John Roe')
  })

  it('skip a sentence that is all quotation', () => {
    assert.equal(people("'It is time,' Jane Roe told Ann Poe. 'We go.' She left.").at(-1), 'She = Jane Roe')
  })

  it('inside quotation marks are left alone', () => {
    assert.deepEqual(people("John Roe left. 'He is ill,' said a friend.").length, 1)
  })
})

describe('places and organizations', () => {
  it('are known by list, in any spelling of it', () => {
    assert.deepEqual(mentioned('place', 'She flew from Kiev to the US.'), ['Kiev = Kyiv', 'US = United States'])
    assert.deepEqual(mentioned('organization', 'The White House told NATO.'), [
      'The White House = White House',
      'NATO = Nato',
    ])
  })

  it('leave the full stop of the sentence alone', () => {
    assert.deepEqual(mentioned('place', 'She flew to Ukraine.'), ['Ukraine = Ukraine'])
  })

  it('are known by a word for a body, and by capitals', () => {
    assert.deepEqual(mentioned('organization', 'It was Leeds City Council and the RMT.'), [
      'Leeds City Council = Leeds City Council',
      'RMT = RMT',
    ])
    assert.deepEqual(mentioned('organization', 'The CEO had AI. IT WAS ALL LOST.'), [])
  })
})

describe('names across a story', () => {
  it('link a last name to whom another document names in full', () => {
    const first = layersOf(documentOf(['Zebulon Quill said it was over. Jane Roe left.']))
    const context = knownNames(first)
    assert.deepEqual(
      context.aliases.map(({ name }) => name),
      ['Zebulon Quill', 'Jane Roe'],
    )
    const later = documentOf(['It was Quill who left. Roe stayed.'])
    const alone = mentionsWith(later, { sentences: sentences.run(later, {}) }, { aliases: [] })
    assert.deepEqual(alone, [])
    const known = mentionsKnowing(context).run(later, { sentences: sentences.run(later, {}) })
    assert.deepEqual(
      known.map(({ entity }) => entity.id),
      ['person:zebulon-quill', 'person:jane-roe'],
    )
  })

  it('yield to the names of the document itself', () => {
    const context = knownNames(layersOf(documentOf(['Zebulon Quill said it was over.'])))
    const later = documentOf(['Anna Quill left. Quill was glad.'])
    const found = mentionsWith(later, { sentences: sentences.run(later, {}) }, context)
    assert.deepEqual([...new Set(found.map(({ entity }) => entity.name))], ['Anna Quill'])
  })

  it('take nothing from a document without layers', () => {
    assert.deepEqual(knownNames({}), { aliases: [] })
  })
})
