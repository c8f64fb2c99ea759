import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entity } from '../core/annotation.ts'
import { mergeEntities, nameParts } from './merge-entities.ts'
import { entity, storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

/** Names as documents hold them: one document per list. */
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

describe('nameParts', () => {
  it('takes titles, accents and the possessive off', () => {
    assert.deepEqual(nameParts('President José Ortéga’s'), ['jose', 'ortega'])
    assert.deepEqual(nameParts('The Queen'), ['the'])
    assert.deepEqual(nameParts('President'), ['president'])
  })
})
