import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReader } from '../../../test/examples/reader.ts'
import { chooseLocale } from '../reader.ts'
import {
  absolute,
  ago,
  brief,
  dayIn,
  longDay,
  partialDate,
  relative,
  shortAge,
  shortWhen,
  unbrokenDay,
  when,
} from './time.ts'

const reader = exampleReader()
/** The reader, at home in a zone. */
const inZone = (timeZone: string, now = reader.now) => ({ ...reader, timeZone, now, isOwnZone: true })
/** Newer data of locales sets a narrow space before AM and PM. */
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('times', () => {
  it('are exact and named once', () => {
    assert.equal(
      plain(String(when('2026-03-17T09:54:00Z', reader))),
      '<time datetime="2026-03-17T09:54:00Z">Tue, Mar 17, 2026, 9:54 AM UTC</time>',
    )
    assert.equal(plain(brief('2026-03-17T14:00:00Z', reader)), 'Mar 17, 2:00 PM')
    assert.equal(plain(brief('2025-11-30T14:00:00Z', reader)), 'Nov 30, 2025, 2:00 PM')
  })

  it('name the zone only while it is not the reader’s own', () => {
    const at = '2026-03-17T23:30:00Z'
    assert.equal(plain(absolute(at, inZone('America/New_York'))), 'Tue, Mar 17, 2026, 7:30 PM')
    assert.match(absolute(at, { ...reader, timeZone: 'America/New_York' }), /EDT$/)
  })

  it('are an age within a day, then yesterday, then a date', () => {
    assert.equal(ago('2026-03-17T09:59:40Z', reader), 'just now')
    assert.equal(ago('2026-03-17T09:54:00Z', reader), '6 min ago')
    assert.equal(ago('2026-03-16T11:00:00Z', reader), '23 hr ago')
    assert.equal(ago('2026-03-16T08:00:00Z', reader), 'Yesterday')
    assert.equal(ago('2026-03-15T23:59:00Z', reader), 'Mar 15')
    assert.equal(ago('2025-12-01T00:00:00Z', reader), 'Dec 1, 2025')
    assert.equal(ago('2026-03-17T10:40:00Z', reader), 'in 40 min')
    assert.equal(plain(ago('2026-03-20T10:40:00Z', reader)), 'Mar 20, 10:40 AM')
  })

  it('take yesterday from the reader’s calendar', () => {
    const [at, now] = ['2026-03-16T02:00:00Z', '2026-03-17T03:00:00Z']
    assert.equal(ago(at, inZone('UTC', now)), 'Yesterday')
    assert.equal(ago(at, inZone('America/New_York', now)), 'Yesterday')
    assert.equal(ago(at, inZone('Asia/Tokyo', now)), 'Yesterday')
    assert.equal(ago('2026-03-16T03:59:00Z', inZone('America/New_York', '2026-03-17T04:01:00Z')), 'Mar 15')
    assert.equal(dayIn(at, inZone('America/New_York')), '2026-03-15')
  })

  it('are said once in a row, exactly when pointed at', () => {
    assert.equal(
      plain(String(shortWhen('2026-03-17T08:00:00Z', reader))),
      '<time datetime="2026-03-17T08:00:00Z" title="Tue, Mar 17, 2026, 8:00 AM UTC">2 hr ago</time>',
    )
  })

  it('of a row that is kept render anew when they read differently', () => {
    const at = '2026-03-16T08:00:00Z'
    const others = [
      reader,
      inZone('UTC'),
      inZone('Asia/Tokyo'),
      { ...reader, locale: 'en-GB' },
      { ...reader, now: '2026-03-18T10:00:00.000Z' },
      { ...reader, now: '2026-03-16T10:00:00.000Z' },
      { ...reader, now: '2026-03-16T12:00:00.000Z' },
    ]
    assert.equal(new Set(others.map((each) => shortAge(at, each))).size, others.length)
  })

  it('are told in sentences in minutes, hours and days, up to a month', () => {
    assert.equal(relative('2026-03-15T08:00:00Z', reader), '2 days ago')
    assert.equal(relative('2025-12-01T00:00:00Z', reader), undefined)
  })

  it('keep their own words when they are no time', () => {
    assert.equal(absolute('some day', reader), 'some day')
    assert.equal(
      String(shortWhen('some <day>', reader)),
      '<time datetime="some &lt;day&gt;" title="some &lt;day&gt;">some &lt;day&gt;</time>',
    )
    assert.equal(longDay('no day', reader), 'no day')
  })

  it('follow the zone, the language and the country of the reader', () => {
    const at = '2026-03-17T23:30:00Z'
    assert.match(plain(absolute(at, inZone('Asia/Tokyo'))), /^Wed, Mar 18, 2026, 8:30 AM$/)
    assert.match(absolute(at, exampleReader('fr')), /17 mars 2026.*23:30/)
    assert.match(absolute(at, exampleReader('de')), /17\. März 2026.*23:30/)
    assert.match(absolute(at, exampleReader('es')), /17 mar 2026.*23:30/)
    assert.match(absolute(at, exampleReader('ar')), /17 مارس 2026.*23:30/)
    assert.equal(brief(at, { ...reader, locale: 'en-GB' }), '17 Mar, 23:30')
    assert.equal(ago('2026-03-16T08:00:00Z', exampleReader('fr')), 'Hier')
    assert.equal(ago('2026-03-17T08:00:00Z', exampleReader('fr')), 'il y a 2\u00a0h')
    assert.equal(ago('2026-03-16T08:00:00Z', exampleReader('de')), 'Gestern')
    assert.equal(ago('2026-03-17T08:00:00Z', exampleReader('de')), 'vor 2 Std.')
    assert.equal(ago('2026-03-16T08:00:00Z', exampleReader('es')), 'Ayer')
    assert.equal(ago('2026-03-17T08:00:00Z', exampleReader('es')), 'hace 2 h')
    assert.equal(ago('2026-03-16T08:00:00Z', exampleReader('ar')), 'أمس')
  })

  it('are those of the country the browser names with the interface language', () => {
    const chosen = [
      ['en', undefined, 'en-US'],
      ['en', 'en', 'en-US'],
      ['en', 'en-GB,en;q=0.9', 'en-GB'],
      ['en', 'de-DE,en;q=0.5,en-au;q=0.8', 'en-AU'],
      ['en', 'fr-CA', 'en-US'],
      ['en', 'en-US-u-ca-buddhist', 'en-US'],
      ['es', 'en-GB,es;q=0.5', 'es-ES'],
      ['es', 'es-MX,es;q=0.9', 'es-MX'],
      ['fr', 'en-GB,fr;q=0.5', 'fr-FR'],
      ['fr', 'fr-CA', 'fr-CA'],
      ['de', 'de-AT,de;q=0.9', 'de-AT'],
      ['de', 'en-GB', 'de-DE'],
      ['ar', 'ar-SA', 'ar-u-hc-h23-nu-latn'],
    ] as const
    for (const [language, accepted, locale] of chosen) assert.equal(chooseLocale(language, accepted), locale, accepted)
  })

  it('write a calendar day out', () => {
    assert.equal(longDay('2026-03-17', reader), 'Tuesday, March 17, 2026')
    assert.equal(unbrokenDay('2026-03-17', reader), 'Tuesday, March\u00a017, 2026')
  })

  it('show a TIMEX3 value at its own precision', () => {
    assert.equal(partialDate('2014', reader), '2014')
    assert.equal(partialDate('2026-03', reader), 'March 2026')
    assert.equal(partialDate('2026-03-17', reader), 'Tue, Mar 17, 2026')
    assert.match(plain(partialDate('2026-03-17T14:00', reader)), /2:00 PM$/)
    assert.equal(partialDate('P3Y', reader), 'P3Y')
  })
})
