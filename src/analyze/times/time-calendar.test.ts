import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type Day,
  dayOf,
  isoDay,
  isoMonth,
  isoWeek,
  localDayOf,
  monthOf,
  nearestYear,
  weekdayBack,
  weekdayForward,
  weekdayOf,
  yearOf,
} from './time-calendar.ts'

const day = (text: string): Day => localDayOf(text) as Day

describe('calendar', () => {
  it('knows which dates exist', () => {
    assert.equal(dayOf(2024, 2, 29), day('2024-02-29'))
    assert.equal(dayOf(2023, 2, 29), undefined)
    assert.equal(dayOf(2023, 13, 1), undefined)
    assert.equal(dayOf(2023, 4, 31), undefined)
  })
  it('takes the date of a moment as written in its own zone', () => {
    assert.equal(isoDay(day('2025-08-19T23:30:00-04:00')), '2025-08-19')
    assert.equal(localDayOf('yesterday'), undefined)
    assert.equal(localDayOf('2025-02-31T00:00:00Z'), undefined)
  })
  it('counts weekdays from Sunday, also before 1970', () => {
    assert.equal(weekdayOf(day('2025-08-17')), 0)
    assert.equal(weekdayOf(day('2025-08-19')), 2)
    assert.equal(weekdayOf(day('1969-12-31')), 3)
  })
  it('numbers weeks as ISO 8601 does, also around the new year', () => {
    assert.equal(isoWeek(day('2025-08-12')), '2025-W33')
    assert.equal(isoWeek(day('2024-12-30')), '2025-W01')
    assert.equal(isoWeek(day('2021-01-03')), '2020-W53')
    assert.equal(isoWeek(day('2027-01-01')), '2026-W53')
  })
  it('writes months that run over the ends of a year', () => {
    assert.equal(isoMonth(2025, 8), '2025-08')
    assert.equal(isoMonth(2025, 0), '2024-12')
    assert.equal(isoMonth(2025, 13), '2026-01')
    assert.equal(isoMonth(2025, -11), '2024-01')
  })
  it('finds the weekday before and after', () => {
    const tuesday = day('2025-08-19')
    assert.equal(isoDay(weekdayBack(tuesday, 5)), '2025-08-15')
    assert.equal(isoDay(weekdayForward(tuesday, 5)), '2025-08-22')
    assert.equal(weekdayBack(tuesday, 2), tuesday)
    assert.equal(weekdayForward(tuesday, 2), tuesday)
  })
  it('gives a date without a year the nearest year, looking back rather than far ahead', () => {
    const anchor = day('2025-08-19')
    assert.equal(isoDay(nearestYear(anchor, 5, 3) as Day), '2025-05-03')
    assert.equal(isoDay(nearestYear(anchor, 10, 1) as Day), '2025-10-01')
    assert.equal(isoDay(nearestYear(anchor, 12, 25) as Day), '2024-12-25')
    assert.equal(isoDay(nearestYear(anchor, 5, 3, true) as Day), '2026-05-03')
    assert.equal(isoDay(nearestYear(day('2025-03-01'), 2, 29) as Day), '2024-02-29')
  })
  it('writes every day so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 150_000 }), (number) => {
        assert.equal(localDayOf(isoDay(number)), number)
        assert.equal(dayOf(yearOf(number), monthOf(number), Number(isoDay(number).slice(8))), number)
        assert.ok(weekdayBack(number, 3) <= number && weekdayForward(number, 3) >= number)
      }),
    )
  })
})
