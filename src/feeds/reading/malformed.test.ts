import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseFeed } from './parse-feed.ts'

const COUNT = 20

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

type Write = (index: number) => string

const rssItem: Write = (index) =>
  `<item><title>Report ${index} today</title><link>https://paper.example/${index}?a=1&amp;b=2</link><guid>https://paper.example/${index}</guid><pubDate>Thu, 0${1 + (index % 9)} Jan 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Words of <b>report</b> ${index}</p>]]></description></item>`

const atomEntry: Write = (index) =>
  `<entry><title>Report ${index} today</title><id>urn:report:${index}</id><link href="https://paper.example/${index}"/><updated>2026-01-01T10:00:00Z</updated><content type="html">&lt;p>Words&lt;/p></content></entry>`

const all = (write: Write) => Array.from({ length: COUNT }, (_, index) => write(index)).join('\n')

const rss = (change: (item: string, index: number) => string = (item) => item) =>
  `${DECLARATION}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title><link>https://paper.example/</link><description>News</description>${all((index) => change(rssItem(index), index))}</channel></rss>`

const atom = (change: (entry: string, index: number) => string = (entry) => entry) =>
  `${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><id>urn:paper</id>${all((index) => change(atomEntry(index), index))}</feed>`

const cutAt = (text: string, share: number) => text.slice(0, Math.floor(text.length * share))

const CDATA = /<!\[CDATA\[(.*?)\]\]>/

/** Errors seen in real feeds, and for how many of the twenty entries the title must still be found. */
const MUTATIONS: readonly (readonly [string, string, number])[] = [
  ['nothing, in RSS', rss(), 20],
  ['nothing, in Atom', atom(), 20],
  ['RSS cut at 60 %', cutAt(rss(), 0.6), 11],
  ['Atom cut at 60 %', cutAt(atom(), 0.6), 11],
  ['RSS that lacks its last character', rss().slice(0, -1), 20],
  ['RSS without its last end tags', rss().replace('</channel></rss>', ''), 20],
  ['a bare & in a title', rss((item) => item.replace('today', 'A & B')), 20],
  ['a bare & in a link', rss((item) => item.replace('&amp;', '&')), 20],
  ['an entity nobody declared', rss((item) => item.replace('today', 'to&nbsp;day')), 20],
  ['an entity nobody declared, in an attribute', atom((entry) => entry.replace('<title>', '<title x="&hellip;">')), 20],
  ['line breaks before the declaration', `\n\n${rss()}`, 20],
  ['a byte order mark', `\ufeff${rss()}`, 20],
  ['a warning of PHP in front', `<br />\n<b>Warning</b>: x() in <b>/a.php</b> on line <b>3</b><br />\n${rss()}`, 20],
  ['a comment and a script behind', `${rss()}<!-- kept --><script>x()</script>`, 20],
  ['a control character in a description', rss((item) => item.replace('Words', 'Wo\u0008rds')), 20],
  ['a zero byte in a description', rss((item) => item.replace('Words', 'Wo\u0000rds')), 20],
  ['a control character in a title', rss((item) => item.replace('today', 'to\u000bday')), 20],
  ['a reference to a control character', rss((item) => item.replace('today', 'to&#8;day')), 20],
  ['a paragraph that is never closed', rss((item) => item.replace(CDATA, '<p>Words <b>of')), 20],
  ['HTML that is not escaped', rss((item) => item.replace(CDATA, '$1')), 20],
  ['line breaks of HTML that are not closed', rss((item) => item.replace(CDATA, 'a<br>b<br>c')), 20],
  ['attributes without quotes', rss((item) => item.replace(CDATA, 'a<img src=https://p.example/x.png alt=y>b')), 20],
  ['end tags that are misspelt', rss((item) => item.replace('</title>', '</titel>')), 20],
  [
    'tags in capitals',
    rss((item) => item.replace(/<(\/?)(item|title|link|guid)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`)),
    20,
  ],
  ['an attribute twice', atom((entry) => entry.replace('href=', 'href="https://paper.example/two" href=')), 20],
  ['a prefix nobody declared', rss((item) => item.replace('</item>', '<own:thing>x</own:thing></item>')), 20],
  ['CDATA that never ends', rss((item, index) => (index === 10 ? item.replace(']]>', '') : item)), 19],
  ['the end of CDATA within', rss((item) => item.replace('Words', 'Wo]]>rds')), 20],
  ['RSS without version', rss().replace(' version="2.0"', ''), 20],
  ['RSS with a version that is not its own', rss().replace('version="2.0"', 'version="1.0"'), 20],
  [
    'a channel alone',
    rss()
      .replace(/<rss[^>]*>/, '')
      .replace('</rss>', ''),
    20,
  ],
  ['a feed twice', rss() + rss().replace(DECLARATION, ''), 20],
  [
    'a quotation mark that is missing',
    rss((item, index) => (index === 5 ? item.replace('<guid>', '<guid isPermaLink="false>') : item)),
    20,
  ],
  ['a bare < in a title', rss((item) => item.replace('today', '1 < 2')), 20],
  ['UTF-8 that calls itself UTF-16', rss().replace('utf-8', 'utf-16'), 20],
  ['XML 1.1', rss().replace('version="1.0" enc', 'version="1.1" enc'), 20],
]

/** Counts how many of the twenty titles are those of an entry, without text of their neighbors. */
function found(text: string): number {
  const result = parseFeed(new TextEncoder().encode(text), { url: 'https://paper.example/feed' })
  const titles = result.kind === 'feed' ? result.feed.entries.map((entry) => entry.title) : []
  return Array.from({ length: COUNT }, (_, index) => `Report ${index} `).filter((start) =>
    titles.some((title) => title.startsWith(start) && title.length < 30),
  ).length
}

describe('a feed that is not as it should be', () => {
  for (const [what, text, atLeast] of MUTATIONS)
    test(`(${what}) keeps ${atLeast} of its ${COUNT} titles`, () =>
      assert.ok(found(text) >= atLeast, `${found(text)} titles`))

  test('keeps 97 of 100 titles in the mean', () => {
    const kept = MUTATIONS.reduce((sum, [, text]) => sum + found(text), 0)
    assert.ok(kept / (MUTATIONS.length * COUNT) >= 0.97, `${kept} of ${MUTATIONS.length * COUNT}`)
  })
})
