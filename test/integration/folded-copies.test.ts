import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { EntryId, FeedId } from '../../src/core/ids.ts'
import { asId } from '../../src/core/ids.ts'
import type { Store, StoredEntry } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { openFeedReaderInstance } from './feed-reader-instance.ts'
import { at, copyOf, ingested, parsed, polled } from './store-fixtures.ts'
import { openThreeApps } from './three-apps.ts'

const words = (name: string) => Array.from({ length: 80 }, (_, index) => `${name}${index % 9}`).join(' ')

for (const dialect of dialects)
  describe(`folded copies on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let names = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    /** A reader of some feeds of their own, with the entries of each. */
    async function readerOf(feedCount: number, perFeed = 1) {
      const id = `reader-${++names}`
      const feeds: { readonly id: FeedId; readonly url: string; readonly entries: readonly StoredEntry[] }[] = []
      for (let number = 0; number < feedCount; number++) {
        const url = `https://feed-${++names}.example/`
        const feedId = (await store.feeds.addMany(id, [{ url, sourceName: `Outlet ${names}` }], at(-60))).added[0]!
        const keys = Array.from({ length: perFeed }, (_, index) => `k${names}-${index}`)
        await store.feeds.savePolls([parsed(feedId, keys.map((key) => polled({ key })).reverse())])
        const entries = await Promise.all(
          keys.map(async (key) => (await store.entries.find(id, (await store.entries.findByKey(feedId, key))!))!),
        )
        feeds.push({ id: feedId, url, entries })
      }
      return { id, feeds }
    }
    const unread = async (readerId: string) => {
      const { rows } = await store.entries.list(readerId, { isUnread: true }, 50)
      assert.equal(await store.entries.unreadCount(readerId, {}), rows.length)
      return rows.map(({ id }) => id).toSorted()
    }
    const shown = async (readerId: string, folder?: string) => {
      const filter = { hidesCopies: true as const, ...(folder !== undefined && { folder }) }
      return (await store.entries.list(readerId, filter, 50)).rows.map(({ id, copyCount = 0 }) => [id, copyCount])
    }

    test('a copy is read, and folded under the first, however often it is saved', async () => {
      const { id, feeds } = await readerOf(3)
      const [first, second, third] = feeds.map(({ entries }) => entries[0]!)
      const original = ingested({ entry: first!, text: words('a') })
      const copies = [copyOf(second!, original), copyOf(third!, original, 'cut-copy')]
      for (const one of [original, ...copies, ...copies, original]) await store.articles.saveIngested([one])
      assert.deepEqual(await unread(id), [first!.id])
      assert.deepEqual(await shown(id), [[first!.id, 2]])
      assert.equal((await store.entries.list(id, {}, 50)).rows.length, 3)
      await store.entries.setRead(id, [second!.id], false, at(1))
      await store.articles.saveIngested(copies)
      assert.deepEqual(await unread(id), [first!.id, second!.id].toSorted(), 'a reader who wants it unread keeps it so')
    })

    test('a copy of what was read is read, and one that was read before makes the first read', async () => {
      const { id, feeds } = await readerOf(2, 2)
      const [[a, b], [c, d]] = feeds.map(({ entries }) => entries) as [StoredEntry[], StoredEntry[]]
      await store.entries.setRead(id, [a!.id, d!.id], true, at(1))
      const [one, other] = [ingested({ entry: a!, text: words('b') }), ingested({ entry: b!, text: words('c') })]
      for (const each of [one, other, copyOf(c!, one), copyOf(d!, other)]) await store.articles.saveIngested([each])
      assert.deepEqual(await unread(id), [])
    })

    test('an article that is read after its copies leaves the text unread once, unless all of a fold was read', async () => {
      const { id, feeds } = await readerOf(3, 3)
      const [firsts, seconds, thirds] = feeds.map(({ entries }) => entries) as [
        StoredEntry[],
        StoredEntry[],
        StoredEntry[],
      ]
      const originals = seconds.map((entry, index) => ingested({ entry, text: words(`g${index}`) }))
      await store.articles.saveIngested(originals)
      await store.articles.saveIngested(thirds.map((entry, index) => copyOf(entry, originals[index]!)))
      assert.deepEqual(await unread(id), [...firsts, ...seconds].map((entry) => entry.id).toSorted())
      await store.entries.setRead(id, [seconds[1]!.id], true, at(1))
      await store.entries.setRead(id, [seconds[2]!.id], true, at(1))
      await store.entries.setRead(id, [thirds[2]!.id], false, at(1))
      await store.articles.saveIngested(firsts.map((entry, index) => copyOf(entry, originals[index]!)))
      assert.deepEqual(await unread(id), [firsts[0]!.id, firsts[2]!.id].toSorted())
      assert.deepEqual(new Map((await shown(id)) as [EntryId, number][]), new Map(firsts.map((entry) => [entry.id, 2])))
    })

    test('one page in several feeds is folded, too', async () => {
      const { id, feeds } = await readerOf(2)
      const [first, second] = feeds.map(({ entries }) => entries[0]!)
      await store.articles.saveIngested([ingested({ entry: first!, text: 'Short.', articleId: `page-${names}` })])
      await store.articles.linkEntry(second!.id, asId(`page-${names}`), at(1))
      assert.deepEqual(await unread(id), [first!.id])
      assert.deepEqual(await shown(id), [[first!.id, 1]])
    })

    test('nothing is folded that has more than the first, shares passages, or may be a notice', async () => {
      const { id, feeds } = await readerOf(2, 5)
      const [firsts, seconds] = feeds.map(({ entries }) => entries) as [StoredEntry[], StoredEntry[]]
      const originals = firsts.map((entry, index) =>
        ingested({ entry, text: index === 3 ? 'Subscribe to go on.' : words(`d${index}`) }),
      )
      await store.articles.saveIngested(originals)
      const ofOutlet = copyOf(firsts[4]!, originals[2]!)
      await store.articles.saveIngested([
        copyOf(seconds[0]!, originals[0]!, 'cut-copy', 0.3),
        copyOf(seconds[1]!, originals[1]!, 'shares-passages'),
        copyOf(seconds[3]!, originals[3]!),
        {
          ...ofOutlet,
          article: { ...ofOutlet.article, title: 'Another' },
          document: { ...ofOutlet.document, title: 'Another' },
        },
      ])
      assert.equal((await unread(id)).length, 10)
    })

    test('each reader has the first of their own feeds, and one who wants copies has them', async () => {
      const { id: ann, feeds } = await readerOf(3)
      const [first, second, third] = feeds.map(({ entries }) => entries[0]!)
      const [bo, cy] = [`bo-${names}`, `cy-${names}`]
      await store.feeds.addMany(
        bo,
        feeds.slice(1).map(({ url }) => ({ url })),
        at(1),
      )
      await store.feeds.addMany(
        cy,
        feeds.map(({ url }) => ({ url })),
        at(1),
      )
      await store.preferences.set(cy, 'foldCopies', 'off', at(1))
      const original = ingested({ entry: first!, text: words('e') })
      await store.articles.saveIngested([original, copyOf(second!, original), copyOf(third!, original)])
      assert.deepEqual(await unread(ann), [first!.id])
      assert.deepEqual(await unread(bo), [second!.id])
      assert.deepEqual(await shown(bo), [[second!.id, 1]])
      assert.equal((await unread(cy)).length, 3)
      const { articleId } = (await store.entries.find(ann, third!.id))!
      const opened = { kind: 'article', id: articleId! } as const
      assert.deepEqual(await store.entries.listOf(ann, opened, false), [first!.id], 'who reads one has read all')
      assert.deepEqual(await store.entries.listOf(cy, opened, false), [third!.id])
      const late = `late-${names}`
      await store.feeds.addMany(late, [{ url: feeds[0]!.url, folder: 'One' }], at(2))
      await store.feeds.addMany(late, [{ url: feeds[2]!.url, folder: 'Two' }], at(2))
      assert.deepEqual(await unread(late), [first!.id])
      assert.deepEqual(await shown(late), [[first!.id, 1]])
      assert.deepEqual(await shown(late, 'Two'), [[third!.id, 1]], 'a folder has the first of its own feeds')
    })

    test('nothing is folded under an article of a muted source', async () => {
      const { id, feeds } = await readerOf(3)
      const [first, second, third] = feeds.map(({ entries }) => entries[0]!)
      const mute = {
        id: asId<never>(`m${names}`),
        kind: 'source' as const,
        target: first!.sourceId,
        label: 'x',
        at: at(),
      }
      await store.mutes.add(id, [mute])
      const original = ingested({ entry: first!, text: words('f') })
      await store.articles.saveIngested([original, copyOf(second!, original), copyOf(third!, original)])
      assert.deepEqual(await unread(id), [first!.id, second!.id].toSorted())
      assert.deepEqual((await shown(id)).map(([one]) => one).toSorted(), [first!.id, second!.id].toSorted())
    })
  })

for (const dialect of dialects)
  test(`pages and apps agree on what is unread while copies come, on ${dialect}`, {
    skip: skipReason(dialect),
  }, async () => {
    const database = await makeDatabase(dialect)
    const made = await openFeedReaderInstance(database)
    const { store } = made
    try {
      const places = Object.entries(await openThreeApps(made))
      const world = await store.entries.findMany('ada', made.worldIds)
      const third = (await store.feeds.addMany('ada', [{ url: 'https://third.example/feed' }], at(-60))).added[0]!
      await store.feeds.savePolls([
        parsed(
          third,
          Array.from({ length: 40 }, (_, number) => polled({ key: `t${number}` })),
          at(2),
        ),
      ])
      const theirs = await store.entries.findMany(
        'ada',
        (await store.entries.listArrivals('ada', { feedId: third }, 100)).rows,
      )
      // A sequence of its own: the same moments each time.
      let state = 7
      const below = (count: number) => (state = (state * 48_271) % 2_147_483_647) % count
      const originals = world.slice(0, 40).map((entry, index) => ingested({ entry, text: words(`w${index}`) }))
      for (let moment = 0; moment < 60; moment++) {
        const index = below(40)
        const act = below(5)
        const some: EntryId = [...world, ...theirs][below(world.length + theirs.length)]!.id
        if (act < 2) await store.articles.saveIngested([originals[index]!])
        else if (act === 2) await store.articles.saveIngested([copyOf(theirs[index]!, originals[index]!)])
        else await store.entries.setRead('ada', [some], act === 3, at(3))
        const [expected, ...inApps] = await Promise.all(
          places.map(async ([, place]) => (await place.unread()).toSorted().join(' ')),
        )
        assert.deepEqual(inApps, [expected, expected, expected], `moment ${moment}`)
      }
    } finally {
      await made.close()
      await database.remove()
    }
  })
