import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FeedEntry } from '../../core/entry.ts'
import { toContentColumns, toFeedEntry } from './entry-content.ts'

const entry: FeedEntry = {
  key: 'k',
  url: 'https://a.example/1',
  title: 'Title',
  publishedAt: '2026-03-10T12:00:00.000Z',
  authors: [{ name: 'A. Writer', email: 'a@a.example' }],
  categories: ['world', 'politics'],
  summaryHtml: '<p>short</p>',
  contentHtml: '<p>long</p>',
  enclosures: [{ url: 'https://a.example/1.mp3', type: 'audio/mpeg', lengthBytes: 1_000 }],
  origin: { title: 'Associated Press' },
}

function thereAndBack(given: FeedEntry, packs: boolean, keptKey = given.key): FeedEntry {
  const columns = toContentColumns(given, keptKey, packs)
  return toFeedEntry({ ...columns, key: keptKey, url: given.url ?? null, title: given.title } as never)
}

test('an entry comes back as it was delivered', () => {
  assert.deepEqual(thereAndBack(entry, true), entry)
  assert.deepEqual(thereAndBack(entry, false), entry)
})

test('absent fields stay absent', () => {
  const bare: FeedEntry = { key: 'k', title: '', authors: [], categories: [], enclosures: [] }
  assert.deepEqual(thereAndBack(bare, true), bare)
})

test('short HTML is kept as text, long HTML compressed, where the database does not compress', () => {
  const long = { ...entry, contentHtml: '<p>words and words</p>'.repeat(1_000) }
  assert.equal(toContentColumns(entry, 'k', true).packed, null)
  assert.equal(toContentColumns(long, 'k', false).packed, null)
  const packed = toContentColumns(long, 'k', true)
  assert.equal(packed.content_html, null)
  assert.ok(packed.packed!.byteLength < 1_000)
  assert.deepEqual(thereAndBack(long, true), long)
})

test('a key that had to be kept shortened comes back whole', () => {
  assert.equal(thereAndBack({ ...entry, key: 'much too long' }, true, 'sha256:1').key, 'much too long')
})

test('any HTML comes back letter by letter, compressed or not', () => {
  const html = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(html, fc.integer({ min: 1, max: 80 }), (text, times) => {
      const given = { ...entry, contentHtml: text.repeat(times), summaryHtml: text }
      assert.deepEqual(thereAndBack(given, true), given)
    }),
    { numRuns: 60 },
  )
})
