import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beSilent } from '../../lab/prove/silence/be-silent.ts'
import { type DatabaseProxy, openDatabaseProxy } from '../../lab/prove/silence/database-proxy.ts'
import { shortTroubles } from '../../lab/prove/silence.ts'
import type { Engine } from '../../src/store/engine/engine.ts'
import { openPostgres, postgresTypes } from '../../src/store/engine/postgres.ts'
import { runRequest } from '../../src/store/engine/request-context.ts'
import { migrate } from '../../src/store/migrations/migrate.ts'
import { until } from '../until.ts'
import { type PostgresNode, type PostgresNodes, postgresNodes, whyNoPooler } from './postgres-nodes.ts'
import { whyNoServer } from './postgres-server.ts'

/** What is ten seconds elsewhere. */
const silenceMs = 1_000
/** Thirty seconds elsewhere; far less than the patience of anything that waits. */
const backWithinMs = 6_000

describe('a network that swallows bytes', { skip: whyNoServer }, () => {
  let nodes: PostgresNodes
  let primary: PostgresNode
  let proxy: DatabaseProxy
  let engine: Engine
  before(async () => {
    nodes = postgresNodes()
    primary = await nodes.makePrimary()
    proxy = await openDatabaseProxy(primary.port)
    engine = await openPostgres(`postgres://postgres@127.0.0.1:${proxy.port}/postgres`, { connections: 3, silenceMs })
    await migrate(engine, postgresTypes, () => new Date().toISOString())
    await engine.write((tx) => sql`create table edit_mark (name text, at timestamptz default now())`.execute(tx))
  })
  after(async () => {
    await engine.close()
    await proxy.close()
    nodes.remove()
  })

  const mark = (name: string) => engine.write((tx) => sql`insert into edit_mark (name) values (${name})`.execute(tx))
  const asPage = <Result>(work: () => Promise<Result>) => runRequest(false, work)
  const countOf = async (name: string) =>
    Number((await primary.ask(`select count(*) as found from twosource.edit_mark where name = '${name}'`))[0]?.found)
  /** More than there are connections, so that each of them is in use: none of these may end otherwise than with an error. */
  const askMany = (name: string) =>
    Array.from({ length: 6 }, (_, index) => mark(`${name} ${index}`).catch((error: unknown) => error))
  const isBack = async () => {
    const startedMs = performance.now()
    await Promise.all([mark('back'), asPage(() => mark('back')), sql`select 1`.execute(engine.reader)])
    return performance.now() - startedMs
  }

  test('is over for the work as soon as it is over', async () => {
    proxy.silence()
    const asked = askMany('swallowed')
    await sleep(2 * silenceMs)
    proxy.speak()
    assert.ok((await isBack()) < backWithinMs)
    await Promise.all(asked)
  })

  test('of which nothing arrives for long fails what waits, and is over as soon as it is over', async () => {
    proxy.silence()
    const asked = askMany('long')
    const ofPage = asPage(() => mark('page')).catch((error: unknown) => error)
    await sleep(6 * silenceMs)
    assert.equal(((await ofPage) as Error).name, 'StoreBusyError')
    proxy.speak()
    assert.ok((await isBack()) < backWithinMs)
    await Promise.all(asked)
    assert.equal(await countOf('page'), 0)
  })

  for (const what of ['reset', 'forget'] as const)
    test(`connections that are ${what === 'reset' ? 'reset' : 'half open'} are replaced`, async () => {
      await isBack()
      proxy[what]()
      assert.ok((await isBack()) < backWithinMs)
    })

  test('a server that is restarted behind half-open connections is found again', async () => {
    await isBack()
    proxy.forget()
    primary.stop('immediate')
    primary.start()
    assert.ok((await isBack()) < backWithinMs)
  })

  test('leaves no lock behind of a transaction that was cut off', async () => {
    await mark('locked')
    const { promise: isLocked, resolve } = Promise.withResolvers<void>()
    const cut = engine
      .write(async (tx) => {
        await sql`update edit_mark set at = now() where name = 'locked'`.execute(tx)
        resolve()
        await sleep(silenceMs / 2)
        await sql`select 1`.execute(tx)
      })
      .catch((error: unknown) => error)
    await isLocked
    proxy.silence()
    await sleep(2 * silenceMs)
    proxy.speak()
    const startedMs = performance.now()
    await engine.write((tx) => sql`update edit_mark set at = now() where name = 'locked'`.execute(tx))
    assert.ok(performance.now() - startedMs < backWithinMs)
    await cut
  })

  test('what takes long is not cut off', async () => {
    const long = 4 * silenceMs
    await Promise.all([
      engine.write((tx) => sql`select pg_sleep(${long / 1000})`.execute(tx)),
      asPage(() => engine.write((tx) => sql`select pg_sleep(${long / 1000})`.execute(tx))),
      engine.write((tx) => sql`lock table edit_mark in access exclusive mode`.execute(tx).then(() => sleep(long))),
      sleep(100).then(() => mark('waited for a lock')),
    ])
    assert.equal(await countOf('waited for a lock'), 1)
  })

  test('what takes long is not cut off behind a pooler either', { skip: whyNoPooler }, async () => {
    const pooled = await openPostgres(await nodes.addPooler(primary), { schema: 'pooled', connections: 3, silenceMs })
    try {
      await pooled.write((tx) => sql`select pg_sleep(${(4 * silenceMs) / 1000})`.execute(tx))
    } finally {
      await pooled.close()
    }
  })

  test('an edit whose commit is cut off is known to be kept, or not', async () => {
    for (const what of ['commit', 'answer'] as const) {
      const name = `cut off at the ${what}`
      proxy.silenceAtCommit(what)
      const page = asPage(() => mark(name)).then(
        () => 'kept',
        (error: unknown) => (error as Error).name,
      )
      await sleep(1.5 * silenceMs)
      proxy.speak()
      const found = await page
      // What was certainly not kept is done again, or said to be busy; in neither case twice.
      assert.equal(await countOf(name), found === 'kept' ? 1 : 0, `${name}: ${found}`)
      assert.ok(what === 'answer' ? found === 'kept' : found === 'kept' || found === 'StoreBusyError', found)
    }
  })

  test('an edit of which that cannot be found out says so, and is kept once or not at all', async () => {
    proxy.silenceAtCommit('answer')
    const found = await asPage(() => mark('never found out')).catch((error: unknown) => error)
    proxy.speak()
    assert.equal((found as Error).name, 'CommitUnknownError')
    assert.equal(await countOf('never found out'), 1)
  })

  test('and none of all that leaves a transaction open', async () => {
    await until('nobody is left in a transaction', async () => {
      const [row] = await primary.ask(
        `select count(*) as found from pg_stat_activity where state like 'idle in trans%'`,
      )
      return Number(row?.found) === 0
    })
  })
})

test('the product outlives silence, resets, half-open connections and a restart, with every edit', {
  skip: whyNoServer,
}, async () => {
  const {
    outlived,
    acknowledged,
    unconfirmed: _,
    busy: _busy,
    otherwise,
    ...none
  } = await beSilent(shortTroubles, silenceMs)
  for (const { name, edits, work, ready } of outlived)
    for (const ms of [edits, work, ready]) assert.ok(ms < 30_000, `${name}: ${ms} ms`)
  assert.ok(acknowledged > 0)
  assert.deepEqual(otherwise, [])
  assert.deepEqual(none, { lost: 0, doubled: 0, entriesLost: 0, entriesDoubled: 0, leftInTransaction: 0 })
})
