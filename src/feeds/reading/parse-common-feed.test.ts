import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { parseAnyFeed, parseCommonFeed } from './parse-common-feed.ts'
import { parseFeed } from './parse-feed.ts'

const url = 'https://example.org/feed.xml'
const feed = (title: string, encoding = '') =>
  `<?xml version="1.0"${encoding && ` encoding="${encoding}"`}?><rss><channel><title>${title}</title><item><guid>1</guid><title>${title.repeat(30)}</title></item></channel></rss>`

test('a feed in an encoding that is named and known is read at once', () => {
  const latin = iconv.encode(feed('Été à Nîmes', 'iso-8859-1'), 'iso-8859-1')
  for (const bytes of [new TextEncoder().encode(feed('Été')), latin])
    assert.deepEqual(parseCommonFeed(bytes, { url }), parseFeed(bytes, { url }))
})

test('a feed in an encoding that nobody names, or that few know, is read as ever once decoders are loaded', async () => {
  const unnamed = iconv.encode(feed('Новости сегодня'), 'windows-1251')
  const rare = iconv.encode(feed('Été', 'cp850'), 'cp850')
  for (const bytes of [unnamed, rare]) {
    assert.equal(parseCommonFeed(bytes, { url }), undefined)
    assert.deepEqual(await parseAnyFeed(bytes, { url }), parseFeed(bytes, { url }))
  }
})
