import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Engine } from '../../src/store/engine/engine.ts'
import { openPostgres, postgresTypes } from '../../src/store/engine/postgres.ts'
import { runRequest, setRequestReader } from '../../src/store/engine/request-context.ts'
import { migrate } from '../../src/store/migrations/migrate.ts'
import { openStore, type StoreOptions } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { until } from '../until.ts'
import { openInstance } from './instance-walk.ts'
import { type PostgresNode, type PostgresNodes, postgresNodes, whyNoPooler } from './postgres-nodes.ts'
import { whyNoServer } from './postgres-server.ts'
import { at, parsed, polled, subscribe } from './store-fixtures.ts'

/** What a page of a reader does. */
const asPage = <Result>(readerId: string, isRead: boolean, work: () => Promise<Result>) =>
  runRequest(isRead, () => {
    setRequestReader(readerId)
    return work()
  })

describe('several PostgreSQL servers', { skip: whyNoServer }, () => {
  let nodes: PostgresNodes
  let primary: PostgresNode
  let schemas = 0
  before(async () => {
    nodes = postgresNodes()
    primary = await nodes.makePrimary()
  })
  after(() => nodes.remove())

  const open = async (url: string, options: StoreOptions = {}): Promise<Store> =>
    openStore(url, { schema: `several_${++schemas}`, connections: 3, ...options })

  describe('a copy that pages are read from', () => {
    let replica: PostgresNode
    before(async () => {
      replica = await nodes.addReplica(primary)
    })

    /** Where a page is read, and how many settings it finds there. */
    const look = (engine: Engine, readerId?: string, isRead = true) =>
      runRequest(isRead, async () => {
        if (readerId) setRequestReader(readerId)
        const { rows } = await sql<{ is_copy: boolean; count: number }>`
          select pg_is_in_recovery() as is_copy, (select count(*) from house_setting) as count`.execute(engine.reader)
        return { where: rows[0]!.is_copy ? 'copy' : 'main', count: rows[0]!.count }
      })
    const keep = (engine: Engine, readerId: string, name: string) =>
      asPage(readerId, false, () =>
        engine.write((tx) => tx.insertInto('house_setting').values({ name, value: '', at: at() }).execute()),
      )
    const openWithCopy = async (options: StoreOptions = {}) => {
      const news: string[] = []
      const engine = await openPostgres(primary.url, {
        schema: `several_${++schemas}`,
        connections: 3,
        readUrl: replica.url,
        onReplica: (what) => news.push(what),
        ...options,
      })
      await migrate(engine, postgresTypes, at)
      return { engine, news, [Symbol.asyncDispose]: () => engine.close() }
    }
    const untilReadFrom = (where: 'copy' | 'main', read: () => ReturnType<typeof look>) =>
      until(`something is read from the ${where}`, async () => {
        const found = await read()
        return found.where === where && found
      })
    /**
     * What was told, but that it was away and back: it is taken for away when it has not answered after two seconds, as it may not on a
     * machine that does much else.
     */
    const toldOf = (news: readonly string[]) =>
      news
        .filter((what) => what !== 'read-database-down')
        .filter((what, at, all) => what !== (all[at - 1] ?? 'read-database-up'))
    /** A test that failed while the copy stood still fails no other. */
    afterEach(() => replica.ask('select pg_wal_replay_resume()'))

    test('is not told of as behind for the hours in which nobody asked', async () => {
      await using opened = await openWithCopy({ readLagMs: 60_000 })
      const { engine, news } = opened
      await untilReadFrom('copy', () => look(engine, 'ann'))
      // Nobody asks for longer than two beats; then it is made an hour.
      await sleep(2_100)
      const anHourAgo = Date.now() - 3_600_000
      await engine.write((tx) => sql`update page_write set number = ${anHourAgo} where bucket = -1`.execute(tx))
      await until('the copy has it', async () => {
        const [row] = await replica.ask(`select number from several_${schemas}.page_write where bucket = -1`)
        return Number(row?.number) === anHourAgo
      })
      await replica.ask('select pg_wal_replay_pause()')
      for (let round = 0; round < 20; round++) {
        await look(engine, 'ann')
        await sleep(25)
      }
      assert.deepEqual(toldOf(news), [])
      await replica.ask('select pg_wal_replay_resume()')
      await untilReadFrom('copy', () => look(engine, 'ann'))
      assert.deepEqual(toldOf(news), [])
      assert.ok(((await engine.checkReplica?.())?.lagMs ?? 0) < 60_000)
    })

    test('shows a reader what they wrote, however far behind it is', async () => {
      await using opened = await openWithCopy({ readLagMs: 8_000 })
      const { engine, news } = opened
      await keep(engine, 'ann', 'first')
      assert.equal((await look(engine, 'ann')).count, 1)
      assert.equal((await untilReadFrom('copy', () => look(engine, 'ann'))).count, 1)

      await replica.ask('select pg_wal_replay_pause()')
      await keep(engine, 'ann', 'second')
      // Somebody else sees what the copy has, until it is too far behind.
      assert.equal((await untilReadFrom('copy', () => look(engine, 'bob'))).count, 1)
      for (let round = 0; round < 5; round++) assert.deepEqual(await look(engine, 'ann'), { where: 'main', count: 2 })
      assert.equal((await untilReadFrom('main', () => look(engine, 'bob'))).count, 2)
      await until('it is told of', async () => {
        await look(engine, 'bob')
        return toldOf(news).length > 0
      })
      assert.deepEqual(toldOf(news), ['read-database-behind'])
      await until('it is known how far', async () => ((await engine.checkReplica?.())?.lagMs ?? 0) > 8_000)

      await replica.ask('select pg_wal_replay_resume()')
      assert.equal((await untilReadFrom('copy', () => look(engine, 'ann'))).count, 2)
      assert.deepEqual(toldOf(news), ['read-database-behind', 'read-database-up'])
    })

    test('shows what was written at another node', async () => {
      await using opened = await openWithCopy()
      const { engine } = opened
      await untilReadFrom('copy', () => look(engine, 'ann'))
      const other = await openPostgres(primary.url, { schema: `several_${schemas}` })
      try {
        await replica.ask('select pg_wal_replay_pause()')
        await keep(other, 'ann', 'elsewhere')
        assert.deepEqual(await look(engine, 'ann'), { where: 'main', count: 1 })
      } finally {
        await replica.ask('select pg_wal_replay_resume()')
        await other.close()
      }
    })

    test('is done without while it is away', async () => {
      await using opened = await openWithCopy()
      const { engine, news } = opened
      await untilReadFrom('copy', () => look(engine, 'ann'))
      news.length = 0
      replica.stop('immediate')
      try {
        for (let round = 0; round < 20; round++) assert.equal((await look(engine, 'ann')).where, 'main')
        assert.deepEqual(news, ['read-database-down'])
        assert.deepEqual(await engine.checkReplica?.(), { isUp: false })
      } finally {
        replica.start()
      }
      await untilReadFrom('copy', () => look(engine, 'ann'))
      assert.deepEqual(news, ['read-database-down', 'read-database-up'])
    })

    test('is read neither by what goes on by itself, nor for what is sent to be kept, nor before it is known who asks', async () => {
      await using opened = await openWithCopy()
      const { engine } = opened
      await untilReadFrom('copy', () => look(engine, 'ann'))
      assert.equal((await look(engine, 'ann', false)).where, 'main')
      assert.equal((await look(engine)).where, 'main')
      const { rows } = await sql<{ is_copy: boolean }>`select pg_is_in_recovery() as is_copy`.execute(engine.reader)
      assert.equal(rows[0]?.is_copy, false)
      const ask = () =>
        asPage('ann', true, async () => {
          const where = async () =>
            (await sql<{ is: boolean }>`select pg_is_in_recovery() as is`.execute(engine.reader)).rows[0]?.is
          const first = await where()
          await engine.write(async () => {})
          return [first, await where()]
        })
      // It may have been long since anybody asked.
      const wheres = await until('a page begins at the copy', async () => {
        const found = await ask()
        return found[0] === true && found
      })
      assert.deepEqual(wheres, [true, false], 'a page that writes reads on where it wrote')
    })
  })

  describe('a server that is restarted', () => {
    test('loses no write and fails no page that waits for it', async () => {
      await using store = await open(primary.url)
      const feedId = await subscribe(store)
      let isOver = false
      const written: string[] = []
      const unknown: string[] = []
      let awayMs = 0
      const writer = (async () => {
        for (let number = 0; !isOver; number++) {
          const key = `k${number}`
          try {
            await store.feeds.savePolls([parsed(feedId, [polled({ key })])])
            written.push(key)
          } catch (error) {
            assert.equal((error as Error).name, 'CommitUnknownError')
            unknown.push(key)
          }
        }
      })()
      const refused: unknown[] = []
      const reader = (async () => {
        while (!isOver)
          await asPage('ann', true, () => store.feeds.list('owner')).catch((error: unknown) => refused.push(error))
      })()
      const untilMore = async (before = written.length) => until('more is written', () => written.length > before + 5)
      try {
        for (const mode of ['fast', 'immediate'] as const) {
          await untilMore()
          const stoppedAt = performance.now()
          primary.stop(mode)
          primary.start()
          awayMs = Math.max(awayMs, performance.now() - stoppedAt)
        }
        await untilMore()
      } finally {
        isOver = true
        await Promise.all([writer, reader])
      }
      // A page waits five seconds; on a machine that does much else a restart may take longer.
      const mayBeTold = awayMs < 4_000 ? [] : ['StoreBusyError']
      for (const error of refused) assert.ok(mayBeTold.includes((error as Error).name), String(error))
      for (const key of written) assert.ok(await store.entries.findByKey(feedId, key), key)
      const { entryCount } = await store.feeds.get('owner', feedId)
      assert.ok(entryCount >= written.length && entryCount <= written.length + unknown.length)
    })

    test('that stays away is told to pages as busy, soon', async (t) => {
      await using store = await open(primary.url)
      await subscribe(store)
      const instance = await openInstance(
        `${primary.url}?options=-c%20search_path%3Dseveral_${++schemas}`,
        undefined,
        true,
      )
      t.after(() => instance.close())
      const visitor = instance.visitor('127.0.0.1')
      primary.stop()
      try {
        const [page] = await Promise.all([
          visitor.get('/'),
          assert.rejects(
            asPage('ann', true, () => store.feeds.list('owner')),
            { name: 'StoreBusyError' },
          ),
        ])
        assert.equal(page.status, 503)
        assert.equal(page.headers.get('retry-after'), '5')
        assert.match(await page.text(), /Busy right now/)
        await assert.rejects(
          asPage('ann', false, () => store.feeds.addMany('ann', [{ url: 'https://x.example/' }], at())),
          { name: 'StoreBusyError' },
        )
      } finally {
        primary.start()
      }
      assert.equal((await asPage('ann', true, () => store.feeds.list('owner'))).length, 1)
      assert.equal((await visitor.get('/')).status, 200)
    })
  })

  test('pages wait a while for a connection, and the work has its own', async () => {
    await using store = await open(primary.url, { connections: 1 })
    await subscribe(store)
    const slow = [1, 2, 3, 4, 5, 6].map(() => asPage('ann', true, () => store.feeds.list('owner')))
    assert.equal((await store.feeds.list('owner')).length, 1)
    for (const list of await Promise.all(slow)) assert.equal(list.length, 1)
  })

  test('a page that asks too much is ended, and another goes on', async () => {
    const engine = await openPostgres(primary.url, { schema: `several_${++schemas}`, connections: 2 })
    try {
      // Long before that is over.
      await assert.rejects(
        asPage('ann', true, () => sql`select pg_sleep(300)`.execute(engine.reader)),
        { name: 'StoreBusyError' },
      )
      await asPage('ann', true, () => sql`select 1`.execute(engine.reader))
    } finally {
      await engine.close()
    }
  })

  for (const [what, settings] of [
    ['refuses settings', []],
    ['drops settings', ['ignore_startup_parameters = options']],
  ] as const)
    test(`a pooler by transactions that ${what} is the same to the store`, { skip: whyNoPooler }, async () => {
      const url = await nodes.addPooler(primary, settings)
      const schema = `several_${++schemas}`
      await using store = await open(url, { schema, connections: 8 })
      await using other = await open(url, { schema, connections: 8 })
      const feedId = await subscribe(store)
      const keys = Array.from({ length: 30 }, (_, index) => `k${index}`)
      // One page after the other: what thirty that wait for four connections are told is not asked here.
      const pages = async () => {
        for (const _ of keys) await asPage('ann', true, () => other.feeds.list('owner'))
      }
      await Promise.all([
        pages(),
        ...keys.flatMap((key, index) => [
          (index % 2 ? store : other).feeds.savePolls([parsed(feedId, [polled({ key })])]),
          store.feeds.list('owner'),
        ]),
      ])
      assert.equal((await other.feeds.get('owner', feedId)).entryCount, 30)
      assert.equal((await store.check({ isDeep: true })).detail, 'Every page was read and is sound.')
      // Another schema over the same connections of the server.
      await using third = await open(url)
      assert.equal((await third.feeds.list('owner')).length, 0)
    })
})
