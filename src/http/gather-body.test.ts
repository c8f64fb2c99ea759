import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatherBody, release } from './gather-body.ts'

const pieceBytes = 65_536

/** This many chunks, each with its own memory, and all of them joined. */
function piecesOf(count: number) {
  const pieces = Array.from({ length: count }, (_, index) => Buffer.alloc(pieceBytes, index + 1))
  return { pieces, all: Buffer.concat(pieces) }
}

for (const count of [0, 1, 2, 16, 17, 18, 40])
  for (const [what, said] of [
    ['of a length that was said', count * pieceBytes],
    ['of no length that was said', Number.NaN],
    ['of which more was said to come', count * pieceBytes + 5],
    ['of which less was said to come', 3 * pieceBytes],
  ] as const)
    test(`${count} pieces of a body ${what} are the whole of it, and are given back`, () => {
      const { pieces, all } = piecesOf(count)
      const gathered = gatherBody(said)
      for (const piece of pieces) gathered.add(piece)
      const body = gathered.whole()
      gathered.release()
      assert.ok(body.equals(all))
      if (count > 1) assert.ok(pieces.every((piece) => piece.length === 0))
    })

test('a long body is written where it will stand before it is whole; what is let go holds nothing', () => {
  const { pieces } = piecesOf(20)
  const gathered = gatherBody(20 * pieceBytes)
  const [last, ...first] = pieces.reverse()
  for (const piece of first) gathered.add(piece)
  assert.ok(first.every((piece) => piece.length === 0))
  gathered.release()
  gathered.add(last!)
  gathered.release()
  assert.equal(last!.length, 0)
})

test('what stands in a larger memory gives back all of it, but what shares a pool nothing', () => {
  const unpacked = Buffer.allocUnsafe(2 * Buffer.poolSize).subarray(0, 5)
  const pooled = Buffer.from('pooled')
  release([unpacked, pooled])
  assert.equal(unpacked.buffer.byteLength, 0)
  assert.equal(pooled.toString(), 'pooled')
  assert.doesNotThrow(() => release([unpacked]), 'nor what was given away')
})
