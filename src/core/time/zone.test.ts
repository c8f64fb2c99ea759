import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boundsOfDay, dayInZone, knownZone, localTime, momentOfLocal, offsetMs } from './zone.ts'

describe('time zones', () => {
  it('are taken from a browser under their usual names, and nothing else is', () => {
    assert.equal(knownZone('America/New_York'), 'America/New_York')
    assert.equal(knownZone('uTc'), 'UTC')
    for (const bad of [undefined, '', 'Mars/Olympus', '+05:00', '"><b>', 'x'.repeat(99)])
      assert.equal(knownZone(bad), undefined)
  })

  it('have an offset that changes with the seasons', () => {
    assert.equal(offsetMs(Date.parse('2026-01-01T12:00:00Z'), 'Europe/Paris'), 3_600_000)
    assert.equal(offsetMs(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Paris'), 7_200_000)
    assert.equal(offsetMs(Date.parse('2026-07-01T12:00:30Z'), 'America/St_Johns'), -9_000_000)
  })

  it('fill a field with their own time and read it back', () => {
    for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham'])
      for (const at of ['2026-01-01T00:30:00.000Z', '2026-03-08T06:59:00.000Z', '2026-07-01T23:45:00.000Z'])
        assert.equal(momentOfLocal(localTime(at, zone), zone), at, zone)
    assert.equal(localTime('2026-03-17T02:00:00Z', 'America/New_York'), '2026-03-16T22:00')
    assert.equal(momentOfLocal('2026-03-16T22:00', 'America/New_York'), '2026-03-17T02:00:00.000Z')
    for (const bad of ['', 'yesterday', '2026-03-16', '2026-03-16T22:00Z', '2026-13-16T22:00'])
      assert.equal(momentOfLocal(bad, 'UTC'), undefined)
  })

  it('have days of their own, shorter and longer ones at a change of the clock', () => {
    assert.equal(dayInZone('2026-03-17T02:00:00Z', 'America/New_York'), '2026-03-16')
    const hours = (day: string, zone: string) => {
      const { from, until } = boundsOfDay(day, zone)
      return [from, (Date.parse(until) + 1 - Date.parse(from)) / 3_600_000]
    }
    assert.deepEqual(hours('2026-03-17', 'UTC'), ['2026-03-17T00:00:00.000Z', 24])
    assert.deepEqual(hours('2026-03-16', 'America/New_York'), ['2026-03-16T04:00:00.000Z', 24])
    assert.deepEqual(hours('2026-03-08', 'America/New_York'), ['2026-03-08T05:00:00.000Z', 23])
    assert.deepEqual(hours('2026-10-25', 'Europe/Paris'), ['2026-10-24T22:00:00.000Z', 25])
    assert.deepEqual(hours('2026-03-17', 'Asia/Kathmandu'), ['2026-03-16T18:15:00.000Z', 24])
    // Midnight is skipped there.
    assert.deepEqual(hours('2026-04-24', 'Africa/Cairo'), ['2026-04-23T22:00:00.000Z', 23])
    for (const day of ['0000-01-01', '9999-12-31']) assert.equal(hours(day, 'Asia/Tokyo')[1], 24)
  })
})
