import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId, type EntryId } from '../../core/ids.ts'
import { excerptOf } from '../articles/written-entries.ts'
import { retryDelayMs } from '../jobs/job-rules.ts'
import { newStoryId } from '../stories/story-ids.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { jsonValue, safeParameter } from './postgres-values.ts'
import { fromNumber, toNumber } from './row-ids.ts'
import { safeKey, safeText } from './safe-text.ts'
import { addMs, normalizedTime } from './times.ts'
import { toBytes, toFeatures, toWeights } from './vectors.ts'

test('a cursor says again what it was made of, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) => {
      assert.deepEqual(fromCursor(toCursor([text, number]), 2), [text, number])
      assert.match(toCursor([text, number]), /^[\w-]+$/)
    }),
  )
  for (const bad of [undefined, '', 'x', '{}', toCursor([1]), toCursor([1, 2, 3]), btoa('[null,1]'), btoa('[[],1]')])
    assert.equal(fromCursor(bad, 2), undefined)
  assert.deepEqual(fromCursor(toCursor(['t', 7]), 2, 1), ['t', 7])
  for (const part of ['7', 'x', 1.5, 1e300]) assert.equal(fromCursor(toCursor(['t', part]), 2, 1), undefined)
})

test('times are brought to UTC with milliseconds, so that text order is time order', () => {
  assert.equal(normalizedTime('2026-03-10T12:00:00+02:00'), '2026-03-10T10:00:00.000Z')
  assert.equal(normalizedTime('2026-03-10T12:00:00Z'), '2026-03-10T12:00:00.000Z')
  assert.equal(normalizedTime('2026-03-10T12:00:00.123Z'), '2026-03-10T12:00:00.123Z')
  assert.equal(normalizedTime('2026-13-40T99:00:00.000Z'), undefined)
  assert.equal(normalizedTime('soon'), undefined)
  assert.equal(normalizedTime(undefined), undefined)
  assert.equal(addMs('2026-03-10T12:00:00Z', 1_500), '2026-03-10T12:00:01.500Z')
})

test('an id is the row number, and what is no number is no row', () => {
  assert.equal(toNumber(fromNumber<EntryId>(42)), 42)
  for (const bad of ['', 'x', '-1', '1.5', '1e9', ' 1', '12345678901234567890'])
    assert.equal(toNumber(asId<EntryId>(bad)), 0)
})

test('what no database keeps is replaced one for one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = safeText(text)
      assert.equal(safe.length, text.length)
      assert.ok(safe.isWellFormed() && !safe.includes('\0'))
      if (text.isWellFormed() && !text.includes('\0')) assert.equal(safe, text)
    }),
  )
  assert.deepEqual(safeParameter(['a\0', 1, null]), ['a\ufffd', 1, null])
})

test('a key too long for an index is replaced by its hash', () => {
  assert.equal(safeKey('short'), 'short')
  const long = 'x'.repeat(501)
  assert.match(safeKey(long), /^sha256:[\da-f]{64}$/)
  assert.equal(safeKey(long), safeKey(long))
  assert.notEqual(safeKey(long), safeKey(`${long}y`))
})

test('bytes cross to PostgreSQL in its hex form', () => {
  assert.equal(jsonValue(Uint8Array.of(0, 255, 16)), '\\x00ff10')
  assert.equal(jsonValue(undefined), null)
  assert.equal(jsonValue(5), 5)
})

test('vectors come back bit by bit, also from bytes that are not aligned', () => {
  const features = Int32Array.of(1, -1, 2_147_483_647)
  const weights = Float32Array.of(0.1, 1e-30, 5)
  const shifted = (bytes: Uint8Array) => {
    const room = new Uint8Array(bytes.length + 1)
    room.set(bytes, 1)
    return Buffer.from(room.buffer, 1)
  }
  assert.deepEqual(toFeatures(shifted(toBytes(features))), features)
  assert.deepEqual(toWeights(shifted(toBytes(weights))), weights)
})

test('story ids carry their time and never repeat', () => {
  const ids = Array.from({ length: 1_000 }, () => newStoryId(1_700_000_000_000))
  assert.equal(new Set(ids).size, 1_000)
  for (const id of ids) assert.match(id, /^018bcfe5-6800-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

test('an excerpt is one line of at most 300 characters that ends between characters', () => {
  assert.equal(excerptOf('  two\n\n words\t here '), 'two words here')
  assert.equal(excerptOf('x'.repeat(1_000)).length, 300)
  assert.equal(excerptOf(`${'x'.repeat(299)}😀`).length, 299)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (text) => {
      const excerpt = excerptOf(text)
      assert.ok(excerpt.length <= 300 && excerpt.isWellFormed())
      assert.doesNotMatch(excerpt, /[\n\t]|^\s|\s$| {2}/)
    }),
  )
})

test('retries wait ever longer', () => {
  assert.deepEqual([1, 2, 3, 4].map(retryDelayMs), [30_000, 120_000, 480_000, 1_920_000])
})
