import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parsePageRule } from '../../core/feed/page-rule.ts'
import { readPageFeed } from './read-page-feed.ts'

const url = 'https://paper.example/news/'
const cards = `<html lang="en"><head><title>News · The Varn Paper</title></head><body><div class="list">
<article data-kind="news"><a href="/a/1?x=1&amp;y=2#top"><h2>The harbor opens <em>again</em></h2></a><time datetime="2026-03-01T09:30:00Z">today</time>
<p class="dek">Ships &amp; tugs return &lt;soon&gt;.</p><img src="/p.gif" srcset="/s.jpg 300w, /l.jpg 900w"><span class="by">Ana Tem</span></article>
<article data-kind="news"><h2><a href="2">Trams stand still for a day</a></h2><span class="when">3 March 2026</span></article>
<article data-kind="ad"><h2><a href="https://ads.example/">Buy now</a></h2></article>
<article data-kind="news"><h2>No link here</h2></article>
<article data-kind="news"><h2><a href="#more">A place on this page</a></h2></article>
<article data-kind="news"><h2><a href="javascript:open()">A script</a></h2></article>
<article data-kind="news"><h2><a href="2">Trams stand still for a day, again</a></h2></article>
</div></body></html>`
const entriesOf = (rule: Parameters<typeof readPageFeed>[2], html = cards) => {
  const read = readPageFeed(html, url, rule)
  assert.ok(read.kind === 'feed', JSON.stringify(read))
  return read.feed.entries
}

describe('a feed of a page', () => {
  test('has an entry of each item with a title and a link, each address once', () => {
    const read = readPageFeed(cards, url, { items: 'article[data-kind=news]', summary: '.dek', author: '.by' })
    assert.ok(read.kind === 'feed')
    const { title, siteUrl, language, entries, format } = read.feed
    assert.deepEqual(
      { title, siteUrl, language, format },
      { title: 'News · The Varn Paper', siteUrl: url, language: 'en', format: 'page' },
    )
    assert.deepEqual(
      entries.map(({ key, title: named, publishedAt }) => [key, named, publishedAt]),
      [
        ['https://paper.example/a/1?x=1&y=2', 'The harbor opens again', '2026-03-01T09:30:00.000Z'],
        ['https://paper.example/news/2', 'Trams stand still for a day', undefined],
      ],
    )
    assert.equal(entries[0]!.summaryHtml, '<p>Ships &amp; tugs return &lt;soon&gt;.</p>')
    assert.equal(entries[0]!.imageUrl, 'https://paper.example/l.jpg')
    assert.deepEqual(entries[0]!.authors, [{ name: 'Ana Tem' }])
  })

  test('takes the parts a rule names', () => {
    const [, second] = entriesOf({ items: '[data-kind=news]', date: '.when, time', title: 'h2', link: 'a' })
    assert.match(second!.publishedAt!, /^2026-03-03T/)
  })

  test('may have links themselves as items', () => {
    const links = '<ul><li><a href="/1">One thing</a><li><a href="/2">Another thing</a></ul>'
    assert.deepEqual(
      entriesOf({ items: 'li > a' }, links).map(({ title }) => title),
      ['One thing', 'Another thing'],
    )
  })

  test('resolves addresses by the base the page names', () => {
    const based = '<base href="https://cdn.example/x/"><ul><li><a href="1">One thing</a></ul>'
    assert.equal(entriesOf({ items: 'li' }, based)[0]!.url, 'https://cdn.example/x/1')
  })

  test('that finds nothing says how many items there were', () => {
    assert.deepEqual(readPageFeed(cards, url, { items: '.gone' }), { kind: 'rule-empty', itemCount: 0 })
    assert.deepEqual(readPageFeed(cards, url, { items: 'article', link: '.gone' }), {
      kind: 'rule-empty',
      itemCount: 7,
    })
    assert.deepEqual(readPageFeed('', url, { items: 'a' }), { kind: 'rule-empty', itemCount: 0 })
  })

  test('with a selector that cannot be used names the field', () => {
    const read = readPageFeed(cards, url, { items: 'article', date: 'time::after' })
    assert.ok(read.kind === 'bad-selector' && read.field === 'date' && read.problem !== '')
  })
})

describe('selectors that would look without end', () => {
  const many = `<ul>${'<li><a href="/x">An item of a list</a></li>'.repeat(20_000)}</ul>`
  for (const items of [
    'li:nth-last-child(3n+1)',
    ':not(:has(:not(:has(:not(:has(p))))))',
    '*:has(~ *:has(~ *:has(~ *)))',
    ':contains("zz") :contains("zz") :contains("zz")',
    `${':is('.repeat(80)}li${')'.repeat(80)}`,
  ])
    test(`end: ${items.slice(0, 50)}`, () => {
      const read = readPageFeed(many, url, { items })
      assert.ok(['feed', 'rule-empty', 'too-much-work', 'bad-selector'].includes(read.kind))
    })
})

test('a stored rule is read with its known fields; anything else is none', () => {
  assert.deepEqual(parsePageRule('{"items":"li","title":"","date":5,"evil":"x"}'), { items: 'li' })
  for (const none of [undefined, '', 'null', '[]', '{"title":"h2"}', '{', '5'])
    assert.equal(parsePageRule(none), undefined)
})
