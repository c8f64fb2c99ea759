import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from './blocks/page-blocks.ts'
import { extract } from './extract.ts'
import { withEntries } from './list-entries.ts'
import { parsePage } from './markup/page-tree.ts'
import { repeatedCards } from './surplus/repeated-cards.ts'

const row = (name: string, texts: readonly string[]): string =>
  `<div>${texts.map((text) => `<div class="${name}"><a href="/x">${text}</a></div>`).join('')}</div>`
const piers = ['North pier', 'South pier', 'East pier', 'West pier'].map((name) => `${name} opens to walkers in spring`)
const menu = ['Local news', 'Sea news', 'Sports news', 'Our shop']

function textsOf(html: string, isKept: (text: string) => boolean): string[] {
  const { root } = parsePage(html)
  const blocks = blocksOf(root)
  const kept = blocks.filter(({ text }) => isKept(text))
  return withEntries(kept, blocks, repeatedCards(root)).map(({ text }) => text)
}

test('a list has its entries below its headline, in page order, and what was chosen', () => {
  const html = `${row('tab', menu)}<h1>Piers</h1>${row('card', piers)}<p>All piers of the bay.`
  assert.deepEqual(
    textsOf(html, (text) => text.startsWith('All')),
    [...piers, 'All piers of the bay.'],
  )
})

test('the entries of a list are not those of a menu, a footer or a small row', () => {
  const small = row('tag', ['Oak wood', 'Old iron', 'New rope', 'Red sand'])
  const many = row(
    'card',
    Array.from({ length: 20 }, (_, at) => `Pier number ${at} opens to walkers in spring`),
  )
  const html = `<h1>Piers</h1><nav>${row('tab', menu)}</nav>${many}${small}<footer>${row('foot', piers)}</footer>`
  const texts = textsOf(html, () => false)
  assert.equal(texts.length, 20)
  assert.ok(texts.every((text) => text.startsWith('Pier number')))
})

test('a page of much prose is read as a text', () => {
  const prose = `<p>${'The pier is long and old, and many walk on it each day of the year. '.repeat(60)}`
  assert.equal(textsOf(`<h1>Piers</h1>${prose}${row('card', piers)}`, (text) => text.startsWith('The pier')).length, 1)
})

test('the text of a list page names its entries', () => {
  const html = `<title>Latest news</title><body class="archive"><h1>Latest news</h1>${row('card', [...piers, ...piers.map((text) => `${text} again`)])}`
  const { kind, text, authors } = extract({ html, url: 'https://tide.example/news/' })
  assert.equal(kind, 'index')
  assert.ok(piers.every((pier) => text.includes(pier)))
  assert.deepEqual(authors, [])
})
