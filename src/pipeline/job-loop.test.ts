import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDatabase } from '../../test/integration/databases.ts'
import { runDueJobs } from './job-loop.ts'

const at = '2026-03-12T12:00:00.000Z'

test('who is told to stop gives back what is not done in time, once, and what ends late changes nothing', async () => {
  const database = await makeDatabase('sqlite')
  const store = await database.open()
  const jobs = ['quick', 'slow', 'stuck'].map((key) => ({ kind: 'refresh-story' as const, key, runAt: at }))
  await store.jobs.enqueue(jobs)
  const stopping = new AbortController()
  const { promise: never, resolve: release } = Promise.withResolvers<void>()
  const events: string[] = []
  const done = await runDueJobs(
    { store, now: () => new Date(at), log: (event) => events.push(event) },
    {
      kind: 'refresh-story',
      width: 3,
      leaseMs: 60_000,
      async run({ key }) {
        if (key === 'quick') return stopping.abort()
        if (key === 'slow') await sleep(20)
        else await never
      },
    },
    stopping.signal,
    300,
  )
  assert.equal(done, 2)
  release()
  await sleep(20)
  assert.deepEqual(
    (await store.jobs.list(10)).map(({ key, state, attempts }) => [key, state, attempts]),
    [['stuck', 'waiting', 0]],
  )
  assert.deepEqual(events, ['jobs-given-back'])
  await database.remove()
})

test('what ends while an earlier end is written is written too, without waiting for another job', async () => {
  const database = await makeDatabase('sqlite')
  const store = await database.open()
  await store.jobs.enqueue(['one', 'two', 'long'].map((key) => ({ kind: 'refresh-story', key, runAt: at })))
  let left: readonly string[] = []
  const together = Promise.withResolvers<void>()
  await runDueJobs(
    { store, now: () => new Date(at), log: () => {} },
    {
      kind: 'refresh-story',
      width: 3,
      leaseMs: 60_000,
      async run({ key }) {
        if (key === 'one') return sleep(5)
        if (key === 'two') return together.promise
        // The other two end one after the other, while the first end is being written.
        await sleep(5)
        together.resolve()
        for (let tries = 0; tries < 20 && left.length !== 1; tries++) {
          await sleep(10)
          left = (await store.jobs.list(10)).map((job) => job.key)
        }
      },
    },
  )
  assert.deepEqual(left, ['long'])
  await database.remove()
})
