import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FeedEntry } from '../../src/core/entry.ts'
import type { FeedId } from '../../src/core/ids.ts'
import { contentHash } from '../../src/feeds/content-hash.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, parsed, subscribe } from './store-fixtures.ts'

type Given = { readonly key: string; readonly url?: string; readonly title: string } & Partial<FeedEntry>

function delivered(given: Given) {
  const entry: FeedEntry = {
    authors: [],
    categories: [],
    enclosures: [],
    contentHtml: `<p>${given.title}.</p>`,
    ...given,
  }
  return { entry, contentHash: contentHash(entry), text: () => given.title }
}

/** Ten entries, the newest first, with keys and links of one build of the feed. */
function build(of: (number: number) => Pick<Given, 'key' | 'url'>, more: Partial<FeedEntry> = {}): Given[] {
  return Array.from({ length: 10 }, (_, index) => ({
    ...of(10 - index),
    title: `News ${10 - index}`,
    publishedAt: at(-60 * (index + 1)),
    ...more,
  }))
}

for (const dialect of dialects)
  describe(`identity of entries on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let feeds = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const newFeed = () => subscribe(store, `https://feeds${++feeds}.example/rss`)
    const save = async (feedId: FeedId, entries: readonly Given[], minutes = 0) =>
      (await store.feeds.savePolls([parsed(feedId, entries.map(delivered), at(minutes))]))[0]!
    const countOf = async (feedId: FeedId) => (await store.feeds.get('owner', feedId)).entryCount

    test('a feed whose guids change with every build has its entries once, and what was read stays read', async () => {
      const feedId = await newFeed()
      const builds = [
        build((n) => ({ key: `urn:build1:${n}`, url: `http://www.outlet.example/n/${n}` })),
        build((n) => ({ key: `urn:build2:${n}`, url: `https://outlet.example/n/${n}?utm_source=rss` })),
        build((n) => ({ key: `https://outlet.example/n/${n}`, url: `https://outlet.example/n/${n}` })),
        build((n) => ({
          key: `https://outlet.example/n/${n}?PHPSESSID=77`,
          url: `https://outlet.example/n/${n}?PHPSESSID=77`,
        })),
        build((n) => ({ key: `guid-${n}`, url: `https://moved.example/n/${n}` })),
      ]
      assert.equal((await save(feedId, builds[0]!)).newCount, 10)
      const ids = (await store.entries.list('owner', { feedId }, 20)).rows.map((row) => row.id)
      await store.entries.setRead('owner', ids.slice(0, 4), true, at(1))
      for (const [index, entries] of builds.slice(1).entries()) {
        const saved = await save(feedId, entries, 60 * (index + 1))
        assert.equal(saved.newCount, 0, `build ${index + 2}`)
        assert.equal(saved.revisedCount, 0, `build ${index + 2}`)
        assert.deepEqual(await save(feedId, entries, 60 * (index + 1) + 1), { feedId, newCount: 0, revisedCount: 0 })
      }
      const { rows } = await store.entries.list('owner', { feedId }, 20)
      assert.deepEqual(
        rows.map((row) => row.id),
        ids,
      )
      assert.equal(rows.filter((row) => row.isRead).length, 4)
      assert.equal(await countOf(feedId), 10)
      assert.deepEqual((await store.entries.find('owner', ids[0]!))?.entry, delivered(builds[4]![0]!).entry)
    })

    test('a site that was built anew, with other ids and addresses at once, has its entries once', async () => {
      const feedId = await newFeed()
      await save(
        feedId,
        build((n) => ({ key: `old-${n}`, url: `https://outlet.example/?p=${n}` })),
      )
      const ids = (await store.entries.list('owner', { feedId }, 20)).rows.map((row) => row.id)
      await store.entries.setRead('owner', ids.slice(0, 4), true, at(1))
      const anew = build((n) => ({ key: `new-${n}`, url: `https://outlet.example/story/${n}` }))
      assert.equal((await save(feedId, anew, 60)).newCount, 0)
      assert.deepEqual(await save(feedId, anew, 61), { feedId, newCount: 0, revisedCount: 0 })
      const { rows } = await store.entries.list('owner', { feedId }, 20)
      assert.deepEqual(
        rows.map((row) => row.id),
        ids,
      )
      assert.equal(rows.filter((row) => row.isRead).length, 4)
      assert.equal((await store.entries.find('owner', ids[0]!))?.url, 'https://outlet.example/story/10')
    })

    test('a changed title under the same key, or under a new one at the same time, is a revision', async () => {
      const feedId = await newFeed()
      const link = { url: 'https://outlet.example/a', publishedAt: at(-30) }
      await save(feedId, [{ key: 'a', title: 'Before', ...link }])
      assert.deepEqual(await save(feedId, [{ key: 'a', title: 'After', ...link }], 5), {
        feedId,
        newCount: 0,
        revisedCount: 1,
      })
      assert.deepEqual(await save(feedId, [{ key: 'a2', title: 'Later', ...link }], 9), {
        feedId,
        newCount: 0,
        revisedCount: 1,
      })
      const id = (await store.entries.findByKey(feedId, 'a2'))!
      assert.equal(await store.entries.findByKey(feedId, 'a'), undefined)
      assert.equal((await store.entries.find('owner', id))?.entry.title, 'Later')
    })

    test('an entry without a time is known by link and title', async () => {
      const feedId = await newFeed()
      const undated = { url: 'https://outlet.example/u', title: 'Undated' }
      await save(feedId, [{ key: 'u1', ...undated }])
      assert.equal((await save(feedId, [{ key: 'u2', ...undated }], 60 * 24 * 9)).newCount, 0)
      assert.equal(
        (await save(feedId, [{ key: 'u3', ...undated, url: 'https://outlet.example/other' }], 60 * 24 * 9)).newCount,
        1,
      )
    })

    test('entries dated anew with every build are known by link and words', async () => {
      const feedId = await newFeed()
      for (const day of [0, 1, 2, 3]) {
        const entries = build((n) => ({ key: `${day}-${n}`, url: `https://outlet.example/r/${n}` }), {
          publishedAt: at(day * 1440),
        })
        assert.equal((await save(feedId, entries, day * 1440)).newCount, day === 0 ? 10 : 0)
      }
    })

    test('different entries that share a link, or a guid with another in the document, stay apart', async () => {
      const feedId = await newFeed()
      const live = (n: number): Given => ({
        key: `live-${n}`,
        url: 'https://outlet.example/live',
        title: `${n} minutes ago`,
        publishedAt: at(-n),
      })
      assert.equal((await save(feedId, [live(3), live(4)])).newCount, 2)
      assert.equal((await save(feedId, [live(1), live(2), live(3)], 5)).newCount, 2)
      assert.equal((await save(feedId, [{ ...live(0), publishedAt: at(-1) }, live(2)], 9)).newCount, 1)
      const podcast = (n: number): Given => ({
        key: `pod-${n}`,
        url: 'https://pod.example/',
        title: `Episode ${n}`,
        publishedAt: at(-30),
      })
      assert.equal((await save(feedId, [podcast(1)], 20)).newCount, 1)
      assert.equal((await save(feedId, [podcast(2)], 30)).newCount, 1)
      assert.equal(await countOf(feedId), 7)
    })

    test('the next day’s entry of the same name at the same address is another one', async () => {
      const feedId = await newFeed()
      for (const day of [0, 1, 2])
        assert.equal(
          (
            await save(
              feedId,
              [
                {
                  key: `b${day}`,
                  url: 'https://outlet.example/briefing',
                  title: 'Briefing',
                  publishedAt: at(day * 1440),
                  contentHtml: `<p>Day ${day}</p>`,
                },
              ],
              day * 1440,
            )
          ).newCount,
          1,
        )
    })

    test('an entry of another feed is never taken for one of this', async () => {
      const [one, other] = [await newFeed(), await newFeed()]
      const entry = { key: 'x', url: 'https://outlet.example/x', title: 'X', publishedAt: at(-5) }
      await save(one, [entry])
      await save(other, [{ ...entry, key: 'first', title: 'Y', url: 'https://outlet.example/y' }])
      assert.equal((await save(other, [{ ...entry, key: 'z' }], 3)).newCount, 1)
      assert.equal(await countOf(one), 1)
    })

    test('a feed that gives every entry the same id has each of them, and what was starred stays so', async () => {
      const feedId = await newFeed()
      const daily = (n: number): Given => ({
        key: 'https://outlet.example/',
        url: `https://outlet.example/daily/${n}`,
        title: ['Bridge opens', 'Ferry sinks', 'Mayor resigns'][n]!,
        publishedAt: at(n * 1440),
      })
      for (const day of [0, 1, 2]) {
        assert.equal((await save(feedId, [daily(day)], day * 1440)).newCount, 1)
        assert.deepEqual(await save(feedId, [daily(day)], day * 1440 + 5), { feedId, newCount: 0, revisedCount: 0 })
        const { rows } = await store.entries.list('owner', { feedId }, 20)
        if (day === 0) await store.entries.setStarred('owner', rows[0]!.id, true, at(1))
      }
      const { rows } = await store.entries.list('owner', { feedId }, 20)
      assert.deepEqual(
        rows.map(({ title, isStarred }) => [title, isStarred]),
        [
          ['Mayor resigns', false],
          ['Ferry sinks', false],
          ['Bridge opens', true],
        ],
      )
      const edited = { ...daily(2), title: 'Mayor of Sandvik resigns' }
      assert.deepEqual(await save(feedId, [edited], 3000), { feedId, newCount: 0, revisedCount: 1 })
    })

    test('a feed that numbers its entries from the top has each of them once', async () => {
      const feedId = await newFeed()
      const names = ['Bridge', 'Ferry', 'Mayor', 'School', 'Storm', 'Tunnel', 'Zoo']
      const document = (day: number): Given[] =>
        [0, 1, 2].map((place) => {
          const n = day + 2 - place
          return {
            key: String(place),
            url: `https://outlet.example/n/${n}`,
            title: names[n]!,
            publishedAt: at(n * 600),
          }
        })
      await save(feedId, document(0), 1300)
      const first = (await store.entries.list('owner', { feedId }, 20)).rows.at(-1)!
      await store.entries.setStarred('owner', first.id, true, at(1400))
      for (const day of [1, 2, 3, 4])
        assert.deepEqual(await save(feedId, document(day), 1300 + day * 600), { feedId, newCount: 1, revisedCount: 0 })
      const { rows } = await store.entries.list('owner', { feedId }, 20)
      assert.deepEqual(
        rows.map(({ title }) => title),
        names.toReversed(),
      )
      assert.deepEqual(
        rows.filter(({ isStarred }) => isStarred).map(({ title }) => title),
        ['Bridge'],
      )
    })

    test('a link that only gains marks of tracking is written over, not revised', async () => {
      const feedId = await newFeed()
      const entry = { key: 'k', url: 'https://outlet.example/k', title: 'K', publishedAt: at(-5) }
      await save(feedId, [entry])
      const tracked = { ...entry, url: 'https://outlet.example/k?utm_campaign=7' }
      assert.deepEqual(await save(feedId, [tracked], 5), { feedId, newCount: 0, revisedCount: 0 })
      const id = (await store.entries.findByKey(feedId, 'k'))!
      assert.equal((await store.entries.find('owner', id))?.entry.url, tracked.url)
      assert.equal((await save(feedId, [{ ...entry, url: 'https://outlet.example/other' }], 6)).revisedCount, 1)
    })
  })
