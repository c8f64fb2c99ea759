import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkRoles, workRoles } from './work-roles.ts'

test('roles are read in any order, once each', () => {
  assert.deepEqual(readWorkRoles('story, fetch'), ['fetch', 'story'])
  assert.deepEqual(readWorkRoles('tell,tell analyze'), ['analyze', 'tell'])
  assert.deepEqual(readWorkRoles('all'), workRoles)
  assert.deepEqual(readWorkRoles('none'), [])
})

test('a name that is no role is told of', () => {
  for (const text of ['', ' , ', 'fetches', 'fetch,none', 'all,fetch', 'Fetch', 'constructor'])
    assert.equal(readWorkRoles(text), undefined, text)
})
