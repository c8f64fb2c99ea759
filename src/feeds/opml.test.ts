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
    assert.match(
      result.skipped.join('\n'),
      /Local: “file:.*not a web address[\s\S]*Script[\s\S]*Empty: no feed address/,
    )
  })

  test('with slips in it is read all the same', () => {
    assert.equal(feedsOf('<opml><body><outline text=Bare & ampersand xmlUrl=https://a.example/></body>').length, 1)
    assert.equal(feedsOf('<OPML><BODY><OUTLINE TEXT="x" XMLURL="https://a.example/"/></BODY></OPML>').length, 1)
    assert.equal(feedsOf(opml('<outline xmlUrl="https://a.example/"').slice(0, -14)).length, 1)
    assert.deepEqual(feedsOf(opml('')), [])
  })

  for (const text of ['', 'hello', '{}', '<html><body>x</body></html>', '<rss><channel/></rss>'])
    test(`is not “${text}”`, () => assert.equal(parseOpml(text).kind, 'not-opml'))

  test('of fifty thousand feeds, or twenty thousand levels, is read whole', { timeout: 20_000 }, () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `<outline xmlUrl="https://e.example/${index}"/>`).join('')
    assert.equal(feedsOf(opml(many)).length, 50_000)
    const deep = Array.from(
      { length: 20_000 },
      (_, index) => `<outline text="f"><outline xmlUrl="https://e.example/${index}"/>`,
    ).join('')
    assert.equal(feedsOf(opml(deep + '</outline>'.repeat(20_000))).length, 20_000)
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
