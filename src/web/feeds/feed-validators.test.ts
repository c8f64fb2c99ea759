import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnchanged, keepValidators } from './send-feed.ts'

test('a version is known by its tag, or by the time it was first seen', () => {
  const validators = keepValidators(() => 1_000_000)('feed', 'one')
  const { etag: ifNoneMatch, lastModified: ifModifiedSince } = validators
  assert.ok(isUnchanged(validators, { ifNoneMatch }))
  assert.ok(isUnchanged(validators, { ifModifiedSince }))
  assert.ok(!isUnchanged(validators, { ifNoneMatch: '"other"', ifModifiedSince }))
  assert.ok(!isUnchanged(validators, { ifModifiedSince: 'soon' }))
  assert.ok(!isUnchanged(validators, {}))
})

test('who was told a time by a clock that was ahead is told of what came since', () => {
  const clock = { ms: 9_000_000_000 }
  const of = keepValidators(() => clock.ms)
  const { lastModified: ifModifiedSince } = of('feed', 'one')
  clock.ms = 1_000_000
  for (const body of ['two', 'three', 'four']) {
    clock.ms += 60_000
    assert.ok(!isUnchanged(of('feed', body), { ifModifiedSince }), body)
  }
  const restarted = keepValidators(() => clock.ms)
  assert.ok(!isUnchanged(restarted('feed', 'five'), { ifModifiedSince }))
  clock.ms = 9_000_060_000
  const later = of('feed', 'six')
  assert.ok(later.lastModified !== undefined && isUnchanged(later, { ifModifiedSince: later.lastModified }))
})
