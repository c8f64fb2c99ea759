import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ParsedFeed } from '../../core/entry.ts'
import { parseFeed } from './parse-feed.ts'

const STEP_BYTES = 50

const twenty = Array.from({ length: 20 }, (_, index) => index)

/** Twenty entries in each dialect, with content that looks like an early end: markup, CDATA, other end tags. */
const dialects: readonly { name: string; text: string; endTag: string }[] = [
  {
    name: 'RSS 2.0',
    endTag: '</item>',
    text: `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Cut</title>${twenty
      .map(
        (index) =>
          `<item><title>Été ${index}</title><link>https://e.example/${index}?a=1&amp;b=2</link><guid isPermaLink="false">${index}</guid><description><![CDATA[<p>In ${index} <b>a</b> tag > here</p>]]></description></item>\n`,
      )
      .join('')}</channel></rss>`,
  },
  {
    name: 'RSS 1.0',
    endTag: '</item>',
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://e.example/"><title>Cut</title></channel>${twenty
      .map(
        (index) =>
          `<item rdf:about="https://e.example/${index}"><title>日本 ${index}</title><description>&lt;p&gt;x&lt;/p&gt;</description></item>`,
      )
      .join('')}</rdf:RDF>`,
  },
  {
    name: 'Atom 1.0',
    endTag: '</entry>',
    text: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Cut</title>${twenty
      .map(
        (index) =>
          `<entry><id>urn:${index}</id><title type="html">&lt;b&gt;Nr ${index}&lt;/b&gt;</title><link href="https://e.example/${index}"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One<br/>two</p></div></content></entry>`,
      )
      .join('')}</feed>`,
  },
  {
    name: 'CDF',
    endTag: '</ITEM>',
    text: `<CHANNEL HREF="https://e.example/"><TITLE>Cut</TITLE>${twenty
      .map(
        (index) =>
          `<ITEM HREF="https://e.example/${index}" LASTMOD="1998-01-01"><TITLE>Nr ${index}</TITLE><ABSTRACT>About ${index}</ABSTRACT></ITEM>`,
      )
      .join('')}</CHANNEL>`,
  },
]

function feedOf(bytes: Uint8Array): ParsedFeed {
  const result = parseFeed(bytes, { url: 'https://e.example/feed' })
  assert.equal(result.kind, 'feed')
  return (result as { feed: ParsedFeed }).feed
}

describe('a feed of twenty entries cut at every fiftieth byte', () => {
  for (const { name, text, endTag } of dialects) {
    const bytes = new TextEncoder().encode(text)
    const whole = feedOf(bytes)
    const firstEntry = new TextEncoder().encode(text.slice(0, text.indexOf(endTag))).length

    test(`in ${name} is whole when it is not cut`, () => {
      assert.equal(whole.entries.length, 20)
      assert.equal(whole.isTruncated, false)
      assert.equal(whole.title, 'Cut')
    })

    test(`in ${name} keeps exactly the entries that are closed, letter by letter`, () => {
      for (let length = firstEntry; length < bytes.length; length += STEP_BYTES) {
        const cut = bytes.subarray(0, length)
        // An end tag that lacks only its `>` closes the entry: nothing of it is lost.
        const closed = new TextDecoder().decode(cut).split(endTag.slice(0, -1)).length - 1
        const feed = feedOf(cut)
        assert.deepEqual(feed.entries, whole.entries.slice(0, closed), `cut at byte ${length}`)
        assert.equal(feed.isTruncated, true, `cut at byte ${length}`)
        assert.equal(feed.title, 'Cut')
      }
    })

    test(`in ${name} is no error before its first entry either`, () => {
      for (let length = 0; length < firstEntry; length++) {
        const result = parseFeed(bytes.subarray(0, length), { url: 'https://e.example/feed' })
        if (result.kind === 'feed') assert.deepEqual(result.feed.entries, [])
        else assert.notEqual(result.message, '')
      }
    })

    test(`in ${name} and with its end glued on again has no entry that was not whole`, () => {
      const tail = text.slice(text.lastIndexOf(endTag) + endTag.length)
      for (let length = firstEntry; length < bytes.length - tail.length; length += STEP_BYTES * 7) {
        const start = new TextDecoder().decode(bytes.subarray(0, length))
        const titles = feedOf(new TextEncoder().encode(start + tail)).entries.map((entry) => entry.title)
        const closed = whole.entries.slice(0, start.split(endTag).length - 1).map((entry) => entry.title)
        assert.deepEqual(titles.slice(0, closed.length), closed)
      }
    })
  }

  test('in JSON keeps exactly the items that are closed', () => {
    const items = twenty.map((index) => ({
      id: String(index),
      title: `Été “${index}” } ]`,
      url: `https://e.example/${index}`,
      tags: ['a', '}'],
      content_html: `<p class="x">${'\\'.repeat(index % 4)}"</p>`,
    }))
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Cut', items })
    const bytes = new TextEncoder().encode(text)
    const whole = feedOf(bytes)
    const ends = items.map(
      (_item, index) =>
        new TextEncoder().encode(
          JSON.stringify({
            version: 'https://jsonfeed.org/version/1.1',
            title: 'Cut',
            items: items.slice(0, index + 1),
          }).slice(0, -2),
        ).length,
    )
    for (let length = 1; length < bytes.length; length += STEP_BYTES) {
      const closed = ends.filter((end) => end <= length).length
      const result = parseFeed(bytes.subarray(0, length), { url: 'https://e.example/feed' })
      if (closed === 0) {
        assert.equal(result.kind === 'not-a-feed' && result.what, 'json', `cut at byte ${length}`)
        continue
      }
      assert.equal(result.kind, 'feed', `cut at byte ${length}`)
      if (result.kind !== 'feed') continue
      assert.deepEqual(result.feed.entries, whole.entries.slice(0, closed))
      assert.equal(result.feed.isTruncated, true)
    }
  })
})

test('the first entry of a feed that ends inside its second is the same as in the whole feed, in UTF-16 too', () => {
  const text = dialects[0]!.text.replace('utf-8', 'utf-16')
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xff, 0xfe])
  for (let at = 0; at < text.length; at++) {
    bytes[2 + at * 2] = text.charCodeAt(at) & 255
    bytes[3 + at * 2] = text.charCodeAt(at) >> 8
  }
  const whole = feedOf(bytes)
  assert.equal(whole.entries.length, 20)
  const inSecond = 2 + 2 * (text.indexOf('</item>') + 60)
  for (const odd of [0, 1])
    assert.deepEqual(feedOf(bytes.subarray(0, inSecond + odd)).entries, whole.entries.slice(0, 1))
})
