import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newStoryId } from '../../store/stories/story-ids.ts'
import { storyIdsOf, storyNumber, storyPlace } from './story-number.ts'

test('a story has a signed 64-bit number that says where it is found, and meets no entry', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 42 - 1 }), (ms) => {
      const id = newStoryId(ms)
      const number = storyNumber(id)!
      assert.ok(number >= 2n ** 62n && number < 2n ** 63n)
      assert.deepEqual(storyPlace(number), { foundedMs: ms, tail: id.slice(-5) })
      const [least, most] = storyIdsOf(ms)
      assert.ok(least <= id && id <= most)
    }),
  )
})

test('what is no story has no number, and other numbers are of no story', () => {
  for (const id of ['', 'x', '42', '0192abcd-ef01-4abc-8abc-0123456789ab', '0192ABCD-EF01-7ABC-8ABC-0123456789AB'])
    assert.equal(storyNumber(id), undefined)
  for (const number of [-1n, 0n, 1n, 2n ** 53n, 2n ** 62n - 1n, 2n ** 63n]) assert.equal(storyPlace(number), undefined)
})
