import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entity } from '../../core/annotation.ts'
import { entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { mergeEntities } from './merge-entities.ts'

/** One document per list of names. */
function merge(...documents: (readonly Entity[])[]) {
  return mergeEntities(
    readMembers(
      documents.map((entities, index) =>
        storyInput({
          id: `d${index}`,
          text: entities.map((each) => each.name).join(' and '),
          mentions: entities.map((each) => [each.name, each] as const),
        }),
      ),
    ),
  )
}

const full = entity('person', 'Anna Lindqvist')
const surname = entity('person', 'Lindqvist')

describe('mergeEntities', () => {
  it('folds a surname into the one full name that holds it', () => {
    assert.equal(merge([full], [surname]).of(surname).name, 'Anna Lindqvist')
  })

  it('leaves a surname alone when two people bear it', () => {
    const brother = entity('person', 'Erik Lindqvist')
    const map = merge([full], [brother], [surname])
    assert.equal(map.of(surname).id, surname.id)
  })

  it('folds a given name used after a title', () => {
    const sir = entity('person', 'Sir Keith')
    assert.equal(merge([entity('person', 'Keith Falmouth')], [sir]).of(sir).name, 'Keith Falmouth')
  })

  it('joins two spellings of one name, also by surname alone', () => {
    const one = entity('person', 'Volodymyr Zelensky')
    const two = entity('person', 'Volodymyr Zelenskyy')
    const short = entity('person', 'Zelenskyy')
    const map = merge([one], [one, two], [short])
    assert.equal(map.of(two).id, one.id)
    assert.equal(map.of(short).id, one.id)
  })

  it('keeps how the texts write a name, and the ids by which articles know it', () => {
    const [named] = merge([full], [full], [surname]).named
    assert.deepEqual(named?.names, ['Anna Lindqvist', 'Lindqvist'])
    assert.deepEqual(named?.sameAs, [surname.id])
    const [alone] = merge([full]).named
    assert.deepEqual(Object.keys(alone ?? {}), ['entity', 'documentCount'])
  })

  it('does not join names that differ in more than spelling', () => {
    const one = entity('person', 'Maria Lopez')
    const two = entity('person', 'Maria Lopresti')
    const map = merge([one], [two])
    assert.notEqual(map.of(two).id, map.of(one).id)
  })

  it('does not fold a person into a place or an organization', () => {
    const place = entity('place', 'Lincoln Park')
    const person = entity('person', 'Lincoln')
    assert.equal(merge([place], [person]).of(person).id, person.id)
  })

  it('folds a name with fewer parts into the longer one', () => {
    const long = entity('person', 'Ursula von der Leyen')
    const short = entity('person', 'von der Leyen')
    assert.equal(merge([long], [short]).of(short).id, long.id)
  })

  it('folds a name with a word too many into the name', () => {
    const clean = entity('person', 'Jane Quill')
    const [twice, little] = [entity('person', 'Jane Quill Quill'), entity('person', 'Little Jane Quill')]
    const map = merge([clean, twice], [little])
    assert.equal(map.of(twice).id, clean.id)
    assert.equal(map.of(little).id, clean.id)
    assert.equal(map.of(clean).id, clean.id)
    const middle = entity('person', 'Jane Marie Quill')
    assert.equal(merge([clean], [middle]).of(clean).id, middle.id)
  })

  it('lists the most named first, counted by documents', () => {
    const town = entity('place', 'Sandvik')
    const map = merge([full, town], [surname, town], [town])
    assert.deepEqual(
      map.named.map(({ entity: each, documentCount }) => [each.name, documentCount]),
      [
        ['Sandvik', 3],
        ['Anna Lindqvist', 2],
      ],
    )
  })

  it('gives back an entity it has never seen', () => {
    assert.equal(merge([full]).of(entity('person', 'Somebody Else')).name, 'Somebody Else')
  })
})

describe('mergeEntities, by title', () => {
  /** One document per text; each name in it refers to the entity beside it. */
  function mergeTexts(
    ...documents: (readonly [text: string, ...mentions: (readonly [string, Entity, 'pronoun'?])[]])[]
  ) {
    return mergeEntities(
      readMembers(documents.map(([text, ...mentions], index) => storyInput({ id: `d${index}`, text, mentions }))),
    )
  }
  const ilona = entity('person', 'Ilona Varga')
  const peter = entity('person', 'Peter Varga')
  const varga = entity('person', 'Varga')

  it('joins Ms Varga with the one woman of that surname', () => {
    const map = mergeTexts(
      [
        'Ilona Varga and Peter Varga met. Mr Varga was glad.',
        ['Ilona Varga', ilona],
        ['Peter Varga', peter],
        ['Mr Varga', peter],
      ],
      ['Ms Varga left.', ['Ms Varga', varga]],
    )
    assert.equal(map.of(varga).id, ilona.id)
  })

  it('learns from pronouns too', () => {
    const map = mergeTexts(
      [
        'Ilona Varga and Peter Varga met, she said.',
        ['Ilona Varga', ilona],
        ['Peter Varga', peter],
        ['she', ilona, 'pronoun'],
      ],
      ['Mr Varga left.', ['Mr Varga', varga]],
    )
    assert.equal(map.of(varga).id, peter.id)
  })

  it('does not join a man with a woman', () => {
    const map = mergeTexts(
      ['Ms Varga met us. Ilona Varga was glad.', ['Ms Varga', ilona], ['Ilona Varga', ilona]],
      ['Mr Varga left.', ['Mr Varga', varga]],
    )
    assert.equal(map.of(varga).id, varga.id)
  })

  it('leaves Ms Varga alone when two could be meant', () => {
    const map = mergeTexts(
      ['Ilona Varga and Peter Varga met.', ['Ilona Varga', ilona], ['Peter Varga', peter]],
      ['Ms Varga left.', ['Ms Varga', varga]],
    )
    assert.equal(map.of(varga).id, varga.id)
  })

  it('takes a titled word for no given name, unless the story uses it as a surname', () => {
    const lam = entity('person', 'Lam')
    const full = entity('person', 'Lam Cheuk-wing')
    const apart = mergeTexts(['Lam Cheuk-wing left.', ['Lam Cheuk-wing', full]], ['Mr Lam left.', ['Mr Lam', lam]])
    assert.equal(apart.of(lam).id, lam.id)
    const joined = mergeTexts(
      ['Lam Cheuk-wing left. Mr Lam was glad.', ['Lam Cheuk-wing', full], ['Mr Lam', full]],
      ['Mr Lam left.', ['Mr Lam', lam]],
    )
    assert.equal(joined.of(lam).id, full.id)
  })

  it('joins spellings that transliteration varies', () => {
    const one = entity('person', 'Mohammed Al-Quill')
    const two = entity('person', 'Muhammad el-Quill')
    assert.equal(merge([one], [one, two]).of(two).id, one.id)
  })

  it('keeps the entity that knows its item of Wikidata', () => {
    const known = { ...ilona, wikidataId: 'Q1' }
    assert.equal(merge([ilona], [known]).of(ilona).wikidataId, 'Q1')
  })
})
