import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { FeedId, StoryId } from '../../src/core/ids.ts'
import { feverApi } from '../../src/fever/fever-api.ts'
import { openGreader } from '../../src/greader/open-greader.ts'
import { minifluxApi } from '../../src/miniflux/miniflux-api.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
import { copyFeedSettings, editFeed } from '../../src/operations/feeds/manage-feeds.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, openFeedReaderInstance } from './feed-reader-instance.ts'
import { at, ingested, parsed, polled } from './store-fixtures.ts'
import { reason } from './store-story-fixture.ts'

type Category = { readonly title: string; readonly feed_count: number; readonly id: number }
type Counted = { readonly id: string; readonly count: number }
/** The fields of what the APIs send that are read here. */
type Answer = {
  readonly subscriptions: readonly { readonly id: string; readonly categories: readonly { readonly label: string }[] }[]
  readonly itemRefs: readonly unknown[]
  readonly category: Category
  readonly total: number
  readonly feeds_groups: readonly { readonly feed_ids: string }[]
  readonly unread_item_ids: string
  readonly unreadcounts: readonly Counted[]
}

for (const dialect of dialects)
  describe(`settings of a feed on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let names = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    /** A new reader with feeds, each with two entries. */
    async function readerOf(feedCount: number) {
      const id = `reader-${++names}`
      const feeds: FeedId[] = []
      for (let number = 0; number < feedCount; number++) {
        const url = `https://feed-${++names}.example/`
        const feedId = (await store.feeds.addMany(id, [{ url, folder: 'A' }], at(-60))).added[0]!
        await store.feeds.savePolls([parsed(feedId, [polled({ key: `${names}-1` }), polled({ key: `${names}-0` })])])
        feeds.push(feedId)
      }
      return { id, feeds }
    }

    const unread = async (readerId: string) =>
      (await store.feeds.counts(readerId)).map((feed) => feed.entryCount - feed.readCount)
    const arrive = (feedId: FeedId, minutes: number, ...keys: readonly string[]) =>
      store.feeds.savePolls([
        parsed(
          feedId,
          keys.map((key) => polled({ key })),
          at(minutes),
        ),
      ])

    test('what comes to a parked feed is read, for its reader only', async () => {
      const { id, feeds } = await readerOf(2)
      const [parked, other] = feeds as [FeedId, FeedId]
      const second = await readerOf(0)
      await store.feeds.subscribe(second.id, feeds, at())
      await store.feeds.setParked(id, parked, true, at())
      assert.deepEqual(await unread(id), [0, 2])
      await arrive(parked, 5, `${id}-a`, `${id}-b`)
      await arrive(other, 5, `${id}-c`)
      assert.deepEqual(await unread(id), [0, 3])
      assert.deepEqual(await unread(second.id), [4, 3])
      const { rows } = await store.entries.list(id, { isUnread: true }, 10)
      assert.ok(rows.every(({ feedId }) => feedId === other))
      assert.equal((await store.entries.list(id, {}, 10)).rows.length, 7)
      assert.equal((await store.feeds.get(id, parked)).isParked, true)
      assert.equal((await store.feeds.get(second.id, parked)).isParked, undefined)
    })

    test('one that is no longer parked has what it had unread, and what comes', async () => {
      const { id, feeds } = await readerOf(1)
      const [feedId] = feeds as [FeedId]
      await store.feeds.setParked(id, feedId, true, at())
      await arrive(feedId, 5, `${id}-a`)
      await store.feeds.setParked(id, feedId, false, at(6))
      assert.deepEqual(await unread(id), [2])
      await arrive(feedId, 7, `${id}-b`)
      assert.deepEqual(await unread(id), [3])
    })

    test('an article that its reader made unread stays so in a parked feed', async () => {
      const { id, feeds } = await readerOf(1)
      const [feedId] = feeds as [FeedId]
      await store.feeds.setParked(id, feedId, true, at())
      const { rows } = await store.entries.list(id, {}, 10)
      await store.entries.setRead(id, [rows[0]!.id], false, at(1))
      await arrive(feedId, 5, `${id}-a`)
      assert.deepEqual(await unread(id), [1])
      assert.deepEqual(
        (await store.entries.list(id, { isUnread: true }, 10)).rows.map((row) => row.id),
        [rows[0]!.id],
      )
    })

    test('a story is left out only where all its articles came from parked feeds', async () => {
      const { id, feeds } = await readerOf(2)
      const [parked, other] = feeds as [FeedId, FeedId]
      const ids: StoryId[] = []
      for (const members of [[parked], [parked, other], [other]]) {
        const storyId = store.stories.newId()
        for (const [index, feedId] of members.entries()) {
          const { rows } = await store.entries.list(id, { feedId }, 10)
          const free = rows.find(({ articleId }) => articleId === undefined)!
          const [entry] = await store.entries.findMany(id, [free.id])
          const assignment = index === 0 ? { kind: 'found' as const } : { kind: 'join' as const, storyId, reason }
          await store.articles.saveIngested([ingested({ entry: entry!, text: free.id, more: { assignment, storyId } })])
        }
        ids.push(storyId)
      }
      assert.equal((await store.feeds.storiesOnlyOfParked(id, ids)).size, 0)
      await store.feeds.setParked(id, parked, true, at())
      assert.deepEqual([...(await store.feeds.storiesOnlyOfParked(id, ids))], [ids[0]])
      assert.equal((await store.feeds.storiesOnlyOfParked('somebody else', ids)).size, 0)
    })

    test('a feed in several folders counts in each, and once in all', async () => {
      const { id, feeds } = await readerOf(2)
      const [both] = feeds as [FeedId, FeedId]
      await store.feeds.setFolders(id, both, ['B', 'A', 'B', ''])
      const feed = await store.feeds.get(id, both)
      assert.deepEqual([feed.folder, feed.folders], ['B', ['B', 'A']])
      const sums = (await store.feeds.folderSums(id)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
      assert.deepEqual(
        sums.map(({ name, feedCount, unreadCount }) => [name, feedCount, unreadCount]),
        [
          ['A', 2, 4],
          ['B', 1, 2],
        ],
      )
      assert.deepEqual(await store.feeds.totals(id), { feedCount: 2, unreadCount: 4, entryCount: 4 })
      const inFolder = async (folder: string, folderScope?: 'first' | 'tree') =>
        (await store.entries.list(id, { folder, ...(folderScope ? { folderScope } : {}) }, 10)).rows.length
      assert.deepEqual(
        [await inFolder('A'), await inFolder('A', 'first'), await inFolder('B'), await inFolder('')],
        [4, 2, 2, 0],
      )
      assert.equal(await store.entries.countPicked(id, { folder: 'A', isRead: false }), 4)
      await store.entries.markAllRead(id, { folder: 'B' }, at(1))
      assert.deepEqual(await unread(id), [0, 2])
    })

    test('a renamed folder is renamed in all its feeds, and merged where they have the other', async () => {
      const { id, feeds } = await readerOf(3)
      const [one, two, three] = feeds as [FeedId, FeedId, FeedId]
      await store.feeds.setFolders(id, one, ['A', 'B'])
      await store.feeds.setFolders(id, two, ['C', 'A'])
      const foldersOf = async () =>
        Promise.all(
          [one, two, three].map(async (feedId) => {
            const { folder, folders } = await store.feeds.get(id, feedId)
            return folders ?? [folder]
          }),
        )
      assert.equal(await store.feeds.renameFolder(id, 'A', 'B'), 3)
      assert.deepEqual(await foldersOf(), [['B'], ['C', 'B'], ['B']])
      assert.equal(await store.feeds.renameFolder(id, 'B', ''), 3)
      assert.deepEqual(await foldersOf(), [[''], ['C'], ['']])
    })

    test('another reader gets the same settings from an exported list', async () => {
      const { id, feeds } = await readerOf(3)
      const [one, two] = feeds as [FeedId, FeedId]
      await store.feeds.setFolders(id, one, ['C/D', 'A', 'B'])
      await store.feeds.setParked(id, one, true, at())
      await store.feeds.setOpensOriginal(id, two, true)
      await store.feeds.setOrder(id, two, 'oldest')
      const contextOf = (readerId: string) =>
        ({
          store,
          now: () => new Date(at(10)),
          wake: () => {},
          reader: { id: readerId, name: readerId, role: 'owner' },
        }) as unknown as OperationContext
      const settingsOf = async (readerId: string) =>
        (await store.feeds.list(readerId)).map(({ url, folder, folders, isParked, opensOriginal, order }) => ({
          ...{ url, folder, folders, isParked, opensOriginal, order },
        }))
      const text = await exportOpml.run(contextOf(id), {})
      const other = `other-${id}`
      await importOpml.run(contextOf(other), importOpml.input.parse({ text }))
      assert.deepEqual(await settingsOf(other), await settingsOf(id))
      assert.equal(await exportOpml.run(contextOf(other), {}), text)
      assert.equal((await store.feeds.get(other, one)).unreadCount, 0)
      await store.feeds.setFolders(other, one, ['C/D', 'B'])
      await importOpml.run(
        contextOf('third'),
        importOpml.input.parse({ text: await exportOpml.run(contextOf(other), {}) }),
      )
      assert.deepEqual((await store.feeds.get('third', one)).folders, ['C/D', 'B'])
      assert.match(text, /<opml [^>]*xmlns:twosource/)
    })

    test('a copy of settings leaves name and folders', async () => {
      const { id, feeds } = await readerOf(4)
      const [one, two, three, four] = feeds as [FeedId, FeedId, FeedId, FeedId]
      await store.feeds.setParked(id, one, true, at())
      await store.feeds.setOrder(id, one, 'oldest')
      await store.feeds.setOpensOriginal(id, two, true)
      await store.feeds.setOrder(id, three, 'newest')
      await store.feeds.setFolders(id, three, ['B'])
      const reader = { id, name: id, role: 'reader' }
      const context = { store, now: () => new Date(at(10)), reader } as unknown as OperationContext
      const copy = (input: object) => copyFeedSettings.run(context, copyFeedSettings.input.parse(input))
      assert.deepEqual(await copy({ id: one, to: [two], folders: ['B'] }), { count: 2 })
      const settings = await Promise.all(
        feeds.map(async (feedId) => {
          const { folder, isParked = false, opensOriginal = false, order } = await store.feeds.get(id, feedId)
          return [folder, isParked, opensOriginal, order]
        }),
      )
      assert.deepEqual(settings, [
        ['A', true, false, 'oldest'],
        ['A', true, false, 'oldest'],
        ['B', true, false, 'oldest'],
        ['A', false, false, undefined],
      ])
      assert.deepEqual(await unread(id), [0, 0, 0, 2])
      await store.feeds.unsubscribe(id, four)
      assert.equal(await copy({ id: four, to: [one] }), undefined)
    })

    test('a copy of settings leaves the text of a feed that others read, and a change is refused whole', async () => {
      const { id, feeds } = await readerOf(2)
      const [own, common] = feeds as [FeedId, FeedId]
      await store.feeds.subscribe('somebody', [common], at())
      await store.feeds.setUsesOwnText(id, own, true, false)
      await store.feeds.setParked(id, own, true, at())
      const context = { store, now: () => new Date(at(10)), reader: { id, name: id, role: 'reader' } }
      const run = context as unknown as OperationContext
      const refused = await editFeed.run(run, editFeed.input.parse({ id: common, usesOwnText: true, isParked: true }))
      assert.equal(refused, undefined)
      assert.equal((await store.feeds.get(id, common)).isParked, undefined)
      assert.deepEqual(await copyFeedSettings.run(run, { id: own, to: [common], folders: [] }), { count: 1 })
      const { isParked, usesOwnText } = await store.feeds.get(id, common)
      assert.deepEqual([isParked, usesOwnText], [true, undefined])
    })

    test('only its sole reader or the owner sets whether its own text is used', async () => {
      const { id, feeds } = await readerOf(1)
      const [feedId] = feeds as [FeedId]
      const target = async () => {
        const { rows } = await store.entries.list(id, { feedId }, 1)
        return (await store.articles.ingestTarget(rows[0]!.id))?.usesOwnText
      }
      assert.equal(await target(), undefined)
      assert.equal(await store.feeds.setUsesOwnText('somebody else', feedId, true, false), false)
      assert.equal(await store.feeds.setUsesOwnText(id, feedId, true, false), true)
      assert.equal(await target(), true)
      await arrive(feedId, 5, `${id}-a`)
      assert.equal((await store.feeds.get(id, feedId)).usesOwnText, true)
      await store.feeds.subscribe('second', feeds, at())
      assert.equal(await store.feeds.setUsesOwnText(id, feedId, false, false), false)
      assert.equal(await store.feeds.setUsesOwnText('owner', feedId, false, true), true)
      assert.equal(await target(), undefined)
    })

    test('sub-folders count and list with the folder they are in', async () => {
      const { id, feeds } = await readerOf(3)
      const [one, two] = feeds as [FeedId, FeedId]
      await store.feeds.setFolders(id, one, ['A/B', 'A'])
      await store.feeds.setFolders(id, two, ['Z/B'])
      const sums = await store.feeds.folderSums(id)
      const unreadIn = Object.fromEntries(sums.map(({ name, unreadCount }) => [name, unreadCount]))
      assert.deepEqual(unreadIn, { A: 4, 'A/B': 2, Z: 2, 'Z/B': 2 })
      const inTree = async (folder: string) =>
        (await store.entries.list(id, { folder, folderScope: 'tree', isUnread: true }, 10)).rows.length
      assert.deepEqual([await inTree('A'), await inTree('A/B'), await inTree('Z')], [4, 2, 2])
      await store.entries.markAllRead(id, { folder: 'Z', folderScope: 'tree' }, at(1))
      assert.equal(await inTree('Z'), 0)
    })

    test('unsubscribing ends its folders too', async () => {
      const { id, feeds } = await readerOf(1)
      const [feedId] = feeds as [FeedId]
      await store.feeds.setFolders(id, feedId, ['A', 'B'])
      await store.feeds.unsubscribe(id, feedId)
      assert.equal((await store.feeds.moreFolders(id)).size, 0)
    })
  })

test('apps show every folder of a feed, or the first where they know one, and nothing unread of a parked feed', async () => {
  const database = await makeDatabase('sqlite')
  const made = await openFeedReaderInstance(database)
  const { context, world, local } = made
  try {
    const key = await made.apiToken('write')
    const secret = await made.appPassword(true)
    const feverKey = createHash('md5').update(`Ada Lovelace:${secret}`).digest('hex')
    const fever = feverApi(made.programInstance)
    const greader = openGreader(made.programInstance)
    const miniflux = minifluxApi(made.programInstance)
    const json = async (response: Response) => (await response.json()) as Answer
    const login = await askFace(greader, '/accounts/ClientLogin', {
      method: 'POST',
      body: new URLSearchParams({ Email: 'Ada Lovelace', Passwd: secret }),
    })
    const auth = { authorization: `GoogleLogin auth=${/^Auth=(.+)$/m.exec(await login.text())?.[1]}` }
    const inGreader = async (path: string) => json(await askFace(greader, `/reader/api/0/${path}`, { headers: auth }))
    const inMiniflux = async (path: string) =>
      json(await askFace(miniflux, `/v1/${path}`, { headers: { 'x-auth-token': key } }))
    const inFever = async (path: string) =>
      json(
        await askFace(fever, `/fever/?api&${path}`, {
          method: 'POST',
          body: new URLSearchParams({ api_key: feverKey }),
        }),
      )
    const edit = (input: object) => editFeed.run(context, editFeed.input.parse(input))

    await edit({ id: world, folders: ['World', 'Sea'] })
    const { subscriptions } = await inGreader('subscription/list?output=json')
    const one = subscriptions.find(({ id }) => id === `feed/${world}`)!
    assert.deepEqual(
      one.categories.map(({ label }) => label),
      ['World', 'Sea'],
    )
    const label = (name: string) => inGreader(`stream/items/ids?output=json&n=1000&s=user/-/label/${name}`)
    assert.deepEqual(
      [(await label('World')).itemRefs.length, (await label('Sea')).itemRefs.length],
      [made.worldIds.length, made.worldIds.length],
    )
    const categories = (await inMiniflux('categories?counts=true')) as unknown as readonly Category[]
    const named = (title: string) => categories.find((category) => category.title === title)!
    assert.deepEqual([named('World').feed_count, named('Sea').feed_count], [1, 0])
    assert.equal((await inMiniflux(`feeds/${world}`)).category.title, 'World')
    assert.equal((await inMiniflux(`categories/${named('Sea').id}/entries`)).total, 0)
    const { feeds_groups: groups } = await inFever('groups')
    assert.equal(groups.filter(({ feed_ids }) => feed_ids === String(world)).length, 2)

    const move = (a: string, r: string) =>
      askFace(greader, '/reader/api/0/subscription/edit', {
        method: 'POST',
        headers: auth,
        body: new URLSearchParams({ ac: 'edit', s: `feed/${world}`, a: `user/-/label/${a}`, r: `user/-/label/${r}` }),
      })
    await move('Hill', 'World')
    assert.deepEqual((await context.store.feeds.get('ada', world)).folders, ['Sea', 'Hill'])
    await edit({ id: world, folder: 'World' })
    assert.deepEqual((await context.store.feeds.get('ada', world)).folders, ['World', 'Hill'])

    await edit({ id: world, isParked: true })
    const view = await listEntries.run(context, listEntries.input.parse({ limit: 200 }))
    assert.equal(view?.unreadCount, made.localIds.length)
    assert.equal((await inMiniflux('entries?status=unread&limit=1')).total, made.localIds.length)
    assert.equal(String((await inFever('unread_item_ids')).unread_item_ids).split(',').length, made.localIds.length)
    const { unreadcounts } = await inGreader('unread-count?output=json')
    assert.equal(unreadcounts.find(({ id }) => id === `feed/${world}`)?.count ?? 0, 0)
    assert.equal(unreadcounts.find(({ id }) => id === `feed/${local}`)?.count, made.localIds.length)
  } finally {
    await made.close()
    await database.remove()
  }
})
