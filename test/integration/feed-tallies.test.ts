import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialects, makeDatabase, skipReason } from './databases.ts'

const now = '2026-03-12T12:00:00Z'

for (const dialect of dialects)
  test(`folders and feeds are counted as the whole list of feeds counts them (${dialect})`, {
    skip: skipReason(dialect),
  }, async () => {
    const database = await makeDatabase(dialect)
    try {
      const store = await database.open()
      const given = ['a', 'b', 'c'].map((name, at) => ({
        url: `https://${name}.example/feed`,
        title: `Feed ${name}`,
        folder: at === 0 ? '' : 'Harbor',
      }))
      await store.feeds.addMany('reader', given, now)
      await database.execute(`update feed set entry_count = 7 where title <> 'Feed a'`)
      await database.execute(`update subscription set read_count = 3 where folder = 'Harbor'`)
      await database.execute(`update feed set error_count = 1, error_reason = 'timeout' where title = 'Feed c'`)
      const feeds = await store.feeds.list('reader')
      assert.deepEqual(
        await store.feeds.tallies('reader'),
        feeds.map(({ id, sourceId, title, folder, entryCount, unreadCount, isStopped, lastError }) => ({
          ...{ id, sourceId, title, folder, entryCount, unreadCount },
          isFailing: isStopped || lastError !== undefined,
        })),
      )
      const sums = await store.feeds.folderSums('reader')
      assert.deepEqual(
        sums.toSorted((a, b) => a.name.localeCompare(b.name)),
        [
          { name: '', feedCount: 1, unreadCount: 0, entryCount: 0 },
          { name: 'Harbor', feedCount: 2, unreadCount: 8, entryCount: 14 },
        ],
      )
      assert.deepEqual(await store.feeds.folderSums('nobody'), [])
      assert.deepEqual(
        await store.feeds.counts('reader'),
        feeds
          .toSorted((a, b) => Number(a.id) - Number(b.id))
          .map(({ id, folder, entryCount, unreadCount }) => ({
            ...{ id, folder, entryCount },
            readCount: entryCount - unreadCount,
          })),
      )
      assert.deepEqual(await store.feeds.counts('nobody'), [])
    } finally {
      await database.remove()
    }
  })
