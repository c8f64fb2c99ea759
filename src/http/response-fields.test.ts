import assert from 'node:assert/strict'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, test } from 'node:test'
import { freshSeconds, retryAfterSeconds, validatorsOf } from './response-fields.ts'

const now = Date.parse('2026-03-02T12:00:00Z')

/** A response with these headers, as Node gives them. */
function answer(fields: Readonly<Record<string, string>>): IncomingMessage {
  const response = new IncomingMessage(new Socket())
  for (const [name, value] of Object.entries(fields)) {
    response.headers[name.toLowerCase()] = value
    response.rawHeaders.push(name, value)
  }
  return response
}

const YEAR_SECONDS = 366 * 24 * 3600

describe('Retry-After', () => {
  const forms: readonly (readonly [string, number | undefined])[] = [
    ['120', 120],
    ['0', 0],
    [' 120 ', 120],
    ['00120', 120],
    ['999999999999', YEAR_SECONDS],
    ['Mon, 02 Mar 2026 12:02:00 GMT', 120],
    ['Monday, 02-Mar-26 12:02:00 GMT', 120],
    ['Mon Mar  2 12:02:00 2026', 120],
    ['Mon, 02 Mar 2026 11:00:00 GMT', 0],
    ['Sun, 01 Jan 2040 00:00:00 GMT', YEAR_SECONDS],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['120 seconds', undefined],
    ['soon', undefined],
    ['Mon, 99 Foo 2026 12:02:00 GMT', undefined],
    ['2026-03-02T12:02:00Z', undefined],
    ['9999999999999', undefined],
  ]
  for (const [field, seconds] of forms)
    test(`“${field}” asks to wait ${seconds} seconds`, () =>
      assert.equal(retryAfterSeconds(answer({ 'Retry-After': field }), now), seconds))

  test('is not there: nothing is asked', () => assert.equal(retryAfterSeconds(answer({}), now), undefined))

  test('as a date counts from the date of the answer, whatever our clock says', () => {
    const response = answer({ Date: 'Wed, 01 Jan 2020 00:00:00 GMT', 'Retry-After': 'Wed, 01 Jan 2020 00:10:00 GMT' })
    for (const clock of [0, now, Date.parse('2050-01-01')]) assert.equal(retryAfterSeconds(response, clock), 600)
  })

  test('counts from our clock when the date of the answer is none', () => {
    const response = answer({ Date: 'today', 'Retry-After': 'Mon, 02 Mar 2026 12:10:00 GMT' })
    assert.equal(retryAfterSeconds(response, now), 600)
  })
})

describe('Cache-Control', () => {
  const forms: readonly (readonly [string, number | undefined])[] = [
    ['max-age=60', 60],
    ['max-age="60"', 60],
    ['MAX-AGE=60', 60],
    ['public,max-age=60,must-revalidate', 60],
    ['public, max-age = 60', 60],
    ['max-age=0', 0],
    ['s-maxage=99', undefined],
    ['s-maxage=99, max-age=60', 60],
    ['x-max-age=60', undefined],
    ['max-age', undefined],
    ['max-age=', undefined],
    ['max-age=-60', undefined],
    ['max-age=soon', undefined],
    ['max-age=60, max-age=120', 60],
    ['stale-while-revalidate=600', undefined],
    ['no-cache', undefined],
    ['', undefined],
  ]
  for (const [field, seconds] of forms)
    test(`“${field}” is fresh for ${seconds} seconds`, () =>
      assert.equal(freshSeconds(answer({ 'Cache-Control': field }), now), seconds))

  const expires = 'Mon, 02 Mar 2026 13:00:00 GMT'
  test('with max-age stands above Expires', () => {
    assert.equal(freshSeconds(answer({ 'Cache-Control': 'max-age=60', Expires: expires }), now), 60)
  })
  for (const field of ['no-cache', 'no-store', 'private, no-cache="set-cookie"'])
    test(`“${field}” makes Expires void`, () =>
      assert.equal(freshSeconds(answer({ 'Cache-Control': field, Expires: expires }), now), undefined))
  test('that says nothing about age leaves it to Expires', () => {
    assert.equal(freshSeconds(answer({ 'Cache-Control': 'public', Expires: expires }), now), 3600)
  })
})

describe('Expires', () => {
  const forms: readonly (readonly [string, number])[] = [
    ['Mon, 02 Mar 2026 12:30:00 GMT', 1800],
    ['Mon, 02 Mar 2026 12:30:00', 1800],
    ['Mon, 02 Mar 2026 12:30:00 UTC', 1800],
    ['Monday, 02-Mar-26 12:30:00 GMT', 1800],
    ['Mon, 02 Mar 2026 11:30:00 GMT', 0],
    ['0', 0],
    ['-1', 0],
    ['never', 0],
    ['', 0],
  ]
  for (const [field, seconds] of forms)
    test(`“${field}” is fresh for ${seconds} seconds`, () =>
      assert.equal(freshSeconds(answer({ Expires: field }), now), seconds))
})

describe('validators', () => {
  const etag = '"a"'
  const lastModified = 'Sat, 1 Jan 2005 00:00:00 EST'

  test('are taken as they stand, whatever the letters of their names', () => {
    assert.deepEqual(validatorsOf(answer({ ETAG: etag, 'last-MODIFIED': lastModified })), { etag, lastModified })
  })

  test('that are empty are none', () => assert.deepEqual(validatorsOf(answer({ ETag: '' })), {}))

  test('of the answer before stay where this one names none', () => {
    assert.deepEqual(validatorsOf(answer({ ETag: etag }), { etag: '"old"', lastModified }), { etag, lastModified })
    assert.deepEqual(validatorsOf(answer({}), { lastModified }), { lastModified })
  })

  test('sent twice count as the first says', () => {
    const response = answer({ ETag: etag })
    response.rawHeaders.push('ETag', '"b"')
    assert.deepEqual(validatorsOf(response), { etag })
  })

  for (const control of ['no-store', 'NO-STORE', 'private,no-store', 'max-age=0, no-store , private'])
    test(`are kept from no answer that says “${control}”, the old ones neither`, () =>
      assert.deepEqual(validatorsOf(answer({ ETag: etag, 'Cache-Control': control }), { lastModified }), {}))

  for (const control of ['no-cache', 'x-no-store', 'no-store-me'])
    test(`are kept from one that says “${control}”`, () =>
      assert.deepEqual(validatorsOf(answer({ ETag: etag, 'Cache-Control': control })), { etag }))
})
