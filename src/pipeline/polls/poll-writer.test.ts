import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type FeedId } from '../../core/ids.ts'
import type { PollOutcome, PollSaved, Store } from '../../store/store.ts'
import { createPollWriter } from './poll-loop.ts'

/** A store that saves when the test lets it. */
function keeping(save: (outcomes: readonly PollOutcome[]) => Promise<void>) {
  const batches: number[] = []
  const savePolls = async (outcomes: readonly PollOutcome[]): Promise<readonly PollSaved[]> => {
    batches.push(outcomes.length)
    await save(outcomes)
    return outcomes.map(({ feedId }) => ({ feedId, newCount: 1, revisedCount: 0 }))
  }
  return { batches, store: { feeds: { savePolls } } as unknown as Store }
}

function outcome(number: number, entries = 0): PollOutcome {
  const at = '2026-11-27T00:00:00.000Z'
  const base = { feedId: asId<FeedId>(`${number}`), at, nextPollAt: at, intervalMinutes: 60 }
  if (entries === 0) return { ...base, result: { kind: 'unchanged' } }
  return {
    ...base,
    result: { kind: 'parsed', title: '', validators: {}, bodyHash: '', entries: Array.from({ length: entries }) },
  } as PollOutcome
}

test('what was taken is written together, and all of it before flush settles', async () => {
  const { batches, store } = keeping(async () => {})
  const writer = createPollWriter({ store })
  for (let number = 0; number < 150; number++) await writer.write(outcome(number))
  await writer.flush()
  assert.deepEqual(batches, [32, 32, 32, 32, 22])
  assert.equal(writer.newEntries(), 150)
})

test('entries count too: a few long feeds make a batch', async () => {
  const { batches, store } = keeping(async () => {})
  const writer = createPollWriter({ store })
  for (let number = 0; number < 20; number++) await writer.write(outcome(number, 100))
  await writer.flush()
  assert.deepEqual(batches, [3, 3, 3, 3, 3, 3, 2])
})

test('while one batch is written and another is full, nothing more is taken', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { store } = keeping(() => promise)
  const writer = createPollWriter({ store })
  for (let number = 0; number < 64; number++) await writer.write(outcome(number))
  let isTaken = false
  const more = writer.write(outcome(64)).then(() => {
    isTaken = true
  })
  await new Promise(setImmediate)
  assert.equal(isTaken, false)
  resolve()
  await more
  await writer.flush()
  assert.equal(writer.newEntries(), 65)
})

test('of a batch that cannot be kept, what can be is, and the round fails', async () => {
  const { batches, store } = keeping(async (outcomes) => {
    if (outcomes.some(({ feedId }) => feedId === '7')) throw new Error('No index holds that')
  })
  const writer = createPollWriter({ store })
  for (let number = 0; number < 100; number++) await writer.write(outcome(number)).catch(() => {})
  await assert.rejects(writer.flush(), /No index holds that/)
  assert.equal(writer.newEntries(), 99)
  assert.equal(batches.length, 36)
})

test('where nothing can be kept, each is not tried', async () => {
  const { batches, store } = keeping(async () => {
    throw new Error('The disk is full')
  })
  const writer = createPollWriter({ store })
  for (let number = 0; number < 32; number++) await writer.write(outcome(number)).catch(() => {})
  await assert.rejects(writer.flush(), /The disk is full/)
  assert.deepEqual(batches, [32, 1, 1, 1])
})
