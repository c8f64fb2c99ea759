import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { members } from '../../../test/examples/story.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import type { Report } from '../../core/story.ts'
import { bySize, byTime } from './report-order.ts'

const report = (name: string, size: number): Report => ({
  group: 0,
  originName: name,
  how: 'alone',
  documentIds: Array.from({ length: size }, (_, index) => asId<DocumentId>(`${name}-${index}`)),
})

describe('members by time', () => {
  it('stand in the order of the moments, not of the letters, without those that have none', () => {
    const list = ['2026-03-16T23:30:00+05:00', 'soon', '2026-03-16T17:00:00Z', '2026-03-16T19:00:00Z'].map(
      (publishedAt) => ({ ...members[0]!, publishedAt }),
    )
    assert.deepEqual(
      byTime(list).map(({ publishedAt }) => publishedAt),
      ['2026-03-16T17:00:00Z', '2026-03-16T23:30:00+05:00', '2026-03-16T19:00:00Z'],
    )
  })
})

describe('reports', () => {
  it('stand with the largest first, and the given order is left alone', () => {
    const given = [report('A', 1), report('B', 3), report('C', 1)]
    assert.deepEqual(
      bySize(given).map(({ originName }) => originName),
      ['B', 'A', 'C'],
    )
    assert.equal(given[0]!.originName, 'A')
  })
})
