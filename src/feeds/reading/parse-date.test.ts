import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseFeedDate } from './parse-date.ts'

const READ: readonly (readonly [string, string])[] = [
  // RFC 822 and its misspellings
  ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
  ['Thu, 01 Jan 2004 19:48:21 +0200', '2004-01-01T17:48:21'],
  ['Thu, 01 Jan 2004 19:48:21 -05:00', '2004-01-02T00:48:21'],
  ['Thu, 01 Jan 2004 19:48:21 EST', '2004-01-02T00:48:21'],
  ['Thu, 01 Jan 2004 19:48:21 PDT', '2004-01-02T02:48:21'],
  ['Thu, 01 Jan 2004 19:48:21 Etc/GMT', '2004-01-01T19:48:21'],
  ['Thu, 01 Jan 2004 19:48:21 GMT+0300', '2004-01-01T16:48:21'],
  ['Thu, 01 Jan 2004 19:48:21', '2004-01-01T19:48:21'],
  ['Thu, 01 Jan 2004 19:48 GMT', '2004-01-01T19:48:00'],
  ['01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
  ['Thursday, 1 January 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
  ['Thu,  1 Jan 2004  19:48:21  GMT', '2004-01-01T19:48:21'],
  ['Thu 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21'],
  ['Thu, 01-Jan-2004 19:48:21 GMT', '2004-01-01T19:48:21'],
  ['1 Jan 04 7:48 pm UT', '2004-01-01T19:48:00'],
  ['Thu, 31 Dec 99 23:59:60 Z', '1999-12-31T23:59:59'],
  ['1 Jan 2004', '2004-01-01T00:00:00'],
  // ISO 8601, W3CDTF
  ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55'],
  ['2003-12-31T10:14:55.678Z', '2003-12-31T10:14:55'],
  ['2003-12-31t10:14:55z', '2003-12-31T10:14:55'],
  ['2003-12-31 10:14:55', '2003-12-31T10:14:55'],
  ['2003-12-31T10:14:55-08:00', '2003-12-31T18:14:55'],
  ['2003-12-31T18:14:55+0800', '2003-12-31T10:14:55'],
  ['2003-12-31T10:14-08:00', '2003-12-31T18:14:00'],
  ['2003-12-31T10:14:55 EST', '2003-12-31T15:14:55'],
  ['2003-12-31', '2003-12-31T00:00:00'],
  ['20031231', '2003-12-31T00:00:00'],
  ['2003-12', '2003-12-01T00:00:00'],
  ['2003', '2003-01-01T00:00:00'],
  ['03-12-31', '2003-12-31T00:00:00'],
  ['031231', '2003-12-31T00:00:00'],
  ['-0312', '2003-12-01T00:00:00'],
  ['2003-335', '2003-12-01T00:00:00'],
  ['2003335', '2003-12-01T00:00:00'],
  ['03335', '2003-12-01T00:00:00'],
  // other formats
  ['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06'],
  ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06'],
  ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53'],
  ['January 4th, 2004 4:29 PM EST', '2004-01-04T21:29:00'],
  ['Wed, Jul 20 2005 12:00 am', '2005-07-20T00:00:00'],
  ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17'],
  ['2004-05-25 오전 12:23:17', '2004-05-24T15:23:17'],
  ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00'],
  ['12 août 2004 10:00 +0200', '2004-08-12T08:00:00'],
  ['Mi, 3. März 2004 10:00:00 +0100', '2004-03-03T09:00:00'],
  ['3 de enero', ''],
  ['Пн, 02 мая 2011 10:00:00 +0400', '2011-05-02T06:00:00'],
  ['الأحد، 5 يناير 2020 10:00', '2020-01-05T10:00:00'],
]

const REFUSED = [
  '', ' ', 'yesterday', 'Thu, 31 Feb 2004 19:48:21 GMT', '2003-02-29', '2003-13-01', '2003-12-32', '2003-12-31T25:14:55Z',
  '2003-12-31T10:61:55Z', '2003-12-31T10:14:75Z', 'Thu, 01 Abc 2004 19:48:21 GMT', '0 Jan 2004', '2003-000', '2003-367',
  '12345678901234567890', '{"date": 1}', '10:14:55', 'Thu, 01 Jan 2004 19:48:21 +9999',
] // biome-ignore format: a table

describe('a date', () => {
  for (const [text, iso] of READ.filter(([, expected]) => expected !== ''))
    test(`“${text}” is ${iso}`, () => assert.equal(parseFeedDate(text)?.slice(0, 19), iso))

  for (const text of REFUSED) test(`“${text}” is none`, () => assert.equal(parseFeedDate(text), undefined))

  test('keeps milliseconds and always ends in Z', () => {
    assert.equal(parseFeedDate('2003-12-31T10:14:55.6789+00:00'), '2003-12-31T10:14:55.678Z')
  })

  test('does not depend on the time zone of the machine', () => {
    const zone = process.env.TZ
    try {
      for (const name of ['America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham']) {
        process.env.TZ = name
        for (const [text, iso] of READ) if (iso !== '') assert.equal(parseFeedDate(text)?.slice(0, 19), iso)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('written by a machine is read back to the second', () => {
    const range = { min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (date) => {
        assert.equal(parseFeedDate(date.toISOString()), date.toISOString())
        assert.equal(parseFeedDate(date.toUTCString())?.slice(0, 19), date.toISOString().slice(0, 19))
      }),
    )
  })

  test('of any text is read or refused, in no time', { timeout: 5_000 }, () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void parseFeedDate(text)))
    for (const piece of [' ', '1', 'a ', '1 ', '-', 'Thu, ', '2004-', '٣']) parseFeedDate(piece.repeat(1_000_000))
  })
})
