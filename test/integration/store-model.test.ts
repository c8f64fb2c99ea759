import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

for (const dialect of dialects)
  describe(`what a model costs, on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('is added up by day and use', async () => {
      assert.deepEqual(await store.modelUse.spent('2026-03-12'), { calls: 0, tokens: 0 })
      const { count } = store.modelUse
      await count('2026-03-11', 'summary', { calls: 1, tokensIn: 5, tokensOut: 5 })
      await Promise.all(
        Array.from({ length: 20 }, () => count('2026-03-12', 'summary', { calls: 1, tokensIn: 100, tokensOut: 10 })),
      )
      await count('2026-03-12', 'summary', { kept: 3, dropped: { number: 2, name: 1, form: 0 } })
      await count('2026-03-12', 'summary', { kept: 1, dropped: { number: 1 } })
      await count('2026-03-12', 'answer', { calls: 1, failures: 1 })
      assert.deepEqual(await store.modelUse.spent('2026-03-12'), { calls: 21, tokens: 2200 })
      const none = { calls: 0, failures: 0, tokensIn: 0, tokensOut: 0, kept: 0, dropped: 0, droppedBy: {} }
      assert.deepEqual(await store.modelUse.days('2026-03-12'), [
        { ...none, day: '2026-03-12', use: 'answer', calls: 1, failures: 1 },
        {
          ...none,
          day: '2026-03-12',
          use: 'summary',
          calls: 20,
          tokensIn: 2000,
          tokensOut: 200,
          kept: 4,
          dropped: 4,
          droppedBy: { name: 1, number: 3 },
        },
      ])
      assert.equal((await store.modelUse.days('2026-03-01')).length, 3)
    })

    test('a choice and its key are kept together, and the key is forgotten when it is said so', async () => {
      assert.deepEqual(await store.modelChoice.find(), {})
      await store.modelChoice.set('{"a":1}', 'secret', '2026-03-12T10:00:00.000Z')
      assert.deepEqual(await store.modelChoice.find(), { body: '{"a":1}', key: 'secret' })
      await store.modelChoice.set('{"a":2}', undefined, '2026-03-12T10:00:01.000Z')
      assert.deepEqual(await store.modelChoice.find(), { body: '{"a":2}' })
    })
  })
