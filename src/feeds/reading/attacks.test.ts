import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FeedEntry, ParsedFeed } from '../../core/entry.ts'
import { parseFeed } from './parse-feed.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/** A hundred times what a feed takes: one that is slower needs quadratic work. */
const GIVES_UP = { timeout: 20_000 }

const rss = (inside: string) => `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`
const after = '<item><title>After</title><guid isPermaLink="false">after</guid></item>'

function feedOf(text: string): ParsedFeed {
  const result = parseFeed(new TextEncoder().encode(text), { url: 'https://e.example/feed' })
  assert.equal(result.kind, 'feed')
  return (result as { feed: ParsedFeed }).feed
}

function only(text: string): FeedEntry {
  const { entries } = feedOf(text)
  assert.equal(entries.length, 1)
  return entries[0]!
}

/** Counts the elements and depth of a tree without recursion, since deep trees are under test. */
function sizeOf(root: XmlElement): { elements: number; depth: number } {
  let elements = 0
  let depth = 0
  const open: [XmlElement, number][] = [[root, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, level] = next
    depth = Math.max(depth, level)
    for (const child of element.children) {
      if (typeof child === 'string') continue
      elements++
      open.push([child, level + 1])
    }
  }
  return { elements, depth }
}

describe('entities', () => {
  test('that are made of entities (a billion laughs) stay as they are written', GIVES_UP, () => {
    const laughs = Array.from(
      { length: 10 },
      (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
    ).join('')
    const feed = feedOf(
      `<!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs}]>${rss(`<item><title>&lol0; &lol10;</title></item>${after}`)}`,
    )
    assert.deepEqual(
      feed.entries.map((entry) => entry.title),
      ['lol &lol10;', 'After'],
    )
  })

  test('that are long and used often (quadratic blow-up) add a million characters at most', GIVES_UP, () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}">]>${rss(`<item><description>${'&a;'.repeat(50_000)}</description></item>`)}`
    const html = only(text).summaryHtml!
    assert.equal(html.replaceAll('&a;', '').length, 1_000_000)
    assert.equal(html.split('&a;').length - 1, 49_000)
  })

  test('share one allowance, whichever of them is used', GIVES_UP, () => {
    const declared = Array.from({ length: 50 }, (_, index) => `<!ENTITY e${index} "${'y'.repeat(1000)}">`).join('')
    const used = Array.from({ length: 5_000 }, (_, index) => `&e${index % 50};`).join('')
    const html = only(`<!DOCTYPE rss [${declared}]>${rss(`<item><description>${used}</description></item>`)}`)
    assert.equal(html.summaryHtml!.match(/y/g)!.length, 1_000_000)
  })

  test('beyond the sixty-fourth, or in a value of more than a kilobyte, are not known', () => {
    const declared = Array.from({ length: 70 }, (_, index) => `<!ENTITY e${index} "v${index}">`).join('')
    assert.equal(
      only(`<!DOCTYPE rss [${declared}]>${rss('<item><title>&e63; &e64;</title></item>')}`).title,
      'v63 &e64;',
    )
    const long = `<!ENTITY long "${'x'.repeat(1025)}"><!ENTITY short "ok">`
    assert.equal(
      only(`<!DOCTYPE rss [${long}]>${rss('<item><title>&long; &short;</title></item>')}`).title,
      '&long; ok',
    )
  })

  test('of a file, of the network or of a parameter are never looked at', () => {
    const text = `<!DOCTYPE rss [<!ENTITY % all SYSTEM "http://127.0.0.1/x.dtd">%all;<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY p PUBLIC "-//x" "http://127.0.0.1/">]>${rss('<item><title>&f;&p;&all;</title></item>')}`
    assert.equal(only(text).title, '&f;&p;&all;')
  })

  test('named after what every object has are plain text', () => {
    assert.equal(
      only(rss('<item><title>&constructor; &toString; &__proto__; &hasOwnProperty;</title></item>')).title,
      '&constructor; &toString; &__proto__; &hasOwnProperty;',
    )
  })

  test('fifty thousand unknown ones stay, every one', GIVES_UP, () => {
    const unknown = Array.from({ length: 50_000 }, (_, index) => `&e${index};`).join('')
    assert.equal(only(rss(`<item><description>${unknown}</description></item>`)).summaryHtml, unknown)
  })
})

describe('depth', () => {
  test('of ninety thousand nested tags is laid flat, the text kept', GIVES_UP, () => {
    const text = rss(
      `<item><title>${'<a>'.repeat(90_000)}deep${'</a>'.repeat(90_000)}</title><guid>1</guid></item>${after}`,
    )
    const { depth } = sizeOf(parseXml(text, ''))
    assert.ok(depth <= 201, `${depth} levels`)
    const [first] = feedOf(text).entries
    assert.equal(first!.title, 'deep')
    assert.equal(first!.key, '1')
  })

  test('of nested tags in escaped HTML is no depth of ours', GIVES_UP, () => {
    const html = `${'<div>'.repeat(90_000)}x`
    const entry = only(
      rss(`<item><title><![CDATA[${html}]]></title><description><![CDATA[${html}]]></description></item>`),
    )
    assert.equal(entry.title, 'x')
    assert.equal(entry.summaryHtml, html)
  })

  test('of sub-channels does not hide the entries near the top', () => {
    const text = `<CHANNEL HREF="https://e.example/"><ITEM HREF="/1"><TITLE>One</TITLE></ITEM>${'<CHANNEL HREF="x">'.repeat(5_000)}${'</CHANNEL>'.repeat(5_001)}`
    assert.equal(feedOf(text).entries[0]!.title, 'One')
  })

  test('of five thousand nested namespace declarations keeps the names right', GIVES_UP, () => {
    const nested = Array.from({ length: 5_000 }, (_, index) => `<b xmlns:n${index}="urn:${index}">`).join('')
    const feed = feedOf(
      `<rss xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><title>x</title><d:creator>Jo</d:creator><description>${nested}</description></item>${after}</channel></rss>`,
    )
    assert.deepEqual(feed.entries[0]!.authors, [{ name: 'Jo' }])
    assert.equal(feed.entries[1]!.title, 'After')
  })
})

describe('numbers', () => {
  test('of fifty thousand unclosed items: each closes the one before, the last is open', GIVES_UP, () => {
    const items = Array.from({ length: 50_000 }, (_, index) => `<item><title>${index}</title><p>`).join('')
    const feed = feedOf(`<rss><channel>${items}`)
    assert.equal(feed.entries.length, 49_999)
    assert.equal(feed.entries.at(-1)!.title, '49998')
    assert.equal(feed.isTruncated, true)
  })

  test('of a hundred thousand attributes: the first 256 are read', GIVES_UP, () => {
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')
    const [item] = parseXml(`<item ${attributes}>x</item>`, '').children as XmlElement[]
    assert.equal(Object.keys(item!.attributes).length, 256)
    assert.equal(item!.attributes.a255, '1')
    assert.deepEqual(
      feedOf(rss(`<item ${attributes}><title>Many</title></item>${after}`)).entries.map((entry) => entry.title),
      ['Many', 'After'],
    )
  })

  test('of one attribute a hundred thousand times: the first counts', GIVES_UP, () => {
    const again = Array.from({ length: 100_000 }, (_, index) => `url="https://e.example/${index}"`).join(' ')
    assert.deepEqual(only(rss(`<item><title>x</title><enclosure ${again}/></item>`)).enclosures, [
      { url: 'https://e.example/0' },
    ])
  })

  test('of twenty thousand items that each declare namespaces: all are read', GIVES_UP, () => {
    const items = Array.from(
      { length: 20_000 },
      (_, index) =>
        `<item xmlns:n${index}="urn:n" xmlns:d="http://purl.org/dc/elements/1.1/"><title>${index}</title><d:creator>W${index}</d:creator></item>`,
    ).join('')
    const { entries } = feedOf(rss(items))
    assert.equal(entries.length, 20_000)
    assert.deepEqual(entries[19_999]!.authors, [{ name: 'W19999' }])
  })

  test('of twenty thousand items under one guid: each keeps a key of its own', GIVES_UP, () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `<item><title>${index}</title><guid>g</guid></item>`)
    const { entries } = feedOf(rss(items.join('')))
    assert.equal(new Set(entries.map((entry) => entry.key)).size, 20_000)
  })

  test('of a million and more elements: reading stops, what came before is kept', GIVES_UP, () => {
    const feed = feedOf(
      rss(`${after}${`<item>${'<b/>'.repeat(10_000)}</item>`.repeat(100)}<item><title>x</title></item>`),
    )
    assert.deepEqual(
      feed.entries.map((entry) => entry.title).filter((title) => title !== ''),
      ['After'],
    )
    assert.equal(feed.isTruncated, true)
  })

  test('of a million elements in one item: its fields and what comes behind it are read', GIVES_UP, () => {
    const { entries, isTruncated } = feedOf(
      rss(`<item><title>Much</title><description>${'<b>a</b><!---->'.repeat(500_000)}</description>
        <link>https://e.example/much</link><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item>${after}`),
    )
    assert.deepEqual(
      entries.map(({ title, url }) => [title, url]),
      [
        ['Much', 'https://e.example/much'],
        ['After', entries[1]!.url],
      ],
    )
    assert.equal(entries[0]!.publishedAt, '2026-02-02T10:00:00.000Z')
    assert.equal(entries[0]!.summaryHtml!.startsWith('<b>a</b><b>a</b>'), true)
    assert.equal(isTruncated, false)
  })

  test('an item of more elements than are kept is read as one of fewer', GIVES_UP, () => {
    const item = (count: number) =>
      `<item><title>T</title><content:encoded>${'<p>One &amp; <b>two</b></p>'.repeat(count)}</content:encoded><category>c</category></item>`
    const [many, few] = feedOf(rss(item(3_000) + item(3))).entries
    assert.equal(many!.contentHtml, few!.contentHtml!.repeat(1_000))
    assert.deepEqual(many!.categories, ['c'])
  })

  test('of many items of a feed that declares entities: the first are read', GIVES_UP, () => {
    const items = Array.from({ length: 5_000 }, (_, index) => `<item><title>&a;${index}</title></item>`).join('')
    const { entries } = feedOf(`<!DOCTYPE rss [<!ENTITY a "N">]>${rss(items)}`)
    assert.equal(entries.length, 2_500)
    assert.equal(entries[2_499]!.title, 'N2499')
  })

  test('of a million keywords: each is named once, the rest is read', GIVES_UP, () => {
    const entry = only(rss(`<item><title>x</title><itunes:keywords>${'a,b,'.repeat(500_000)}</itunes:keywords></item>`))
    assert.deepEqual(entry.categories, ['a', 'b'])
  })

  test('of forty thousand authors and categories: each is named once', GIVES_UP, () => {
    const entry = only(
      rss(
        `<item><title>x</title>${'<author>Jo</author><category>c</category>'.repeat(20_000)}<author>Mo</author></item>`,
      ),
    )
    assert.deepEqual(entry.authors, [{ name: 'Jo' }, { name: 'Mo' }])
    assert.deepEqual(entry.categories, ['c'])
  })
})

describe('what is never closed', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['fifty thousand CDATA sections', `<item><title>A</title></item>${'<item><title><![CDATA['.repeat(50_000)}`, ['A']],
    ['comments', `<item><title>A</title></item>${'<!-- '.repeat(100_000)}`, ['A']],
    ['instructions', `<item><title>A</title></item>${'<?php '.repeat(100_000)}`, ['A']],
    ['attribute quotes', `<item><title>A</title></item>${'<item a="'.repeat(50_000)}`, ['A']],
    ['tags', `<item><title>A</title></item>${'<item '.repeat(50_000)}`, ['A']],
    ['end tags', `<item><title>A</title></item>${'</item '.repeat(50_000)}`, ['A']],
  ]
  for (const [what, inside, titles] of cases)
    test(`${what}: the entry before is kept`, GIVES_UP, () => {
      const { entries } = feedOf(`<rss><channel><title>T</title>${inside}`)
      assert.deepEqual(
        entries.map((entry) => entry.title).filter((title) => title !== ''),
        titles,
      )
    })

  test('a DOCTYPE of fifty thousand entities does not swallow the feed', GIVES_UP, () => {
    const text = `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(50_000)}${rss(after)}`
    assert.equal(only(text).title, 'After')
  })

  test('twenty thousand stray end tags close nothing', GIVES_UP, () => {
    const feed = feedOf(rss(`${'<b>'.repeat(150)}${'</x>'.repeat(20_000)}${'</b>'.repeat(150)}${after}`))
    assert.equal(feed.entries.length, 1)
    assert.equal(feed.isTruncated, false)
  })
})

describe('signs in a row', () => {
  const long = 500_000
  const cases: readonly (readonly [string, string, string])[] = [
    ['less-than signs', '<'.repeat(long), '<'.repeat(long)],
    ['ampersands', '&'.repeat(long), '&'.repeat(long)],
    ['beginnings of references', '&#x'.repeat(long), '&#x'.repeat(long)],
    ['semicolons', '&;'.repeat(long), '&;'.repeat(long)],
    ['spaces', `a${' '.repeat(long)}b`, 'a b'],
    ['line ends', `a${'\r\n'.repeat(long)}b`, 'a b'],
    ['no-break spaces', `a${'\u00a0'.repeat(long)}b`, 'a b'],
    ['quotes', `"${'\'"'.repeat(long)}`, `"${'\'"'.repeat(long)}`],
  ]
  for (const [what, inside, title] of cases)
    test(`(${what}) are text like any other`, GIVES_UP, () =>
      assert.equal(only(rss(`<item><title>${inside}</title></item>`)).title, title),
    )

  test('in names, dates, links and bylines give no entry the feed did not write', GIVES_UP, () => {
    const run = 'a'.repeat(200_000)
    const entry = only(
      rss(
        `<item><title>x</title><pubDate>${'1 '.repeat(100_000)}</pubDate><author>${run}@${run}</author><link>${run}:${run}</link><enclosure url="${run}" length="${'9'.repeat(100_000)}"/></item>`,
      ),
    )
    assert.equal(entry.publishedAt, undefined)
    assert.equal(entry.authors[0]!.name.length, 400_001)
    assert.equal(entry.enclosures[0]!.lengthBytes, undefined)
  })
})

test('elements and attributes called like parts of an object change no object', () => {
  const text = rss(
    '<item __proto__="x" constructor="y"><__proto__><polluted>1</polluted></__proto__><constructor>z</constructor><title>x</title></item>',
  )
  assert.equal(only(text).title, 'x')
  parseFeed(new TextEncoder().encode('{"items": [{"__proto__": {"polluted": 1}, "id": "a"}]}'), {
    url: 'https://e.example/',
  })
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
})

test('JSON as deep as a stack is a feed or a refusal, never a crash', GIVES_UP, () => {
  const deep = `{"items": [${'{"a":['.repeat(100_000)}`
  assert.equal(parseFeed(new TextEncoder().encode(deep), { url: 'https://e.example/' }).kind, 'not-a-feed')
  const many = `{"items": [{"id": "a"}${',{}'.repeat(1_000_000)}]}`
  const refused = parseFeed(new TextEncoder().encode(many), { url: 'https://e.example/' })
  assert.match(refused.kind === 'feed' ? '' : refused.message, /it has more than 500000 values/)
  const closed = `{"items": [{"id": "a", "title": "Deep", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`
  const result = parseFeed(new TextEncoder().encode(closed), { url: 'https://e.example/' })
  assert.ok(result.kind === 'feed' ? result.feed.entries[0]!.title === 'Deep' : result.what === 'json')
})

test('a feed of twenty megabytes is read whole', GIVES_UP, () => {
  const item = (index: number) =>
    `<item><title>${index}</title><description>${'word '.repeat(400)}</description></item>`
  const { entries } = feedOf(rss(Array.from({ length: 10_000 }, (_, index) => item(index)).join('')))
  assert.equal(entries.length, 10_000)
  assert.equal(entries[9_999]!.summaryHtml!.length, 1_999)
})

describe('comments', () => {
  test('before what is no page, many and one in another, are gone over once', GIVES_UP, () => {
    const comments = '<!-- one\n-->\n'.repeat(300)
    assert.deepEqual(feedOf(`${comments}<feed><entry><id>1</id><title>After</title></entry></feed>`).entries.length, 1)
    const cut = new TextEncoder().encode(`${comments}<!-- ${comments}<x>`)
    assert.equal(parseFeed(cut, { url: '' }).kind, 'not-a-feed')
  })
})
