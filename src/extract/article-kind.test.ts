import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleKind } from '../core/article.ts'
import { type KindSigns, kindOf } from './article-kind.ts'
import { readJsonLd } from './json-ld.ts'
import { readFacts } from './page-facts.ts'
import { parsePage } from './page-tree.ts'

type Page = Partial<KindSigns> & { html?: string }

function kind({ html = '', ...signs }: Page): ArticleKind {
  const page = parsePage(html)
  const nodes = readJsonLd(page.jsonLd)
  return kindOf({
    url: 'https://e.example/world/bridge-reopens-after-two-years',
    title: 'Bridge reopens',
    section: undefined,
    node: nodes.find(({ types }) => types.some((type) => type.endsWith('Article'))),
    nodes,
    facts: readFacts(page.root),
    wordCount: 500,
    largestProse: 500,
    linkShare: 0.1,
    teaserCount: 3,
    linkBlockCount: 3,
    stampCount: 0,
    firstText: 'A first sentence.',
    ...signs,
  })
}

function data(type: string): string {
  return `<script type="application/ld+json">{"@type":"${type}","headline":"x"}</script>`
}

const cases: readonly (readonly [string, ArticleKind, Page])[] = [
  ['an ordinary page', 'article', {}],
  ['live data', 'live', { html: data('LiveBlogPosting') }],
  ['a live address with stamps', 'live', { url: 'https://e.example/news/live/storm', stampCount: 5 }],
  ['a live address without stamps', 'article', { url: 'https://e.example/news/live/storm' }],
  ['a live title', 'live', { title: 'Storm Brenna: live updates' }],
  ['“as it happened”', 'live', { title: 'Storm Brenna – as it happened' }],
  ['a title about a live show', 'article', { title: 'They live on an island' }],
  ['a short film page', 'video', { url: 'https://e.example/video/otters', wordCount: 30, largestProse: 30 }],
  ['a long article under /video/', 'article', { url: 'https://e.example/video/how-otters-came-back-to-us' }],
  ['a film by its data', 'video', { html: data('VideoObject'), wordCount: 40 }],
  ['a podcast page', 'audio', { url: 'https://e.example/podcasts/episode-9', wordCount: 60 }],
  ['an episode by its data', 'audio', { html: data('PodcastEpisode') }],
  ['a picture gallery', 'gallery', { url: 'https://e.example/gallery/2025/storm', wordCount: 90 }],
  ['an opinion address', 'opinion', { url: 'https://e.example/opinion/why-bridges-matter' }],
  ['an opinion section', 'opinion', { section: 'Opinion' }],
  ['an opinion by its data', 'opinion', { html: data('OpinionNewsArticle') }],
  ['an Arabic opinion section', 'opinion', { section: 'رأي' }],
  ['a press release host', 'press-release', { url: 'https://www.prnewswire.com/news/x-announces-y-and-z' }],
  ['a press release by its first words', 'press-release', { firstText: 'FOR IMMEDIATE RELEASE'.toLowerCase() }],
  ['a morning briefing', 'roundup', { title: 'Monday briefing: what to watch' }],
  ['five things to know', 'roundup', { title: 'Five things to know this weekend' }],
  ['a newsletter address', 'roundup', { url: 'https://e.example/newsletters/the-long-read-of-may' }],
]

for (const [what, expected, page] of cases) {
  test(`${what} is of kind ${expected}`, () => assert.equal(kind(page), expected))
}

const list = { largestProse: 30, linkShare: 0.6, teaserCount: 30, linkBlockCount: 40, wordCount: 200 }

test('a page of teasers under a section address is an index', () => {
  assert.equal(kind({ ...list, url: 'https://e.example/technology/' }), 'index')
  assert.equal(kind({ ...list, url: 'https://e.example/' }), 'index')
  assert.equal(kind({ ...list, url: 'https://e.example/tag/bridges', html: data('CollectionPage') }), 'index')
})

test('an article with many related links is still an article', () => {
  assert.equal(kind({ ...list, largestProse: 700, wordCount: 700 }), 'article')
  assert.equal(kind({ ...list, largestProse: 60, html: data('NewsArticle') }), 'article')
})

test('a short news item with an address of many words is an article', () => {
  assert.equal(kind({ largestProse: 50, wordCount: 50, teaserCount: 12, linkBlockCount: 20 }), 'article')
})
