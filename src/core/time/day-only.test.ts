import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_ONLY, firstReport, givenTime, isDayOnly, isTimeUnknown, unknownTime } from './day-only.ts'

test('a time tells whether more than its day is known', () => {
  for (const at of ['2026-03-10', `2026-03-10${DAY_ONLY}`, '2026-03-10T00:00:00Z', '2026-03-10T00:00+02:00'])
    assert.ok(isDayOnly(at), at)
  for (const at of ['2026-03-10T12:00:00Z', '2026-03-10T12:00:01+00:00', '2026-03-10T00:01:00Z'])
    assert.ok(!isDayOnly(at), at)
})

const told = (sourceName: string, publishedAt: string) => ({ sourceName, publishedAt })

test('who told first is known by time, whatever the zone', () => {
  const all = [told('A', '2026-03-10T10:30:00Z'), told('B', '2026-03-10T12:00:00+02:00')]
  assert.equal(firstReport(all)?.sourceName, 'B')
})

test('who told first is not known where only the day of one is', () => {
  const day = told('A', `2026-03-10${DAY_ONLY}`)
  assert.equal(firstReport([day, told('B', '2026-03-10T13:00:00Z')]), undefined)
  assert.equal(firstReport([day, told('B', '2026-03-10T09:00:00Z')]), undefined)
  assert.equal(firstReport([day, told('B', '2026-03-12T09:00:00Z')])?.sourceName, 'A')
  assert.equal(firstReport([day, told('A', '2026-03-10T13:00:00Z')])?.sourceName, 'A')
  assert.equal(firstReport([told('C', '')]), undefined)
})

test('who told first is not known where the time of one is unknown', () => {
  const known = told('A', '2026-03-10T09:00:00Z')
  assert.equal(firstReport([known, told('B', unknownTime('2026-03-12T09:00:00Z'))]), undefined)
  assert.equal(firstReport([told('B', unknownTime('2026-03-12T09:00:00Z'))]), undefined)
})

test('an unknown time is the moment the text came, and told from every time that is given', () => {
  const at = unknownTime('2026-03-12T09:00:00+02:00')
  assert.equal(Date.parse(at), Date.parse('2026-03-12T07:00:00Z'))
  assert.ok(isTimeUnknown(at) && !isDayOnly(at))
  for (const given of ['2026-03-12T09:00:00Z', '2026-03-12', '', '2026-03-12T09:00:00-05:00'])
    assert.ok(!isTimeUnknown(given))
  assert.equal(givenTime('2026-03-12T09:00:00-00:00'), '2026-03-12T09:00:00+00:00')
})
