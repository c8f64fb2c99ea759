import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markText, readMark } from './mark-text.ts'

test('a mark comes back from an address as it was', () => {
  for (const mark of [
    { kind: 'entity', target: 'person:anna|berg', label: 'Ánna | "Berg" 北京' },
    { kind: 'word', target: 'football', label: 'football', time: '2026-03-10T12:00:00.000Z' },
    { kind: 'story', target: 's-1' },
    { kind: 'article', target: 'a', time: '2026-03-10T12:00:00.000Z' },
  ])
    assert.deepEqual(readMark(markText(mark)), mark)
})

test('what is no mark is none', () => {
  for (const text of [undefined, '', 'entity', '%E0%A4%A|x', 'a|b|c|d|e']) assert.equal(readMark(text), undefined)
})
