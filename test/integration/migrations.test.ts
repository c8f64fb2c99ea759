import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Engine } from '../../src/store/engine/engine.ts'
import { openPostgres, postgresTypes } from '../../src/store/engine/postgres.ts'
import { openSqlite, sqliteTypes } from '../../src/store/engine/sqlite.ts'
import { migrations } from '../../src/store/migrations/all.ts'
import { type Migration, migrate } from '../../src/store/migrations/migrate.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at } from './store-fixtures.ts'

const newest = migrations.at(-1)!.version
const table: Migration = {
  version: newest + 1,
  name: 'a new table',
  isExpand: true,
  statements: () => ['create table invented (name text primary key)'],
}
const column: Migration = {
  version: newest + 2,
  name: 'a new column',
  isExpand: true,
  statements: () => ["alter table house_setting add column why text not null default ''"],
}
const narrower: Migration = {
  version: newest + 3,
  name: 'an old column goes',
  statements: () => ['alter table house_setting drop column why'],
}

for (const dialect of dialects)
  describe(`steps of the schema on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const openEngine = (database: TestDatabase): Promise<Engine> =>
      dialect === 'sqlite'
        ? openSqlite(database.url)
        : openPostgres(database.url, { connections: 4, ...(database.schema && { schema: database.schema }) })
    const types = dialect === 'sqlite' ? sqliteTypes : postgresTypes
    const stepTo = async (database: TestDatabase, ...more: readonly Migration[]) => {
      const engine = await openEngine(database)
      try {
        return await migrate(engine, types, at, [...migrations, ...more])
      } finally {
        await engine.close()
      }
    }

    test('an older program goes on with data that were only added to, and starts on them', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const running = await database.open()
      await running.instanceSettings.set('before', 'yes', at())
      assert.equal(await stepTo(database, table, column), newest + 2)
      await running.instanceSettings.set('after', 'yes', at())
      const older = await database.open()
      assert.equal(await older.instanceSettings.get('after'), 'yes')
      await older.instanceSettings.set('after', 'again', at())
      assert.equal((await older.check()).schemaVersion, newest + 2)
      assert.equal(await stepTo(database, table), newest + 2, 'nor does it take anything back')
    })

    test('an older program is refused where something was taken away, and where it may not know', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      await stepTo(database, table, column, narrower)
      await assert.rejects(database.open(), { name: 'NewerDataError', message: /Update the program/ })
      await assert.rejects(stepTo(database, table), { name: 'NewerDataError' })
      assert.equal(await stepTo(database, table, column, narrower), newest + 3)
      // What is added after that lets those go on that know it.
      const later: Migration = { version: newest + 4, name: 'more', isExpand: true, statements: () => [] }
      assert.equal(await stepTo(database, table, column, narrower, later), newest + 4)
      assert.equal(await stepTo(database, table, column, narrower), newest + 4)
      await assert.rejects(stepTo(database, table, column), { name: 'NewerDataError' })
    })

    test('two that take the same steps at once take each once', async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const index = { name: 'house_setting_by_why', table: 'house_setting', columns: 'why' }
      const steps = [table, { ...column, indexes: [index] }]
      await Promise.all([1, 2, 3].map(() => stepTo(database, ...steps)))
      const engine = await openEngine(database)
      t.after(() => engine.close())
      const names = await indexNames(engine, database)
      assert.equal(names.filter((name) => name === 'house_setting_by_why').length, 1)
    })

    test('a large index is made beside those who write, and again when half of it was made', async (t) => {
      if (dialect === 'sqlite') return t.skip('SQLite has one writer at a time')
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const store = await database.open()
      await store.instanceSettings.set('one', 'yes', at())
      // Half made: as a process that was ended leaves it.
      const index = { name: 'house_setting_by_value', table: 'house_setting', columns: 'value' }
      await database.execute(`create index house_setting_by_value on house_setting (value)`)
      await database.execute(
        `update pg_index set indisvalid = false where indexrelid = 'house_setting_by_value'::regclass`,
      )
      let isOver = false
      const writing = (async () => {
        for (let number = 0; !isOver; number++) await store.instanceSettings.set(`n${number}`, 'yes', at())
      })()
      await stepTo(database, { ...table, indexes: [index] })
      isOver = true
      await writing
      const engine = await openEngine(database)
      t.after(() => engine.close())
      const { rows } = await sql<{ is: boolean }>`
        select indisvalid as is from pg_index where indexrelid = 'house_setting_by_value'::regclass`.execute(
        engine.reader,
      )
      assert.deepEqual(rows, [{ is: true }])
    })

    test('a step that has to wait lets others have their turn, and is taken in the end', async (t) => {
      if (dialect === 'sqlite') return t.skip('SQLite has one writer at a time')
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const store = await database.open()
      const engine = await openEngine(database)
      t.after(() => engine.close())
      const gate = Promise.withResolvers<void>()
      const begun = Promise.withResolvers<void>()
      // A long look at the table that is to be changed.
      const looking = engine.write(async (tx) => {
        await sql`select * from house_setting`.execute(tx)
        begun.resolve()
        await gate.promise
      })
      await begun.promise
      let isDone = false
      const stepping = stepTo(database, column).then(() => {
        isDone = true
      })
      await sleep(500)
      // It is behind the step, which gives way.
      await store.instanceSettings.set('turn', 'yes', at())
      assert.equal(isDone, false)
      gate.resolve()
      await looking
      await stepping
      assert.equal(await store.instanceSettings.get('turn'), 'yes')
    })
  })

async function indexNames(engine: Engine, database: TestDatabase): Promise<readonly string[]> {
  const { rows } = await (database.schema
    ? sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = ${database.schema}`
    : sql<{ name: string }>`select name from sqlite_master where type = 'index'`
  ).execute(engine.reader)
  return rows.map(({ name }) => name)
}
