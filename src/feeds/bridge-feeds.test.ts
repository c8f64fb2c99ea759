import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rssBridgeFeeds, rssBridgeQueryUrl, rssHubAddress, rssHubFeeds } from './bridge-feeds.ts'

const hub = 'https://hub.example/'
const routeOf = (url: string) => rssHubFeeds(new URL(url), hub).map((feed) => feed.url)

test('an RSSHub has routes for places on a few large sites', () => {
  assert.deepEqual(routeOf('https://t.me/s/varn_news'), ['https://hub.example/telegram/channel/varn_news'])
  assert.deepEqual(routeOf('https://www.tiktok.com/@varn'), ['https://hub.example/tiktok/user/@varn'])
  assert.deepEqual(routeOf('https://github.com/o/r/issues?q=is%3Aopen'), ['https://hub.example/github/issue/o/r'])
  assert.deepEqual(routeOf('https://x.com/home'), [])
  assert.deepEqual(routeOf('https://paper.example/@varn'), [])
  assert.equal(rssHubAddress('rsshub://telegram/channel/varn', hub), 'https://hub.example/telegram/channel/varn')
})

test('an RSS-Bridge is asked for a page, and its feeds are at its own address', () => {
  assert.equal(
    rssBridgeQueryUrl('https://paper.example/a?b=c', 'http://bridge.example/rb/'),
    'http://bridge.example/rb/?action=findfeed&format=Atom&url=https%3A%2F%2Fpaper.example%2Fa%3Fb%3Dc',
  )
  const answer = JSON.stringify([
    { url: 'http://127.0.0.1/?action=display&bridge=Varn&format=Atom', bridgeMeta: { name: 'Varn' } },
    { url: 'nothing' },
    null,
    5,
  ])
  assert.deepEqual(rssBridgeFeeds(answer, 'http://bridge.example/rb'), [
    { url: 'http://bridge.example/rb/?action=display&bridge=Varn&format=Atom', title: 'Varn' },
  ])
  for (const text of ['', '{}', 'null', '<html>']) assert.deepEqual(rssBridgeFeeds(text, hub), [])
})
