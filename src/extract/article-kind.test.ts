import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleKind } from '../core/article.ts'
import { type KindSigns, kindOf } from './article-kind.ts'
import { extract } from './extract.ts'
import { readJsonLd } from './facts/json-ld.ts'
import { readFacts } from './facts/page-facts.ts'
import { parsePage } from './markup/page-tree.ts'
import { type PageShape, shapeOf } from './rules/page-shape.ts'

type Page = Partial<Omit<KindSigns, 'shape'>> & { html?: string; shape?: Partial<PageShape> }

function kind({ html = '', shape = {}, ...signs }: Page): ArticleKind {
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
    texts: ['A first sentence.'],
    kickers: [],
    pictureCount: 0,
    ...signs,
    shape: { ...ordinary, ...shape },
  })
}

const ordinary: PageShape = {
  ...shapeOf(parsePage('<p>Text').root, []),
  largestProse: 500,
  proseWords: 500,
  proseShare: 0.9,
  longestBlock: 80,
  paragraphCount: 12,
  linkShare: 0.1,
  teaserCount: 3,
  linkBlockCount: 3,
}

function data(type: string): string {
  return `<script type="application/ld+json">{"@type":"${type}","headline":"x"}</script>`
}

const cases: readonly (readonly [string, ArticleKind, Page])[] = [
  ['an ordinary page', 'article', {}],
  ['live data', 'live', { html: data('LiveBlogPosting') }],
  ['a live address with stamps', 'live', { url: 'https://e.example/news/live/storm', shape: { stampCount: 5 } }],
  ['a live address without stamps', 'article', { url: 'https://e.example/news/live/storm' }],
  ['a live title', 'live', { title: 'Storm Brenna: live updates' }],
  ['“as it happened”', 'live', { title: 'Storm Brenna – as it happened' }],
  ['a title about a live show', 'article', { title: 'They live on an island' }],
  ['a short film page', 'video', { url: 'https://e.example/video/otters', wordCount: 30 }],
  ['a long article under /video/', 'article', { url: 'https://e.example/video/how-otters-came-back-to-us' }],
  ['a film by its data', 'video', { html: data('VideoObject'), wordCount: 40 }],
  ['a podcast page', 'audio', { url: 'https://e.example/podcasts/episode-9', wordCount: 60 }],
  ['an episode by its data', 'audio', { html: data('PodcastEpisode') }],
  ['a picture gallery', 'gallery', { url: 'https://e.example/gallery/2025/storm', wordCount: 90 }],
  ['an opinion address', 'opinion', { url: 'https://e.example/opinion/why-bridges-matter' }],
  ['a label above the text', 'opinion', { texts: ['ANALYSIS/OPINION:', 'The bridge is shut.'] }],
  ['what the author is called', 'opinion', { texts: ['Ann Lee', 'Opinion contributor', 'The bridge is shut.'] }],
  ['a text on opinions', 'article', { texts: ['Opinion polls say: the bridge is shut.'] }],
  ['an opinion section', 'opinion', { section: 'Opinion' }],
  ['an opinion by its data', 'opinion', { html: data('OpinionNewsArticle') }],
  ['an Arabic opinion section', 'opinion', { section: 'رأي' }],
  ['a press release host', 'press-release', { url: 'https://www.prnewswire.com/news/x-announces-y-and-z' }],
  ['a press release by its first words', 'press-release', { texts: ['FOR IMMEDIATE RELEASE'] }],
  ['a morning briefing', 'newsletter', { title: 'Monday briefing: what to watch' }],
  ['five things to know', 'newsletter', { title: 'Five things to know this weekend' }],
  ['a newsletter address', 'newsletter', { url: 'https://e.example/newsletters/the-long-read-of-may' }],
]

for (const [what, expected, page] of cases) {
  test(`${what} is of kind ${expected}`, () => assert.equal(kind(page), expected))
}

test('the line above the headline tells opinion and press release', () => {
  assert.equal(kind({ kickers: ['Editorial'] }), 'opinion')
  assert.equal(kind({ kickers: ['Press release'] }), 'press-release')
})

test('a correction is one by its title, not by a fall of prices', () => {
  assert.equal(kind({ title: 'Correction: Bridge reopens' }), 'correction')
  assert.equal(kind({ title: 'تصحيح: كلفة الجسر' }), 'correction')
  assert.equal(kind({ title: 'Correction in shipping shares deepens' }), 'article')
})

test('a headline about newsletters, releases and films is an article', () => {
  for (const title of ['Newsletter writers meet', 'Press release error costs firm', 'Video evidence leads to arrest'])
    assert.equal(kind({ title }), 'article')
})

const cards = Array.from(
  { length: 30 },
  (_, i) =>
    `<div class="card"><a href="/n/${i}"><img src="${i}.jpg"></a><h2><a href="/n/${i}">Bridge ${i} opens</a></h2></div>`,
).join('')

function kindOfPage(url: string, head: string, body: string): ArticleKind {
  return extract({ html: `<html><head>${head}</head><body><main>${body}</main></body></html>`, url }).kind
}

test('a page of cards under a section address is an index', () => {
  for (const path of ['technology/', '', 'tag/bridges'])
    assert.equal(kindOfPage(`https://e.example/${path}`, '<title>Bridges</title>', cards), 'index')
})

test('an article above many cards is still an article', () => {
  const text = '<p>The bridge over the river was opened again on Monday after two years of work on its pillars.</p>'
  const body = `<h1>The bridge over the river opens again</h1>${text.repeat(8)}${cards}`
  assert.equal(
    kindOfPage('https://e.example/2025/05/bridge-over-the-river-opens-again', data('NewsArticle'), body),
    'article',
  )
})

test('a short news item with an address of many words is an article', () => {
  assert.equal(kind({ wordCount: 50, shape: { largestProse: 50, teaserCount: 12, linkBlockCount: 20 } }), 'article')
})
