import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FeedEntry } from '../core/entry.ts'
import { contentHash, hashOf } from './content-hash.ts'

const entry: FeedEntry = {
  key: 'a',
  title: 'Title',
  url: 'https://e.example/',
  authors: [],
  categories: [],
  enclosures: [],
  contentHtml: '<p>x</p>',
}

test('the same words have the same hash, whatever the dates and pictures', () => {
  const later: FeedEntry = {
    ...entry,
    key: 'b',
    updatedAt: '2026-01-01T00:00:00.000Z',
    imageUrl: 'https://e.example/i.png',
    categories: ['x'],
  }
  assert.equal(contentHash(later), contentHash(entry))
  assert.match(contentHash(entry), /^[0-9a-z]{1,11}$/)
})

test('a change of title, address, summary or content is a change of hash', () => {
  const changed: FeedEntry[] = [
    { ...entry, title: 'Title.' },
    { ...entry, url: 'https://e.example/2' },
    { ...entry, summaryHtml: 'x' },
    { ...entry, contentHtml: '<p>y</p>' },
  ]
  assert.equal(new Set([entry, ...changed].map(contentHash)).size, 5)
})

test('the hash changes when, and only when, one of its four fields does', () => {
  const words = fc.constantFrom('', 'a', 'b', 'ab', '<p>a</p>', 'é')
  const said = fc.record({ title: words, url: words, summaryHtml: words, contentHtml: words })
  const rest = fc.record({
    key: words,
    publishedAt: words,
    updatedAt: words,
    language: words,
    imageUrl: words,
    commentsUrl: words,
    authors: fc.array(fc.record({ name: words })),
    categories: fc.array(words),
    enclosures: fc.array(fc.record({ url: words })),
  })
  const fields = ['title', 'url', 'summaryHtml', 'contentHtml'] as const
  fc.assert(
    fc.property(said, said, rest, rest, (one, other, oneRest, otherRest) => {
      const isSame = fields.every((field) => one[field] === other[field])
      const hashes = [contentHash({ ...oneRest, ...one }), contentHash({ ...otherRest, ...other })]
      assert.equal(hashes[0] === hashes[1], isSame)
    }),
    { numRuns: 500 },
  )
})

test('a field that is absent and one that is empty say the same', () => {
  assert.equal(contentHash({ ...entry, summaryHtml: '' }), contentHash(entry))
})

test('what stands beside the words is a part of its own, and how often an entry was answered is none', () => {
  const words = contentHash(entry)
  const withMore = contentHash({ ...entry, places: [{ name: 'Harbour' }] })
  assert.ok(withMore.startsWith(`${words}.`))
  assert.notEqual(contentHash({ ...entry, places: [{ name: 'Bridge' }] }), withMore)
  assert.notEqual(contentHash({ ...entry, recording: { durationSeconds: 60 } }), words)
  assert.equal(contentHash({ ...entry, replyCount: 12 }), words)
})

test('a word moved from one field to the next is another hash', () => {
  const { contentHtml, ...short } = entry
  assert.notEqual(contentHash({ ...short, summaryHtml: contentHtml! }), contentHash(entry))
})

test('where one part ends and the next begins counts', () => {
  assert.notEqual(hashOf(['ab', 'c']), hashOf(['a', 'bc']))
  assert.notEqual(hashOf(['']), hashOf(['', '']))
})

test('a hundred thousand texts that are alike have no hash in common', () => {
  const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => hashOf([`Story number ${index} of the day`])))
  assert.equal(hashes.size, 100_000)
})

test('different texts have different hashes', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (one, other) => one === other || hashOf([one]) !== hashOf([other])))
})
