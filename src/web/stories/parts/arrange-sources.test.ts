import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sources } from '../../../../test/examples/views.ts'
import { arrangeSources, readSourceChoice, type SourceChoice } from './arrange-sources.ts'

const views = sources.map((source, index) => ({ ...source, name: ['Wire', 'Echo', 'Strait', 'Aard'][index]! }))
const names = (choice: Partial<SourceChoice>) =>
  arrangeSources(views, { isReversed: false, ...choice }, 'en').map(({ name }) => name)

describe('the table of sources', () => {
  it('has those that cannot be read first, then goes by name', () => {
    assert.deepEqual(names({}), ['Echo', 'Aard', 'Strait', 'Wire'])
    assert.deepEqual(names({ sort: 'name' }), ['Aard', 'Echo', 'Strait', 'Wire'])
  })

  it('is sorted by a figure, the other way when asked, what is not known last either way', () => {
    assert.deepEqual(names({ sort: 'own' }), ['Wire', 'Aard', 'Echo', 'Strait'])
    assert.deepEqual(names({ sort: 'own', isReversed: true }), ['Echo', 'Aard', 'Wire', 'Strait'])
    assert.deepEqual(names({ sort: 'behind' })[0], 'Aard')
    assert.deepEqual(names({ sort: 'behind', isReversed: true })[0], 'Aard')
  })

  it('is filtered by part of a name, owner, language and health', () => {
    assert.deepEqual(names({ query: 'R' }), ['Aard', 'Strait', 'Wire'])
    assert.deepEqual(names({ family: 'Coast Papers' }), ['Echo'])
    assert.deepEqual(names({ language: 'ar' }), ['Strait'])
    assert.deepEqual(names({ health: 'failing' }), ['Echo'])
    assert.equal(names({ health: 'fine' }).length, 3)
    assert.deepEqual(names({ language: 'fi' }), [])
  })

  it('takes from the address what it knows, and nothing else', () => {
    assert.deepEqual(
      readSourceChoice({ sort: 'own', order: 'reversed', family: 'X', health: 'fine', q: ' a ', more: '1' }),
      {
        sort: 'own',
        query: 'a',
        isReversed: true,
        family: 'X',
        health: 'fine',
      },
    )
    assert.deepEqual(readSourceChoice({ sort: 'constructor', order: 'x', family: '', health: '<' }), {
      isReversed: false,
    })
  })
})
