import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FeedId } from '../../src/core/ids.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { setListOrder } from '../../src/operations/articles/list-order.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`the order of lists on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('a list keeps the order its reader chose, and follows the lists around it otherwise', async () => {
      const id = 'reader'
      const urls = ['one', 'two', 'three'].map((name) => ({ url: `https://${name}.example/`, folder: 'A' }))
      const { added } = await store.feeds.addMany(id, urls, at(-60))
      const [one, two, three] = added as [FeedId, FeedId, FeedId]
      await store.feeds.setFolders(id, two, ['A/B'])
      await store.feeds.setFolders(id, three, ['C'])
      const context = { store, now: () => new Date(at(10)), reader: { id, name: id, role: 'reader' } }
      const run = context as unknown as OperationContext
      const choose = (order: 'newest' | 'oldest', of: object = {}) => setListOrder.run(run, { order, ...of } as never)
      const orders = async () =>
        Promise.all(
          [{}, { folder: 'A' }, { folder: 'A/B' }, { feedId: one }, { feedId: two }, { feedId: three }].map(
            async (of) =>
              (await listEntries.run(run, listEntries.input.parse({ ...of, order: 'chosen' })))?.order.slice(0, 1),
          ),
        )
      assert.equal((await orders()).join(''), 'nnnnnn')
      await choose('oldest', { folder: 'A' })
      assert.equal((await orders()).join(''), 'noooon')
      await choose('newest', { folder: 'A/B' })
      await choose('oldest', { feedId: three })
      assert.equal((await orders()).join(''), 'nonono')
      const asked = await listEntries.run(run, listEntries.input.parse({ folder: 'A' }))
      assert.deepEqual([asked?.order, asked?.chosenOrder], ['newest', 'oldest'])
      // With the order of what is around it, it follows that again.
      await choose('newest', { feedId: three })
      await choose('oldest')
      assert.equal((await orders()).join(''), 'oonono')
      await store.feeds.renameFolder(id, 'A', 'Z')
      assert.deepEqual([...(await store.folders.orders(id))].sort(), [
        ['A/B', 'newest'],
        ['Z', 'oldest'],
      ])
      assert.equal(await choose('oldest', { feedId: 'f-none' }), undefined)
    })
  })
