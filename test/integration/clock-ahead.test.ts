import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FeedId } from '../../src/core/ids.ts'
import { hostPauses } from '../../src/http/host-pauses.ts'
import { futureTimeFixer } from '../../src/pipeline/pages/fix-future-times.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { parsed, at as someMinutes } from './store-fixtures.ts'

/** The moment so many milliseconds after the clock was right. */
const at = (ms = 0) => someMinutes(ms / 60_000)

const hour = 3_600_000
const day = 24 * hour
const year = 365 * day
const lease = 5 * 60_000

for (const dialect of dialects)
  describe(`after the clock was a year ahead, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const add = async (url: string) => (await store.feeds.addMany('owner', [{ url }], at())).added[0]!
    const claimed = async (when: number) =>
      (await store.feeds.claimDue(at(when), 100, lease)).map(({ feedId }) => feedId).toSorted()
    /** Polled at a time, to be polled again after so long. */
    const poll = (id: FeedId, when: number, waitMs: number) =>
      store.feeds.savePolls([{ ...parsed(id, []), at: at(when), nextPollAt: at(when + waitMs) }])

    test('a feed is polled after as long as it was to be left alone, and nobody early', async () => {
      const polled = await add('https://polled.example/feed')
      const cutShort = await add('https://cut.example/feed')
      const paused = await add('https://paused.example/feed')
      const well = await add('https://well.example/feed')
      await claimed(year)
      const added = (await store.feeds.addMany('owner', [{ url: 'https://late.example/feed' }], at(9 * day))).added[0]!
      await poll(polled, year, 6 * hour)
      await poll(paused, 0, hour)
      await store.feeds.postpone([{ feedId: paused, until: at(29 * day), why: 'host-paused' }])
      await poll(well, 0, 20 * day)
      assert.deepEqual(await claimed(30 * day), [paused, well, added].toSorted())
      await database.execute(`update feed set leased_until = null, next_poll_at = '${at(9 * day)}' where id = ${added}`)
      await poll(paused, 0, hour)
      await store.feeds.postpone([{ feedId: paused, until: at(29 * day), why: 'host-paused' }])
      await poll(well, 0, 20 * day)
      // So it went on for a year.
      assert.equal((await claimed(5 * day)).length, 0)
      assert.deepEqual(await store.farTimes.moveBack(at(5 * day)), { feeds: 3, jobs: 0, sendings: 0 })
      assert.deepEqual(await store.farTimes.moveBack(at(5 * day)), { feeds: 0, jobs: 0, sendings: 0 })
      assert.equal((await store.feeds.get('owner', polled)).lastPolledAt, at(5 * day))
      assert.deepEqual(await claimed(5 * day + 6 * hour - 1), [cutShort, added].toSorted())
      assert.deepEqual(await claimed(5 * day + 6 * hour), [polled])
      assert.deepEqual(await claimed(20 * day), [well, polled, cutShort, added].toSorted())
    })

    test('work is done, leases run out and tries are made again; what was put off on purpose stays', async () => {
      const enqueue = (kind: 'ingest-entry' | 'alert' | 'deliver', key: string, when: number) =>
        store.jobs.enqueue([{ kind, key, runAt: at(when) }])
      const claim = (kind: 'ingest-entry' | 'alert' | 'deliver', when: number) =>
        store.jobs.claim(kind, 10, lease, at(when))
      await enqueue('ingest-entry', 'asked', year)
      await enqueue('alert', 'story:dated-ahead', 3 * year)
      await enqueue('deliver', 'tried', year)
      await enqueue('ingest-entry', 'held', 0)
      const [held] = await claim('ingest-entry', year - 1)
      assert.equal(held?.key, 'held')
      const [tried] = await claim('deliver', year)
      await store.jobs.fail(tried!, 'not now', at(year))
      assert.deepEqual(await claim('ingest-entry', hour), [])
      assert.deepEqual(await claim('deliver', hour), [])
      assert.equal((await store.farTimes.moveBack(at(hour))).jobs, 3)
      assert.equal((await store.farTimes.moveBack(at(hour))).jobs, 0)
      assert.deepEqual((await claim('ingest-entry', hour)).map(({ key }) => key).toSorted(), ['asked', 'held'])
      assert.deepEqual(
        (await claim('deliver', hour)).map(({ key }) => key),
        ['tried'],
      )
      assert.deepEqual(await claim('alert', 2 * year), [])
      // Whoever held it before finds it taken.
      await store.jobs.complete([held!])
      assert.equal((await store.jobs.counts())['ingest-entry'].running, 2)
    })

    test('nobody is shut out for a year, and a few seconds between clocks give no tries away', async () => {
      const window = 15 * 60_000
      const tries = (when: number) => store.signInAttempts.count('name', at(when), at(when - window))
      for (let n = 1; n <= 3; n++) assert.equal((await tries(year)).count, n)
      assert.equal((await tries(0)).count, 1)
      assert.equal((await tries(5_000)).count, 2)
      assert.equal((await tries(0)).count, 3)
    })

    test('a lane that somebody held is free', async () => {
      await store.stories.exclusive('x', async () => {})
      await store.stories.exclusive('y', async () => {})
      await database.execute(
        `update lane set holder = 'elsewhere/1/x', expires_ms = expires_ms + ${year} + 60000 where name = 'x'`,
      )
      let isDone = false
      await store.stories.exclusive('x', async () => {
        isDone = true
      })
      assert.ok(isDone)
    })
  })

test('times are brought back by a clock that was steady, and by no other', async () => {
  const database = await makeDatabase('sqlite')
  const store = await database.open()
  const told: unknown[] = []
  let nowMs = Date.parse(at(year))
  let elapsedMs = 0
  const now = () => new Date(nowMs)
  const pauses = hostPauses(now)
  const look = futureTimeFixer(
    { store, pauses, now, log: (event, fields) => told.push(event, fields) },
    () => elapsedMs,
  )
  const pass = (ms: number) => {
    nowMs += ms
    elapsedMs += ms
    return look()
  }
  const { added } = await store.feeds.addMany('owner', [{ url: 'https://a.example/feed' }], at())
  await store.feeds.savePolls([
    { ...parsed(added[0]!, []), at: now().toISOString(), nextPollAt: at(year + hour), intervalMinutes: 60 },
  ])
  pauses.record('a.example', { kind: 'busy', status: 429, retryAfterSeconds: 3600 })
  await store.feeds.saveHostPauses(pauses.unsaved())
  await look()
  await pass(hour)
  // The clock is put right: once more it is looked at only when it went on steadily from there.
  nowMs = Date.parse(at(hour))
  await pass(hour)
  assert.deepEqual(told, [])
  assert.ok(Number(pauses.untilOf('a.example')) > Date.parse(at(300 * day)))
  await pass(hour)
  assert.deepEqual(told, ['times-brought-back', { feeds: 1, jobs: 0, sendings: 0 }])
  assert.equal(pauses.untilOf('a.example'), Date.parse(at(3 * hour + day)))
  assert.equal((await store.feeds.hostPauses())[0]?.until, at(3 * hour + day))
  await pass(hour)
  assert.equal(told.length, 2)
  await database.remove()
})
