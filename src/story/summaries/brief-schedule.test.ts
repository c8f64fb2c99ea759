import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type BriefChoice, defaultBrief } from '../../core/brief-choice.ts'
import { instantOf } from '../../core/time/zone.ts'
import { dueBriefs } from './brief-schedule.ts'

const mailed: BriefChoice = { ...defaultBrief, isMailed: true }
const long = '2020-01-01T00:00:00.000Z'
const iso = (day: string, hour: number, zone: string) => new Date(instantOf(day, hour, zone)).toISOString()

describe('an hour of a day in a zone', () => {
  it('is found in summer and in winter, east and west', () => {
    assert.equal(iso('2026-01-15', 7, 'Europe/Paris'), '2026-01-15T06:00:00.000Z')
    assert.equal(iso('2026-07-15', 7, 'Europe/Paris'), '2026-07-15T05:00:00.000Z')
    assert.equal(iso('2026-07-15', 7, 'Asia/Kathmandu'), '2026-07-15T01:15:00.000Z')
    assert.equal(iso('2026-07-15', 23, 'America/Los_Angeles'), '2026-07-16T06:00:00.000Z')
    assert.equal(iso('2026-07-15', 0, 'Pacific/Kiritimati'), '2026-07-14T10:00:00.000Z')
  })

  it('that a clock change leaves out comes as much later, and one that comes twice is the first', () => {
    assert.equal(iso('2026-03-29', 2, 'Europe/Paris'), '2026-03-29T01:00:00.000Z')
    assert.equal(iso('2026-10-25', 2, 'Europe/Paris'), '2026-10-25T00:00:00.000Z')
    assert.equal(iso('2026-10-25', 7, 'Europe/Paris'), '2026-10-25T06:00:00.000Z')
    assert.equal(iso('2026-03-08', 2, 'America/New_York'), '2026-03-08T07:00:00.000Z')
  })
})

describe('what is due', () => {
  const due = (now: string, choice = mailed, zone = 'Europe/Paris', since = long) =>
    dueBriefs(choice, zone, since, now).map(({ kind, day }) => `${kind} ${day}`)

  it('is nothing before its hour, and one from then on', () => {
    assert.deepEqual(due('2026-03-10T05:59:59.000Z').includes('day 2026-03-10'), false)
    assert.deepEqual(due('2026-03-10T06:00:00.000Z'), ['day 2026-03-10'])
  })

  it('is sent late, past midnight too, but not when the next is nearer', () => {
    const late = { ...mailed, hour: 23 }
    assert.deepEqual(due('2026-03-11T05:00:00.000Z', late), ['day 2026-03-10'])
    assert.deepEqual(due('2026-03-11T19:00:00.000Z', late), [])
  })

  it('keeps to the days chosen, and to Sundays for the week', () => {
    assert.deepEqual(due('2026-03-10T08:00:00.000Z', { ...mailed, days: [1] }), [])
    assert.deepEqual(due('2026-03-15T08:00:00.000Z', { ...mailed, isWeekly: true }), [
      'day 2026-03-15',
      'week 2026-03-15',
    ])
    assert.deepEqual(due('2026-03-10T08:00:00.000Z', defaultBrief), [])
  })

  it('leaves out an hour that had passed when it was chosen', () => {
    assert.deepEqual(due('2026-03-10T08:00:00.000Z', mailed, 'Europe/Paris', '2026-03-10T07:30:00.000Z'), [])
  })

  it('names every day of a year exactly once for a server that looks every hour, in any zone', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Tehran', 'UTC']
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), (zone, hour) => {
        const named = new Set<string>()
        const from = Date.parse('2026-01-01T00:00:00Z')
        for (let at = 0; at < 120; at += 1)
          for (const name of due(new Date(from + (at + 1560) * 3_600_000).toISOString(), { ...mailed, hour }, zone))
            named.add(name)
        // 120 hours are five days, plus at most a partial day at either end.
        assert.ok(named.size >= 5 && named.size <= 7, [...named].join())
      }),
      { numRuns: 40 },
    )
  })
})
