import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredArticle } from '../store/store.ts'
import type { ReadEntry } from './ingest-entry.ts'
import { whoseArticle } from './whose-article.ts'

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
const whose = (title: string) =>
  whoseArticle(failed(title), [failed(title)], 'https://other.example/feed', page, 'news')

test('a page that another feed named while it could not be had is the article, and its outlet’s', () => {
  assert.equal(whose('The bridge is shut'), 'takes')
})

test('under another headline, that feed said something, and answers for it alone', () => {
  assert.equal(whose('The mayor is a thief'), 'apart')
})
