import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { openPostgres } from '../../src/store/engine/postgres.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeDatabase, makeEmptyDatabase, skipReason, type TestDatabase } from './databases.ts'
import { withEntries } from './store-fixtures.ts'

const nameOf = (url: string) => new URL(url).pathname.slice(1)

async function execute(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statements)
  await client.end()
}

describe('a role of PostgreSQL', { skip: skipReason('postgres') }, () => {
  let database: TestDatabase
  const roles = ['hurried', 'lesser'].map((name) => `${name}_${process.pid}`) as [string, string]
  const [hurried, lesser] = roles
  const as = (role: string) => Object.assign(new URL(database.url), { username: role }).href

  before(async () => {
    database = await makeDatabase('postgres')
    for (const role of roles)
      await database.execute(`create role ${role} login; grant all on database "${nameOf(database.url)}" to ${role}`)
  })
  after(async () => {
    for (const role of roles) await database.execute(`drop owned by ${role} cascade; drop role ${role}`)
    await database.remove()
  })

  test('may have been given times and an isolation that are not for us', async () => {
    await database.execute(
      `alter role ${hurried} set statement_timeout = 50; alter role ${hurried} set lock_timeout = 1;
       alter role ${hurried} set default_transaction_isolation = 'serializable'`,
    )
    const engine = await openPostgres(as(hurried), { schema: `of_${hurried}` })
    try {
      const look = sql<{ isolation: string; wait: string }>`
        select current_setting('transaction_isolation') as isolation, current_setting('lock_timeout') as wait, pg_sleep(0.2)`
      const found = [await look.execute(engine.reader), await engine.write((tx) => look.execute(tx))]
      const seen = found.map(({ rows }) => `${rows[0]?.isolation}, ${rows[0]?.wait}`)
      assert.deepEqual(seen, ['read committed, 0', 'read committed, 0'])
    } finally {
      await engine.close()
    }
  })

  test('may have connections that the server ends while nothing is asked on them', async () => {
    await database.execute(`alter role ${hurried} set idle_session_timeout = 60`)
    const engine = await openPostgres(as(hurried), { schema: `of_${hurried}`, connections: 4 })
    try {
      const ask = async (_: unknown, lane: number) => {
        for (let time = 0; time < 20; time++) {
          const one = sql<{ one: number }>`select 1 as one`
          const { rows } = await (lane % 2 ? one.execute(engine.reader) : engine.write((tx) => one.execute(tx)))
          assert.equal(rows[0]?.one, 1)
          await sleep(52 + ((time + lane) % 8) * 2)
        }
      }
      await Promise.all(Array.from({ length: 4 }, ask))
    } finally {
      await engine.close()
      await database.execute(`alter role ${hurried} reset idle_session_timeout`)
    }
  })

  test('is asked anew how it is to be used when the server ends the connection, and no more often than three times', async () => {
    const { hostname, port } = new URL(as(hurried))
    let ended = 0
    let mostEnded = 2
    const before = createServer((socket) => {
      socket.on('error', () => {})
      if (ended < mostEnded) {
        ended++
        socket.once('data', () => socket.destroy())
        return
      }
      const there = connect(Number(port), hostname)
      there.on('error', () => socket.destroy())
      socket.pipe(there).pipe(socket)
    })
    await once(before.listen(0, '127.0.0.1'), 'listening')
    const url = new URL(as(hurried))
    url.port = String((before.address() as AddressInfo).port)
    try {
      const engine = await openPostgres(url.href, { schema: `of_${hurried}`, connections: 1 })
      await engine.close()
      assert.equal(ended, 2)
      ended = 0
      mostEnded = 100
      await assert.rejects(openPostgres(url.href, { schema: `of_${hurried}` }), /cannot be used as the database/)
      assert.equal(ended, 3)
    } finally {
      await new Promise((resolve) => before.close(resolve))
    }
  })

  test('that does not own the tables is told so in a line', async () => {
    await (await database.open()).close()
    const { schema = '' } = database
    const open = () => openStore(as(lesser), { schema })
    const refused = (why: string) => ({
      name: 'StoreError',
      message: new RegExp(
        `^postgres://[^@]+ cannot be used as the database: ${why}. The role it names has to own the schema and all`,
      ),
    })
    await assert.rejects(open(), refused(`permission denied for schema ${schema}`))
    await database.execute(`grant usage, create on schema ${schema} to ${lesser}`)
    await assert.rejects(open(), refused('permission denied for table schema_version'))
    await database.execute(`grant all on all tables in schema ${schema} to ${lesser}`)
    const store = await open()
    await withEntries(store, [{ key: 'a' }])
    const { isOk, detail } = await store.check({ isWhole: true })
    await store.close()
    assert.deepEqual(
      [isOk, detail.replace(/ is owned by \w+,/, ' is owned by …,')],
      [false, `The table account is owned by …, not by ${lesser}: alter table … owner to it.`],
    )
  })

  test('that there is none of is told in a line, without the password', async () => {
    const url = Object.assign(new URL(as('nobody_here')), { password: 'a%40secret' }).href
    const message = await openStore(url).then(String, String)
    assert.match(message, /^StoreError: postgres:\/\/[^@]+ cannot be used as the database: role "nobody_here" does not/)
    assert.doesNotMatch(message, /secret|\n/)
  })
})

describe('letters of a PostgreSQL database', { skip: skipReason('postgres') }, () => {
  const cases = [
    ['latin', `encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'`, '', /keeps text in LATIN1, .*copy-store/],
    [
      'reordered',
      `encoding 'UTF8' locale_provider icu icu_locale 'en' locale 'C'`,
      `update pg_database set datcollversion = '0.1' where datname = current_database();`,
      /sorts text differently \(.+\) than when the indexes were made \(0\.1\): .*reindex database "reordered_/,
    ],
  ] as const
  for (const [what, how, change, said] of cases)
    test(`that is ${what} and in use is told by a check`, async (t) => {
      const database = await makeEmptyDatabase('postgres')
      const name = `${what}_${process.pid}`
      await database.execute(`create database ${name} ${how} template template0`)
      t.after(async () => {
        await database.execute(`drop database ${name} with (force)`)
        await database.remove()
      })
      const url = Object.assign(new URL(database.url), { pathname: `/${name}` }).href
      await execute(
        url,
        `create schema twosource; create table twosource.schema_version (version integer primary key, name text not null, at text not null); ${change}`,
      )
      await using store = await openStore(url)
      const { isOk, detail } = await store.check({ isWhole: true })
      assert.equal(isOk, false)
      assert.match(detail, said)
    })
})
