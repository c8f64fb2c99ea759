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
