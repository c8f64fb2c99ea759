import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredArticle } from '../../store/store.ts'
import { decideOwner } from './decide-owner.ts'
import type { ReadEntry } from './ingest-entry.ts'

const url = 'https://outlet.example/a'
const page = {
  target: { feedUrl: 'https://outlet.example/feed' },
  digest: { url, document: { title: 'The bridge is shut' }, extraction: {} },
  page: { readAt: url },
} as ReadEntry
const failed = (title: string) =>
  ({
    article: { completeness: { kind: 'failed', reason: 'It did not answer.' } },
    document: { title },
  }) as StoredArticle
const whose = (title: string, feedUrl = 'https://other.example/feed') => {
  let reads = 0
  const earlier = async () => {
    reads++
    return [failed(title)]
  }
  return decideOwner(failed(title), earlier, feedUrl, page, 'news').then((whose) => [whose, reads])
}

test('a page that another feed named while it could not be had is the article, and its outlet’s', async () => {
  assert.deepEqual(await whose('The bridge is shut'), ['takes', 1])
})

test('under another headline, that feed said something, and answers for it alone', async () => {
  assert.deepEqual(await whose('The mayor is a thief'), ['apart', 0])
})

test('texts there were before are read only where the article would be taken', async () => {
  assert.deepEqual(await whose('The bridge is shut', 'https://outlet.example/all'), ['joins', 0])
})
