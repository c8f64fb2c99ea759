import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onlineLink } from './read-newsletter.ts'

const link = '<a href="https://harbor.example/7">View in your browser</a>'

test('the link to the page is found within a few tables, and not below a depth that no letter has', () => {
  const within = (depth: number) => `${'<div>'.repeat(depth)}${link}${'</div>'.repeat(depth)}`
  assert.equal(onlineLink(within(40)), 'https://harbor.example/7')
  assert.equal(onlineLink(`${within(40)}`.repeat(2)), 'https://harbor.example/7')
  assert.equal(onlineLink(within(5_000)), undefined)
})

test('what elements within each other have for an end is not looked for among ever more of them', (t) => {
  const html = '<div>'.repeat(3_000) + '</p></span>'.repeat(3_000)
  let lookedAt = 0
  const { indexOf } = Array.prototype
  t.after(() => {
    Array.prototype.indexOf = indexOf
  })
  Array.prototype.indexOf = function (...given) {
    lookedAt += this.length
    return indexOf.apply(this, given)
  }
  assert.equal(onlineLink(html), undefined)
  assert.ok(lookedAt < html.length, `${lookedAt}`)
})
