import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Alert } from '../../src/core/alert.ts'
import { raise } from '../../src/operations/notify/raise-alerts.ts'
import { pruneAlerts } from '../../src/pipeline/tidy.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const DAY_MS = 86_400_000
const start = Date.parse('2026-01-01T00:00:00Z')
const onDay = (day: number) => new Date(start + day * DAY_MS)

for (const dialect of dialects)
  describe(`alerts of long ago on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const alert = (key: string): Alert => ({
      key,
      kind: 'report',
      cause: { kind: 'story', target: 's', label: 'S' },
      isNewStory: false,
      title: key,
      language: 'en',
      sourceName: 'Courier',
      path: '/stories/s',
    })
    const raiseOn = (readerId: string, day: number, keys: readonly string[]) => {
      const at = onDay(day).toISOString()
      return store.alerts.raise([{ readerId, alerts: keys.map(alert), nextAt: at, isHeld: false }], at)
    }
    const keysOf = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}:${n}`)
    const pruneOn = (day: number) => pruneAlerts({ store, log: () => {}, now: () => onDay(day) })
    const allOf = async (readerId: string) => (await store.alerts.counts(readerId)).all

    test('a thousand of each reader stay whatever the clock says, and all of half a year; the oldest go first', async () => {
      await raiseOn('busy', 0, keysOf('first', 400))
      await raiseOn('busy', 1, keysOf('second', 900))
      await raiseOn('busy', 100, keysOf('third', 200))
      await raiseOn('calm', 0, keysOf('first', 30))
      await pruneOn(150)
      assert.equal(await allOf('busy'), 1_500, 'none is old')
      await pruneOn(200)
      assert.deepEqual([await allOf('busy'), await allOf('calm')], [1_100, 30])
      await pruneOn(4_000)
      assert.deepEqual([await allOf('busy'), await allOf('calm')], [1_100, 30], 'a clock far ahead takes no more')
      assert.deepEqual(await store.alerts.raisedKeys(['busy'], ['first:1', 'second:1', 'third:1']), [
        { readerId: 'busy', key: 'second:1' },
        { readerId: 'busy', key: 'third:1' },
      ])
    })

    test('what went out long ago is forgotten, what waits is not', async () => {
      const channel = {
        id: 'c',
        readerId: 'told',
        kind: 'webhook',
        address: 'https://a.example/',
        secret: 's',
      } as const
      await store.alerts.addChannel({ ...channel, at: onDay(0).toISOString() })
      await raiseOn('told', 0, ['sent'])
      const [sent] = await store.alerts.waiting('told')
      await store.alerts.startBatch('c', 'b', [sent!.alertId])
      await store.alerts.settle({ kind: 'sent', channelId: 'c', batch: 'b', at: onDay(1).toISOString() })
      await raiseOn('told', 0, ['waiting'])
      const long = onDay(-1).toISOString()
      assert.equal((await store.alerts.sentSince('c', long)).length, 1)
      await pruneOn(100)
      assert.equal((await store.alerts.sentSince('c', long)).length, 1)
      await pruneOn(200)
      assert.equal((await store.alerts.sentSince('c', long)).length, 0)
      assert.equal((await store.alerts.waiting('told')).length, 1)
      assert.equal(await allOf('told'), 2)
    })

    test('what was known so long ago that its alert may be forgotten is not told again', async () => {
      const story = { id: 's', title: 'S', language: 'en', path: '/stories/s', entityIds: [] }
      const follower = {
        kind: 'story',
        target: 's',
        label: 'S',
        readerId: 'new',
        since: onDay(-500).toISOString(),
      } as const
      const change = (key: string, day: number) => ({
        key,
        kind: 'report' as const,
        at: onDay(day).toISOString(),
        isNewStory: false,
        ownSources: [],
        sourceName: 'Courier',
        articleIds: [],
      })
      const context = { store, now: () => onDay(0) } as unknown as Parameters<typeof raise>[0]
      const seen = { texts: [], sources: [], topics: [], story: 's', entities: [] } as unknown as Parameters<
        typeof raise
      >[4]
      assert.equal(await raise(context, story, [change('old', -181), change('young', -179)], [follower], seen), 1)
      assert.deepEqual(await store.alerts.raisedKeys(['new'], ['old', 'young']), [{ readerId: 'new', key: 'young' }])
    })
  })
