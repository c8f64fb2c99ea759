import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { EntryId, FeedId } from '../../src/core/ids.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { backTo } from './earlier-release.ts'
import { at, parsed, polled } from './store-fixtures.ts'

type Mark = { isRead: boolean; isStarred: boolean }

for (const dialect of dialects)
  describe(`many readers on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let names = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const readers = () => {
      names += 1
      return [`ann-${names}`, `bo-${names}`] as const
    }
    /** A feed with so many entries, which the reader subscribes to; its ids, the newest first. */
    async function feedOf(reader: string, count: number, folder = '') {
      const url = `https://feed-${++names}.example/`
      const feedId = (await store.feeds.addMany(reader, [{ url, folder }], at())).added[0]!
      await poll(feedId, count)
      return { feedId, url, ids: (await store.entries.list(reader, { feedId }, 500)).rows.map(({ id }) => id) }
    }
    const poll = (feedId: FeedId, count: number, when = at()) =>
      store.feeds.savePolls([
        parsed(
          feedId,
          Array.from({ length: count }, () => polled({ key: `k${++names}`, publishedAt: when })),
          when,
        ),
      ])

    test('what one marks, stars, names or puts in a folder, the other does not see', async () => {
      const [ann, bo] = readers()
      const { feedId, url, ids } = await feedOf(ann, 4)
      assert.deepEqual(await store.feeds.addMany(bo, [{ url, title: 'Bo’s', folder: 'his' }], at()), {
        added: [feedId],
        existing: [],
      })
      await store.entries.setRead(ann, [ids[0]!, ids[2]!], true, at(1))
      await store.entries.setStarred(ann, ids[1]!, true, at(1))
      await store.feeds.setFolders(ann, feedId, ['hers'])
      await store.feeds.setTitle(ann, feedId, 'Ann’s')
      assert.equal(await store.entries.unreadCount(ann, {}), 2)
      assert.equal(await store.entries.unreadCount(bo, {}), 4)
      assert.deepEqual((await store.entries.list(bo, { isStarred: true }, 9)).rows, [])
      assert.deepEqual(await store.saves.listStarred(bo, 9), [])
      assert.equal((await store.saves.listStarred(ann, 9)).length, 1)
      assert.equal((await store.instance.storedCounts(bo)).starred, 0)
      const [hers, his] = [await store.feeds.get(ann, feedId), await store.feeds.get(bo, feedId)]
      assert.deepEqual([hers.title, hers.folder, his.title, his.folder], ['Ann’s', 'hers', 'Bo’s', 'his'])
      assert.deepEqual((await store.entries.list(ann, { folder: 'his' }, 9)).rows, [])
      assert.equal((await store.entries.list(bo, { folder: 'his' }, 1)).rows[0]?.feedTitle, 'Bo’s')
      assert.equal((await store.entries.list(ann, {}, 1)).rows[0]?.feedTitle, 'Ann’s')
      await store.entries.setRead(bo, ids, true, at(2))
      assert.equal(await store.entries.unreadCount(ann, {}), 2)
    })

    test('one cannot undo what the other marked, even by the same id', async () => {
      const [ann, bo] = readers()
      const { feedId, url } = await feedOf(ann, 3)
      await store.feeds.addMany(bo, [{ url }], at())
      assert.equal(await store.entries.markAllRead(ann, {}, at(1), 'same id'), 3)
      assert.equal(await store.entries.undoMarkAllRead(bo, 'same id', at(1)), undefined)
      assert.equal(await store.entries.markAllRead(bo, { feedId }, at(1), 'same id'), 3)
      assert.equal(await store.entries.undoMarkAllRead(bo, 'same id', at(2)), 3)
      assert.deepEqual([await store.entries.unreadCount(ann, {}), await store.entries.unreadCount(bo, {})], [0, 3])
      assert.equal(await store.entries.undoMarkAllRead(ann, 'same id', at(2)), 3)
    })

    test('a poll brings news to all who subscribe, and to nobody else', async () => {
      const [ann, bo] = readers()
      const { feedId, url } = await feedOf(ann, 2)
      await store.entries.markAllRead(ann, {}, at(1))
      await poll(feedId, 3, at(2))
      assert.deepEqual([await store.entries.unreadCount(ann, {}), await store.entries.unreadCount(bo, {})], [3, 0])
      assert.deepEqual((await store.entries.list(bo, {}, 9)).rows, [])
      const ofInstance = (await store.entries.list(bo, { feedId, isOfServer: true }, 9)).rows
      assert.deepEqual(
        ofInstance.map(({ isSubscribed, isRead }) => [isSubscribed, isRead]),
        Array.from({ length: 5 }, () => [false, false]),
      )
      await store.entries.setRead(bo, [ofInstance[0]!.id], true, at(3))
      await store.entries.markAllRead(bo, { isOfServer: true }, at(3))
      await store.feeds.addMany(bo, [{ url }], at(4))
      assert.equal(await store.entries.unreadCount(bo, {}), 5, 'a mark on what is not subscribed to is none')
    })

    test('who comes to a feed late has its newest thirty unread', async () => {
      const [ann, bo] = readers()
      const { feedId } = await feedOf(ann, 40)
      assert.equal(await store.feeds.subscribe(bo, [feedId], at(5)), 1)
      assert.equal(await store.feeds.subscribe(bo, [feedId], at(5)), 0, 'only once')
      assert.equal(await store.entries.unreadCount(bo, {}), 30)
      const newest = (await store.entries.list(ann, { feedId }, 30)).rows
      const unread = (await store.entries.list(bo, { isUnread: true }, 99)).rows
      assert.deepEqual(
        unread.map(({ id }) => id),
        newest.map(({ id }) => id),
      )
      assert.equal(await store.entries.unreadCount(ann, {}), 40)
    })

    test('feeds of the instance come in the folders of the owner', async () => {
      const [ann] = readers()
      const { feedId } = await feedOf('owner', 1, 'Harbor')
      assert.equal((await store.feeds.find(ann, feedId))?.folder, 'Harbor')
      assert.equal((await store.entries.list('guest', { folder: 'Harbor', isOfServer: true }, 9)).rows.length, 1)
      const count = await store.feeds.subscribe(ann, 'all', at())
      assert.equal(count, (await store.feeds.listAll(ann)).length)
      assert.equal((await store.feeds.get(ann, feedId)).folder, 'Harbor')
      await store.feeds.setFolders('owner', feedId, ['Quay'])
      assert.equal((await store.feeds.get(ann, feedId)).folder, 'Harbor')
    })

    test('who leaves keeps stars; a feed goes with its last reader, unless somebody has a star in it', async () => {
      const [ann, bo] = readers()
      const { feedId, ids } = await feedOf(ann, 3)
      await store.feeds.subscribe(bo, [feedId], at())
      await store.entries.setRead(ann, [ids[0]!], true, at(1))
      await store.entries.setStarred(ann, ids[1]!, true, at(1))
      await store.feeds.unsubscribe(ann, feedId)
      assert.deepEqual(await store.feeds.list(ann), [])
      assert.equal((await store.saves.listStarred(ann, 9)).length, 1)
      assert.equal((await store.entries.list(ann, { isStarred: true }, 9)).rows[0]?.id, ids[1])
      assert.equal(await store.entries.unreadCount(bo, {}), 3)
      await store.feeds.unsubscribe(bo, feedId)
      const left = await store.feeds.find(ann, feedId)
      assert.deepEqual([left?.isStopped, left?.entryCount], [true, 3], 'kept for the star, polled no longer')
      assert.equal(await store.feeds.subscribe(ann, [feedId], at(9)), 1)
      assert.equal((await store.feeds.get(ann, feedId)).isStopped, false)
      assert.equal(await store.entries.unreadCount(ann, {}), 3, 'what was read before is forgotten')
      await store.feeds.unsubscribe(ann, feedId)
      assert.equal((await store.saves.listStarred(ann, 9)).length, 1, 'also for who was its only reader')
      assert.equal(await store.feeds.subscribe(ann, [feedId], at(9)), 1)
      await store.entries.setStarred(ann, ids[1]!, false, at(9))
      await store.feeds.unsubscribe(ann, feedId)
      assert.equal(await store.feeds.find(ann, feedId), undefined)
      await store.feeds.unsubscribe(ann, feedId)
    })

    test('what is starred and read at once is both, and is counted as such', async () => {
      const [ann] = readers()
      const { feedId, ids } = await feedOf(ann, 30)
      const odd = ids.filter((_, index) => index % 2 === 1)
      await Promise.all(
        odd.flatMap((id) => [
          store.entries.setRead(ann, [id], true, at(1)),
          store.entries.setAllStarred(ann, [id], true, at(1)),
          store.entries.setStarred(ann, id, true, at(1)),
        ]),
      )
      const { rows } = await store.entries.list(ann, { feedId }, 500)
      assert.deepEqual(
        rows.map(({ isRead, isStarred }) => [isRead, isStarred]),
        ids.map((_, index) => [index % 2 === 1, index % 2 === 1]),
      )
      assert.equal(await store.entries.unreadCount(ann, {}), 15)
    })

    test('nothing a reader does writes to the feed, and a poll writes nothing for its readers', async () => {
      const [ann, bo] = readers()
      const { feedId, ids } = await feedOf(ann, 3)
      await store.feeds.subscribe(bo, [feedId], at())
      const before = await store.feeds.find('guest', feedId)
      await store.entries.setRead(ann, [ids[0]!], true, at(1))
      await store.entries.markAllRead(bo, {}, at(1))
      assert.deepEqual(await store.feeds.find('guest', feedId), before)
    })

    test('an address is no title: others see titles', async () => {
      const [ann] = readers()
      const url = 'https://user:word@secret.example/feed?token=hidden'
      const [feedId] = (await store.feeds.addMany(ann, [{ url }], at())).added
      const row = await store.feeds.find('guest', feedId!)
      assert.equal(row?.title, 'secret.example')
      assert.equal((await store.feeds.findSource('guest', row!.sourceId))?.name, 'secret.example')
    })

    test('an unread list over many feeds is the whole list without what is read, from both ends and page by page', async () => {
      const [ann] = readers()
      const urls = Array.from({ length: 130 }, () => ({ url: `https://many-${++names}.example/` }))
      const { added } = await store.feeds.addMany(ann, urls, at())
      await store.feeds.savePolls(
        added.map((feedId, feed) =>
          parsed(
            feedId,
            Array.from({ length: 6 }, (_, index) =>
              polled({ key: `${feedId} ${index}`, publishedAt: at(-((feed * 37 + index * 101) % 700)) }),
            ),
          ),
        ),
      )
      const whole = (await store.entries.list(ann, {}, 5_000)).rows
      const read = whole.filter((_, index) => index % 3 === 0 || (index > 100 && index < 300))
      const ids = read.map(({ id }) => id)
      await store.entries.setRead(ann, ids, true, at(1))
      const unread = (await store.entries.list(ann, {}, 5_000)).rows.filter(({ isRead }) => !isRead)
      assert.equal(unread.length, whole.length - read.length)
      for (const order of ['newest', 'oldest'] as const)
        for (const limit of [20, 90]) {
          const rows = []
          for (let cursor: string | undefined, isMore = true; isMore; isMore = cursor !== undefined) {
            const page = await store.entries.list(ann, { isUnread: true }, limit, cursor, order)
            rows.push(...page.rows)
            cursor = page.next
          }
          assert.deepEqual(rows, order === 'newest' ? unread : unread.toReversed())
        }
    })

    test('counts and lists agree with plain marks of two readers, whatever they do', async () => {
      const both = readers()
      const urls = ['a', 'b'].map((name) => `https://${name}-${++names}.example/`)
      const feeds = (
        await store.feeds.addMany(
          both[0],
          urls.map((url) => ({ url })),
          at(),
        )
      ).added
      await store.feeds.addMany(
        both[1],
        urls.map((url) => ({ url })),
        at(),
      )
      const of = new Map<EntryId, FeedId>()
      const model = new Map(both.map((reader) => [reader, new Map<EntryId, Mark>()]))
      const undos = new Map(both.map((reader) => [reader, new Map<string, readonly EntryId[]>()]))
      let minute = 0
      const who = fc.nat(1)
      const step = fc.oneof(
        fc.record({ kind: fc.constant('poll' as const), feed: fc.nat(1), count: fc.integer({ min: 1, max: 4 }) }),
        fc.record({
          kind: fc.constant('read' as const),
          who,
          picks: fc.array(fc.nat(60), { maxLength: 5 }),
          value: fc.boolean(),
        }),
        fc.record({ kind: fc.constant('star' as const), who, pick: fc.nat(60), value: fc.boolean() }),
        fc.record({ kind: fc.constant('all' as const), who, feed: fc.option(fc.nat(1)), ago: fc.nat(3) }),
        fc.record({ kind: fc.constant('undo' as const), who, pick: fc.nat(5) }),
      )
      const fetched = new Map<EntryId, number>()
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
          for (const one of steps) {
            minute += 1
            const now = at(minute)
            if (one.kind === 'poll') {
              const feedId = feeds[one.feed]!
              const keys = Array.from({ length: one.count }, () => `m${++names}`)
              const entries = keys.map((key) => polled({ key, publishedAt: at((names * 7) % 50) }))
              await store.feeds.savePolls([parsed(feedId, entries, now)])
              for (const key of keys) {
                const id = (await store.entries.findByKey(feedId, key))!
                of.set(id, feedId)
                fetched.set(id, minute)
                for (const marks of model.values()) marks.set(id, { isRead: false, isStarred: false })
              }
              continue
            }
            const reader = both[one.who]!
            const marks = model.get(reader)!
            const ids = [...marks.keys()]
            const pick = (number: number) => ids[number % Math.max(1, ids.length)]
            switch (one.kind) {
              case 'read': {
                const picked = one.picks.flatMap((number) => pick(number) ?? [])
                await store.entries.setRead(reader, picked, one.value, now)
                for (const id of picked) marks.get(id)!.isRead = one.value
                break
              }
              case 'star': {
                const id = pick(one.pick)
                if (id) await store.entries.setStarred(reader, id, one.value, now)
                if (id) marks.get(id)!.isStarred = one.value
                break
              }
              case 'all': {
                const until = minute - one.ago
                const filter = one.feed === null ? {} : { feedId: feeds[one.feed]! }
                const made = [...marks].flatMap(([id, { isRead }]) =>
                  !isRead && (filter.feedId ?? of.get(id)) === of.get(id) && fetched.get(id)! <= until ? [id] : [],
                )
                const undoId = `undo ${++names}`
                assert.equal(await store.entries.markAllRead(reader, filter, at(until), undoId), made.length)
                if (made.length > 0) undos.get(reader)!.set(undoId, made)
                for (const id of made) marks.get(id)!.isRead = true
                break
              }
              case 'undo': {
                const kept = undos.get(reader)!
                const [undoId, made] = [...kept][one.pick % Math.max(1, kept.size)] ?? ['none']
                const other = both[1 - one.who]!
                assert.equal(await store.entries.undoMarkAllRead(other, undoId, now), undefined)
                const count = await store.entries.undoMarkAllRead(reader, undoId, now)
                assert.equal(count, made?.length)
                kept.delete(undoId)
                for (const id of made ?? []) marks.get(id)!.isRead = false
              }
            }
          }
          for (const reader of both) {
            const marks = model.get(reader)!
            const rows = (await store.entries.list(reader, {}, 5_000)).rows
            assert.deepEqual(
              new Map(rows.map(({ id, isRead, isStarred }) => [id, { isRead, isStarred }])),
              new Map(rows.map(({ id }) => [id, marks.get(id)])),
            )
            assert.equal(rows.length, marks.size)
            const unread = rows.filter(({ isRead }) => !isRead)
            assert.deepEqual((await store.entries.list(reader, { isUnread: true }, 5_000)).rows, unread)
            assert.deepEqual(
              (await store.entries.list(reader, { isStarred: true }, 5_000)).rows,
              rows.filter(({ isStarred }) => isStarred),
            )
            assert.equal(await store.entries.unreadCount(reader, {}), unread.length)
            for (const { id, unreadCount } of await store.feeds.list(reader))
              assert.equal(unreadCount, unread.filter(({ feedId }) => feedId === id).length)
          }
        }),
        { numRuns: dialect === 'sqlite' ? 40 : 15 },
      )
    })

    test('what an earlier release kept becomes the owner’s, without loss', async (t) => {
      const old = await makeDatabase(dialect)
      t.after(() => old.remove())
      const first = await old.open()
      const { added } = await first.feeds.addMany(
        'owner',
        [
          { url: 'https://one.example/?token=x', folder: 'Home', title: 'My one' },
          { url: 'https://two.example/', folder: 'Away' },
        ],
        at(),
      )
      for (const feedId of added)
        await first.feeds.savePolls([
          parsed(
            feedId,
            Array.from({ length: 6 }, (_, index) => polled({ key: `${feedId}-${index}`, publishedAt: at(-index) })),
          ),
        ])
      const ids = (await first.entries.list('owner', { feedId: added[0]! }, 9)).rows.map(({ id }) => id)
      await first.entries.markAllRead('owner', { feedId: added[0]! }, at(1), 'kept undo')
      await first.entries.setRead('owner', [ids[3]!], false, at(2))
      await first.entries.setRead(
        'owner',
        [(await first.entries.list('owner', { feedId: added[1]! }, 1)).rows[0]!.id],
        true,
        at(2),
      )
      await first.entries.setStarred('owner', ids[4]!, true, at(3))
      const entries = (await first.entries.list('owner', {}, 50)).rows
      const feeds = await first.feeds.list('owner')
      const stars = await first.saves.listStarred('owner', 9)
      await first.close()
      await backTo(old, 6)
      const second = await old.open()
      assert.deepEqual((await second.entries.list('owner', {}, 50)).rows, entries)
      assert.deepEqual(await second.feeds.list('owner'), feeds)
      assert.deepEqual(await second.saves.listStarred('owner', 9), stars)
      assert.equal(await second.entries.unreadCount('owner', {}), entries.filter(({ isRead }) => !isRead).length)
      assert.equal(await second.entries.undoMarkAllRead('owner', 'kept undo', at(4)), 6)
      assert.equal(await second.entries.unreadCount('owner', { feedId: added[0]! }), 6)
      assert.deepEqual((await second.entries.list('new', {}, 9)).rows, [])
      // The feed's own name comes back with its next poll.
      const due = await second.feeds.claimDue(at(600), 9, 0)
      assert.equal(due.find(({ feedId }) => feedId === added[0])?.bodyHash, undefined)
    })
  })
