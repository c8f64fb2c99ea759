import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PageElement, parsePage, shortText } from './page-tree.ts'

test('the text below an element in reading order, up to a length', () => {
  const { root } = parsePage('<div>One <b>two</b><br>three</div>')
  assert.equal(shortText(root), 'One two three')
  assert.equal(shortText(root, 5), 'One t')
})

test('what stands behind the length is not looked at', () => {
  let looks = 0
  const children = Array.from(
    { length: 1000 },
    (): PageElement => ({
      tag: 'b',
      attributes: {},
      get children() {
        looks++
        return ['0123456789']
      },
    }),
  )
  assert.equal(shortText({ tag: 'p', attributes: {}, children }, 100).length, 100)
  assert.ok(looks <= 40, `${looks}`)
})
