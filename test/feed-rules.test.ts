import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type FeedFormat, feedFormats, type PublishedFeed } from '../src/core/feed/published-feed.ts'
import { writeFeed } from '../src/export/write-feed.ts'
import { brokenRules } from './feed-rules/broken-rules.ts'
import { readByFeedsmith, readByOurs } from './feed-rules/read-back.ts'

const entry: PublishedFeed['entries'][number] = {
  id: 'urn:twosource:h:story:1',
  title: 'Harbor & <bridge>',
  url: 'https://n.example/stories/1',
  original: 'https://outlet.example/a?b=1&c=2',
  published: '2026-03-16T06:00:00.000Z',
  updated: '2026-03-16T23:59:59.999Z',
  author: 'Varn Post',
  language: 'en',
  summary: 'Engineers closed it <at once>.',
  content: '<p>A &amp; B ]]> <a href="https://n.example/x">x</a></p>',
  audio: { url: 'https://n.example/a.wav', contentType: 'audio/wav', bytes: 1234, seconds: 61.6 },
}
const feed: PublishedFeed = {
  id: 'urn:twosource:h:today',
  title: 'Today & more',
  description: 'Every story once',
  url: 'https://n.example/',
  self: 'https://n.example/feed/today.atom',
  updated: entry.updated,
  language: 'en',
  hub: 'https://hub.example/',
  entries: [entry, { ...entry, id: 'urn:twosource:h:story:2' }],
}

/** What makes a valid feed of ours wrong, and which rule has to notice. */
const faults: readonly (readonly [FeedFormat, string, RegExp | string, string])[] = [
  ['atom', 'RFC 4287 §4.1.1: one id', '<id>urn:twosource:h:today</id>', ''],
  ['atom', 'RFC 4287 §4.1.1: at most one title', '<title>Today', '<title>x</title><title>Today'],
  ['atom', 'RFC 4287 §4.2.6: an id is an IRI', '<id>urn:twosource:h:today</id>', '<id>today</id>'],
  ['atom', 'RFC 4287 §3.3: a date', '2026-03-16T23:59:59.999Z', '2026-03-16 23:59'],
  ['atom', 'RFC 4287 §4.1.1: entries of one id are the same entry', 'story:2', 'story:1'],
  ['atom', 'RFC 4287 §4.1.3.3: HTML is escaped', /(<content[^>]*>)/, '$1<p>x</p>'],
  ['atom', 'RFC 4287 §4.2.7.1: a link has an address', 'href="https://n.example/"', 'href="/"'],
  ['atom', 'RFC 4287 §4.1.1: a feed should have a link to itself', 'rel="self"', 'rel="related"'],
  [
    'atom',
    'RFC 4287 §4.1.1: {http://www.w3.org/2005/Atom}summary belongs here',
    '<subtitle>',
    '<summary>x</summary><subtitle>',
  ],
  ['atom', 'RFC 4287 §3.2.1: a person has one name', '<author><name>Twosource</name></author>', '<author></author>'],
  [
    'atom',
    'RFC 4287 §4.2.9, §4.2.15: nothing changes before it is there',
    '2026-03-16T06:00:00.000Z',
    '2027-01-01T00:00:00Z',
  ],
  ['atom', 'XML 1.0 §4.1: & is no reference', 'Today &#38;', 'Today &'],
  ['atom', 'XML 1.0 §3.1: </feed> ends nothing', '</entry>\n</feed>', '</feed>'],
  ['rss', 'RSS 2.0, Required channel elements: description', '<description>Every story once</description>', ''],
  ['rss', 'RSS 2.0, pubDate: RFC 822 with a year in four digits', /Mon, 16 Mar 2026 06/, '2026-03-16 06'],
  ['rss', 'RSS Profile, Dates: the day of the week', /Mon, 16 Mar 2026 06/, 'Tue, 16 Mar 2026 06'],
  ['rss', 'RSS 2.0, guid: a permalink is an address', ' isPermaLink="false"', ''],
  ['rss', 'RSS Profile, guid: each item its own', 'story:2', 'story:1'],
  [
    'rss',
    'RSS 2.0, Extending RSS: item has no element updated',
    /<atom:updated>[^<]*<\/atom:updated>/,
    '<updated>x</updated>',
  ],
  ['rss', 'RSS Profile, atom:link: one to the feed itself', /<atom:link rel="self"[^>]*>/, ''],
  ['rss', 'RSS 2.0, enclosure: length in bytes', 'length="1234"', 'length=""'],
  ['rss', 'Namespaces in XML §5: atom is not declared', ' xmlns:atom="http://www.w3.org/2005/Atom"', ''],
  [
    'rss',
    'RSS Profile, content:encoded: after a description that sums it up',
    /<description>Engineers.*<\/description>/,
    '',
  ],
  ['json', 'JSON Feed 1.1, Top-level: version', 'version/1.1', 'version/1'],
  ['json', 'JSON Feed 1.1, Items: id is a string', '"urn:twosource:h:story:1"', '1'],
  ['json', 'JSON Feed 1.1, Items: date_published as RFC 3339', '2026-03-16T06:00:00.000Z', '16 March'],
  ['json', 'JSON Feed 1.1, hubs: an address', 'https://hub.example/', 'hub'],
  ['json', 'JSON Feed 1.1, Extensions: author is no name of the format', '"authors"', '"author"'],
  ['json', 'JSON Feed 1.1, Security: nothing active', '<p>A', '<script>x</script><p>A'],
  ['json', 'JSON Feed 1.1, Items: addresses that stand by themselves', '\\"https://n.example/x\\"', '\\"/x\\"'],
]

describe('the rules of feeds', () => {
  it('are kept by what we write, and each notices its fault', () => {
    for (const format of feedFormats) assert.deepEqual(brokenRules(format, writeFeed(format, feed).body), [], format)
    for (const [format, rule, what, instead] of faults) {
      const body = writeFeed(format, feed).body
      const wrong = body.replace(what, instead)
      assert.notEqual(wrong, body, rule)
      assert.ok(
        brokenRules(format, wrong).some((each) => each.rule.startsWith(rule)),
        `${format}: ${rule}`,
      )
    }
  })

  it('are kept whatever stands in a feed, and two readers read the same back', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, words, (title, summary) => {
        const told = { ...entry, title: `T${title}`, summary, author: `A${title}` }
        for (const format of feedFormats) {
          const { body } = writeFeed(format, { ...feed, title: `F${title}`, entries: [told] })
          if (format !== 'json') assert.deepEqual(brokenRules(format, body), [])
          const [read] = readByFeedsmith(format, body)
          assert.deepEqual(
            [read?.id, read?.url, read?.publishedAt, read?.content],
            [told.id, told.url, told.published, told.content],
            format,
          )
          const [ours] = readByOurs(body)
          assert.deepEqual([ours?.id, ours?.url, ours?.publishedAt], [told.id, told.url, told.published], format)
        }
      }),
      { numRuns: 25 },
    )
  })
})
