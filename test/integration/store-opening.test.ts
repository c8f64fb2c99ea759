import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { migrations } from '../../src/store/migrations/all.ts'
import { openStore } from '../../src/store/open-store.ts'
import { dialects, makeDatabase, makeEmptyDatabase, skipReason } from './databases.ts'
import { at, parsed, polled, subscribe } from './store-fixtures.ts'

describe('a PostgreSQL database in another encoding', { skip: skipReason('postgres') }, () => {
  for (const encoding of ['LATIN1', 'SQL_ASCII'])
    test(`a new store is refused in ${encoding}, and nothing is made`, async (t) => {
      const database = await makeEmptyDatabase('postgres')
      const name = `encoded_${encoding.toLowerCase()}_${process.pid}`
      await database.execute(
        `create database ${name} encoding '${encoding}' lc_collate 'C' lc_ctype 'C' template template0`,
      )
      t.after(async () => {
        await database.execute(`drop database ${name} with (force)`)
        await database.remove()
      })
      const url = Object.assign(new URL(database.url), { pathname: `/${name}` }).href
      await assert.rejects(openStore(url), new RegExp(`${encoding}.*UTF8`))
    })
})

for (const dialect of dialects)
  describe(`opening on ${dialect}`, { skip: skipReason(dialect) }, () => {
    test('a new store is empty and sound', async (t) => {
      const database = await makeEmptyDatabase(dialect)
      t.after(() => database.remove())
      const store = await database.open()
      const check = await store.check({ isDeep: true })
      assert.deepEqual(check.counts, { feeds: 0, entries: 0, articles: 0, stories: 0 })
      assert.equal(check.isOk, true)
      assert.equal(check.schemaVersion, migrations.at(-1)?.version)
      assert.ok(check.sizeBytes > 0)
      assert.equal(store.dialect, dialect)
    })

    test('what was written is there when it is opened again', async (t) => {
      const database = await makeEmptyDatabase(dialect)
      t.after(() => database.remove())
      const first = await database.open()
      const feedId = await subscribe(first)
      await first.feeds.savePolls([parsed(feedId, [polled({ key: 'kept' })])])
      await first.close()
      await first.close()
      const second = await database.open()
      assert.ok(await second.entries.findByKey(feedId, 'kept'))
    })

    test('two that open a new store at the same moment both find it whole', async (t) => {
      const database = await makeEmptyDatabase(dialect)
      t.after(() => database.remove())
      const stores = await Promise.all([1, 2, 3].map(() => database.open()))
      const checks = await Promise.all(stores.map((store) => store.check()))
      assert.deepEqual(
        checks.map((check) => check.isOk),
        [true, true, true],
      )
    })

    test('two openings write side by side and lose nothing', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const stores = await Promise.all([1, 2].map(() => database.open()))
      const { added } = await stores[0]!.feeds.addMany(
        'owner',
        [1, 2, 3, 4].map((number) => ({ url: `https://side${number}.example/` })),
        at(),
      )
      const keys = Array.from({ length: 25 }, (_, index) => `k${index}`)
      await Promise.all(
        stores.flatMap((store) =>
          keys.map((key) => store.feeds.savePolls(added.map((feedId) => parsed(feedId, [polled({ key })])))),
        ),
      )
      for (const feed of await stores[1]!.feeds.list('owner')) {
        assert.equal(feed.entryCount, 25)
        assert.equal(feed.unreadCount, 25)
      }
    })

    test('data of a newer program are refused with what to do', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      await (await database.open()).close()
      await database.execute(`insert into schema_version (version, name, at) values (999, 'from the future', 'then')`)
      await assert.rejects(database.open(), { name: 'NewerDataError', message: /version 999.*Update the program/ })
    })

    test('a failing transaction leaves nothing behind', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const store = await database.open()
      const feedId = await subscribe(store)
      const bad = { ...polled({ key: 'bad' }), text: () => assert.fail('on purpose') }
      await assert.rejects(store.feeds.savePolls([parsed(feedId, [polled({ key: 'good' }), bad])]), /on purpose/)
      assert.equal((await store.feeds.get('owner', feedId)).entryCount, 0)
      assert.equal((await store.feeds.savePolls([parsed(feedId, [polled({ key: 'good' })])]))[0]?.newCount, 1)
    })

    test('after closing, a call says that the store is closed', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const store = await database.open()
      await store.close()
      await assert.rejects(store.feeds.addMany('owner', [{ url: 'https://late.example/' }], at()))
      assert.equal((await store.check()).isOk, false)
    })
  })

describe('the place of a store', () => {
  test('is a path, a sqlite: URL or a file: URL; its folder is made', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-place-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'deep', 'er', 'store.db')
    for (const [index, url] of [path, `sqlite:${path}`, `sqlite://${path}`, pathToFileURL(path).href].entries()) {
      const store = await openStore(url)
      await store.feeds.addMany('owner', [{ url: `https://place${index}.example/` }], at())
      await store.close()
    }
    const store = await openStore(path)
    assert.equal((await store.feeds.list('owner')).length, 4)
    await store.close()
  })

  test('in a folder that others may look into is a file for this user alone, and keeps rights it was given', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-place-'))
    t.after(() => rmSync(folder, { recursive: true }))
    chmodSync(folder, 0o755)
    const path = join(folder, 'store.db')
    const rights = (file: string) => (statSync(file).mode & 0o777).toString(8)
    const store = await openStore(path)
    assert.deepEqual([path, `${path}-wal`, `${path}-shm`].map(rights), ['600', '600', '600'])
    await store.close()
    chmodSync(path, 0o640)
    await (await openStore(path)).close()
    assert.equal(rights(path), '640')
  })

  test('that holds no database is refused', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-place-'))
    t.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'notes.txt'), 'not a database, but long enough to look like a file of one'.repeat(50))
    await assert.rejects(openStore(join(folder, 'notes.txt')), /not a database/)
    await assert.rejects(openStore(folder))
  })

  test('in PostgreSQL is a schema with a plain name', async () => {
    await assert.rejects(openStore('postgres://127.0.0.1:1/none', { schema: 'x; drop' }), /isn’t a plain name/)
  })
})

test('what is no database is named with why, in one line, and no pipe is waited for', {
  timeout: 120_000,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-opening-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const paths = ['noise', 'pipe', 'folder'].map((name) => join(folder, name)) as [string, string, string]
  writeFileSync(paths[0], 'no database at all, however long it is. '.repeat(1_000))
  execFileSync('mkfifo', [paths[1]])
  mkdirSync(paths[2])
  const found = await Promise.all(paths.map((path) => openStore(path).then(String, String)))
  assert.deepEqual(found, [
    `StoreError: ${paths[0]} cannot be used as the database: file is not a database.`,
    `StoreError: ${paths[1]} cannot be used as the database: it isn’t a regular file.`,
    `StoreError: ${paths[2]} cannot be used as the database: it isn’t a regular file.`,
  ])
})
