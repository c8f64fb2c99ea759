import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { packRows, unpackRows } from './packed-rows.ts'
import type { WindowEntry } from './window-entry.ts'

const anyRow = fc
  .record({
    name: fc.string({ maxLength: 5 }),
    story: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }),
    features: fc.array(fc.integer(), { maxLength: 9 }),
  })
  .map(
    ({ name, story, features }): WindowEntry => ({
      documentId: asId<DocumentId>(name),
      ...(story === undefined ? {} : { storyId: asId<StoryId>(story) }),
      language: 'en-GB',
      at: '2025-08-19T12:00:00Z',
      features: Int32Array.from(features),
      weights: Float32Array.from(features, (feature) => feature / 3),
    }),
  )

describe('packRows', () => {
  it('gives back the same rows, also after a journey to another thread', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        assert.deepEqual(unpackRows(structuredClone(packRows(rows))), rows)
      }),
    )
  })
  it('copies: what happens to a row afterwards does not show', () => {
    const features = Int32Array.of(1, 2)
    const weights = Float32Array.of(1, 2)
    const row = { documentId: asId<DocumentId>('a'), language: 'en', at: '', features, weights }
    const packed = packRows([row])
    features[0] = 9
    weights[0] = 9
    assert.deepEqual([...packed.features, ...packed.weights], [1, 2, 1, 2])
  })
})
