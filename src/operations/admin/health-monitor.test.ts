import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { makeDatabase } from '../../../test/integration/databases.ts'
import { openHealthMonitor } from './health-monitor.ts'

const minute = 60_000
const database = await makeDatabase('sqlite')
const store = await database.open()
const closed = await database.open()
await closed.close()
after(() => database.remove())

/** A monitor whose database answers or not, and of whose loops these have failed for so long. */
function monitor(failing: readonly { readonly loop: string; readonly forMs: number }[], loops: number, answers = true) {
  return openHealthMonitor({
    store: answers ? store : closed,
    version: '1',
    roles: ['fetch'],
    silentMs: () => 0,
    failing: () => ({ loops, failing }),
    now: () => new Date(),
  })
}

test('a loop that fails again and again is named, and the pages stay', async () => {
  const { isReady, parts } = await monitor([{ loop: 'embed', forMs: minute }], 10).look()
  assert.deepEqual([isReady, parts.work, parts.failing], [true, 'failing', ['embed']])
})

test('a restart of the database is nothing to name', async () => {
  const { parts } = await monitor([{ loop: 'poll', forMs: 5_000 }], 10).look()
  assert.deepEqual([parts.work, parts.failing], ['ok', undefined])
})

test('where most loops fail the work stands still, though some come round', async () => {
  const failing = ['poll', 'ingest', 'refresh'].map((loop) => ({ loop, forMs: minute }))
  const { isReady, parts } = await monitor(failing, 5).look()
  assert.deepEqual([isReady, parts.work], [false, 'stands-still'])
})

test('a process whose work never comes back asks to be restarted, but not while the database is away', async () => {
  const failing = ['poll', 'ingest', 'refresh'].map((loop) => ({ loop, forMs: 6 * minute }))
  assert.equal(await monitor(failing, 5).lives(), false)
  assert.equal(await monitor(failing, 5, false).lives(), true)
  assert.equal(await monitor(failing.slice(1), 5).lives(), true)
})
