import assert from 'node:assert/strict'
import { test } from 'node:test'
import { balanceIsolates } from './html.ts'

test('isolates that begin and end stay, one without its partner is a space of no width', () => {
  for (const kept of [
    '',
    'Harbor',
    '\u2068ميناء\u2069 talks',
    '\u2066a\u2067b\u2069c\u2069',
    '\u202eabc',
    '👩\u200d🚀',
  ])
    assert.equal(balanceIsolates(kept), kept)
  assert.equal(balanceIsolates('Wire\u2067 x'), 'Wire\u200b x')
  assert.equal(balanceIsolates('Wire\u2069\u202e x'), 'Wire\u200b\u202e x')
  assert.equal(balanceIsolates('\u2066a\u2067b\u2069'), '\u200ba\u2067b\u2069')
  assert.equal(balanceIsolates('\u2069𝒻\u2068'), '\u200b𝒻\u200b')
})
