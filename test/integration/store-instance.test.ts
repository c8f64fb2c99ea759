import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, withEntries } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`the house on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('counts what is kept of a reader, each thing by itself', async () => {
      const empty = await store.instance.storedCounts('owner')
      assert.ok(Object.values(empty).every((count) => count === 0))
      const entries = await withEntries(store, [{ key: 'a' }, { key: 'b' }, { key: 'c' }])
      await store.entries.setStarred('owner', entries[0]!.id, true, at(1))
      await store.entries.setRead('owner', [entries[2]!.id], true, at(1))
      await database.execute(
        `insert into visit (reader_id, kind, target, at) values ('owner', 'story', 's', '${at(1)}')`,
      )
      await database.execute(
        `insert into visit (reader_id, kind, target, at) values ('guest', 'story', 's', '${at(1)}')`,
      )
      const kept = await store.instance.storedCounts('owner')
      assert.deepEqual({ ...empty, starred: 1, visits: 1 }, kept)
    })

    test('counts entries by the day they were published', async () => {
      const days = await store.instance.entriesByDay('2000-01-01')
      assert.equal(
        days.reduce((sum, { count }) => sum + count, 0),
        3,
      )
      for (const { day } of days) assert.match(day, /^\d{4}-\d\d-\d\d$/)
      assert.deepEqual(await store.instance.entriesByDay('2999-01-01'), [])
    })

    test('a copy holds everything, opens as a store, and never overwrites', async () => {
      if (dialect === 'postgres') return assert.equal(store.instance.copyTo, undefined)
      const target = join(dirname(database.url), "copy 'one'.db")
      await store.instance.copyTo!(target)
      await using copy = await openStore(target)
      assert.equal((await copy.check({ isDeep: true })).detail, 'Every page was read and is sound.')
      assert.equal((await copy.check()).counts.entries, 3)
      await assert.rejects(store.instance.copyTo!(target), /exist/)
    })

    test('a copy is of one moment although entries come in meanwhile', async () => {
      if (!store.instance.copyTo) return
      const target = join(dirname(database.url), 'moment.db')
      const copying = store.instance.copyTo(target)
      const keys = Array.from({ length: 200 }, (_, index) => ({ key: `later-${index}` }))
      await Promise.all([copying, withEntries(store, keys, 'https://later.example/feed')])
      await using copy = await openStore(target)
      const { counts } = await copy.check({ isDeep: true })
      assert.ok([3, 203].includes(counts.entries), String(counts.entries))
    })
  })
