import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { EntryId, FeedId } from '../../src/core/ids.ts'
import type { EntryFilter, EntryRow, Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, parsed, polled } from './store-fixtures.ts'

/** All pages of a list, checked to be pages. */
async function all(store: Store, filter: EntryFilter, limit = 7): Promise<readonly EntryRow[]> {
  const rows: EntryRow[] = []
  let cursor: string | undefined
  do {
    const page = await store.entries.list('owner', filter, limit, cursor)
    assert.ok(page.rows.length <= limit)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}

for (const dialect of dialects)
  describe(`reading on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let feeds: readonly FeedId[]

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      const { added } = await store.feeds.addMany(
        'owner',
        ['a', 'b', 'c'].map((name) => ({
          url: `https://${name}.example/`,
          folder: name === 'c' ? 'second' : 'first',
          sourceName: name.toUpperCase(),
        })),
        at(),
      )
      feeds = added
    })
    after(() => database.remove())

    const poll = (feed: number, keys: readonly string[], when: string) =>
      store.feeds.savePolls([
        parsed(
          feeds[feed]!,
          keys.map((key, index) => polled({ key, publishedAt: at(-index) })),
          when,
        ),
      ])

    test('lists are paged newest first, every entry once', async () => {
      await poll(
        0,
        Array.from({ length: 20 }, (_, index) => `a${index}`),
        at(),
      )
      await poll(
        1,
        Array.from({ length: 20 }, (_, index) => `b${index}`),
        at(),
      )
      await poll(2, ['c0', 'c1', 'c2'], at())
      const rows = await all(store, {})
      assert.equal(new Set(rows.map((row) => row.id)).size, 43)
      const order = rows.map((row) => `${row.publishedAt} ${row.id.padStart(9, '0')}`)
      assert.deepEqual(order, order.toSorted().reverse())
      assert.equal((await all(store, { feedId: feeds[1]! })).length, 20)
      assert.equal((await all(store, { folder: 'first' })).length, 40)
      assert.equal((await all(store, { folder: 'second' })).length, 3)
      assert.equal((await all(store, { folder: 'none' })).length, 0)
      const { sourceId } = await store.feeds.get('owner', feeds[2]!)
      assert.equal((await all(store, { sourceId })).length, 3)
    })

    test('a page goes on where it ended even when newer entries arrive', async () => {
      const first = await store.entries.list('owner', { feedId: feeds[0]! }, 5)
      await poll(0, ['a-new'], at(1))
      const second = await store.entries.list('owner', { feedId: feeds[0]! }, 5, first.next)
      assert.deepEqual(
        second.rows.map((row) => row.title),
        ['a5', 'a6', 'a7', 'a8', 'a9'].map((key) => `Title ${key}`),
      )
    })

    test('oldest first is the same entries from the other end, in as many pages', async () => {
      for (const filter of [{}, { feedId: feeds[1]! }, { isUnread: true }]) {
        const newest = (await store.entries.list('owner', filter, 500)).rows
        const rows = []
        for (let cursor: string | undefined, isMore = true; isMore; ) {
          const page = await store.entries.list('owner', filter, 7, cursor, 'oldest')
          rows.push(...page.rows)
          cursor = page.next
          isMore = cursor !== undefined
        }
        assert.deepEqual(rows, newest.toReversed())
      }
    })

    test('the ids alone come in the same order and pages', async () => {
      const filter = { folder: 'first', isUnread: true }
      const full = await store.entries.list('owner', filter, 9)
      const ids = await store.entries.listIds('owner', filter, 9)
      assert.equal(ids.next, full.next)
      assert.deepEqual(
        ids.rows,
        full.rows.map(({ id, publishedAt }) => ({ id, publishedAt })),
      )
      assert.deepEqual(await store.entries.listIds('owner', filter, 0), { rows: [] })
    })

    test('a cursor from elsewhere means the first page', async () => {
      const first = await store.entries.list('owner', {}, 3)
      for (const cursor of ['nonsense', 'W10', 'WzEsMiwzXQ', 'e30'])
        assert.deepEqual(await store.entries.list('owner', {}, 3, cursor), first)
    })

    test('what is read leaves the unread list and the count', async () => {
      const before = await store.entries.unreadCount('owner', {})
      const [one, two] = await all(store, { feedId: feeds[1]!, isUnread: true })
      await store.entries.setRead('owner', [one!.id, two!.id, one!.id], true, at(2))
      await store.entries.setRead('owner', [one!.id], true, at(2))
      assert.equal(await store.entries.unreadCount('owner', {}), before - 2)
      assert.equal(await store.entries.unreadCount('owner', { feedId: feeds[1]! }), 18)
      assert.equal((await store.feeds.get('owner', feeds[1]!)).unreadCount, 18)
      assert.equal((await store.entries.find('owner', one!.id))?.isRead, true)
      assert.equal((await all(store, { feedId: feeds[1]!, isUnread: true })).length, 18)
      assert.deepEqual(
        (await all(store, { feedId: feeds[1]!, isUnread: false })).map((row) => row.id),
        [one!.id, two!.id],
      )
      await store.entries.setRead('owner', [one!.id], false, at(3))
      assert.equal(await store.entries.unreadCount('owner', { feedId: feeds[1]! }), 19)
    })

    test('a star neither reads nor unreads', async () => {
      const [one] = await all(store, { feedId: feeds[1]!, isUnread: true })
      await store.entries.setStarred('owner', one!.id, true, at(4))
      assert.deepEqual(
        (await all(store, { isStarred: true })).map((row) => row.id),
        [one!.id],
      )
      assert.equal((await store.entries.find('owner', one!.id))?.isRead, false)
      assert.equal(await store.entries.unreadCount('owner', { isStarred: true }), 1)
      await store.entries.setRead('owner', [one!.id], true, at(4))
      assert.equal((await store.entries.find('owner', one!.id))?.isStarred, true)
      assert.equal(await store.entries.unreadCount('owner', { isStarred: true }), 0)
      await store.entries.setStarred('owner', one!.id, false, at(5))
      assert.equal((await store.entries.find('owner', one!.id))?.isRead, true)
      assert.deepEqual(await all(store, { isStarred: true }), [])
    })

    test('a star keeps its time when its entry is read and unread, and the order of stars with it', async () => {
      const [first, second] = await all(store, { feedId: feeds[1]!, isUnread: true })
      const stars = async () => {
        const saved = (await store.saves.listStarred('owner', 9)).map(({ id, at: when }) => [id, when])
        const pages = [await store.ownReading.stars('owner', 1)]
        while (pages.at(-1)?.next) pages.push(await store.ownReading.stars('owner', 1, pages.at(-1)!.next))
        assert.deepEqual(
          pages.flatMap(({ rows }) => rows.map((star) => [star.id, star.at])),
          saved,
        )
        return saved
      }
      await store.entries.setStarred('owner', first!.id, true, at(-50))
      await store.entries.setStarred('owner', second!.id, true, at(-40))
      const given = await stars()
      assert.deepEqual(given, [
        [second!.id, at(-40)],
        [first!.id, at(-50)],
      ])
      for (const [isRead, minutes] of [
        [true, 6],
        [false, 7],
      ] as const) {
        await store.entries.setRead('owner', [first!.id], isRead, at(minutes))
        assert.deepEqual(await stars(), given)
      }
      const changed = { sort: 'number', isDescending: false, limit: 9, offset: 0 } as const
      const { isStarred, changedAfter } = { isStarred: true, changedAfter: at(6) }
      assert.deepEqual(await store.entries.pick('owner', { isStarred, changedAfter }, changed), [first!.id])
      await store.entries.markAllRead('owner', { isStarred: true }, at(8))
      assert.deepEqual(await stars(), given)
      for (const { id } of [first!, second!]) await store.entries.setStarred('owner', id, false, at(9))
      await store.entries.setRead('owner', [first!.id, second!.id], false, at(9))
      assert.deepEqual(await stars(), [])
    })

    test('mark all read stays within its folder', async () => {
      await store.entries.markAllRead('owner', { folder: 'first' }, at(10))
      assert.equal(await store.entries.unreadCount('owner', { folder: 'first' }), 0)
      assert.deepEqual(await all(store, { folder: 'first', isUnread: true }), [])
      assert.equal(await store.entries.unreadCount('owner', {}), 3)
      assert.equal((await all(store, { isUnread: true })).length, 3)
    })

    test('an entry can be kept unread below the watermark', async () => {
      const [one] = await all(store, { feedId: feeds[0]! })
      await store.entries.setRead('owner', [one!.id], false, at(11))
      assert.deepEqual(
        (await all(store, { feedId: feeds[0]!, isUnread: true })).map((row) => row.id),
        [one!.id],
      )
      await store.entries.markAllRead('owner', { feedId: feeds[0]! }, at(12))
      assert.deepEqual(await all(store, { feedId: feeds[0]!, isUnread: true }), [])
    })

    test('what arrived after the moment of marking stays unread', async () => {
      await poll(2, ['late'], at(20))
      await store.entries.markAllRead('owner', { folder: 'second' }, at(15))
      const left = await all(store, { folder: 'second', isUnread: true })
      assert.deepEqual(
        left.map((row) => row.title),
        ['Title late'],
      )
      assert.equal(await store.entries.unreadCount('owner', { folder: 'second' }), 1)
    })

    test('marking all read is undone as a whole: what was unread before, and nothing that came since', async () => {
      const before = await all(store, {}, 200)
      const unread = before.filter((row) => !row.isRead)
      assert.ok(unread.length > 0 && unread.length < before.length)
      assert.equal(await store.entries.markAllRead('owner', {}, at(25), 'press'), unread.length)
      assert.equal(await store.entries.unreadCount('owner', {}), 0)
      await poll(0, ['since'], at(26))
      assert.equal(await store.entries.undoMarkAllRead('owner', 'press', at(27)), unread.length)
      const after = await all(store, {}, 200)
      assert.deepEqual(
        after.filter((row) => row.title !== 'Title since'),
        before,
      )
      assert.equal(await store.entries.unreadCount('owner', {}), unread.length + 1)
      assert.equal(await store.entries.undoMarkAllRead('owner', 'press', at(28)), undefined, 'only once')
    })

    test('what was kept for undoing goes after a day, and is not there when nothing was unread', async () => {
      assert.equal(await store.entries.markAllRead('owner', { folder: 'none' }, at(30), 'nothing'), 0)
      assert.equal(await store.entries.undoMarkAllRead('owner', 'nothing', at(30)), undefined)
      await store.entries.markAllRead('owner', { folder: 'first' }, at(30), 'old')
      await store.entries.markAllRead('owner', { folder: 'second' }, at(30 + 1_441), 'new')
      assert.equal(await store.entries.undoMarkAllRead('owner', 'old', at(30 + 1_441)), undefined)
      assert.ok((await store.entries.undoMarkAllRead('owner', 'new', at(30 + 1_441)))! > 0)
    })

    test('marking what is not there does nothing', async () => {
      await store.entries.setRead('owner', ['404040' as EntryId, 'x' as EntryId], true, at())
      await store.entries.setStarred('owner', '404040' as EntryId, true, at())
      await store.entries.markAllRead('owner', { folder: 'none' }, at())
      assert.equal(await store.entries.find('owner', '404040' as EntryId), undefined)
    })

    test('watermarks and exceptions agree with a plain list of marks, whatever is done', async () => {
      const { added } = await store.feeds.addMany('owner', [{ url: 'https://model.example/', folder: 'model' }], at())
      const feedId = added[0]!
      const model = new Map<EntryId, { isRead: boolean; isStarred: boolean }>()
      const publishedAt = new Map<EntryId, string>()
      let keys = 0
      const step = fc.oneof(
        fc.record({
          kind: fc.constant('poll' as const),
          // Minutes after noon: they arrive in another order than they were published in.
          times: fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }),
        }),
        fc.record({
          kind: fc.constant('read' as const),
          picks: fc.array(fc.nat(30), { maxLength: 4 }),
          value: fc.boolean(),
        }),
        fc.record({ kind: fc.constant('star' as const), pick: fc.nat(30), value: fc.boolean() }),
        fc.record({ kind: fc.constant('all' as const) }),
        fc.record({ kind: fc.constant('older' as const), than: fc.nat(40) }),
        fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(30) }),
      )
      const made = new Map<string, readonly EntryId[]>()
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          for (const one of steps) {
            const ids = [...model.keys()]
            const pick = (number: number) => ids[number % Math.max(1, ids.length)]
            if (one.kind === 'poll') {
              const fresh = one.times.map((minutes) => ({ key: `model ${++keys}`, publishedAt: at(minutes - 60) }))
              await store.feeds.savePolls([
                parsed(
                  feedId,
                  fresh.map((entry) => polled(entry)),
                ),
              ])
              for (const entry of fresh) {
                const id = (await store.entries.findByKey(feedId, entry.key))!
                model.set(id, { isRead: false, isStarred: false })
                publishedAt.set(id, entry.publishedAt)
              }
            } else if (one.kind === 'read') {
              const picked = one.picks.flatMap((number) => pick(number) ?? [])
              await store.entries.setRead('owner', picked, one.value, at())
              for (const id of picked) model.get(id)!.isRead = one.value
            } else if (one.kind === 'star') {
              const id = pick(one.pick)
              if (id) await store.entries.setStarred('owner', id, one.value, at())
              if (id) model.get(id)!.isStarred = one.value
            } else if (one.kind === 'undo') {
              const [undoId, ids] = [...made][one.pick % Math.max(1, made.size)] ?? ['none']
              assert.equal(await store.entries.undoMarkAllRead('owner', undoId, at()), ids?.length)
              made.delete(undoId)
              for (const id of ids ?? []) model.get(id)!.isRead = false
            } else if (one.kind === 'older') {
              const [undoId, before] = [`older ${++keys}`, at(one.than - 60)]
              const older = [...model].flatMap(([id, mark]) =>
                !mark.isRead && publishedAt.get(id)! < before ? [id] : [],
              )
              const given = { before, at: at(), id: undoId }
              assert.equal(await store.entries.markOlderRead('owner', { feedId }, given), older.length)
              if (older.length > 0) made.set(undoId, older)
              for (const id of older) model.get(id)!.isRead = true
            } else {
              const undoId = `undo ${made.size}`
              const unread = [...model].filter(([, mark]) => !mark.isRead).map(([id]) => id)
              assert.equal(await store.entries.markAllRead('owner', { feedId }, at(), undoId), unread.length)
              if (unread.length > 0) made.set(undoId, unread)
              for (const mark of model.values()) mark.isRead = true
            }
          }
          const unread = [...model].filter(([, mark]) => !mark.isRead).map(([id]) => id)
          const rows = await all(store, { feedId }, 50)
          assert.deepEqual(
            new Map(rows.map(({ id, isRead, isStarred }) => [id, { isRead, isStarred }])),
            new Map([...model].toReversed()),
          )
          assert.equal(await store.entries.unreadCount('owner', { feedId }), unread.length)
          const listed = await all(store, { folder: 'model', isUnread: true }, 50)
          assert.deepEqual(listed.map((row) => row.id).toSorted(), unread.toSorted())
        }),
        { numRuns: dialect === 'sqlite' ? 12 : 6, endOnFailure: true },
      )
    })
  })
