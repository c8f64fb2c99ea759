import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultModelChoice, isOnThisMachine, isUseOn, readModelChoice } from './model-choice.ts'

test('a choice is read as far as it can be used', () => {
  for (const kept of [undefined, null, 1, 'x', {}, [], { switches: null, callsPerDay: 'x' }])
    assert.deepEqual(readModelChoice(kept), defaultModelChoice)
  const kept = readModelChoice({
    address: 'http://a',
    switches: { answers: true, summaries: 'yes' },
    callsPerDay: 7,
    timeoutSeconds: 1e9,
  })
  assert.deepEqual(kept, {
    ...defaultModelChoice,
    address: 'http://a',
    switches: { ...defaultModelChoice.switches, answers: true },
    callsPerDay: 7,
  })
})

test('a use is on where there is a model for it and its switch is on', () => {
  const all = {
    ...defaultModelChoice,
    address: 'http://a',
    name: 'm',
    switches: { summaries: true, judging: true, answers: true, translation: true, embeddings: true },
  }
  assert.deepEqual(
    (['summary', 'background', 'answer', 'judging', 'translation', 'embedding', 'test'] as const).map((use) =>
      isUseOn(all, use),
    ),
    [true, true, true, true, true, false, true],
  )
  assert.equal(isUseOn({ ...all, embeddingName: 'e' }, 'embedding'), true)
  assert.equal(isUseOn({ ...all, address: '' }, 'test'), false)
  assert.equal(isUseOn({ ...defaultModelChoice, address: 'http://a', name: 'm' }, 'summary'), false)
})

test('whether text leaves this machine is told by the address', () => {
  for (const address of [
    'http://127.0.0.1:1/v1',
    'http://localhost',
    'http://[::1]:8000',
    'http://127.8.9.1',
    'http://m.localhost',
  ])
    assert.equal(isOnThisMachine(address), true, address)
  for (const address of [
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://192.168.1.2',
    'http://models',
    '',
    'x',
  ])
    assert.equal(isOnThisMachine(address), false, address)
})
