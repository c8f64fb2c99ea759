import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { FeedEntry } from '../../src/core/entry.ts'
import { contentHash } from '../../src/feeds/content-hash.ts'
import { parseFeed } from '../../src/feeds/reading/parse-feed.ts'
import { entriesOf } from '../../src/pipeline/polls/poll-feed.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, parsed, subscribe } from './store-fixtures.ts'

function fixture(name: string) {
  const bytes = readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url))
  const result = parseFeed(bytes, { url: 'https://gazette.example/feed.xml' })
  if (result.kind !== 'feed') throw new Error(`${name} is no feed`)
  return result.feed
}

/** The entry as an earlier release knew it: without the fields that came since, and hashed without them. */
function asBefore({
  recording: _,
  places: _p,
  via: _v,
  related: _r,
  inReplyTo: _i,
  rights: _c,
  replyCount: _n,
  ...entry
}: FeedEntry) {
  return { entry, contentHash: contentHash(entry), text: () => '' }
}

for (const dialect of dialects)
  describe(`fields of entries on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    for (const name of ['rss/podcasting.xml', 'rss/places.xml', 'atom/threads.xml', 'rss/media.xml'])
      test(`every field of ${name} comes back as it was delivered`, async () => {
        const feedId = await subscribe(store, `https://${dialect}.example/${name}`)
        const feed = fixture(name)
        await store.feeds.savePolls([parsed(feedId, entriesOf(feed))])
        for (const entry of feed.entries) {
          const id = (await store.entries.findByKey(feedId, entry.key))!
          assert.deepEqual((await store.entries.find('owner', id))?.entry, entry)
        }
      })

    test('an entry kept by an earlier release gets its new fields without being a revision, once', async () => {
      const feedId = await subscribe(store, `https://${dialect}.example/earlier`)
      const feed = fixture('rss/podcasting.xml')
      await store.feeds.savePolls([parsed(feedId, feed.entries.map(asBefore))])
      const id = (await store.entries.findByKey(feedId, '1'))!
      assert.equal((await store.entries.find('owner', id))?.entry.recording, undefined)
      const jobs = await store.jobs.claim('ingest-entry', 1_000, 60_000, at(1))
      await store.jobs.complete(jobs)
      for (const minutes of [5, 10])
        assert.deepEqual(await store.feeds.savePolls([parsed(feedId, entriesOf(feed), at(minutes))]), [
          { feedId, newCount: 0, revisedCount: 0 },
        ])
      assert.deepEqual((await store.entries.find('owner', id))?.entry, feed.entries[0])
      assert.equal((await store.jobs.claim('ingest-entry', 1_000, 60_000, at(11))).length, 0)
    })
  })
