import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FeedPace } from '../../src/core/feed/feed-pace.ts'
import type { FeedId } from '../../src/core/ids.ts'
import type { AlertContext } from '../../src/operations/notify/alert-jobs.ts'
import { raiseForFeeds } from '../../src/operations/notify/raise-for-feeds.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { parsed, polled } from './store-fixtures.ts'

const DAY_MS = 86_400_000
const start = Date.parse('2026-01-01T00:00:00Z')
const onDay = (day: number) => new Date(start + day * DAY_MS).toISOString()

for (const dialect of dialects)
  describe(`feeds that no longer work on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let urls = 0
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const follow = async (readerId: string, count: number, folder = '') => {
      const feeds = Array.from({ length: count }, () => ({ url: `https://a.example/f${++urls}`, folder }))
      return (await store.feeds.addMany(readerId, feeds, onDay(0))).added
    }
    const entries = (name: string, count: number) =>
      Array.from({ length: count }, (_, number) => polled({ key: `${name}${number}` }))
    const fails = (feedId: FeedId, day: number, since: number) =>
      store.feeds.savePolls([
        {
          ...parsed(feedId, []),
          at: onDay(day),
          pace: { failingSince: onDay(since) },
          result: { kind: 'failed', reason: 'timeout', message: '', isStopped: false },
        },
      ])
    const answers = (feedId: FeedId, day: number, pace: FeedPace = {}) =>
      store.feeds.savePolls([{ ...parsed(feedId, []), at: onDay(day), pace }])
    const check = async (day: number) => {
      const context = { store, now: () => new Date(onDay(day)) } as unknown as AlertContext
      await raiseForFeeds(context)
    }
    const notices = async (readerId: string) =>
      (await store.alerts.list(readerId, 50)).rows.map(({ cause, title, path }) => [cause.label, title, path])

    test('a reader gets one notice of all feeds, a week apart, and never a second of one whose trouble lasts', async () => {
      const [first, second, silent, fine] = (await follow('anna', 4)) as [FeedId, FeedId, FeedId, FeedId]
      const pace = { medianGapMinutes: 1440, longestGapMinutes: 4000, newestAt: onDay(0) }
      await fails(first, 3, 1)
      await answers(silent, 3, pace)
      await check(3)
      assert.deepEqual(await notices('anna'), [], 'too early')
      await fails(first, 20, 1)
      await answers(silent, 20, pace)
      await answers(fine, 20)
      await check(20)
      await check(21)
      assert.equal((await notices('anna')).length, 1)
      assert.equal((await notices('anna'))[0]?.[0], '2')
      assert.equal((await notices('anna'))[0]?.[2], '/feeds/all#trouble')

      await fails(second, 22, 12)
      await check(23)
      assert.equal((await notices('anna')).length, 1, 'within the week')
      await check(28)
      assert.deepEqual(
        (await notices('anna')).map(([count]) => count),
        ['1', '2'],
        'only what is new',
      )
      await check(60)
      assert.equal((await notices('anna')).length, 2)

      await answers(first, 61)
      await fails(first, 80, 70)
      await check(81)
      assert.equal((await notices('anna')).length, 3, 'it recovered and failed again')
    })

    test('feeds that fail are summed up with the time since when none of them answered, where it is known', async () => {
      const [first, second, , never] = (await follow('gina', 4)) as FeedId[]
      assert.deepEqual(await store.feeds.sumUpFailing('gina'), { count: 0, of: 4 })
      await answers(first!, 3)
      await answers(second!, 5)
      await fails(first!, 9, 9)
      await fails(second!, 9, 9)
      assert.deepEqual(await store.feeds.sumUpFailing('gina'), { count: 2, of: 4, since: onDay(5) })
      await fails(never!, 9, 9)
      assert.deepEqual(await store.feeds.sumUpFailing('gina'), { count: 3, of: 4 })
    })

    test('who wants no notices gets none', async () => {
      const [feed] = await follow('bert', 1)
      await fails(feed!, 30, 10)
      await store.preferences.set('bert', 'feedNotices', 'off', onDay(30))
      await check(30)
      assert.deepEqual(await notices('bert'), [])
    })

    test('many subscriptions end at once and come back with folder, name, stars and what was read', async () => {
      const [alone, both] = (await follow('carl', 2, 'news')) as [FeedId, FeedId]
      await store.feeds.addMany('dora', [{ url: (await store.feeds.get('carl', both)).url }], onDay(0))
      await store.feeds.savePolls([parsed(alone, entries('a', 5)), parsed(both, entries('b', 5))])
      await store.feeds.setTitle('carl', alone, 'Mine')
      await store.feeds.setFolders('carl', alone, ['news', 'sea'])
      await store.feeds.setOpensOriginal('carl', alone, true)
      const { rows } = await store.entries.list('carl', { feedId: alone }, 10)
      await store.entries.setRead('carl', [rows[0]!.id, rows[3]!.id], true, onDay(1))
      await store.entries.setAllStarred('carl', [rows[1]!.id], true, onDay(1))
      const before = await store.feeds.list('carl')
      const state = async () =>
        (await store.entries.list('carl', { feedId: alone }, 10)).rows.map(({ isRead, isStarred }) => [
          isRead,
          isStarred,
        ])
      const read = await state()

      assert.equal(await store.feeds.unsubscribeMany('carl', [alone, both], 'undo-one', onDay(2)), 2)
      assert.deepEqual(await store.feeds.list('carl'), [])
      assert.deepEqual(
        await store.feeds.claimDue(onDay(9), 100, 1000).then((due) => due.filter(({ feedId }) => feedId === alone)),
        [],
      )
      assert.equal((await store.feeds.list('dora')).length, 1)
      assert.equal(await store.feeds.undoUnsubscribe('dora', 'undo-one', onDay(2)), undefined, 'it is of somebody else')

      assert.equal(await store.feeds.undoUnsubscribe('carl', 'undo-one', onDay(2)), 2)
      assert.deepEqual(await state(), read)
      const after = await store.feeds.list('carl')
      const kept = ({ id, title, folder, folders, unreadCount, opensOriginal }: (typeof after)[number]) => ({
        ...{ id, title, folder, folders, unreadCount, opensOriginal },
      })
      assert.deepEqual(after.map(kept), before.map(kept))
      assert.equal(await store.feeds.undoUnsubscribe('carl', 'undo-one', onDay(2)), undefined)
    })

    test('after a day, feeds that nobody reads are deleted, and those of others stay', async () => {
      const [alone, both] = (await follow('emil', 2)) as [FeedId, FeedId]
      await store.feeds.addMany('dora', [{ url: (await store.feeds.get('emil', both)).url }], onDay(0))
      await store.feeds.unsubscribeMany('emil', [alone, both], 'undo-two', onDay(2))
      await store.feeds.forgetUnsubscribed(onDay(2))
      assert.ok(await store.feeds.find('dora', alone), 'it can still be taken back')
      await store.feeds.forgetUnsubscribed(onDay(3))
      assert.equal(await store.feeds.find('dora', alone), undefined)
      assert.ok(await store.feeds.find('dora', both))
      assert.equal(await store.feeds.undoUnsubscribe('emil', 'undo-two', onDay(3)), undefined)
    })

    test('a feed with a new address keeps its entries and what was read of them; a taken address is refused', async () => {
      const [feed, other] = (await follow('fay', 2)) as [FeedId, FeedId]
      await store.feeds.savePolls([parsed(feed, entries('c', 3))])
      await fails(feed, 5, 1)
      const { rows } = await store.entries.list('fay', { feedId: feed }, 10)
      await store.entries.setRead('fay', [rows[0]!.id], true, onDay(1))
      assert.equal(await store.feeds.changeAddress(feed, (await store.feeds.get('fay', other)).url, onDay(6)), false)
      assert.equal(await store.feeds.changeAddress(feed, 'https://new.example/feed', onDay(6)), true)
      const moved = await store.feeds.get('fay', feed)
      assert.deepEqual(
        [moved.url, moved.entryCount, moved.unreadCount, moved.lastError, moved.pace.failingSince, moved.isStopped],
        ['https://new.example/feed', 3, 2, undefined, undefined, false],
      )
    })
  })
