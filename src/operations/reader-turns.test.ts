import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instanceOwner } from '../core/reader-identity.ts'
import { countTurns, refuseTurn } from './reader-turns.ts'

const reader = { ...instanceOwner, id: 'a', role: 'reader' } as const

test('so many turns an hour, which come back one by one, each reader and kind by itself', () => {
  let now = 0
  const turns = countTurns(60, () => now)
  const take = (kind: 'fetch' | 'refresh' | 'import', id: string) => turns.take(kind, id)
  for (let count = 0; count < 60; count++) assert.equal(take('fetch', 'a'), undefined)
  assert.equal(take('fetch', 'a'), 60_000)
  assert.equal(take('fetch', 'b'), undefined)
  for (let count = 0; count < 12; count++) assert.equal(take('refresh', 'a'), undefined)
  assert.equal(take('refresh', 'a'), 300_000)
  for (let count = 0; count < 6; count++) assert.equal(take('import', 'a'), undefined)
  assert.equal(take('import', 'a'), 600_000)
  now += 60_000
  assert.equal(take('fetch', 'a'), undefined)
  assert.equal(take('fetch', 'a'), 60_000)
})

test('a clock that goes back lets nobody wait for more than an hour', () => {
  let now = 1e9
  const turns = countTurns(10, () => now)
  for (let count = 0; count < 10; count++) assert.equal(turns.take('fetch', 'a'), undefined)
  now = 0
  assert.ok((turns.take('fetch', 'a') ?? 0) <= 3_600_000)
})

test('a setting of very few lets each kind be done once', () => {
  const turns = countTurns(1, () => 0)
  for (const kind of ['fetch', 'refresh', 'import'] as const) {
    assert.equal(turns.take(kind, 'a'), undefined)
    assert.ok((turns.take(kind, 'a') ?? 0) > 0)
  }
})

test('the owner is not counted, a reader hears when to ask again', () => {
  const turns = countTurns(1, () => 0)
  assert.equal(refuseTurn({ reader, turns }, 'fetch'), undefined)
  assert.match(refuseTurn({ reader, turns }, 'fetch')?.message ?? '', /in 60 minutes/)
  assert.equal(refuseTurn({ reader: instanceOwner, turns }, 'fetch'), undefined)
  assert.equal(refuseTurn({ reader }, 'fetch'), undefined)
})
