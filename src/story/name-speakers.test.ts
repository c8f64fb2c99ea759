import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nameSpeakers } from './build-dossier.ts'
import { type ArticleFixture, entity, storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const ilona = entity('person', 'Ilona Varga')
const first: ArticleFixture = { id: 'a', text: 'Ilona Varga spoke.', mentions: [['Ilona Varga', ilona]] }
const quoting: ArticleFixture = {
  id: 'b',
  text: '“It is over,” Varga said.',
  quotes: [{ words: 'It is over', source: 'Varga', cue: 'said' }],
}

function speakers(...fixtures: ArticleFixture[]): (string | undefined)[] {
  return nameSpeakers(readMembers(fixtures.map(storyInput))).flatMap(({ quotes }) =>
    quotes.map(({ speaker }) => speaker?.name),
  )
}

describe('nameSpeakers', () => {
  it('names a speaker whom another document names in full', () => {
    assert.deepEqual(speakers(first, quoting), ['Ilona Varga'])
    assert.deepEqual(speakers(quoting), [undefined])
  })

  it('does so through a title and another spelling', () => {
    const zelensky = entity('person', 'Volodymyr Zelensky')
    const named: ArticleFixture = {
      id: 'a',
      text: 'Volodymyr Zelensky spoke.',
      mentions: [['Volodymyr Zelensky', zelensky]],
    }
    const said: ArticleFixture = {
      id: 'b',
      text: '“It is over,” Mr Zelenskyy said.',
      quotes: [{ words: 'It is over', source: 'Mr Zelenskyy', cue: 'said' }],
    }
    assert.deepEqual(speakers(named, said), ['Volodymyr Zelensky'])
  })

  it('names nobody when two bear the surname', () => {
    const peter = entity('person', 'Peter Varga')
    const second: ArticleFixture = { id: 'c', text: 'Peter Varga spoke.', mentions: [['Peter Varga', peter]] }
    assert.deepEqual(speakers(first, second, quoting), [undefined])
    assert.deepEqual(speakers(first, second, { ...first, id: 'd' }, quoting), [undefined])
  })

  it('names nobody when the document takes the word for a place or a body, or says more than a surname', () => {
    const town = entity('place', 'Varga')
    assert.deepEqual(speakers(first, { ...quoting, mentions: [['Varga', town]] }), [undefined])
    const spokesman: ArticleFixture = {
      id: 'b',
      text: '“It is over,” the Varga campaign said.',
      quotes: [{ words: 'It is over', source: 'the Varga campaign', cue: 'said' }],
    }
    assert.deepEqual(speakers(first, spokesman), [undefined])
  })

  it('leaves a speaker the document knows', () => {
    const other = entity('person', 'Anna Varga')
    const known: ArticleFixture = { ...quoting, quotes: [{ words: 'It is over', source: 'Varga', speaker: other }] }
    assert.deepEqual(speakers(first, known), ['Anna Varga'])
  })

  it('leaves a name alone that its own document knows and does not name as the speaker', () => {
    const known: ArticleFixture = { ...quoting, mentions: [['Varga', ilona]] }
    assert.deepEqual(speakers(first, known), [undefined])
  })
})
