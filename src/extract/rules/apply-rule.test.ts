import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../extract.ts'
import { nextPageOf } from './apply-rule.ts'

const url = 'https://paper.example/harbor'
const lead =
  'The harbor of Varn opens again on Friday after nine weeks of repairs to its northern wall, the port authority said.'
const more =
  'Ships that waited in the roads may enter in the order of their arrival, and tugs will work through the night until then.'
const box = 'Three more things to know about the harbor, its wall and the people who repaired it, in one long line.'
const page = (body: string) =>
  `<html><head><title>Harbor opens</title></head><body><h1>Harbor opens</h1>${body}</body></html>`
const first = page(
  `<div class="story" data-part="text"><h1>Harbor opens</h1><p>${lead}</p><div class="box"><p>${box}</p></div></div><div class="after"><p>${more}</p></div><a class="next" href="/harbor?page=2">2</a>`,
)

test('what a rule keeps is the text, without what it removes', () => {
  const { text, removals } = extract({ html: first, url, rule: { keep: '[data-part=text]', remove: '.box' } })
  assert.equal(text, lead)
  assert.ok(removals.some(({ step, text: gone }) => step === 'site rule' && gone.startsWith('Three more')))
})

test('the other pages of an article follow the first, each part that is kept', () => {
  const second = page(`<div class="story" data-part="text"><p>${more}</p></div><div class="box">${box}</div>`)
  const { text } = extract({ html: first, url, rule: { keep: '.story', remove: '.box' }, morePages: [second] })
  assert.equal(text, `${lead}\n${more}`)
})

test('a rule that fits no more changes nothing', () => {
  const plain = extract({ html: first, url })
  const { text, removals } = extract({ html: first, url, rule: { keep: '.gone', remove: '.gone-too' } })
  assert.equal(text, plain.text)
  assert.deepEqual(removals, plain.removals)
})

test('a rule that keeps a part without text did not choose', () => {
  const { text, account } = extract({ html: `${first}<div class="empty"></div>`, url, rule: { keep: '.empty' } })
  assert.equal(text, extract({ html: first, url }).text)
  assert.equal(account?.chosenBy, 'main text')
  assert.equal(extract({ html: first, url, rule: { keep: '.story' } }).account?.chosenBy, 'site rule')
})

test('a rule that would take too long is not followed', () => {
  const deep = page(`<p>${lead}</p><p>${more}</p>${'<i><b></b></i>'.repeat(20_000)}`)
  const { text } = extract({ html: deep, url, rule: { keep: 'b:nth-last-child(2n), i:nth-last-child(3n+1)' } })
  assert.match(text, /northern wall/)
})

test('the next page is a link on the same host, and another page', () => {
  assert.equal(nextPageOf(first, url, 'a.next'), 'https://paper.example/harbor?page=2')
  assert.equal(nextPageOf(first, 'https://paper.example/harbor?page=2', 'a.next'), undefined)
  assert.equal(nextPageOf('<a class=next href="https://other.example/2">2</a>', url, '.next'), undefined)
  assert.equal(nextPageOf('<a class=next href="javascript:more()">2</a>', url, '.next'), undefined)
  assert.equal(nextPageOf('<p>none', url, '.next'), undefined)
})
