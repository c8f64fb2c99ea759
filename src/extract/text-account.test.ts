import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maxAccountLines } from '../core/reading/text-account.ts'
import { blocksOf } from './blocks/page-blocks.ts'
import { extract } from './extract.ts'
import { parsePage } from './markup/page-tree.ts'
import { accountLines, wholeAccount } from './text-account.ts'

const sentence = (n: number) =>
  `The harbour board said on day ${n} that the ferry would run again once pier ${n} had been mended and looked over.`
const page = `<html><head><title>Ferry to run again - The Harbour Post</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry to run again","datePublished":"2026-03-02T08:00:00Z","author":{"name":"Ada Quill"}}</script></head>
<body><nav><a href="/a">News</a> <ul><li><a href="/b">Sport</a></li><li><a href="/c">Weather</a></li></ul></nav>
<article><h1>Ferry to run again</h1><p>By Ada Quill</p><figure><img src="x.jpg"><figcaption>The ferry at rest</figcaption></figure>
<p>${sentence(1)}</p><p>${sentence(2)}</p><p>Sign up to our newsletter to get the latest from the harbour.</p><p>${sentence(3)}</p></article>
<footer><p>All rights are with the post of the harbour</p></footer></body></html>`

test('every block of a page stands in the account once, in the order of the page', () => {
  const { account, blocks, text } = extract({ html: page, url: 'https://post.example/ferry' })
  assert.ok(account)
  const steps = account.lines.map(
    ({ step, block, count = 1 }) => `${step}${block === undefined ? '' : ` ${block}+${count}`}`,
  )
  assert.deepEqual(steps, ['navigation', 'title', 'byline', 'caption', 'kept 0+2', 'appeal', 'kept 2+1', 'footer'])
  assert.equal(account.lines[0]!.text, 'News · Sport · Weather')
  assert.equal(blocks.length, 3)
  assert.match(text, /day 3/)
  assert.equal(account.chosenBy, 'main text')
})

test('the marks that say the same as what was taken are named, the surest first', () => {
  const { found } = extract({ html: page, url: 'https://post.example/2026/03/02/ferry' }).account!
  assert.deepEqual(found.title, ['json-ld', 'heading', 'title-tag'])
  assert.deepEqual(found.authors, ['json-ld', 'byline'])
  assert.deepEqual(found.publishedAt, ['json-ld', 'address'])
})

test('a block that was not chosen and stands in the text was put back', () => {
  const blocks = blocksOf(parsePage(`<p>${sentence(1)}</p><p>${sentence(2)}</p><p>${sentence(3)}</p>`).root)
  const making = { blocks, texts: blocks.slice(0, 2), chosen: new Set([blocks[1]!]), removals: [] }
  const { lines } = accountLines({ ...making, chosenBy: 'main text' })
  assert.deepEqual(
    lines.map(({ step, block }) => [step, block]),
    [
      ['lead', 0],
      ['kept', 1],
      ['outside', undefined],
    ],
  )
  const { lines: byRule } = accountLines({ ...making, chosen: new Set(blocks), chosenBy: 'site rule' })
  assert.deepEqual(byRule[0], {
    step: 'site rule',
    block: 0,
    words: blocks[0]!.wordCount + blocks[1]!.wordCount,
    count: 2,
  })
})

test('an account is bounded, and never leaves out what is in the text', () => {
  const junk = Array.from(
    { length: 900 },
    (_, n) =>
      `<aside><p>Promotion number ${n} of the many that stand here in a row for all to see</p></aside><p>${n}a b</p>`,
  )
  const html = `<html><body><article>${[1, 2, 3].map((n) => `<p>${sentence(n)}</p>`).join('')}</article>${junk.join('')}</body></html>`
  const { account, blocks } = extract({ html, url: 'https://post.example/many' })
  assert.ok(account!.lines.filter(({ block }) => block === undefined).length <= maxAccountLines)
  assert.equal(
    account!.lines.reduce((sum, { block, count = 1 }) => sum + (block === undefined ? 0 : count), 0),
    blocks.length,
  )
})

test('a text from elsewhere is told whole', () => {
  const text = 'One line.\nAnother line.'
  const blocks = [
    { start: 0, end: 9, kind: 'paragraph' as const },
    { start: 10, end: 23, kind: 'paragraph' as const },
  ]
  const { lines } = wholeAccount({ text, blocks, removals: [{ step: 'byline', text: 'By Ada Quill' }] }, 'feed')
  assert.deepEqual(lines, [
    { step: 'kept', block: 0, words: 4, count: 2 },
    { step: 'byline', text: 'By Ada Quill', words: 3 },
  ])
})
