import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from './annotate.ts'
import { documentOf } from './test-document.ts'
import { type Day, localDayOf } from './times/time-calendar.ts'
import { zoneOffset } from './times.ts'

const on = (day: string) => localDayOf(day) as Day

describe('zoneOffset', () => {
  it('gives the offset of a zone, in summer and winter where it changes', () => {
    assert.equal(zoneOffset('GMT', on('2025-07-01')), 'Z')
    assert.equal(zoneOffset('CET', on('2025-01-01')), '+01:00')
    assert.equal(zoneOffset('ET', on('2025-03-08')), '-05:00')
    assert.equal(zoneOffset('ET', on('2025-03-09')), '-04:00')
    assert.equal(zoneOffset('ET', on('2025-11-02')), '-05:00')
  })

  it('gives none for a name of several zones', () => {
    assert.equal(zoneOffset('CST', on('2025-01-01')), '')
    assert.equal(zoneOffset('local time', on('2025-01-01')), '')
  })

  it('is written behind the time of day', () => {
    const read = (text: string) => annotate(documentOf([text])).times?.items.map(({ value }) => value)
    assert.deepEqual(read('Trading began at 9:30 a.m. ET on Monday.'), ['2025-06-09T09:30-04:00'])
    assert.deepEqual(read('The call is at 2pm GMT.'), ['2025-06-10T14:00Z'])
    assert.deepEqual(read('The call is at 2pm local time.'), ['2025-06-10T14:00'])
  })
})
