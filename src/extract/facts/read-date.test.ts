import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alignWithFeed, readDate } from './read-date.ts'

const cases: readonly (readonly [string, string | undefined])[] = [
  ['2025-08-18T07:30:00+01:00', '2025-08-18T07:30:00+01:00'],
  ['2025-08-18T07:30:00.123Z', '2025-08-18T07:30:00Z'],
  ['2025-08-18T07:30:00-0500', '2025-08-18T07:30:00-05:00'],
  ['2025-08-18 07:30:00', '2025-08-18T07:30:00Z'],
  ['2025-08-18 07:30 GMT', '2025-08-18T07:30:00Z'],
  ['2025-08-18', '2025-08-18T12:00:00+00:00'],
  ['2025/08/18', '2025-08-18T12:00:00+00:00'],
  ['20250818', '2025-08-18T12:00:00+00:00'],
  ['20250818T073000Z', '2025-08-18T07:30:00Z'],
  ['1755498600', '2025-08-18T06:30:00.000Z'],
  ['Mon, 18 Aug 2025 07:30:00 +0100', '2025-08-18T07:30:00+01:00'],
  ['Monday 18 August 2025 07:30 BST', '2025-08-18T07:30:00+01:00'],
  ['August 18, 2025 at 7:30 p.m. EDT', '2025-08-18T19:30:00-04:00'],
  ['Aug. 18, 2025', '2025-08-18T12:00:00+00:00'],
  ['18th August 2025', '2025-08-18T12:00:00+00:00'],
  ['Published 12:05 AM, 1 Jan 2025', '2025-01-01T00:05:00Z'],
  ['18 août 2025 à 07h30', '2025-08-18T07:30:00Z'],
  ['1er février 2025', '2025-02-01T12:00:00+00:00'],
  ['18 de agosto de 2025', '2025-08-18T12:00:00+00:00'],
  ['18. März 2025', '2025-03-18T12:00:00+00:00'],
  ['18 августа 2025', '2025-08-18T12:00:00+00:00'],
  ['١٨ أغسطس ٢٠٢٥', '2025-08-18T12:00:00+00:00'],
  ['14 تشرين الأول 2025', '2025-10-14T12:00:00+00:00'],
  ['03/04/2025', undefined],
  ['2025-02-30', undefined],
  ['1969-07-20', undefined],
  ['3 hours ago', undefined],
  ['tomorrow', undefined],
  ['', undefined],
]

for (const [raw, iso] of cases) {
  test(`“${raw}” is read as ${iso ?? 'no date'}`, () => assert.equal(readDate(raw)?.iso, iso))
}

test('what it gives is always a valid instant', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
      const date = readDate(raw)
      if (date !== undefined) assert.ok(!Number.isNaN(Date.parse(date.iso)))
    }),
  )
})

test('a time without a zone takes the zone in which it is the instant of the feed', () => {
  assert.equal(alignWithFeed(readDate('2025-08-18 13:00')!, '2025-08-18T07:30:00Z'), '2025-08-18T13:00:00+05:30')
  assert.equal(alignWithFeed(readDate('2025-08-18 03:30')!, '2025-08-18T07:30:00Z'), '2025-08-18T03:30:00-04:00')
})

test('a time without a zone that no zone explains stands as it is', () => {
  assert.equal(alignWithFeed(readDate('2025-08-18 13:07')!, '2025-08-18T07:30:00Z'), '2025-08-18T13:07:00Z')
  assert.equal(alignWithFeed(readDate('2025-08-20 13:00')!, '2025-08-18T07:30:00Z'), '2025-08-20T13:00:00Z')
})

test('a bare day takes the time of the feed when they are the same day', () => {
  assert.equal(alignWithFeed(readDate('2025-08-18')!, '2025-08-18T07:30:00Z'), '2025-08-18T07:30:00.000Z')
  assert.equal(alignWithFeed(readDate('2025-08-18')!, '2025-08-25T07:30:00Z'), '2025-08-18T12:00:00+00:00')
})

test('a zone the page gives is never changed', () => {
  assert.equal(alignWithFeed(readDate('2025-08-18T07:30:00Z')!, '2025-08-18T08:30:00Z'), '2025-08-18T07:30:00Z')
})
