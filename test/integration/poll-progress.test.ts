import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialects, makeDatabase, skipReason } from './databases.ts'
import { at } from './store-fixtures.ts'

type Feed = {
  readonly next: number
  readonly leased?: number
  readonly isStopped?: true
  readonly isUnpolled?: true
  readonly isMail?: true
}

/** In minutes from `at()`. */
const feeds: readonly Feed[] = [
  { next: 10 },
  { next: 20, isUnpolled: true },
  { next: 5, leased: 30 },
  { next: 40, leased: 15 },
  { next: 1, isStopped: true },
  { next: 2, isStopped: true, isUnpolled: true, leased: 60 },
  { next: 3, isMail: true },
  { next: 4, isMail: true, isUnpolled: true },
]

for (const dialect of dialects)
  test(`polls are counted as looking at every feed counts them, while only the clock goes on (${dialect})`, {
    skip: skipReason(dialect),
  }, async () => {
    const database = await makeDatabase(dialect)
    try {
      const store = await database.open()
      const given = feeds.map((_, index) => ({ url: `https://outlet${index}.example/feed` }))
      const { added } = await store.feeds.addMany('owner', given, at())
      for (const [index, feed] of feeds.entries())
        await database.execute(`update feed set next_poll_at = '${at(feed.next)}',
          leased_until = ${feed.leased === undefined ? 'null' : `'${at(feed.leased)}'`},
          is_stopped = ${feed.isStopped ? 1 : 0}, intake = '${feed.isMail ? 'mail' : 'feed'}',
          last_polled_at = ${feed.isUnpolled ? 'null' : `'${at(-60)}'`} where id = ${added[index]}`)
      const asked = feeds.filter(({ isMail }) => !isMail)
      const isDue = ({ next, leased = -1, isStopped }: Feed, now: number) => !isStopped && next <= now && leased <= now
      for (const now of [0, 4.9, 5, 10, 14.9, 15, 20, 29.9, 30, 39.9, 40, 60])
        assert.deepEqual(await store.feeds.progress(at(now)), {
          total: asked.length,
          polled: asked.filter(({ isUnpolled }) => !isUnpolled).length,
          due: asked.filter((feed) => isDue(feed, now)).length,
          nextPollAt: at(5),
        })
    } finally {
      await database.remove()
    }
  })
