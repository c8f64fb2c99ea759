import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FeedId } from '../../src/core/ids.ts'
import { shownPicture } from '../../src/store/articles/entry-pictures.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, parsed, polled, subscribe } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`pictures of entries on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const illustrated = (key: string, file?: string) => ({
      ...polled({ key }),
      ...(file && {
        picture: () => ({ url: `https://outlet.example/${file}`, alt: 'A quay', width: 640, height: 400 }),
      }),
    })
    const poll = (feedId: FeedId, pictures: Readonly<Record<string, string | undefined>>, minutes = 0) => {
      const entries = Object.entries(pictures).map(([key, file]) => illustrated(key, file))
      return store.feeds.savePolls([parsed(feedId, entries, at(minutes))])
    }
    const picturesOf = async (feedId: FeedId) => {
      const { rows } = await store.entries.list('owner', { feedId }, 50)
      return Object.fromEntries(rows.map((row) => [row.title.replace('Title ', ''), shownPicture(row)]))
    }

    test('are those of the feed, then those of the article that was read', async () => {
      const feedId = await subscribe(store)
      await poll(feedId, { a: 'a.jpg', b: undefined })
      const id = (await store.entries.findByKey(feedId, 'a'))!
      const found = { url: 'https://outlet.example/a.jpg', alt: 'A quay', width: 640, height: 400 }
      assert.deepEqual(await picturesOf(feedId), { a: { of: { entryId: id }, ...found }, b: undefined })
      for (const [key, leadPicture] of [
        ['a', { url: 'https://outlet.example/large.jpg', caption: 'The quay' }],
        ['b', undefined],
      ] as const) {
        const entry = (await store.entries.find('owner', (await store.entries.findByKey(feedId, key))!))!
        const one = ingested({ entry, text: `Text of ${key}.` })
        const article = { ...one.article, ...(leadPicture && { leadPicture }) }
        await store.articles.saveIngested([{ ...one, article }])
      }
      assert.deepEqual(await picturesOf(feedId), {
        a: { of: { articleId: `article-${id}` }, url: 'https://outlet.example/large.jpg' },
        b: undefined,
      })
    })

    test('that a feed puts on many entries are none, on the earlier ones either; others stay', async () => {
      const feedId = await subscribe(store, 'https://usual.example/feed')
      await poll(feedId, { a: 'house.jpg', b: 'b.jpg' })
      await poll(feedId, { c: 'house.jpg' }, 1)
      assert.ok((await picturesOf(feedId)).a)
      await poll(feedId, { d: 'house.jpg', e: 'e.jpg' }, 2)
      const shown = await picturesOf(feedId)
      assert.deepEqual(
        Object.entries(shown)
          .flatMap(([key, picture]) => (picture ? key : []))
          .sort(),
        ['b', 'e'],
      )
      await poll(feedId, { f: 'house.jpg' }, 3)
      assert.equal((await picturesOf(feedId)).f, undefined)
      const ids = await Promise.all(['c', 'e'].map(async (key) => (await store.entries.findByKey(feedId, key))!))
      assert.deepEqual([...(await store.articles.usualPictures(ids))], ['https://outlet.example/house.jpg'])
    })

    test('are none where the file is a logo', async () => {
      const feedId = await subscribe(store, 'https://logo.example/feed')
      await poll(feedId, { a: 'logo.png' })
      assert.deepEqual(await picturesOf(feedId), { a: undefined })
    })
  })
