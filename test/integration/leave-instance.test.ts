import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { exportOwn } from '../../src/operations/accounts/export-own.ts'
import { NoRoomError } from '../../src/operations/body-memory.ts'
import type { Store } from '../../src/store/store.ts'
import { columnsOf, queryAll } from './all-tables.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { readOwn } from './read-own.ts'
import { withEntries } from './store-fixtures.ts'

const at = '2026-03-12T12:00:00.000Z'
const canary = (table: string, column: string, readerId: string) => `canary-${table}-${column}-${readerId}-7f3a`
/**
 * What stays of the discussion, so that answers and the log keep their places: ids, times, and the words of the outlet that were
 * discussed; nothing that who left wrote, nor who they were.
 */
const placesOfDiscussion =
  /^canary-(?:comment-(?:id|kind|target|document_id|exact|prefix|suffix|parent_id|root_id|path|at|edited_at|appealed_at)|discussion_lock-(?:kind|target|at)|moderation_entry-(?:id|kind|made_by|comment_id|on_kind|on_target|at))-/

/** What is left of who went, but for the places. */
const leftIn = (text: string) =>
  [...new Set(text.match(/canary-[\w-]+-7f3a|canary-mail|leaver/g) ?? [])].filter(
    (word) => !placesOfDiscussion.test(word),
  )

for (const dialect of dialects)
  describe(`leaving the house on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      // What the rows of readers stand on: the first feed, and the first entry of it.
      await withEntries(store, [{ key: 'one' }])
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
          planted.push(canary(table, name, readerId))
          return `'${canary(table, name, readerId)}'`
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
      assert.deepEqual(leftIn(rows), [])
      if (dialect === 'sqlite')
        for (const file of [database.url, `${database.url}-wal`])
          assert.deepEqual(leftIn(readFileSync(file, 'latin1')), [], file)
      assert.equal(await store.readerRows.remove('leaver', 'remove'), 'not-there')

      // What a request that was under way still writes goes as well, and nothing of who is there.
      await store.follows.add('leaver', [{ kind: 'topic', target: 'y', label: 'canary-late-7f3a', at }])
      assert.deepEqual(
        [await store.readerRows.removeRest('leaver'), await store.readerRows.removeRest('owner')],
        [1, 0],
      )
      assert.deepEqual(leftIn(await queryAll(database)), [])
      assert.equal((await store.check({ isDeep: true })).isOk, true)
    })

    test('what is taken away is everything but what proves who somebody is', async () => {
      await store.accounts.add({ id: 'taker', name: 'taker', role: 'reader', createdAt: at })
      await plant('taker')
      const taken = await store.readerRows.list('taker')
      assert.deepEqual(Object.keys(taken), await store.readerRows.tables())
      const text = JSON.stringify(taken)
      assert.ok(text.includes(canary('note', 'body', 'taker')) && text.includes(canary('api_token', 'name', 'taker')))
      for (const secret of [
        canary('password', 'hash', 'taker'),
        canary('session', 'token_hash', 'taker'),
        canary('api_token', 'token_hash', 'taker'),
        canary('app_password', 'hash', 'taker'),
        canary('invitation', 'token_hash', 'taker'),
      ])
        assert.ok(!text.includes(secret), secret)
    })

    test('what is taken away comes piece by piece, to one at a time, while others have their turn', async () => {
      await store.accounts.add({ id: 'packer', name: 'Päcker 🧳', role: 'reader', createdAt: at })
      const visits = Array.from({ length: 5_000 }, (_, i) => ({
        ...({ kind: 'article', target: `🧳 of ${i}` } as const),
        at: new Date(Date.parse(at) + i * 1000).toISOString(),
      }))
      await store.visits.add('packer', visits)
      const log = () => {}
      const context = {
        store,
        log,
        now: () => new Date(at),
        reader: { id: 'packer', name: 'p', role: 'reader' },
      } as const
      const run = () => exportOwn.run(context as unknown as Parameters<typeof exportOwn.run>[0], {})
      const [first, second] = await Promise.all([run(), run()])
      let turns = 0
      const timer = setInterval(() => turns++, 1).unref()
      const reading = first.body.getReader()
      while ((await reading.read()).value!.length === 0);
      await assert.rejects(run(), NoRoomError, 'while one is being read')
      await reading.cancel()
      const files = await readOwn(second)
      clearInterval(timer)
      assert.ok(turns > 5, `others had ${turns} turns`)
      assert.deepEqual(Object.keys(files), ['everything.json', 'everything.html', 'marks.json', 'feeds.opml'])
      const { tables, ...rest } = JSON.parse(files['everything.json']!)
      assert.deepEqual(rest, { format: 'twosource-reader', version: 1, exportedAt: at })
      const { account, ...kept } = tables
      assert.equal(account[0].name, 'Päcker 🧳')
      assert.deepEqual(kept, JSON.parse(JSON.stringify(await store.readerRows.list('packer'))))
      assert.equal(files['everything.json'], `${JSON.stringify({ ...rest, tables }, undefined, 1)}\n`)
      assert.equal(files['everything.html']!.match(/<td dir="auto">🧳 of \d+<\/td>/g)!.length, 5_000)
      assert.equal(JSON.parse(files['marks.json']!).visits.length, 5_000)
      assert.ok(files['feeds.opml']!.includes('<opml'))
      await readOwn(await run())
    })

    test('the last owner stays', async () => {
      assert.equal(await store.readerRows.remove('owner', 'remove'), 'last-owner')
    })
  })
