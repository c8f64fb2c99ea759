import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FeedEntry } from '../../core/entry.ts'
import { firstUnique, uniqueKeys } from './unique-keys.ts'

const entry = (key: string, title: string, url?: string): FeedEntry => ({
  key,
  title,
  ...(url && { url }),
  authors: [],
  categories: [],
  enclosures: [],
})

const some = fc.array(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('One', 'Two'), fc.constantFrom('', 'https://e.example/'))
    .map(([key, title, url]) => entry(key, title, url)),
  { maxLength: 8 },
)

test('entries with keys of their own stay as they are, the same objects', () => {
  const entries = [entry('a', 'One'), entry('b', 'One'), entry('c', 'Two')]
  for (const [index, kept] of uniqueKeys(entries).entries()) assert.equal(kept, entries[index])
})

test('of the same entry twice the first stands', () => {
  const first = { ...entry('a', 'One'), summaryHtml: 'newer' }
  assert.deepEqual(uniqueKeys([first, entry('b', 'x'), entry('a', 'One')]), [first, entry('b', 'x')])
})

test('different entries under one key all get keys that say which they are', () => {
  const keys = uniqueKeys([entry('a', 'One'), entry('a', 'Two')]).map(({ key }) => key)
  for (const key of keys) assert.match(key, /^a#[0-9a-z]+$/)
  assert.notEqual(keys[0], keys[1])
})

test('keys are unique and every different entry is kept, in order', () => {
  fc.assert(
    fc.property(some, (entries) => {
      const kept = uniqueKeys(entries)
      assert.equal(new Set(kept.map(({ key }) => key)).size, kept.length)
      const different = (list: readonly FeedEntry[]) => [
        ...new Set(list.map(({ key, title, url }) => `${key[0]} ${title} ${url}`)),
      ]
      assert.deepEqual(different(kept), different(entries))
    }),
  )
})

test('no key depends on the order of the entries', () => {
  fc.assert(
    fc.property(some, (entries) => {
      const keys = (list: readonly FeedEntry[]) =>
        uniqueKeys(list)
          .map(({ key }) => key)
          .sort()
      assert.deepEqual(keys([...entries].reverse()), keys(entries))
    }),
  )
})

test('making keys unique twice changes nothing more', () => {
  fc.assert(fc.property(some, (entries) => assert.deepEqual(uniqueKeys(uniqueKeys(entries)), uniqueKeys(entries))))
})

test('the first of many are those of all', () => {
  fc.assert(
    fc.property(some, fc.nat({ max: 6 }), (entries, most) =>
      assert.deepEqual(firstUnique(entries.values(), most), uniqueKeys(entries).slice(0, most)),
    ),
    { numRuns: 1000 },
  )
})
