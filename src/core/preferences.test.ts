import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPreferences, isPreference, preferenceNames, preferenceValues, readPreferences } from './preferences.ts'

test('what was never chosen stands as it comes', () => {
  assert.equal(defaultPreferences.images, 'on')
  assert.equal(defaultPreferences.timeZone, '')
  for (const name of preferenceNames)
    if (name !== 'timeZone') assert.equal(defaultPreferences[name], preferenceValues(name)[0])
})

test('what was chosen stands; a value or a name that nobody knows does not', () => {
  const stored = new Map([
    ['theme', 'dark'],
    ['timeZone', 'Africa/Cairo'],
    ['density', 'huge'],
    ['colour', 'pink'],
  ])
  assert.deepEqual(readPreferences(stored), { ...defaultPreferences, theme: 'dark', timeZone: 'Africa/Cairo' })
})

test('tells what may be stored', () => {
  for (const [name, value] of [
    ['history', 'off'],
    ['timeZone', 'Europe/Paris'],
    ['timeZone', ''],
  ] as const)
    assert.ok(isPreference(name, value), name)
  for (const [name, value] of [
    ['history', 'maybe'],
    ['timeZone', 'Mars/Olympus'],
    ['constructor', 'on'],
    ['', ''],
  ] as const)
    assert.ok(!isPreference(name, value), name)
})
