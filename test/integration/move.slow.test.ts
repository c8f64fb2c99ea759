import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Context } from '../../src/app/context.ts'
import { move } from '../../src/cli/move.ts'
import type { MoveKind } from '../../src/core/feed/moved-entry.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { continueMove, getMove, startMove, stopMove } from '../../src/operations/library/move.ts'
import { runMove } from '../../src/pipeline/imports/move/run-move.ts'
import { serve } from '../loopback-server.ts'
import { until } from '../until.ts'
import { notFound, openCommands } from './command-run.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import {
  allEntries,
  feedEntries,
  feedUrl,
  leaver,
  openInstance,
  openReaderToLeave,
  readerFacts,
} from './reader-to-leave.ts'
import { parsed } from './store-fixtures.ts'

const size = { feeds: 5, entriesPerFeed: 60, stars: 20, read: 200 }
let there: Awaited<ReturnType<typeof openReaderToLeave>>

before(async () => {
  there = await openReaderToLeave(size)
})
after(() => there.close())

const access = (from: MoveKind) => ({
  from,
  address: there.url,
  user: leaver,
  password: there.password,
  isRunHere: true,
})

for (const dialect of dialects)
  describe(`moving here on ${dialect}`, { skip: skipReason(dialect) }, () => {
    /** Runs on an instance of its own, with nothing in it. */
    const inNew = async (work: (context: Context, database: TestDatabase) => Promise<void>) => {
      const database = await makeDatabase(dialect)
      const { context, close } = await openInstance(database)
      try {
        await work(context, database)
      } finally {
        await close()
        await database.remove()
      }
    }

    for (const from of ['miniflux', 'freshrss', 'fever'] as const)
      test(`by the API of ${from}, in steps that are interrupted: all is here as it was there, once`, () =>
        inNew(async ({ operations }) => {
          const { store } = operations
          const started = await startMove.run(operations, access(from))
          assert.deepEqual([started.kind, started.kind === 'started' && started.feedCount], ['started', size.feeds])
          let runs = 0
          // Each run ends after a page.
          while ((await runMove(operations, { runMs: 0 })).kind === 'more') runs++
          assert.ok(runs > 1)
          const view = await getMove.run(operations, {})
          assert.deepEqual([view?.state, view?.share, view?.skipped], ['done', 1, []])
          const { counts } = view!
          assert.deepEqual(
            [counts.feeds, counts.articles, counts.read, counts.stars],
            [size.feeds, size.feeds * size.entriesPerFeed, size.read, size.stars],
          )
          assert.deepEqual(
            await readerFacts(store, 'owner'),
            await readerFacts(there.context.operations.store, there.readerId),
          )
          const tags = await store.tags.list('owner')
          assert.deepEqual([...new Set(tags.map(({ name }) => name))], from === 'freshrss' ? ['to quote'] : [])
          assert.equal(tags.length, from === 'freshrss' ? 3 : 0)
          // The password is gone, and again from the start doubles nothing.
          assert.equal((await store.move.find()).key, undefined)
          await startMove.run(operations, access(from))
          assert.equal((await continueMove(operations, () => {})).kind, 'ended')
          const again = (await getMove.run(operations, {}))!.counts
          assert.deepEqual([again.feeds, again.feedsHere], [0, size.feeds])
          assert.equal((await allEntries(store, 'owner')).length, size.feeds * size.entriesPerFeed)
        }))

    test('what a feed delivers itself, before and afterwards, is not doubled, and its text counts', () =>
      inNew(async ({ operations }) => {
        const { store } = operations
        const now = new Date().toISOString()
        const { added } = await store.feeds.addMany('owner', [{ url: feedUrl(0) }], now)
        const delivered = feedEntries(0, 20)
        await store.feeds.savePolls([parsed(added[0]!, delivered, now)])
        const [first] = (await store.entries.list('owner', {}, 1)).rows
        await startMove.run(operations, access('miniflux'))
        await continueMove(operations, () => {})
        const { counts } = (await getMove.run(operations, {}))!
        assert.deepEqual([counts.feeds, counts.feedsHere], [4, 1])
        const before = await readerFacts(store, 'owner')
        assert.equal(before.length, size.feeds * size.entriesPerFeed)
        assert.equal((await store.entries.find('owner', first!.id))?.entry.key, 'guid-0-0')
        const feeds = new Map((await store.feeds.list('owner')).map(({ url, id }) => [url, id]))
        const later = new Date(Date.now() + 60_000).toISOString()
        for (const number of [0, 1])
          await store.feeds.savePolls([parsed(feeds.get(feedUrl(number))!, feedEntries(number, 30), later)])
        assert.equal((await allEntries(store, 'owner')).length, before.length)
        const marks = (rows: readonly string[]) => rows.map((row) => row.split(' | ').slice(2))
        assert.deepEqual(marks(await readerFacts(store, 'owner')), marks(before))
      }))

    test('a run that is killed after its articles were stored, before where it goes on, doubles nothing', () =>
      inNew(async ({ operations }) => {
        const { store } = operations
        await startMove.run(operations, access('freshrss'))
        await runMove(operations, { runMs: 0 })
        const { body, key } = await store.move.find()
        await runMove(operations, { runMs: 0 })
        const before = await readerFacts(store, 'owner')
        await store.move.set(body!, key, new Date().toISOString())
        await runMove(operations, { runMs: 0 })
        assert.deepEqual(await readerFacts(store, 'owner'), before)
        await continueMove(operations, () => {})
        assert.equal((await allEntries(store, 'owner')).length, size.feeds * size.entriesPerFeed)
      }))

    test('old articles are no news: none is ingested or announced, and for other readers they are read', () =>
      inNew(async ({ operations }) => {
        const { store } = operations
        const other = await addAccount.run(operations, { name: 'Bo', role: 'reader' })
        assert.ok(typeof other !== 'string')
        const now = new Date().toISOString()
        await store.feeds.addMany(other.id, [{ url: feedUrl(1) }], now)
        await startMove.run(operations, access('fever'))
        await continueMove(operations, () => {})
        const jobs = await store.jobs.counts()
        assert.deepEqual(
          [jobs['ingest-entry'], jobs.announce, jobs.alert].map(({ waiting }) => waiting),
          [0, 0, 0],
        )
        assert.equal(await store.entries.unreadCount(other.id, {}), 0)
        assert.equal(await store.entries.unreadCount('owner', {}), size.feeds * size.entriesPerFeed - size.read)
      }))

    test('in the background of the server, which goes on after a restart', () =>
      inNew(async (context, database) => {
        const { operations, pipeline } = context
        const address = there.url.replace('://', '://ada:secret@')
        await startMove.run(operations, { ...access('miniflux'), address, isRunHere: false })
        assert.equal((await getMove.run(operations, {}))?.address, there.url)
        await runMove(operations, { runMs: 0 })
        await pipeline.stop()
        const later = await openInstance(database)
        later.context.pipeline.start()
        const done = await until('the move is done', async () => {
          const view = await getMove.run(later.context.operations, {})
          return view?.state === 'done' && view
        })
        assert.equal(done.counts.articles, size.feeds * size.entriesPerFeed)
        await later.close()
      }))

    test('a wrong password, a wrong address and a second move are refused, and a stopped one stays stopped', () =>
      inNew(async ({ operations }) => {
        const nothing = await serve((_, response) => response.writeHead(404).end())
        for (const from of ['miniflux', 'freshrss', 'fever'] as const) {
          const refused = await startMove.run(operations, { ...access(from), password: 'wrong' })
          assert.match(refused.kind === 'refused' ? refused.message : '', /name or password/, from)
          const nowhere = await startMove.run(operations, { ...access(from), address: nothing })
          assert.match(nowhere.kind === 'refused' ? nowhere.message : '', /address/, from)
        }
        assert.equal(await getMove.run(operations, {}), undefined)
        assert.equal((await startMove.run(operations, access('miniflux'))).kind, 'started')
        assert.equal((await startMove.run(operations, access('fever'))).kind, 'refused')
        assert.equal((await runMove(operations, { runMs: 0 })).kind, 'more')
        assert.equal(await stopMove.run(operations, {}), true)
        assert.equal((await runMove(operations, { runMs: 0 })).kind, 'ended')
        const view = await getMove.run(operations, {})
        assert.deepEqual([view?.state, view?.counts.articles], ['stopped', 200])
        assert.equal((await operations.store.move.find()).key, undefined)
      }))
  })

test('the command says what it needs, and that there is nothing to continue', async () => {
  const run = await openCommands([move])
  try {
    for (const given of [['http://127.0.0.1:1'], ['--from', 'other', 'http://127.0.0.1:1']])
      assert.match((await run.twosource('move', ...given)).err, /--from: miniflux, freshrss/)
    const nothing = await run.twosource('move')
    assert.deepEqual([nothing.code, nothing.out], [notFound, ''])
    assert.match(nothing.err, /There is no interrupted move/)
  } finally {
    await run.close()
  }
})
