import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../../core/ids.ts'
import { isRecheckable, nextRecheck } from './plan-recheck.ts'

const firstAt = '2026-03-10T12:00:00.000Z'
const article = asId<never>('')
const after = (hours: number) => new Date(Date.parse(firstAt) + hours * 3_600_000)
const next = (lookCount: number, hours: number, waitSeconds = 0) => {
  const found = nextRecheck(article, { firstAt, now: after(hours), lookCount, waitSeconds })
  return found && [found.lookCount, (Date.parse(found.dueAt) - Date.parse(firstAt)) / 3_600_000]
}

test('an article is looked at again after 1, 6 and 24 hours, and then no more', () => {
  assert.deepEqual(next(0, 0), [0, 1])
  assert.deepEqual(next(1, 1.1), [1, 6])
  assert.deepEqual(next(2, 6.2), [2, 24])
  assert.equal(next(3, 24.5), undefined)
})

test('turns that have gone by are not made up for, but for the last', () => {
  assert.deepEqual(next(0, 8), [2, 24])
  assert.deepEqual(next(1, 30), [2, 30])
})

test('what the outlet asks for puts a look off, for two days at most', () => {
  assert.deepEqual(next(0, 0, 2 * 3600), [0, 2])
  assert.deepEqual(next(0, 0, 10 * 3600), [1, 10])
  assert.deepEqual(next(1, 2, 30 * 3600), [2, 32])
  assert.equal(next(1, 2, 60 * 3600), undefined)
})

test('a text that is not of its page, a page that gathers many, and an old article are not looked at again', () => {
  const complete = { kind: 'complete' } as const
  const may = (
    kind: 'article' | 'live',
    completeness: Parameters<typeof isRecheckable>[0]['completeness'],
    hours = 1,
  ) => isRecheckable({ kind, completeness }, firstAt, after(hours))
  assert.equal(may('article', complete), true)
  assert.equal(may('live', complete), false)
  assert.equal(may('article', { kind: 'feed-only', reason: 'x' }), false)
  assert.equal(may('article', complete, 25), false)
})
