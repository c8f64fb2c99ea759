import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReader } from '../../../test/examples/reader.ts'
import { absolute, longDay, partialDate, relative, shortWhen, when } from './time.ts'

const reader = exampleReader()

describe('times', () => {
  it('are shown absolute, with the age beside them', () => {
    assert.equal(
      String(when('2026-03-17T09:54:00Z', reader)),
      '<time datetime="2026-03-17T09:54:00Z">Tue, 17 Mar 2026, 09:54 UTC</time> <span class="age">(6 min ago)</span>',
    )
  })

  it('carry no age when they are older than a month', () => {
    assert.equal(relative('2025-12-01T00:00:00Z', reader), undefined)
    assert.doesNotMatch(String(when('2025-12-01T00:00:00Z', reader)), /age/)
  })

  it('are read in minutes, hours and days', () => {
    assert.equal(relative('2026-03-17T09:59:40Z', reader), 'just now')
    assert.equal(relative('2026-03-17T08:00:00Z', reader), '2 hr ago')
    assert.equal(relative('2026-03-15T08:00:00Z', reader), '2 days ago')
    assert.equal(relative('2026-03-17T10:40:00Z', reader), 'in 40 min')
  })

  it('keep their own words when they are no time', () => {
    assert.equal(absolute('some day', reader), 'some day')
    assert.equal(String(shortWhen('some <day>', reader)), '<time datetime="some &lt;day&gt;">some &lt;day&gt;</time>')
    assert.equal(longDay('no day', reader), 'no day')
  })

  it('follow the zone and the language of the reader', () => {
    assert.match(absolute('2026-03-17T23:30:00Z', { ...reader, timeZone: 'Asia/Tokyo' }), /18 Mar 2026, 08:30/)
    assert.match(absolute('2026-03-17T23:30:00Z', exampleReader('fr')), /mars 2026/)
    assert.match(absolute('2026-03-17T23:30:00Z', exampleReader('ar')), /مارس/)
  })

  it('write a calendar day out', () => {
    assert.match(longDay('2026-03-17', reader), /^Tuesday,? 17 March 2026$/)
  })

  it('show a TIMEX3 value at its own precision', () => {
    assert.equal(partialDate('2014', reader), '2014')
    assert.equal(partialDate('2026-03', reader), 'March 2026')
    assert.match(partialDate('2026-03-17', reader), /Tue, 17 Mar 2026$/)
    assert.match(partialDate('2026-03-17T14:00', reader), /14:00$/)
    assert.equal(partialDate('P3Y', reader), 'P3Y')
  })
})
