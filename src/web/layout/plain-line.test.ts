import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isolated, plainLine } from './plain-line.ts'

test('a line of plain text keeps its words and loses what turns, hides or breaks it', () => {
  assert.equal(plainLine('Harbor\u202e talks\u2067 \u200bend\nnow\u{e0041}'), 'Harbor talks end now')
  for (const kept of ['Harbor talks', 'ميناء', 'Straße', '👩\u200d🚀', 'بی\u200cنام', 'a\u200eb'])
    assert.equal(plainLine(kept), kept)
})

test('a name from right to left is isolated, any other is as it is', () => {
  assert.equal(isolated('Northern\u202e Wire'), 'Northern Wire')
  assert.equal(isolated('صحيفة\u202e المضيق'), '\u2068صحيفة المضيق\u2069')
})
