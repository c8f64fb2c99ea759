import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksNoModel } from './robots-tag.ts'

test('a page that asks no model be given its text is believed, in every way of writing it', () => {
  for (const tag of ['noai', 'noindex, NoAI', ' noimageai ,noai ', 'twosource: noai', 'otherbot: noindex, noai'])
    assert.ok(asksNoModel([tag]), tag)
  assert.ok(asksNoModel([undefined, 'index', 'noai']))
})

test('what is said to another program, or is another word, is not that', () => {
  for (const tag of ['', 'noimageai', 'otherbot: noai', 'noarchive', 'ai', 'no ai', 'noaix'])
    assert.ok(!asksNoModel([tag]), tag)
  assert.ok(!asksNoModel([]))
})
