import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Completeness } from '../article.ts'
import { causeOf } from './revision-cause.ts'

const read = (
  kind: Completeness['kind'],
  amendments: Parameters<typeof causeOf>[0]['annotations'] = {},
  extractor = 1,
) => ({
  article: { completeness: { kind } as Completeness, extractor },
  annotations: amendments,
})
const retracted = {
  amendments: {
    by: 'amendments',
    version: 1,
    at: '',
    items: [{ kind: 'retraction', sentence: 0, span: { start: 0, end: 9 } }],
  },
} as Parameters<typeof causeOf>[0]['annotations']

test('a text is another by its outlet, by how much of it is held, or by how it is read', () => {
  assert.equal(causeOf(read('complete'), read('complete')), 'outlet')
  assert.equal(causeOf(read('complete'), read('blurb')), 'held')
  assert.equal(causeOf(read('complete'), read('complete', {}, 2)), 'reader')
})

test('a retraction is the outlet’s, however little of the text it leaves', () => {
  assert.equal(causeOf(read('complete'), read('blurb', retracted, 2)), 'outlet')
  assert.equal(causeOf(read('complete', retracted), read('blurb', retracted)), 'held')
})
