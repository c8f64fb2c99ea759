import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { discoverFeeds } from './discover.ts'
import { starterPacks } from './starter-packs.ts'

const sure = (html: string, url: string) => discoverFeeds(html, url).filter((feed) => !feed.isGuess)

describe('feeds of a page', () => {
  test('are those it declares, comment feeds last', () => {
    const html = `<html><head><base href="https://cdn.example/x/">
      <link rel="alternate" type="application/rss+xml" title="Comments on a post" href="/comments/feed/">
      <LINK REL='alternate home' TYPE=application/atom+xml HREF=atom.xml TITLE="News &amp; views">
      <link rel="alternate" type="application/feed+json" href="https://e.example/feed.json">
      <link rel="alternate" hreflang="fr" type="application/xml" href="/fr/"><link rel="stylesheet" href="x.rss">
      <link rel="alternate" type="text/html" href="/m/"><link rel="alternate" type="application/rss+xml" href="javascript:x">
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> --></head>`
    assert.deepEqual(sure(html, 'https://e.example/news/'), [
      { url: 'https://cdn.example/x/atom.xml', title: 'News & views' },
      { url: 'https://e.example/feed.json', title: 'e.example' },
      { url: 'https://cdn.example/comments/feed/', title: 'Comments on a post' },
    ])
  })

  test('are plain links to what is surely a feed', () => {
    const html =
      '<a href="/blog/index.xml">Subscribe <b>here</b></a><a href="/about">About rss</a><a href="/x.rss"><img></a>'
    assert.deepEqual(sure(html, 'https://e.example/blog/'), [
      { url: 'https://e.example/blog/index.xml', title: 'Subscribe here' },
      { url: 'https://e.example/x.rss', title: 'e.example' },
    ])
  })

  test('are guessed at last, and said to be guesses', () => {
    const found = discoverFeeds('<p>nothing</p>', 'https://e.example/deep/page.html')
    assert.ok(found.length > 3 && found.every((feed) => feed.isGuess))
    assert.equal(found[0]!.url, 'https://e.example/feed/')
  })

  test('are looked for in so many links as a page has', () => {
    const links = (count: number) => `${'<a href="/about">About</a>'.repeat(count)}<a href="/x.rss">Feed</a>`
    assert.equal(sure(links(9_000), 'https://e.example/').length, 1)
    assert.equal(sure(links(20_000), 'https://e.example/').length, 0)
  })

  test('of what is no web page are none', () => assert.deepEqual(discoverFeeds('<p>', 'not a url'), []))

  const channel = `UC${'a'.repeat(22)}`
  const sites: [string, string, string][] = [
    [
      `https://www.youtube.com/channel/${channel}/videos`,
      '',
      `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
    ],
    [
      'https://www.youtube.com/@somebody',
      `<script>{"externalId":"${channel}"}</script>`,
      `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
    ],
    ['https://www.youtube.com/playlist?list=PL123', '', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123'],
    ['https://old.reddit.com/r/worldnews/top', '', 'https://www.reddit.com/r/worldnews/top/.rss'],
    ['https://www.reddit.com/u/somebody', '', 'https://www.reddit.com/user/somebody/.rss'],
    ['https://github.com/nodejs/node/issues', '', 'https://github.com/nodejs/node/releases.atom'],
    ['https://github.com/nodejs', '', 'https://github.com/nodejs.atom'],
    ['https://gitlab.com/group/sub/project/-/issues', '', 'https://gitlab.com/group/sub/project/-/releases.atom'],
    ['https://medium.com/@somebody', '', 'https://medium.com/feed/@somebody'],
    ['https://bsky.app/profile/somebody.example', '', 'https://bsky.app/profile/somebody.example/rss'],
    ['https://news.substack.com/p/a-letter', '', 'https://news.substack.com/feed'],
    ['https://social.example/@jo', '<div id="mastodon"></div>', 'https://social.example/@jo.rss'],
  ]
  for (const [url, html, feed] of sites)
    test(`of ${url} include ${feed}`, () => assert.equal(sure(html, url)[0]?.url, feed))

  test('of any page are web addresses, each once', () => {
    const pieces = [
      '<link rel=alternate type=application/rss+xml href=',
      '<a href="',
      '<base href=',
      'x.rss',
      '"',
      '>',
      ' ',
      'http://[',
      '<!--',
      '-->',
      'title="',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const found = discoverFeeds(parts.join(''), 'https://e.example/')
        for (const { url } of found) assert.match(url, /^https?:\/\//)
        assert.equal(new Set(found.map(({ url }) => url)).size, found.length)
      }),
    )
  })
})

describe('starter packs', () => {
  test('have ids of their own and no feed twice within a pack', () => {
    assert.equal(new Set(starterPacks.map(({ id }) => id)).size, starterPacks.length)
    for (const { feeds } of starterPacks) assert.equal(new Set(feeds.map(({ url }) => url)).size, feeds.length)
  })

  test('are in English, French, Arabic, German and Spanish at least, three feeds or more for the news', () => {
    for (const language of ['en', 'fr', 'ar', 'de', 'es']) {
      const news = starterPacks.find((pack) => pack.language === language && pack.section === 'world')
      assert.ok(news && news.feeds.length >= 3, language)
    }
  })

  test('have full addresses and titles', () => {
    for (const { url, siteUrl, title } of starterPacks.flatMap(({ feeds }) => feeds)) {
      assert.match(url, /^https:\/\/[^\s]+\.[^\s]+\//)
      assert.match(siteUrl, /^https:\/\//)
      assert.notEqual(title, '')
    }
  })
})
