import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { ParsedFeed } from '../../core/entry.ts'
import { parseFeed } from './parse-feed.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const options = { url: 'https://e.example/feed' }

function feedOf(text: string): ParsedFeed {
  const result = parseFeed(bytesOf(text), options)
  assert.equal(result.kind, 'feed', text.slice(0, 200))
  return (result as { feed: ParsedFeed }).feed
}

const item = (index: number) =>
  `<item><title>Title ${index}</title><link>https://e.example/${index}</link><guid>https://e.example/${index}</guid><pubDate>Thu, 0${1 + (index % 9)} Jan 2004 19:48:21 GMT</pubDate><description><![CDATA[<p>Text <b>${index}</b></p>]]></description></item>`
const rss = (items: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>F</title><link>https://e.example/</link>${items}</channel></rss>`
const twenty = rss(Array.from({ length: 20 }, (_, index) => item(index)).join('\n'))
const titles = (feed: ParsedFeed) => feed.entries.map((entry) => entry.title)

describe('what is no feed', () => {
  const cases: [string, string, RegExp][] = [
    ['', 'empty', /empty/],
    [' \n\t ', 'empty', /empty/],
    ['\ufeff', 'empty', /empty/],
    ['<!DOCTYPE html><html><body><p>Hi</p></body></html>', 'html', /web page/],
    ['<html><head><title>x</title></head><body><channel>no</channel></body></html>', 'html', /web page/],
    ['<!-- a page --><HTML lang=en><item>x</item></HTML>', 'html', /web page/],
    ['{"a": 1}', 'json', /no list of items/],
    ['[1, 2]', 'json', /no list of items/],
    ['{"version": "https://jsonfeed.org/version/1.1", "items": [', 'json', /cannot be read/],
    ['Not found.', 'text', /plain text/],
    ['<?xml version="1.0"?><opml><body/></opml>', 'xml', /neither RSS nor Atom/],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'xml', /neither RSS nor Atom/],
  ]
  for (const [text, what, message] of cases)
    test(`“${text.slice(0, 50)}” is ${what}, and a message says so`, () => {
      const result = parseFeed(bytesOf(text), options)
      assert.equal(result.kind, 'not-a-feed')
      assert.equal(result.kind === 'not-a-feed' && result.what, what)
      assert.match(result.kind === 'not-a-feed' ? result.message : '', message)
    })
})

describe('JSON Feed', () => {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'JSON\nnews',
    home_page_url: 'https://j.example/',
    feed_url: 'https://j.example/feed.json',
    description: 'All the news',
    icon: '/icon.png',
    language: 'en',
    authors: [{ name: 'Editor' }],
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      {
        id: 7,
        url: '/7',
        title: 'Seven',
        content_html: '<p><img src="a.png"></p>',
        summary: 'a < b',
        date_published: '2026-01-01T00:00:00+02:00',
        tags: ['x', 'x', 5],
        attachments: [{ url: 'a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }, { nothing: true }],
      },
      { id: 'b', content_text: '5 < 6 & so on', author: { name: 'Old style', url: '/me' } },
      'not an item',
      { url: 'javascript:alert(1)', title: { odd: true } },
    ],
  }

  test('gives feed and entries, of whatever has the right type', () => {
    const feed = feedOf(JSON.stringify(json))
    assert.deepEqual(
      { ...feed, entries: feed.entries.length },
      {
        format: 'json',
        title: 'JSON news',
        authors: [{ name: 'Editor' }],
        siteUrl: 'https://j.example/',
        selfUrl: 'https://j.example/feed.json',
        description: 'All the news',
        language: 'en',
        iconUrl: 'https://e.example/icon.png',
        hubUrl: 'https://hub.example/',
        entries: 3,
        isTruncated: false,
      },
    )
    assert.deepEqual(feed.entries[0], {
      key: '7',
      url: 'https://e.example/7',
      title: 'Seven',
      publishedAt: '2025-12-31T22:00:00.000Z',
      authors: [{ name: 'Editor' }],
      categories: ['x', '5'],
      summaryHtml: 'a &lt; b',
      contentHtml: '<p><img src="https://e.example/a.png"></p>',
      enclosures: [{ url: 'https://e.example/a.mp3', type: 'audio/mpeg', lengthBytes: 9 }],
    })
    assert.equal(feed.entries[1]!.title, '5 < 6 & so on')
    assert.equal(feed.entries[1]!.contentHtml, '5 &lt; 6 &amp; so on')
    assert.deepEqual(feed.entries[1]!.authors, [{ name: 'Old style', url: 'https://e.example/me' }])
    assert.equal(feed.entries[2]!.url, undefined)
  })

  test('of any shape at all is read or refused, never a crash', () => {
    const keys = fc.constantFrom(
      'version',
      'items',
      'title',
      'authors',
      'author',
      'url',
      'id',
      'tags',
      'attachments',
      'hubs',
      '__proto__',
    )
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('https://jsonfeed.org/version/1', 'x', '', 1, null, true),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(keys, tie('any'), { maxKeys: 6 }),
      ),
    })).any
    fc.assert(
      fc.property(value, (json) => void parseFeed(bytesOf(JSON.stringify({ items: [json], version: json })), options)),
    )
  })
})

describe('text that breaks off', () => {
  test('keeps every whole entry, wherever it is cut', () => {
    const whole = feedOf(twenty)
    assert.equal(whole.isTruncated, false)
    for (let length = twenty.indexOf('<item>') + 1; length < twenty.length; length += 37) {
      const cut = twenty.slice(0, length)
      const feed = feedOf(cut)
      assert.equal(feed.isTruncated, true)
      assert.equal(feed.entries.length, cut.split('</item>').length - 1)
      assert.deepEqual(feed.entries, whole.entries.slice(0, feed.entries.length))
    }
  })

  test('in the middle of a character keeps them too', () => {
    const bytes = bytesOf(rss(item(1) + item(2).replace('Text', 'Té')))
    const cut = bytes.subarray(0, bytes.indexOf(0xc3) + 1)
    const result = parseFeed(cut, options)
    assert.deepEqual(result.kind === 'feed' && titles(result.feed), ['Title 1'])
  })
})

describe('slips people make in feeds', () => {
  const mutations: [string, (text: string) => string][] = [
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['blank lines before the declaration', (text) => `\n\n ${text}`],
    ['a declared UTF-16 that is UTF-8', (text) => text.replace('utf-8', 'utf-16')],
    ['XML 1.1', (text) => text.replace('1.0', '1.1')],
    ['control characters', (text) => text.replaceAll('Text', 'Te\u0008xt')],
    ['undefined prefixes', (text) => text.replaceAll('</item>', '<foo:bar>x</foo:bar></item>')],
    ['undefined entities', (text) => text.replaceAll('</title>', '</title><x>&nbsp;&unknown;&</x>')],
    ['single quotes', (text) => text.replaceAll('"', "'")],
    ['no version', (text) => text.replace(' version="2.0">', '>')],
    ['no rss element', (text) => text.replace(/<\/?rss[^>]*>/g, '')],
    ['two documents in one', (text) => text + text.replace(/<\?xml.*?\?>/, '')],
    ['forgotten end tags of items', (text) => text.replaceAll('</item>', '')],
    ['an attribute without its closing quote', (text) => text.replace('<guid>', '<guid isPermaLink="true>')],
    ['a script behind the end', (text) => `${text}<!-- cached --><script>if (1 < 2) x()</script>`],
    ['upper case', (text) => text.replace(/<(\/?)(\w+)/g, (_match, slash, name) => `<${slash}${name.toUpperCase()}`)],
  ]
  for (const [what, mutate] of mutations)
    test(`${what}: all twenty entries are there`, () => {
      assert.deepEqual(titles(feedOf(mutate(twenty))).slice(0, 20), titles(feedOf(twenty)))
    })
})

describe('hostile text', () => {
  test('of random bytes is never a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 30 }), (bytes, contentType) => {
        parseFeed(bytes, { contentType, url: 'https://e.example/' })
      }),
      { numRuns: 200 },
    )
  })

  test('made by cutting, doubling and swapping pieces of feeds is never a crash', () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x"><title type="xhtml"><div>a</div></title><entry><id>1</id><link rel="enclosure" href="a"/><content type="html">&lt;p srcset="a 1x"&gt;</content><author><name>N</name></author></entry></feed>'
    const pieces = [
      ...rss(item(1)).split(/(?=[<>"&])/),
      ...atom.split(/(?=[<>"&])/),
      '<!DOCTYPE x [',
      ']]>',
      '<![CDATA[',
      '<!--',
      '-->',
      '\0',
      '&#xD800;',
      '&#0;',
      '\ud800',
      '<?',
      '?>',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), fc.boolean(), (parts, isOpen) => {
        const text = `${isOpen ? '<rss><channel><item>' : '<feed>'}${parts.join('')}`
        const result = parseFeed(bytesOf(text), options)
        if (result.kind !== 'feed') return
        for (const entry of result.feed.entries) {
          assert.equal(typeof entry.key, 'string')
          assert.doesNotMatch(entry.url ?? '', /^(?:javascript|data):/i)
        }
        assert.equal(new Set(result.feed.entries.map(({ key }) => key)).size, result.feed.entries.length)
      }),
      { numRuns: 250 },
    )
  })
})

test('an entry keeps its key when the feed around it changes', () => {
  const [one] = feedOf(rss(item(1))).entries
  const again = feedOf(rss(item(2) + item(1))).entries[1]
  assert.equal(one!.key, again!.key)
  const untitled = '<item><description>Only text</description></item>'
  assert.equal(feedOf(rss(untitled)).entries[0]!.key, feedOf(rss(item(3) + untitled)).entries[1]!.key)
})

test('a title that shows nothing is none: the entry is called by its first words, and keeps its key', () => {
  const unseen = '\u200b\u2060\u00ad\u3164 \u2800\u0301'
  const description = '<description>First words of it.</description>'
  const [entry] = feedOf(rss(`<item><title>${unseen}</title><guid>g</guid>${description}</item>`)).entries
  assert.deepEqual([entry!.title, entry!.key], ['First words of it.', 'g'])
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'F',
    items: [{ id: 'g', title: unseen, content_text: 'First words of it.' }],
  }
  assert.equal(feedOf(JSON.stringify(json)).entries[0]!.title, 'First words of it.')
  for (const title of ['1', '⚡️', '…', 'نص']) {
    const [seen] = feedOf(rss(`<item><title>${title}</title>${description}</item>`)).entries
    assert.equal(seen!.title, title)
  }
})

test('what somebody shares is by whom it is, and by them where that is not said', () => {
  const entry = (verb: string, object: string) => `<entry><id>${verb}${object.length}</id><title>Words</title>
    <author><name>Ada</name></author><activity:verb>http://activitystrea.ms/schema/1.0/${verb}</activity:verb>
    <activity:object>${object}<content>Words</content></activity:object></entry>`
  const ben = '<author><name>Ben</name></author>'
  const { entries } = feedOf(
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:activity="http://activitystrea.ms/spec/1.0/"><title>T</title>${entry('share', ben)}${entry('share', '')}${entry('post', ben)}</feed>`,
  )
  assert.deepEqual(
    entries.map(({ authors }) => authors.map(({ name }) => name)),
    [['Ben'], ['Ada'], ['Ada']],
  )
})
