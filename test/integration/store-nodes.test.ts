import assert from 'node:assert/strict'
import { hostname } from 'node:os'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const facts = { roles: ['fetch', 'story'], serves: true, version: '1.2.3', since: '2026-03-17T08:00:00.000Z' }

for (const dialect of dialects)
  describe(`processes on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('a database that answers takes writes and is of this version', async () => {
      assert.deepEqual(await store.nodes.ping(), { isReadOnly: false, isTooNew: false })
    })

    test('a process is listed with what it does and the lanes it holds, until it leaves', async () => {
      await store.nodes.beat(facts)
      await store.nodes.beat(facts)
      const [node, ...others] = await store.stories.exclusive('cluster:en', () => store.nodes.list())
      assert.ok(node)
      assert.deepEqual(others, [])
      const { id: _, silentMs, lanes, ...rest } = node
      assert.deepEqual(rest, { ...facts, isGone: false, machine: hostname(), pid: process.pid })
      assert.deepEqual(lanes, ['cluster:en'])
      assert.ok(silentMs >= 0 && silentMs < 60_000, String(silentMs))
      await store.nodes.leave()
      assert.deepEqual(await store.nodes.list(), [])
    })

    test('one that has been silent for a day is forgotten, one for an hour is not', async () => {
      const row = (id: string, hours: number) =>
        database.execute(`insert into node (id, machine, pid, roles, serves, version, since, beat_ms)
          values ('${id}', 'm', 1, '', 0, '1', '2026-03-17T08:00:00.000Z', ${Date.now() - hours * 3_600_000})`)
      await row('old', 25)
      await row('recent', 1)
      await store.nodes.beat(facts)
      const nodes = await store.nodes.list()
      assert.deepEqual(
        nodes.map(({ machine }) => machine),
        [hostname(), 'm'],
      )
      assert.ok(nodes[1]!.silentMs > 3_000_000)
      assert.deepEqual(nodes[1]!.roles, [])
      await store.nodes.leave()
    })

    test('data of a newer program are told, unless this one may go on with them', async () => {
      const newer = (version: number, from: number) =>
        database.execute(
          `insert into schema_version (version, name, at, readable_from) values (${version}, 'x', '2027', ${from})`,
        )
      await newer(1000, 1)
      assert.equal((await store.nodes.ping()).isTooNew, false)
      await newer(1001, 1001)
      assert.equal((await store.nodes.ping()).isTooNew, true)
      await database.execute('delete from schema_version where version >= 1000')
    })
  })
