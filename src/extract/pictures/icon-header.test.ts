import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPictureHeader } from './picture-header.ts'

/** An icon file with bitmaps of these sides, by its own headers; `beyond` bytes are cut off its end. */
function icon(sides: readonly number[], beyond = 0): Uint8Array {
  const [head, each] = [6 + 16 * sides.length, 40]
  const bytes = new Uint8Array(head + each * sides.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(2, 1, true)
  view.setUint16(4, sides.length, true)
  for (const [at, side] of sides.entries()) {
    view.setUint32(6 + 16 * at + 8, each, true)
    view.setUint32(6 + 16 * at + 12, head + each * at, true)
    view.setUint32(head + each * at, 40, true)
    view.setInt32(head + each * at + 4, side, true)
    view.setInt32(head + each * at + 8, side * 2, true)
  }
  return bytes.slice(0, bytes.length - beyond)
}

test('an icon file is as large as its largest image', () => {
  assert.deepEqual(readPictureHeader(icon([16, 48, 32])), { type: 'image/x-icon', width: 48, height: 48 })
})

test('what claims more than an icon has, or is cut off, is none', () => {
  for (const broken of [icon([5000]), icon([16, 0]), icon([-4]), icon([16], 1), icon([]), icon([16]).slice(0, 20)])
    assert.equal(readPictureHeader(broken), undefined)
  const claimsMore = icon([16])
  new DataView(claimsMore.buffer).setUint32(6 + 8, 0xffff_ffff, true)
  assert.equal(readPictureHeader(claimsMore), undefined)
})

test('no bytes behind the first four make it fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (rest) => {
      readPictureHeader(Uint8Array.of(0, 0, 1, 0, ...rest))
    }),
  )
})
