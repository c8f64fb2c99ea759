import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, parsed, polled } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`how feeds come in on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('is found by an address, and can be changed: the feed is due at once, and its faults are forgotten', async () => {
      const url = 'https://paper.example/news'
      const { added } = await store.feeds.addMany('owner', [{ url }], at())
      const id = added[0]!
      assert.equal(await store.feeds.findIntake({ url: 'https://other.example/' }), undefined)
      assert.deepEqual(await store.feeds.findIntake({ url }), { id, intake: 'feed' })
      const failed = { kind: 'failed', reason: 'gone', message: 'Gone.', isStopped: true } as const
      await store.feeds.savePolls([parsed(id, [polled({ key: 'kept' })])])
      await store.feeds.savePolls([parsed(id, [], at(1), { result: failed })])

      const given = { intake: 'page', intakeRule: '{"items":"li"}' } as const
      await store.feeds.setIntake(id, given, at(2))
      assert.deepEqual(await store.feeds.findIntake({ url }), { id, ...given })
      const feed = await store.feeds.get('owner', id)
      assert.equal(feed.lastError, undefined)
      assert.equal(feed.isStopped, false)
      assert.equal(feed.entryCount, 1)
      const target = (await store.feeds.claimDue(at(2), 10, 1)).find(({ feedId }) => feedId === id)
      assert.deepEqual([target?.intake, target?.intakeRule], ['page', given.intakeRule])
      assert.deepEqual([target?.validators, target?.bodyHash, target?.errorCount], [{}, undefined, 0])
    })

    test('a plain sitemap names no titles: its entries are called what their articles are', async () => {
      const urls = [
        { url: 'https://paper.example/sitemap.xml', intake: 'sitemap' },
        { url: 'https://notes.example/feed', intake: 'feed' },
      ] as const
      const { added } = await store.feeds.addMany('owner', urls, at())
      for (const [index, feedId] of added.entries()) {
        const key = `untitled-${index}`
        await store.feeds.savePolls([parsed(feedId, [polled({ key, title: '' })], at())])
        const id = (await store.entries.findByKey(feedId, key))!
        const titleOf = async () => (await store.entries.rows('owner', [id])).map(({ title }) => title)
        assert.deepEqual(await titleOf(), [''])
        const entry = (await store.entries.find('owner', id))!
        await store.articles.saveIngested([ingested({ entry, text: 'Ferries run again.', title: 'Ferries' })])
        assert.deepEqual(await titleOf(), [index === 0 ? 'Ferries' : ''])
      }
    })
  })
