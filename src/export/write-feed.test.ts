import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { feedFormats, type PublishedFeed } from '../core/feed/published-feed.ts'
import { parseFeed } from '../feeds/reading/parse-feed.ts'
import { writeFeed } from './write-feed.ts'

const audio = { url: 'https://n.example/a.wav', contentType: 'audio/wav', bytes: 1234, seconds: 61.6 }
const feed: PublishedFeed = {
  id: 'urn:twosource:brief',
  title: 'Brief & <more>',
  description: 'One a day',
  url: 'https://n.example/brief',
  self: 'https://n.example/brief.rss',
  updated: '2026-03-17T07:00:00.000Z',
  language: 'en',
  entries: [
    {
      id: 'urn:twosource:brief:2026-03-16',
      title: 'Brief of Monday',
      url: 'https://n.example/brief/2026-03-16',
      updated: '2026-03-16T23:59:59.999Z',
      summary: 'A & B',
      content: '<p>A &amp; B ]]></p>',
      audio,
    },
  ],
}
const read = (body: string) => parseFeed(new TextEncoder().encode(body), { url: 'https://n.example/f' })

describe('a feed of ours', () => {
  it('comes back the same from every format, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        const title =
          words
            .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff<>&]/g, '')
            .replace(/\s+/g, ' ')
            .trim() || 'x'
        for (const format of feedFormats) {
          const parsed = read(writeFeed(format, { ...feed, entries: [{ ...feed.entries[0]!, title }] }).body)
          assert.ok(parsed.kind === 'feed')
          assert.deepEqual(
            parsed.feed.entries.map(({ key, url, contentHtml }) => [key, url, contentHtml]),
            [[feed.entries[0]!.id, feed.entries[0]!.url, feed.entries[0]!.content]],
            format,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  it('as RSS 2.0 has all it must, and all that players ask for', () => {
    const { body, contentType } = writeFeed('rss', feed)
    assert.match(contentType, /^application\/rss\+xml/)
    for (const part of [
      /<title>Brief &#38; &#60;more&#62;<\/title>/,
      /<link>https:\/\/n\.example\/brief<\/link>/,
      /<description>One a day<\/description>/,
      /<pubDate>Mon, 16 Mar 2026 23:59:59 \+0000<\/pubDate>/,
      /<guid isPermaLink="false">urn:twosource:brief:2026-03-16<\/guid>/,
      /<atom:link rel="self" type="application\/rss\+xml" href="https:\/\/n\.example\/brief\.rss"\/>/,
      /<enclosure url="https:\/\/n\.example\/a\.wav" length="1234" type="audio\/wav"\/>/,
      /<itunes:duration>62<\/itunes:duration>/,
      /<itunes:author>/,
      /<itunes:explicit>false</,
      /<itunes:category text="News"\/>/,
    ])
      assert.match(body, part)
  })

  it('as Atom has what RFC 4287 asks for', () => {
    const { body } = writeFeed('atom', feed)
    const { document } = parseHTML(body)
    const of = (scope: string) => [...document.querySelectorAll(`${scope} > *`)].map(({ localName }) => localName)
    for (const name of ['id', 'title', 'updated', 'author', 'link', 'entry']) assert.ok(of('feed').includes(name), name)
    for (const name of ['id', 'title', 'updated', 'link', 'content']) assert.ok(of('entry').includes(name), name)
    assert.match(body, /<link rel="enclosure" type="audio\/wav" length="1234"/)
  })

  it('as JSON Feed has what version 1.1 asks for', () => {
    const { body, contentType } = writeFeed('json', feed)
    assert.match(contentType, /^application\/feed\+json/)
    const parsed = JSON.parse(body)
    assert.equal(parsed.version, 'https://jsonfeed.org/version/1.1')
    assert.equal(typeof parsed.title, 'string')
    const [item] = parsed.items
    assert.equal(typeof item.id, 'string')
    assert.ok(item.content_html || item.content_text)
    assert.equal(new Date(item.date_published).toISOString(), item.date_published)
    assert.deepEqual(item.attachments, [
      { url: audio.url, mime_type: audio.contentType, size_in_bytes: 1234, duration_in_seconds: 62 },
    ])
  })
})
