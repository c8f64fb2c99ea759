import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveArticle } from '../../../../test/examples/live-page.ts'
import { all, parseMarkup, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { article } from '../../../../test/examples/views.ts'
import { articlePage } from '../pages/article.ts'

const reader = exampleReader()

test('each post of a live page stands under its time, and the list leads to it', () => {
  const page = parseMarkup(articlePage(liveArticle, reader))
  assert.deepEqual(values(page, '.text .post-at', 'id'), ['post-1', 'post-2', 'post-3'])
  assert.deepEqual(values(page, '.text .post-at time', 'datetime'), [
    '2026-03-17T14:20:00+01:00',
    '2026-03-17T13:05:00+01:00',
  ])
  assert.deepEqual(texts(page, '#post-3'), ['12.30 · Lina Orr'])
  assert.deepEqual(texts(page, '#post-1 + h2'), ['The boat leaves'])
  assert.deepEqual(values(page, '.posts a', 'href'), ['#post-1', '#post-2', '#post-3'])
  assert.match(texts(page, '.posts li:nth-child(2)')[0] ?? '', /The harbour office says/)
})

test('a page without posts has neither', () => {
  assert.equal(all(parseMarkup(articlePage(article, reader)), '.post-at, .posts').length, 0)
})
