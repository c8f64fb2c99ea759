import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '../../core/citation.ts'
import { type QuotedInStory, rolesOf } from './entity-quotes.ts'

const story = (...roles: string[]): QuotedInStory =>
  ({ roles: roles.map((exact) => ({ exact }) as unknown as Citation) }) as unknown as QuotedInStory

test('callings that one person hardly has come first, and say that the name may be that of two', () => {
  const many = ['Minister for Health', 'minister', 'the minister of health', 'health secretary']
  const found = rolesOf([...many.map((role) => story(role)), story('goalkeeper')])
  assert.equal(found.mayBeSeveral, true)
  assert.deepEqual(
    found.roles.slice(0, 2).map(({ exact }) => exact),
    ['Minister for Health', 'goalkeeper'],
  )
  assert.equal(found.roles.length, 4)
})

test('callings within one story are held against each other, too', () => {
  assert.equal(rolesOf([story('Mayor', 'striker')]).mayBeSeveral, true)
})

test('offices that follow each other are those of one person', () => {
  const found = rolesOf([story('Health Minister'), story('Prime Minister'), story('former goalkeeper')])
  assert.deepEqual([found.roles.length, found.mayBeSeveral], [3, undefined])
})
