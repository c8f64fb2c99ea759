import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasPersonalKey } from './personal-key.ts'

test('an address with a name, a password, a key or a private path holds a key, and another does not', () => {
  for (const address of [
    'https://ann@news.example/feed',
    'https://ann:word@news.example/feed',
    'https://news.example/rss?auth=Zk3tX1abc',
    'https://news.example/rss?page=1&access_token=abcdef',
    'https://news.example/rss?apiKey=abcdef',
    'https://news.example/feed/podcast/12/private/8d0a1f2e-77.rss',
  ])
    assert.equal(hasPersonalKey(address), true, address)
  for (const address of [
    'https://news.example/feed',
    'https://news.example/rss?id=12345678&format=atom',
    'https://news.example/?feed=comments-rss2',
    'https://news.example/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    'https://news.example/private/',
    'letters:abc',
    'no address',
  ])
    assert.equal(hasPersonalKey(address), false, address)
})
