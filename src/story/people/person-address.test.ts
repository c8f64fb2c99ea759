import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Mention } from '../../core/annotation.ts'
import { entity } from '../story-fixture.ts'
import { addFormsOfAddress, gendersDiffer, nameParts, noAddress } from './person-address.ts'

/** The address resulting from mentions of one person, each the whole text. */
function addressOf(...mentions: (readonly [words: string, form?: Mention['form']])[]) {
  const address = noAddress()
  for (const [words, form = 'name'] of mentions)
    addFormsOfAddress(
      words,
      { span: { start: 0, end: words.length }, kind: 'person', form, entity: entity('person', 'X') },
      address,
    )
  return address
}

describe('addressIn', () => {
  it('reads gender from titles and pronouns', () => {
    assert.deepEqual([...addressOf(['Ms Varga'], ['he', 'pronoun']).genders], ['f', 'm'])
    assert.deepEqual([...addressOf(['Dr Varga'], ['Ilona Varga']).genders], [])
  })

  it('reads the surname from a title, but not the given name after Sir', () => {
    assert.deepEqual([...addressOf(['Mr Zelenskyy'], ['Mrs Ilona Varga']).surnames], ['zelensky'])
    assert.deepEqual([...addressOf(['Sir Keith']).surnames], [])
  })

  it('reads nothing from a role', () => {
    assert.deepEqual([...addressOf(['Lady mayor', 'role']).genders], [])
  })
})

describe('gendersDiffer', () => {
  it('is true only of two who are each known as one', () => {
    assert.equal(gendersDiffer(addressOf(['Mr Varga']), addressOf(['Ms Varga'])), true)
    assert.equal(gendersDiffer(addressOf(['Mr Varga']), addressOf(['Varga'])), false)
    assert.equal(gendersDiffer(addressOf(['Mr Varga']), addressOf(['Ms Varga'], ['he', 'pronoun'])), false)
  })
})

describe('nameParts', () => {
  it('takes titles, accents and the possessive off', () => {
    assert.deepEqual(nameParts('President José Ortéga’s'), ['jose', 'ortega'])
    assert.deepEqual(nameParts('The Queen'), ['the'])
    assert.deepEqual(nameParts('President'), ['president'])
  })
})
