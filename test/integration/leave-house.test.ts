import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { columnsOf, queryAll } from './all-tables.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const at = '2026-03-12T12:00:00.000Z'
const canary = (table: string, column: string) => `canary-${table}-${column}-7f3a`

for (const dialect of dialects)
  describe(`leaving the house on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    /** A row in every table of readers, with a word of its own in every column of text. */
    async function plant(readerId: string): Promise<readonly string[]> {
      const planted: string[] = []
      for (const table of await store.readerRows.tables()) {
        const columns = await columnsOf(database, table)
        const values = columns.map(({ name, isText }) => {
          if (name === 'reader_id') return `'${readerId}'`
          if (!isText) return '1'
          planted.push(canary(table, name))
          return `'${canary(table, name)}'`
        })
        const names = columns.map(({ name }) => `"${name}"`).join(', ')
        await database.execute(`insert into "${table}" (${names}) values (${values.join(', ')})`)
      }
      return planted
    }

    test('nothing of who left is found in any table, nor anywhere in the file', async () => {
      const name = 'canary-account-name-7f3a'
      await store.accounts.add({
        id: 'leaver',
        name,
        role: 'reader',
        email: 'canary-mail-7f3a@example.org',
        createdAt: at,
      })
      await store.follows.add('stays', [{ kind: 'topic', target: 'x', label: 'still here', at }])
      const planted = [...(await plant('leaver')), 'canary-account-name-7f3a', 'canary-mail-7f3a']
      assert.ok(planted.length > 60, `${planted.length} words were planted`)
      // What was changed since leaves its old words behind.
      await store.accounts.rename('leaver', 'another name')
      const before = await queryAll(database)
      for (const word of planted.filter((word) => word !== name)) assert.ok(before.includes(word), word)

      assert.equal(await store.readerRows.remove('leaver', 'remove'), 'done')
      await store.readerRows.scrub()

      const rows = await queryAll(database)
      assert.ok(rows.includes('still here'))
      assert.ok(!rows.includes('7f3a') && !rows.includes('leaver'))
      if (dialect === 'sqlite')
        for (const file of [database.url, `${database.url}-wal`])
          assert.equal(readFileSync(file, 'latin1').split('7f3a').length - 1, 0, file)
      assert.equal(await store.readerRows.remove('leaver', 'remove'), 'not-there')
      assert.equal((await store.check({ isDeep: true })).isOk, true)
    })

    test('what is taken away is everything but what proves who somebody is', async () => {
      await store.accounts.add({ id: 'taker', name: 'taker', role: 'reader', createdAt: at })
      await plant('taker')
      const taken = await store.readerRows.list('taker')
      assert.deepEqual(Object.keys(taken), await store.readerRows.tables())
      const text = JSON.stringify(taken)
      assert.ok(text.includes(canary('note', 'body')) && text.includes(canary('api_token', 'name')))
      for (const secret of [
        canary('password', 'hash'),
        canary('session', 'token_hash'),
        canary('api_token', 'token_hash'),
        canary('app_password', 'hash'),
        canary('invitation', 'token_hash'),
      ])
        assert.ok(!text.includes(secret), secret)
    })

    test('the last owner stays', async () => {
      assert.equal(await store.readerRows.remove('owner', 'remove'), 'last-owner')
    })
  })
