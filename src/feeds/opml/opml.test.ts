import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type OpmlFeed, parseOpml, writeOpml } from './opml.ts'

const opml = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>T</title></head><body>${body}</body></opml>`

function feedsOf(text: string): OpmlFeed[] {
  const result = parseOpml(text)
  assert.equal(result.kind, 'outlines')
  return (result as { feeds: OpmlFeed[] }).feeds
}

describe('a subscription list', () => {
  test('gives feeds with their titles, sites and folders', () => {
    const text = opml(`
      <outline text="News">
        <outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/>
        <outline text="World"><outline text="C" xmlUrl="http://c.example/rss"/></outline>
      </outline>
      <outline title="D" text="d" xmlurl="https://d.example/atom"></outline>
      <outline text="E" xmlUrl="https://e.example/" category="/Tech/Web,/Other"/>`)
    assert.deepEqual(feedsOf(text), [
      { url: 'https://a.example/feed?x=1&y=2', title: 'A & B', siteUrl: 'https://a.example/', folder: 'News' },
      { url: 'http://c.example/rss', title: 'C', folder: 'News/World' },
      { url: 'https://d.example/atom', title: 'D' },
      { url: 'https://e.example/', title: 'E', folder: 'Tech/Web' },
    ])
  })

  test('names what it leaves out, and takes a feed that stands twice once', () => {
    const text =
      opml(`<outline text="A" xmlUrl="https://a.example/"/><outline text="A again" xmlUrl="https://a.example/"/>
      <outline text="Local" xmlUrl="file:///etc/passwd"/><outline text="Script" xmlUrl="javascript:alert(1)"/>
      <outline type="rss" text="Empty"/><outline text="Feed" xmlUrl="feed://f.example/rss"/>`)
    const result = parseOpml(text)
    assert.equal(result.kind, 'outlines')
    if (result.kind !== 'outlines') return
    assert.deepEqual(
      result.feeds.map(({ url }) => url),
      ['https://a.example/', 'http://f.example/rss'],
    )
    assert.equal(result.skipped.length, 3)
    assert.match(result.skipped.join('\n'), /Local: “file:.*not a web address[\s\S]*Script[\s\S]*Empty: no feed URL/)
  })

  test('with slips in it is read all the same', () => {
    assert.equal(feedsOf('<opml><body><outline text=Bare & ampersand xmlUrl=https://a.example/></body>').length, 1)
    assert.equal(feedsOf('<OPML><BODY><OUTLINE TEXT="x" XMLURL="https://a.example/"/></BODY></OPML>').length, 1)
    assert.equal(feedsOf(opml('<outline xmlUrl="https://a.example/"').slice(0, -14)).length, 1)
    assert.deepEqual(feedsOf(opml('')), [])
  })

  for (const text of ['', 'hello', '{}', '<html><body>x</body></html>', '<rss><channel/></rss>'])
    test(`is not “${text}”`, () => {
      const result = parseOpml(text)
      assert.equal(result.kind === 'refused' && result.reason, 'not-opml')
    })

  test('of fifty thousand feeds is read whole', { timeout: 20_000 }, () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `<outline xmlUrl="https://e.example/${index}"/>`).join('')
    assert.equal(feedsOf(opml(many)).length, 50_000)
  })

  test('is written and read back without loss', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((words) => `x${words.replace(/[\u0000-\u001f\u00a0]/g, '')}y`)
    const feed = fc.record(
      { url: fc.webUrl(), title: text, siteUrl: fc.constant('https://s.example/'), folder: text },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 8 }), text, (feeds, title) => {
        const back = feedsOf(writeOpml(feeds, title))
        const byUrl = (one: OpmlFeed, other: OpmlFeed) => (one.url < other.url ? -1 : 1)
        assert.deepEqual([...back].sort(byUrl), [...feeds].sort(byUrl))
      }),
    )
  })

  test('is written in OPML that says the same again, order and all, when it is written once more', () => {
    const folder = fc.constantFrom('News', 'News/World', 'A & B', '“Ü”', '<x>')
    const feed = fc.record(
      { url: fc.webUrl({ withQueryParameters: true }), title: fc.constantFrom('T', 'a < b', "it's", '日本'), folder },
      { requiredKeys: ['url', 'title'], noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 10 }), (feeds) => {
        const written = writeOpml(feedsOf(writeOpml(feeds, 'T')), 'T')
        assert.equal(writeOpml(feedsOf(written), 'T'), written)
      }),
    )
  })

  test('names a feed without a title by its address', () => {
    assert.deepEqual(feedsOf(writeOpml([{ url: 'https://a.example/feed' }], 'T')), [
      { url: 'https://a.example/feed', title: 'https://a.example/feed' },
    ])
  })

  test('is XML whatever is in it: signs, line ends and control characters', () => {
    const title = 'a\u0000b"c\'d<e>\n\t&amp;\u001f]]>\uffff'
    const text = writeOpml([{ url: 'https://a.example/', title, folder: title }], title)
    assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/)
    const [feed] = feedsOf(text)
    assert.equal(feed!.title, 'ab"c\'d<e>\n\t&amp;]]>')
    assert.equal(feed!.folder, 'ab"c\'d<e>\n\t&amp;]]>')
  })

  test('of other programs is read with what they leave out or add', () => {
    const cases: [string, OpmlFeed][] = [
      ['<outline type="RSS" xmlUrl="https://a.example/"/>', { url: 'https://a.example/' }],
      ['<outline type="rss" url="https://a.example/"/>', { url: 'https://a.example/' }],
      ['<outline text="T" title="" xmlUrl="https://a.example/"/>', { url: 'https://a.example/', title: 'T' }],
      ['<outline xmlUrl=" https://a.example/ " text=" T "/>', { url: 'https://a.example/', title: 'T' }],
      ['<outline xmlUrl="feed:https://a.example/x"/>', { url: 'https://a.example/x' }],
      ['<outline xmlUrl="https://a.example/" htmlUrl="javascript:x"/>', { url: 'https://a.example/' }],
      [
        '<outline text=""><outline xmlUrl="https://a.example/" category="/x/y/"/></outline>',
        { url: 'https://a.example/', folder: 'x/y' },
      ],
      [
        '<outline text="Folder" category="/no"><outline xmlUrl="https://a.example/" category="/x"/></outline>',
        { url: 'https://a.example/', folder: 'Folder' },
      ],
    ]
    for (const [outline, feed] of cases) assert.deepEqual(feedsOf(opml(outline)), [feed], outline)
  })

  test('of any text is read or refused', () => {
    const pieces = [
      '<opml>',
      '<outline ',
      'xmlUrl="https://a.example"',
      'text="',
      '>',
      '/>',
      '</outline>',
      '&',
      '"',
      '<',
      '<![CDATA[',
      '\0',
    ]
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => void parseOpml(parts.join(''))))
  })
})

test('folders of any depth and names as long as any come back as they were', () => {
  const feeds = [
    { url: 'https://a.example/', title: '"'.repeat(90_000), folder: 'x' },
    { url: 'https://b.example/', title: 'B', folder: Array.from({ length: 250 }, (_, index) => `${index}`).join('/') },
    { url: 'https://c.example/', title: 'C', folder: Array.from({ length: 99 }, (_, index) => `${index}`).join('/') },
  ]
  const again = parseOpml(writeOpml(feeds, 'Mine'))
  assert.ok(again.kind === 'outlines')
  assert.deepEqual(
    again.feeds.toSorted((one, other) => one.url.localeCompare(other.url)),
    feeds,
  )
})
