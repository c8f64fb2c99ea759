import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf, type PageBlock } from './blocks/page-blocks.ts'
import { parsePage } from './markup/page-tree.ts'
import { withOpening } from './opening.ts'
import { keyOf } from './words.ts'

const first = 'The swing bridge over the harbour mouth reopened to traffic on Monday after two years of repair.'
const second = 'About three hundred people stood in light rain to watch the first cars go across it again.'
const third = 'The repair cost fourteen million pounds, of which the insurer of the port paid about two thirds.'
const title = 'Harbour bridge reopens'
const body = `<div class="body"><p>${second}</p><p>${third}</p></div>`

function openingOf(html: string, keptTexts: readonly string[]): { texts: string[]; standfirst?: string } {
  const blocks = blocksOf(parsePage(html).root)
  const kept = blocks.filter(({ text }: PageBlock) => keptTexts.includes(text))
  const titleKeys = new Set([keyOf(title)])
  const found = withOpening({ kept, blocks, titleKeys, descriptions: [] })
  const texts = found.kept.map(({ text }) => text)
  return found.standfirst === undefined ? { texts } : { texts, standfirst: found.standfirst.text }
}

test('a first paragraph in a container of its own comes back', () => {
  const html = `<h1>${title}</h1><div class="hero"><p>${first}</p></div>${body}`
  assert.deepEqual(openingOf(html, [second, third]), { texts: [first, second, third] })
})

test('an intro that is a plain box or bold comes back too', () => {
  for (const intro of [
    `<div>${first}</div>`,
    `<p><b>${first}</b></p>`,
    `<section><div><p>${first}</p></div></section>`,
  ])
    assert.deepEqual(openingOf(`<h1>${title}</h1>${intro}${body}`, [second, third]).texts, [first, second, third])
})

test('what calls itself a standfirst stands beside the text, whether or not it was taken for text', () => {
  const html = `<h1>${title}</h1><p class="article__standfirst">${first}</p>${body}`
  for (const kept of [
    [second, third],
    [first, second, third],
  ])
    assert.deepEqual(openingOf(html, kept), { texts: [second, third], standfirst: first })
})

test('a lesser heading under the headline, away from the text, is a standfirst', () => {
  const html = `<header><h1>${title}</h1><h2>${first}</h2></header>${body}`
  assert.deepEqual(openingOf(html, [second, third]), { texts: [second, third], standfirst: first })
})

test('a heading among the paragraphs of the text is none', () => {
  const head = 'What the council wanted to know of the builders'
  const html = `<h1>${title}</h1><div class="body"><h2>${head}</h2><p>${second}</p><p>${third}</p></div>`
  assert.deepEqual(openingOf(html, [head, second, third]), { texts: [head, second, third] })
})

test('bylines, appeals, captions, menus and what stands before the headline do not come', () => {
  const around =
    `<p>By Ann Lee</p><p>Sign up for our newsletter to get the best of the harbour every single day.</p>` +
    `<figure><img src=a><figcaption>${first}</figcaption></figure><nav><p>${first}</p></nav>` +
    `<div class="author-bio"><p>Ann Lee has written about harbours and their bridges for twenty years now.</p></div>`
  const html = `<p>${first}</p><h1>${title}</h1>${around}${body}`
  assert.deepEqual(openingOf(html, [second, third]), { texts: [second, third] })
})

test('what the text says again does not come twice', () => {
  const html = `<h1>${title}</h1><div><p>${third}</p></div>${body}`
  const blocks = blocksOf(parsePage(html).root)
  const kept = blocks.slice(2)
  const found = withOpening({ kept, blocks, titleKeys: new Set([keyOf(title)]), descriptions: [] })
  assert.deepEqual(
    found.kept.map(({ text }) => text),
    [second, third],
  )
})

test('without a headline or a text nothing comes', () => {
  assert.deepEqual(openingOf(`<div><p>${first}</p></div>${body}`, [second, third]).texts, [second, third])
  assert.deepEqual(openingOf(`<h1>${title}</h1><p>${first}</p>`, []).texts, [])
})
