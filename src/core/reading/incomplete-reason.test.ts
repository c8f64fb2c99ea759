import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatReason, type IncompleteReason, incompleteReasons, parseReason } from './incomplete-reason.ts'

test('every reason is found again in its sentence, with or without a full stop', () => {
  for (const name of Object.keys(incompleteReasons) as IncompleteReason[]) {
    const count = incompleteReasons[name].split('{}').length - 1
    const values = Array.from({ length: count }, (_, at) => `${at + 7}`)
    const said = formatReason(name, ...values)
    assert.doesNotMatch(said, /\{\}/)
    assert.deepEqual(parseReason(said), { kind: 'known', name, values })
    assert.deepEqual(parseReason(`${said.replace(/\.$/, '')}.`), { kind: 'known', name, values })
  }
})

test('a reason within another is found too', () => {
  const inner = formatReason('login', 'Log in to go on.')
  const outer = `${formatReason('unreadable', inner)}.`
  const said = formatReason('feed-summary', outer, 31)
  const read = parseReason(said)
  assert.deepEqual(read, { kind: 'known', name: 'feed-summary', values: [outer, '31'] })
  assert.deepEqual(parseReason(outer), { kind: 'known', name: 'unreadable', values: [inner] })
  assert.deepEqual(parseReason(inner), { kind: 'known', name: 'login', values: ['Log in to go on.'] })
})

test('what is no reason of ours stays as it is', () => {
  for (const text of ['', 'The page says', 'Only words of text', 'The page announces about many words'])
    assert.deepEqual(parseReason(text), { kind: 'text', text })
})
