import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textPart } from './article-tool.ts'

test('the parts of a text are all of it, and none ends within a letter', () => {
  const text = `a${'😀'.repeat(9)}b`
  for (const most of [2, 3, 4, 7, 20]) {
    let whole = ''
    for (let from: number | undefined = 0; from !== undefined; ) {
      const part: { text: string; next?: number } = textPart(text, from, most)
      assert.ok(part.text.isWellFormed() && part.text !== '', `${most}: ${from}`)
      assert.ok(part.next === undefined || part.next > from)
      whole += part.text
      from = part.next
    }
    assert.equal(whole, text)
  }
})

test('a place within a letter, or behind the end, is no reason for half of one', () => {
  assert.deepEqual(textPart('a😀b', 2, 20), { text: '😀b' })
  assert.deepEqual(textPart('a😀b', 9, 20), { text: '' })
})
