import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`preferences on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('none are set at first', async () => {
      assert.deepEqual([...(await store.preferences.all('owner'))], [])
    })

    test('the last value stands, and only for the reader who set it', async () => {
      await store.preferences.set('owner', 'theme', 'dark', at(1))
      await store.preferences.set('owner', 'theme', 'light', at(2))
      await store.preferences.set('owner', 'density', 'dense', at(2))
      await store.preferences.set('guest', 'theme', 'dark', at(3))
      assert.deepEqual([...(await store.preferences.all('owner'))].toSorted(), [
        ['density', 'dense'],
        ['theme', 'light'],
      ])
      assert.deepEqual([...(await store.preferences.all('guest'))], [['theme', 'dark']])
    })

    test('what another process sets is seen at the next question, and is there when opened again', async () => {
      const second = await database.open()
      await store.preferences.all('owner')
      await second.preferences.set('owner', 'theme', 'auto', at(4))
      assert.equal((await store.preferences.all('owner')).get('theme'), 'auto')
      assert.equal((await (await database.open()).preferences.all('owner')).get('density'), 'dense')
    })

    test('any text is kept as it is', async () => {
      await store.preferences.set('owner', "o'dd", 'a "b" \\ ع', at(5))
      assert.equal((await store.preferences.all('owner')).get("o'dd"), 'a "b" \\ ع')
    })
  })
