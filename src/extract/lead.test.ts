import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf, type PageBlock } from './blocks/page-blocks.ts'
import { checkLead } from './lead.ts'
import { parsePage } from './markup/page-tree.ts'

const first = 'The swing bridge over the harbour mouth reopened to traffic on Monday after two years of repair.'
const second = 'About three hundred people stood in light rain to watch the first cars go across it.'
const third = 'The repair cost fourteen million pounds, of which the insurer of the port paid two thirds.'

function blocks(html: string): PageBlock[] {
  return blocksOf(parsePage(html).root)
}

function texts(kept: readonly PageBlock[]): string[] {
  return kept.map((block) => block.text)
}

const all = blocks(`<div><p>${first}</p></div><div><p>${second}</p><p>${third}</p></div>`)
const withoutFirst = all.slice(1)

test('a text that has its lead is left alone', () => {
  assert.deepEqual(checkLead(all, all, [`${first} ${second}`]), { kept: all })
})

test('a lead that stands on the page goes back to the front of the text', () => {
  assert.deepEqual(texts(checkLead(withoutFirst, all, [first]).kept), [first, second, third])
})

test('the paragraphs between the lead and the text come with it', () => {
  const page = blocks(`<div><p>${first}</p><p>${second}</p></div><div><p>${third}</p></div>`)
  assert.deepEqual(texts(checkLead(page.slice(2), page, [first]).kept), [first, second, third])
})

test('a lead that is nowhere on the page is missing when the telling goes on with what we have', () => {
  const page = blocks(`<p>${second}</p><p>${third}</p>`)
  assert.match(checkLead(page, page, [`${first} ${second}`]).problem ?? '', /opening is missing/)
})

test('a summary in other words proves nothing', () => {
  const page = blocks(`<p>${second}</p><p>${third}</p>`)
  assert.equal(
    checkLead(page, page, ['After two long years the town has its crossing back, and a crowd came.']).problem,
    undefined,
  )
})

test('the line under the headline is not put into the text', () => {
  const page = blocks(`<p class="standfirst">${first}</p><p>${second}</p><p>${third}</p>`)
  assert.deepEqual(texts(checkLead(page.slice(1), page, [first]).kept), [second, third])
})

test('a caption that repeats the lead is not taken for it', () => {
  const page = blocks(`<figure><img src=a><figcaption>${first}</figcaption></figure><p>${second}</p>`)
  assert.deepEqual(texts(checkLead(page.slice(1), page, [first]).kept), [second])
})

test('a text that begins in the middle of a sentence is reported', () => {
  const page = blocks('<p>which had been closed since the spring, according to the council.</p>')
  assert.match(checkLead(page, page, []).problem ?? '', /middle of a sentence/)
})

test('an empty text has no lead to check', () => {
  assert.deepEqual(checkLead([], [], ['']), { kept: [] })
})

test('labels of a box run together are no lead', () => {
  const labels = `Best OverallHarbour Box of the MonthShop on HarbourPros:Whole nets every month ${second}`
  assert.equal(checkLead(all, all, [labels]).problem, undefined)
})

test('small letters are a style where all paragraphs begin with them', () => {
  const small = [first, second, third].map((text) => text.charAt(0).toLowerCase() + text.slice(1))
  const styled = blocks(`<div>${small.map((text) => `<p>${text}</p>`).join('')}</div>`)
  assert.equal(checkLead(styled, styled, []).problem, undefined)
  const cut = blocks(`<div><p>${small[0]}</p><p>${second}</p><p>${third}</p></div>`)
  assert.notEqual(checkLead(cut, cut, []).problem, undefined)
})
