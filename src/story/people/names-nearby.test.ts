import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Entity } from '../../core/annotation.ts'
import { asId } from '../../core/ids.ts'
import { type NameParts, namesNearby } from './merge-entities.ts'
import { nameParts } from './person-address.ts'

function named(name: string, more: Partial<Entity> = {}, surnames: readonly string[] = []): NameParts {
  const entity: Entity = { id: asId(name), name, kind: 'person', ...more }
  return { entity, parts: nameParts(entity.name), address: { surnames: new Set(surnames) } }
}

/** The names near the first of them, without itself. */
function near(...names: readonly NameParts[]): string[] {
  return namesNearby(names)(names[0]!)
    .map(({ entity }) => entity.name)
    .filter((name) => name !== names[0]!.entity.name)
}

describe('namesNearby', () => {
  test('finds who has a word as last or as first name, in the order given', () => {
    assert.deepEqual(near(named('Varga'), named('Varga Novak'), named('Ilse Holm'), named('Anna Varga')), [
      'Varga Novak',
      'Anna Varga',
    ])
  })

  test('finds other spellings of the last word', () => {
    assert.deepEqual(near(named('Zelensky'), named('Volodymyr Zelenskyy'), named('Anna Varga')), [
      'Volodymyr Zelenskyy',
    ])
    assert.deepEqual(near(named('Merkuriy'), named('Ivan Merkurij'), named('Ivan Merkuri')), [
      'Ivan Merkurij',
      'Ivan Merkuri',
    ])
  })

  test('finds who is addressed by a surname that does not end the name', () => {
    assert.deepEqual(near(named('Holm'), named('Anna Holm Brandt', {}, ['holm']), named('Anna Brandt')), [
      'Anna Holm Brandt',
    ])
  })

  test('finds who has the same id at Wikidata, and nobody of another kind', () => {
    const wikidataId = 'Q1'
    assert.deepEqual(
      near(
        named('The Pope', { wikidataId }),
        named('Leo', { wikidataId }),
        named('Leo X', { wikidataId, kind: 'place' }),
      ),
      ['Leo'],
    )
  })
})
