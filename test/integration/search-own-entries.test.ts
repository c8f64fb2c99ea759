import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type MuteId } from '../../src/core/ids.ts'
import { ownerId } from '../../src/core/reader-identity.ts'
import { minifluxApi } from '../../src/miniflux/miniflux-api.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, type FeedReaderInstance, openFeedReaderInstance } from './feed-reader-instance.ts'
import { at, ingested, parsed, polled, subscribe } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`searching one’s own entries on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let search: (words: string) => Promise<{ readonly total: number; readonly ids: readonly string[] }>
    /** Another account reads a feed of which every entry is the same page. */
    let others: (most: number) => Promise<void>

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      const { store } = made
      const face = minifluxApi(made.programInstance)
      const token = await made.apiToken('write')
      search = async (words) => {
        const answer = await askFace(face, `/v1/entries?order=id&search=${encodeURIComponent(words)}`, {
          headers: { 'x-auth-token': token },
        })
        const { total, entries } = (await answer.json()) as { total: number; entries: { id: number }[] }
        return { total, ids: entries.map(({ id }) => String(id)) }
      }
      const own = await store.entries.findMany('ada', made.worldIds.slice(0, 12))
      const page = (entryId: string) => `page-of-${entryId}`
      const text = 'A release of the harbour papers.'
      await store.articles.saveIngested(own.map((entry) => ingested({ entry, text, articleId: page(entry.id) })))
      others = async (most) => {
        const feedId = await subscribe(store, 'https://mirror.example/feed')
        const copies = Array.from({ length: most }, (_, index) =>
          polled({ key: `copy-${index}`, title: 'A release', publishedAt: at(index) }),
        )
        await store.feeds.savePolls([parsed(feedId, copies, at(2))])
        const { rows } = await store.entries.listArrivals(ownerId, { feedId }, most, undefined, 'oldest')
        const entries = await store.entries.findMany(ownerId, rows.slice(0, own.length))
        await store.articles.saveIngested(
          entries.map((entry, index) => ({
            ...ingested({ entry, text, articleId: page(own[index]!.id) }),
            entryIds: [entry.id, own[index]!.id],
          })),
        )
      }
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    test('finds every entry of the reader, whatever another account subscribes to', async () => {
      const expected = { total: 12, ids: made.worldIds.slice(0, 12) }
      assert.deepEqual(await search('release'), expected)
      await others(2_100)
      assert.deepEqual(await search('release'), expected, 'The same pages are in the feed of another')
    })

    test('leaves out what the reader muted, and nothing that has no such word', async () => {
      const { store } = made
      assert.deepEqual(await search('-'), { total: 0, ids: [] })
      assert.equal((await search('w17')).total, 1)
      await store.mutes.add('ada', [{ id: asId<MuteId>('mute'), kind: 'word', target: 'w17', label: 'w17', at: at(3) }])
      assert.deepEqual((await search('w17')).ids, [])
    })
  })
