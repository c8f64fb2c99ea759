import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../extract.ts'
import { proposeArticleRule } from './propose-article-rule.ts'

const url = 'https://post.example/ferry'
const sentence = (n: number) =>
  `The harbour board said on day ${n} that the ferry would run again once pier ${n} had been mended and looked over.`
const paragraphs = [1, 2, 3, 4, 5].map((n) => `<p>${sentence(n)}</p>`)
const page = (parts: { readonly promo?: string; readonly before?: string }) =>
  `<html><body><div class="page"><div class="intro">${parts.before ?? ''}</div><div class="story-body">${paragraphs.slice(0, 3).join('')}${parts.promo ?? ''}${paragraphs.slice(3).join('')}</div></div></body></html>`

/** The indexes in the text after adding and removing the blocks that begin with these words. */
function ticksOf(html: string, { put, take }: { readonly put?: RegExp; readonly take?: RegExp }) {
  const { blocks } = proposeArticleRule(html, url)
  return {
    inText: blocks.flatMap(({ at, text, isKept }) => ((isKept && !take?.test(text)) || put?.test(text) ? [at] : [])),
  }
}

test('a part is removed by its class, and nothing that is wanted goes with it', () => {
  const html = page({
    promo:
      '<div class="partner-offer"><p>A week at the harbour inn costs less for those who read the post than for anybody else here.</p></div>',
  })
  const { rule, unmet, blocks } = proposeArticleRule(html, url, ticksOf(html, { take: /harbour inn/ }))
  assert.deepEqual(rule, { remove: 'div.partner-offer' })
  assert.deepEqual(unmet, [])
  assert.ok(blocks.every(({ isKept }) => isKept))
  const { text } = extract({ html, url, rule: rule! })
  assert.doesNotMatch(text, /harbour inn/)
  assert.match(text, /day 5/)
})

test('a part without a name is removed by its first words', () => {
  const promo = '<p>Those who read the “post” sleep at the inn for less than anybody else who comes to the harbour.</p>'
  const html = page({ promo })
  const { rule, unmet } = proposeArticleRule(html, url, ticksOf(html, { take: /sleep at the inn/ }))
  assert.deepEqual(unmet, [])
  assert.match(rule!.remove!, /^p:contains\("Those who read the/)
  assert.doesNotMatch(extract({ html, url, rule: rule! }).text, /sleep at the inn/)
})

test('what is missing is kept with the text that was there', () => {
  const html = page({
    before: '<h4 class="deck">Piers are mended</h4><span class="opening">Nine boats lay at the mole.</span>',
  })
  const { rule, unmet, blocks } = proposeArticleRule(html, url, ticksOf(html, { put: /Nine boats/ }))
  assert.equal(blocks.find(({ text }) => /Nine boats/.test(text))!.isKept, false)
  assert.deepEqual(unmet, [])
  const { text } = extract({ html, url, rule: rule! })
  assert.match(text, /Nine boats lay at the mole/)
  assert.match(text, /day 1 [\s\S]*day 5/)
})

test('what no rule can do is said', () => {
  const html = `<html><body>${paragraphs.join('')}<p>Ad.</p></body></html>`
  const { unmet } = proposeArticleRule(html, url, ticksOf(html, { take: /^Ad/ }))
  assert.equal(unmet.length, 1)
})
