import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { monthOf, zoneMinutes } from './date-words.ts'
import { parseFeedDate } from './parse-date.ts'

const own = process.env.TZ
after(() => {
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
})

/** Every form of date, and instants at which a local clock changes for daylight saving time. */
const DATES: readonly (readonly [string, string])[] = [
  ['Sun, 29 Mar 2026 02:30:00 +0100', '2026-03-29T01:30:00.000Z'],
  ['Sun, 29 Mar 2026 02:30:00', '2026-03-29T02:30:00.000Z'],
  ['Sun, 08 Mar 2026 02:30:00 EST', '2026-03-08T07:30:00.000Z'],
  ['Sun, 08 Mar 2026 02:30', '2026-03-08T02:30:00.000Z'],
  ['Sun, 01 Nov 2026 01:30:00 EDT', '2026-11-01T05:30:00.000Z'],
  ['Sun, 01 Nov 2026 01:30:00 EST', '2026-11-01T06:30:00.000Z'],
  ['Thu, 31 Dec 2026 23:59:59 -1200', '2027-01-01T11:59:59.000Z'],
  ['Fri, 01 Jan 2027 00:00:00 +1400', '2026-12-31T10:00:00.000Z'],
  ['29 Feb 2024 23:00:00 -0100', '2024-03-01T00:00:00.000Z'],
  ['2026-03-29T02:30:00', '2026-03-29T02:30:00.000Z'],
  ['2026-03-29 02:30', '2026-03-29T02:30:00.000Z'],
  ['2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['2026-03', '2026-03-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['2026-088', '2026-03-29T00:00:00.000Z'],
  ['2026-03-29T02:30:00+05:45', '2026-03-28T20:45:00.000Z'],
  ['Sun Mar 29 02:30:00 2026', '2026-03-29T02:30:00.000Z'],
  ['March 29th, 2026 2:30 AM', '2026-03-29T02:30:00.000Z'],
  ['Sun, 2026/03/29 02:30:00 GMT', '2026-03-29T02:30:00.000Z'],
  ['2026년 03월 29일 02:30:00', '2026-03-28T17:30:00.000Z'],
  ['29 mars 2026 02:30', '2026-03-29T02:30:00.000Z'],
]

for (const zone of ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'Europe/Berlin'])
  describe(`on a machine in ${zone}`, () => {
    for (const [text, iso] of DATES)
      test(`“${text}” is ${iso}`, () => {
        process.env.TZ = zone
        assert.equal(parseFeedDate(text), iso)
      })
  })

describe('a zone', () => {
  const zones: readonly (readonly [string | undefined, number | undefined])[] = [
    [undefined, 0],
    ['', 0],
    ['Z', 0],
    ['GMT', 0],
    ['+0530', 330],
    ['-05:00', -300],
    ['+9', 540],
    ['+09', 540],
    ['GMT-5', -300],
    ['UTC+01:30', 90],
    ['Etc/GMT', 0],
    ['EST', -300],
    ['edt', -240],
    ['CEST', 120],
    ['IST', 330],
    ['NZDT', 780],
    ['Nowhere', 0],
    ['constructor', 0],
    ['+', undefined],
    ['+12345', undefined],
    ['-0a00', undefined],
  ]
  for (const [zone, minutes] of zones)
    test(`“${zone}” is ${minutes} minutes east`, () => assert.equal(zoneMinutes(zone), minutes))
})

describe('a month', () => {
  const months: readonly (readonly [string, number | undefined])[] = [
    ['Jan', 1], ['JANVIER', 1], ['ene', 1], ['févr', 2], ['März', 3], ['m\u0061\u0308rz', 3], ['avril', 4], ['maggio', 5],
    ['Ιουν', undefined], ['июня', 6], ['juillet', 7], ['agosto', 8], ['septiembre', 9], ['Okt', 10], ['ноября', 11],
    ['ديسمبر', 12], ['Dezember', 12], ['decem', 12], ['x', undefined], ['', undefined], ['constructor', undefined],
  ] // biome-ignore format: a table
  for (const [name, month] of months) test(`“${name}” is number ${month}`, () => assert.equal(monthOf(name), month))
})
