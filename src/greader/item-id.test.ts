import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { longId, readItemId, refOf, shortId } from './item-id.ts'

const signed = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const prefix = 'tag:google.com,2005:reader/item/'

test('an id is read in each form that clients write', () => {
  fc.assert(
    fc.property(signed, (number) => {
      const long = longId(number)
      assert.match(long, /\/[\da-f]{16}$/)
      const hex = number < 0n ? `-${(-number).toString(16)}` : number.toString(16)
      assert.equal(readItemId(long), number)
      assert.equal(readItemId(prefix + hex), number, 'digits that are not padded, a sign before them')
      assert.equal(readItemId(long.slice(prefix.length)), number, 'sixteen digits alone')
      if (!/^\d{16}$/.test(String(number))) assert.equal(readItemId(` ${number} `), number, 'decimal')
    }),
  )
  assert.equal(readItemId('a1b2'), 0xa1b2n)
  assert.equal(readItemId('0000000000000012'), 0x12n)
  assert.equal(readItemId('12'), 12n)
})

test('what is no id is none', () => {
  for (const text of [
    '',
    ' ',
    'x',
    '-',
    'feed/1',
    prefix,
    `${prefix}xyz`,
    '9223372036854775808',
    '12345678901234567890',
    '1.5',
  ])
    assert.equal(readItemId(text), undefined, text)
  fc.assert(fc.property(fc.string(), (text) => ['bigint', 'undefined'].includes(typeof readItemId(text))))
})

test('stories and entries are told apart by their numbers', () => {
  assert.deepEqual(refOf(42n), { kind: 'entry', id: '42' })
  assert.deepEqual(refOf(2n ** 62n + 5n), { kind: 'story', number: String(2n ** 62n + 5n) })
  fc.assert(fc.property(signed, (number) => shortId(refOf(number)) === String(number)))
})
