import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf, renderTokens } from './render-tokens.ts'

const now = new Date('2025-05-16T18:00:00Z')
const english = { language: 'en', order: 'day-month' } as const
const american = { language: 'en', order: 'month-day' } as const

test('a written moment keeps its distance to the end of the edition, whatever now is', () => {
  assert.equal(instantOf('0 18:00', now).toISOString(), '2025-05-16T18:00:00.000Z')
  assert.equal(instantOf('-2 09:30', now).toISOString(), '2025-05-14T09:30:00.000Z')
  assert.equal(instantOf('-2 09:30', new Date('2025-05-16T03:00:00Z')).toISOString(), '2025-05-13T18:30:00.000Z')
})

test('a moment that is not written as day and clock time throws', () => {
  assert.throws(() => instantOf('yesterday', now), /Write a moment as/)
})

test('weekdays, day parts and clock times follow the instant', () => {
  const text = '{{weekday:-3 05:50}}|{{when:-3 05:50}}|{{When:-3 04:10}}|{{clock:-3 17:35}}'
  assert.equal(renderTokens(text, now, english), 'Tuesday|on Tuesday morning|Early on Tuesday|5.35pm')
  const moved = new Date('2025-05-17T00:00:00Z')
  assert.equal(renderTokens('{{when:-3 17:20}}', moved, english), 'late on Tuesday')
  assert.equal(renderTokens('{{when:-3 18:20}}', moved, english), 'early on Wednesday')
})

test('dates are set as the outlet sets them', () => {
  assert.equal(renderTokens('{{date:+45d}}', now, english), '30 June')
  assert.equal(renderTokens('{{date:+45d}}', now, american), 'June 30')
  assert.equal(renderTokens('{{clock:-3 00:05}}', now, american), '12:05 a.m.')
  assert.equal(renderTokens('{{date:+16d}}', now, { language: 'fr', order: 'day-month' }), '1er juin')
  assert.equal(renderTokens('{{weekday:0 12:00}}', now, { language: 'fr', order: 'day-month' }), 'vendredi')
  assert.equal(renderTokens('{{weekday:0 12:00}}', now, { language: 'ar', order: 'day-month' }), 'يوم الجمعة')
})

test('months and years away from now are never off by a short month', () => {
  const endOfMonth = new Date('2025-03-31T10:00:00Z')
  assert.equal(renderTokens('{{month:-1m}} {{year:-58y}}', endOfMonth, english), 'February 1967')
})

test('an unknown token throws, so that none reaches a reader', () => {
  assert.throws(() => renderTokens('{{mood:0 12:00}}', now, english), /Unknown token/)
})
