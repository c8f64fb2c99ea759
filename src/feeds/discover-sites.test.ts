import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { discoverFeeds } from './discover.ts'
import { siteFeeds } from './site-feeds.ts'

const sure = (html: string, url = 'https://e.example/dir/page') =>
  discoverFeeds(html, url).filter((feed) => !feed.isGuess)

describe('a declared feed', () => {
  const declared: readonly (readonly [string, string])[] = [
    ['<link rel="alternate" type="application/rss+xml" href="/f">', 'https://e.example/f'],
    ['<link rel="alternate" type="application/atom+xml" href="f">', 'https://e.example/dir/f'],
    ['<link rel="alternate" type="application/feed+json" href="?feed">', 'https://e.example/dir/page?feed'],
    ['<link rel="alternate" type="application/json" href="/f.json">', 'https://e.example/f.json'],
    ['<link rel="alternate" type="application/rdf+xml" href="/f">', 'https://e.example/f'],
    ['<link rel="alternate" type="text/xml" href="/f">', 'https://e.example/f'],
    ['<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/f">', 'https://e.example/f'],
    ['<link rel="ALTERNATE" type="Application/RSS+XML" href="/f">', 'https://e.example/f'],
    ['<link rel="alternate nofollow" type="application/rss+xml" href="/f">', 'https://e.example/f'],
    ['<link rel="feed" href="/f">', 'https://e.example/f'],
    ['<link href="//cdn.example/f" type=application/rss+xml rel=alternate>', 'https://cdn.example/f'],
    ['<link rel="alternate" type="application/rss+xml" href="feed:https://e.example/f">', 'https://e.example/f'],
    ['<link rel="alternate" type="application/rss+xml" href="feed://e.example/f">', 'https://e.example/f'],
    ['<link rel="alternate" type="application/rss+xml" href="/?a=1&amp;b=2">', 'https://e.example/?a=1&b=2'],
    ['<base href="/other/"><link rel="alternate" type="application/rss+xml" href="f">', 'https://e.example/other/f'],
  ]
  for (const [html, url] of declared)
    test(`by ${html} is ${url}`, () =>
      assert.deepEqual(
        sure(html).map((feed) => feed.url),
        [url],
      ))

  const others = [
    '<link rel="alternate" type="text/html" href="/m">',
    '<link rel="alternate" hreflang="de" type="application/rss+xml" href="/de">',
    '<link rel="alternate" type="application/rss+xml" href="">',
    '<link rel="alternate" type="application/rss+xml">',
    '<link rel="stylesheet" type="text/xml" href="/s">',
    '<link rel="alternate" type="application/pdf" href="/x.pdf">',
    '<link rel="alternate" type="application/rss+xml" href="mailto:x@e.example">',
    '<script>var x = 1</script><style>a { }</style>',
  ] // biome-ignore format: a table
  for (const html of others) test(`is not what ${html} names`, () => assert.deepEqual(sure(html), []))

  test('named twice is found once, under its first title', () => {
    const link = (title: string) => `<link rel="alternate" type="application/rss+xml" title="${title}" href="/f">`
    assert.deepEqual(sure(link('First') + link('Second')), [{ url: 'https://e.example/f', title: 'First' }])
  })

  test('that a page also has at a usual place is no guess', () => {
    const found = discoverFeeds('<link rel="alternate" type="application/rss+xml" href="/feed/">', 'https://e.example/')
    assert.deepEqual(found[0], { url: 'https://e.example/feed/', title: 'e.example' })
    assert.equal(found.filter((feed) => feed.url === 'https://e.example/feed/').length, 1)
  })

  test('has a title of one line and of a length one can read', () => {
    const title = `A${' very'.repeat(200)}\n long title`
    const [feed] = sure(`<link rel="alternate" type="application/rss+xml" title="${title}" href="/f">`)
    assert.equal(feed!.title.length, 200)
    assert.doesNotMatch(feed!.title, /\n/)
  })
})

describe('sites whose feeds follow from the address', () => {
  const channel = `UC${'x'.repeat(22)}`
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      `https://m.youtube.com/channel/${channel}`,
      '',
      [`https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`],
    ],
    [
      'https://www.youtube.com/c/name',
      `<meta itemprop="identifier" content="${channel}">`,
      [`https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`],
    ],
    ['https://www.youtube.com/c/name', '<p>nothing</p>', []],
    ['https://www.youtube.com/channel/short', '', []],
    ['https://www.youtube.com/playlist?list=a%26b', '', ['https://www.youtube.com/feeds/videos.xml?playlist_id=a%26b']],
    ['https://www.reddit.com/', '', ['https://www.reddit.com/.rss']],
    ['https://reddit.com/r/a+b/comments/1', '', ['https://www.reddit.com/r/a+b/.rss']],
    ['https://www.reddit.com/login', '', []],
    ['https://github.com/', '', []],
    [
      'https://github.com/o/r/tree/main',
      '',
      [
        'https://github.com/o/r/releases.atom',
        'https://github.com/o/r/commits.atom',
        'https://github.com/o/r/tags.atom',
      ],
    ],
    ['https://gitlab.com/o/r/', '', ['https://gitlab.com/o/r/-/tags?format=atom']],
    ['https://gitlab.com/o', '', []],
    ['https://medium.com/a-paper', '', ['https://medium.com/feed/a-paper']],
    ['https://medium.com/a-paper/a-story-123', '', []],
    ['https://bsky.app/profile/did:plc:abc', '', ['https://bsky.app/profile/did:plc:abc/rss']],
    ['https://a.tumblr.com/post/1', '', ['https://a.tumblr.com/rss']],
    ['https://a.blogspot.co.uk/2026/', '', ['https://a.blogspot.co.uk/feeds/posts/default']],
    ['https://s.example/@jo', '<div id="mastodon">', ['https://s.example/@jo.rss']],
    ['https://s.example/@jo', '<p>a page of another kind</p>', []],
    ['https://s.example/@jo/1234', '<div id="mastodon">', []],
    ['https://youtube.com.evil.example/channel/x', '', []],
    ['https://notgithub.com/o/r', '', []],
  ]
  for (const [url, html, feeds] of cases)
    test(`${url} ${html && 'with its page '}has ${feeds.length === 0 ? 'none' : feeds.join(', ')}`, () =>
      assert.deepEqual(
        siteFeeds(html, new URL(url)).map((feed) => feed.url),
        feeds,
      ))
})
