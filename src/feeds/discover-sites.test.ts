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
  const videos = 'https://www.youtube.com/feeds/videos.xml'
  const ofChannel = [
    `${videos}?channel_id=${channel}`,
    `${videos}?playlist_id=UULF${'x'.repeat(22)}`,
    `${videos}?playlist_id=UULV${'x'.repeat(22)}`,
  ]
  const gitHub = 'https://github.com/o/r'
  const reddit = 'https://www.reddit.com'
  const wordPress = '<meta name="generator" content="WordPress 6.9">'
  // biome-ignore format: a table
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [`https://m.youtube.com/channel/${channel}`, '', ofChannel],
    [`https://www.youtube.com/channel/${channel}/videos`, '', ofChannel],
    ['https://www.youtube.com/c/name', `<meta itemprop="identifier" content="${channel}">`, ofChannel],
    ['https://www.youtube.com/@name/shorts', `"externalId":"${channel}"`, ofChannel],
    ['https://www.youtube.com/c/name', '<p>nothing</p>', []],
    ['https://www.youtube.com/channel/short', '', []],
    ['https://www.youtube.com/playlist?list=a%26b', '', [`${videos}?playlist_id=a%26b`]],
    [`${reddit}/`, '', [`${reddit}/.rss`]],
    ['https://reddit.com/r/a+b/comments/1', '', [`${reddit}/r/a+b/.rss`]],
    ['https://old.reddit.com/r/news/top?t=week', '', [`${reddit}/r/news/top/.rss?t=week`]],
    [`${reddit}/r/news/search?q=tram&restrict_sr=on`, '', [`${reddit}/r/news/search.rss?q=tram&restrict_sr=on`]],
    [`${reddit}/search/?q=tram`, '', [`${reddit}/search.rss?q=tram`]],
    [`${reddit}/u/jo`, '', [`${reddit}/user/jo/.rss`]],
    [`${reddit}/user/jo/m/many/`, '', [`${reddit}/user/jo/m/many/.rss`]],
    [`${reddit}/login`, '', []],
    ['https://github.com/', '', []],
    ['https://github.com/topics/news', '', []],
    ['https://github.com/o', '', ['https://github.com/o.atom']],
    [gitHub, '', [`${gitHub}/releases.atom`, `${gitHub}/commits.atom`, `${gitHub}/tags.atom`]],
    [`${gitHub}/tree/main`, '', [`${gitHub}/releases.atom`, `${gitHub}/commits/main.atom`, `${gitHub}/tags.atom`]],
    ['https://gitlab.com/o/r/', '', ['https://gitlab.com/o/r/-/releases.atom', 'https://gitlab.com/o/r/-/tags?format=atom', 'https://gitlab.com/o/r/-/issues.atom']],
    ['https://gitlab.com/o', '', ['https://gitlab.com/o.atom']],
    ['https://codeberg.org/o/r/issues', '', ['https://codeberg.org/o/r/releases.rss', 'https://codeberg.org/o/r.rss', 'https://codeberg.org/o/r/tags.rss']],
    ['https://stackoverflow.com/questions/tagged/c%23', '', ['https://stackoverflow.com/feeds/tag/c%23']],
    ['https://unix.stackexchange.com/questions/12/how-to', '', ['https://unix.stackexchange.com/feeds/question/12']],
    ['https://stackoverflow.com/users/22/jo', '', ['https://stackoverflow.com/feeds/user/22']],
    ['https://stackoverflow.com/tags', '', []],
    ['https://news.ycombinator.com/item?id=1', '', ['https://news.ycombinator.com/rss']],
    ['https://arxiv.org/list/cs.CL/recent', '', ['https://rss.arxiv.org/rss/cs.CL']],
    ['https://arxiv.org/abs/2501.00001', '', []],
    ['https://medium.com/a-paper', '', ['https://medium.com/feed/a-paper']],
    ['https://medium.com/@jo', '', ['https://medium.com/feed/@jo']],
    ['https://medium.com/tag/trams', '', ['https://medium.com/feed/tag/trams']],
    ['https://medium.com/a-paper/a-story-123', '', []],
    ['https://jo.medium.com/a-story', '', ['https://jo.medium.com/feed']],
    ['https://jo.substack.com/p/x', '', ['https://jo.substack.com/feed']],
    ['https://bsky.app/profile/did:plc:abc', '', ['https://bsky.app/profile/did:plc:abc/rss']],
    ['https://a.tumblr.com/post/1', '', ['https://a.tumblr.com/rss']],
    ['https://a.tumblr.com/tagged/trams', '', ['https://a.tumblr.com/tagged/trams/rss']],
    ['https://a.blogspot.co.uk/2026/', '', ['https://a.blogspot.co.uk/feeds/posts/default']],
    ['https://a.blogspot.com/search/label/x%20y', '', ['https://a.blogspot.com/feeds/posts/default/-/x%20y']],
    ['https://vimeo.com/jo', '', ['https://vimeo.com/jo/videos/rss']],
    ['https://vimeo.com/channels/staff', '', ['https://vimeo.com/channels/staff/videos/rss']],
    ['https://vimeo.com/123456', '', []],
    ['https://fr.wikipedia.org/wiki/Tramway', '', ['https://fr.wikipedia.org/w/index.php?title=Tramway&action=history&feed=atom']],
    ['https://news.google.com/search?q=tram&hl=en', '', ['https://news.google.com/rss/search?q=tram&hl=en']],
    ['https://news.google.com/articles/abc', '', []],
    ['https://paper.example/category/town/', wordPress, ['https://paper.example/category/town/feed/']],
    ['https://paper.example/tag/a/b', wordPress, ['https://paper.example/tag/a/b/feed/']],
    ['https://paper.example/category/town/', '<p>another system</p>', []],
    ['https://s.example/@jo', '<div id="mastodon">', ['https://s.example/@jo.rss']],
    ['https://s.example/tags/news', '<div id="mastodon">', ['https://s.example/tags/news.rss']],
    ['https://s.example/@jo', '<meta name="application-name" content="Misskey">', ['https://s.example/@jo.atom']],
    ['https://s.example/c/town', '<body class="lemmy-site">', ['https://s.example/feeds/c/town.xml?sort=New']],
    ['https://s.example/c/town/videos', '<meta content="PeerTube">', ['https://s.example/feeds/videos.xml?videoChannelName=town']],
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
