import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type IncompleteReason, incompleteReasons, readReason, sayReason } from './incomplete-reason.ts'

test('every reason is found again in its sentence, with or without a full stop', () => {
  for (const name of Object.keys(incompleteReasons) as IncompleteReason[]) {
    const count = incompleteReasons[name].split('{}').length - 1
    const values = Array.from({ length: count }, (_, at) => `${at + 7}`)
    const said = sayReason(name, ...values)
    assert.doesNotMatch(said, /\{\}/)
    assert.deepEqual(readReason(said), { kind: 'known', name, values })
    assert.deepEqual(readReason(`${said.replace(/\.$/, '')}.`), { kind: 'known', name, values })
  }
})

test('a reason within another is found too', () => {
  const inner = sayReason('login', 'Log in to go on.')
  const outer = `${sayReason('unreadable', inner)}.`
  const said = sayReason('feed-summary', outer, 31)
  const read = readReason(said)
  assert.deepEqual(read, { kind: 'known', name: 'feed-summary', values: [outer, '31'] })
  assert.deepEqual(readReason(outer), { kind: 'known', name: 'unreadable', values: [inner] })
  assert.deepEqual(readReason(inner), { kind: 'known', name: 'login', values: ['Log in to go on.'] })
})

test('what is no reason of ours stays as it is', () => {
  for (const text of ['', 'The page says', 'Only words of text', 'The page announces about many words'])
    assert.deepEqual(readReason(text), { kind: 'text', text })
})
