import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type FeedId } from '../../src/core/ids.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, keysOf, parsed, polled, subscribe } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`feeds on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let urls = 0
    const freshUrl = () => `https://outlet.example/feeds${++urls}`

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('a URL that is already there, or comes twice, is left as it is', async () => {
      const [first, second] = [freshUrl(), freshUrl()]
      const once = await store.feeds.addMany('owner', [{ url: first, folder: 'news' }], at())
      const again = await store.feeds.addMany(
        'owner',
        [{ url: first, folder: 'other' }, { url: second }, { url: second, folder: 'twice' }],
        at(),
      )
      assert.deepEqual(again.existing, once.added)
      assert.equal(again.added.length, 1)
      assert.equal((await store.feeds.get('owner', once.added[0]!)).folder, 'news')
    })

    test('feeds of one named outlet share a source; others are named by their feed', async () => {
      const { added } = await store.feeds.addMany(
        'owner',
        [
          { url: freshUrl(), sourceName: 'Reuters' },
          { url: freshUrl(), sourceName: 'Reuters', title: 'Reuters World' },
          { url: freshUrl() },
        ],
        at(),
      )
      const feeds = await Promise.all(added.map((id) => store.feeds.get('owner', id)))
      assert.equal(feeds[0]!.sourceId, feeds[1]!.sourceId)
      assert.equal(feeds[1]!.title, 'Reuters World')
      await store.feeds.savePolls([parsed(added[1]!, []), parsed(added[2]!, [])])
      assert.equal((await store.feeds.findSource('owner', feeds[0]!.sourceId))?.name, 'Reuters')
      const own = await store.feeds.findSource('owner', feeds[2]!.sourceId)
      assert.equal(own?.name, 'The Outlet')
      assert.equal(own?.homeUrl, 'https://www.outlet.example/')
      assert.equal(own?.family, 'outlet.example')
      // A title a person gave stays; one that was only the URL follows the feed.
      assert.equal((await store.feeds.get('owner', added[1]!)).title, 'Reuters World')
      assert.equal((await store.feeds.get('owner', added[2]!)).title, 'The Outlet')
    })

    test('a source at a host whose owner is known belongs to it, unless a family was given', async () => {
      const { added } = await store.feeds.addMany(
        'owner',
        [
          { url: `https://feeds.bbci.co.uk/${freshUrl().length}/a.xml` },
          { url: `https://feeds.bbci.co.uk/${freshUrl().length}/b.xml`, family: 'Norse Press' },
        ],
        at(),
      )
      const families = added.map(
        async (id) => (await store.feeds.findSource('owner', (await store.feeds.get('owner', id)).sourceId))?.family,
      )
      assert.deepEqual(await Promise.all(families), ['BBC', 'Norse Press'])
    })

    test('a poll keeps entries exactly as delivered, once, however often it is saved', async () => {
      const feedId = await subscribe(store, freshUrl())
      const entries = [
        polled({ key: 'b', publishedAt: at(-5), text: 'Straße – 中国 «ok» 𝒳' }),
        polled({ key: 'a', publishedAt: at(-10) }),
      ]
      const first = await store.feeds.savePolls([parsed(feedId, entries)])
      assert.deepEqual(first, [{ feedId, newCount: 2, revisedCount: 0 }])
      const second = await store.feeds.savePolls([parsed(feedId, entries, at(60))])
      assert.deepEqual(second, [{ feedId, newCount: 0, revisedCount: 0 }])
      const { rows } = await store.entries.list('owner', { feedId }, 10)
      assert.deepEqual(
        await keysOf(
          store,
          rows.map((row) => row.id),
        ),
        ['b', 'a'],
      )
      assert.deepEqual((await store.entries.find('owner', rows[0]!.id))?.entry, entries[0]!.entry)
      const feed = await store.feeds.get('owner', feedId)
      assert.equal(feed.entryCount, 2)
      assert.equal(feed.unreadCount, 2)
      assert.equal(feed.lastOkAt, at(60))
    })

    test('a key that comes twice in one poll is one entry', async () => {
      const feedId = await subscribe(store, freshUrl())
      const twice = [polled({ key: 'same', title: 'first' }), polled({ key: 'same', title: 'second' })]
      assert.equal((await store.feeds.savePolls([parsed(feedId, twice)]))[0]!.newCount, 1)
      assert.equal((await store.entries.list('owner', { feedId }, 10)).rows[0]!.title, 'first')
    })

    test('a key no database can hold as it is still names one entry, and comes back as it was', async () => {
      const feedId = await subscribe(store, freshUrl())
      const entries = ['nul \0', 'half \ud800 pair', `data:${'x'.repeat(9_000)}`].map((key) =>
        polled({ key: 'k', title: key.slice(0, 9) }),
      )
      const odd = entries.map((one, index) => ({
        ...one,
        entry: { ...one.entry, key: ['nul \0', 'half \ud800 pair', `data:${'x'.repeat(9_000)}`][index]! },
      }))
      assert.equal((await store.feeds.savePolls([parsed(feedId, odd)]))[0]!.newCount, 3)
      assert.equal((await store.feeds.savePolls([parsed(feedId, odd)]))[0]!.newCount, 0)
      for (const { entry } of odd) {
        const id = await store.entries.findByKey(feedId, entry.key)
        assert.equal((await store.entries.find('owner', id!))?.entry.key, entry.key)
      }
    })

    test('long HTML comes back letter by letter', async () => {
      const feedId = await subscribe(store, freshUrl())
      const long = polled({ key: 'long', text: 'Ein langer Satz über 北京. '.repeat(2_000) })
      await store.feeds.savePolls([parsed(feedId, [long])])
      const id = await store.entries.findByKey(feedId, 'long')
      assert.deepEqual((await store.entries.find('owner', id!))?.entry, long.entry)
    })

    test('a changed entry is revised in place, stays where it was, and is read again', async () => {
      const feedId = await subscribe(store, freshUrl())
      await store.feeds.savePolls([parsed(feedId, [polled({ key: 'k', title: 'Before', publishedAt: at(-30) })])])
      const id = (await store.entries.findByKey(feedId, 'k'))!
      const jobs = await store.jobs.claim('ingest-entry', 1_000, 60_000, at(1))
      await store.jobs.complete(jobs)
      const [saved] = await store.feeds.savePolls([
        parsed(feedId, [polled({ key: 'k', title: 'After', publishedAt: at(-30) })], at(5)),
      ])
      assert.deepEqual(saved, { feedId, newCount: 0, revisedCount: 1 })
      const entry = await store.entries.find('owner', id)
      assert.equal(entry?.title, 'After')
      assert.equal(entry?.publishedAt, at(-30))
      assert.equal((await store.feeds.get('owner', feedId)).entryCount, 1)
      const again = await store.jobs.claim('ingest-entry', 1_000, 60_000, at(6))
      assert.deepEqual(
        again.map((job) => job.key),
        [id],
      )
      await store.jobs.complete(again)
      assert.equal((await store.entries.search('After', 5)).rows[0]?.entryId, id)
    })

    test('only entries of the last seven days, or without a date, are to be ingested', async () => {
      const feedId = await subscribe(store, freshUrl())
      await store.feeds.savePolls([
        parsed(feedId, [
          polled({ key: 'undated' }),
          polled({ key: 'recent', publishedAt: at(-6 * 1440) }),
          polled({ key: 'old', publishedAt: at(-8 * 1440) }),
        ]),
      ])
      const jobs = await store.jobs.claim('ingest-entry', 1_000, 60_000, at(1))
      assert.deepEqual(
        (
          await keysOf(
            store,
            jobs.map((job) => asId(job.key)),
          )
        ).toSorted(),
        ['recent', 'undated'],
      )
      await store.jobs.complete(jobs)
      await store.feeds.savePolls([parsed(feedId, [polled({ key: 'imported' })], at(2), { isIngestedByCaller: true })])
      assert.deepEqual(await store.jobs.claim('ingest-entry', 1_000, 60_000, at(3)), [])
    })

    test('an entry dated in the future, or not at all, stands at the time of its poll', async () => {
      const feedId = await subscribe(store, freshUrl())
      await store.feeds.savePolls([
        parsed(feedId, [
          polled({ key: 'tomorrow', publishedAt: at(1440) }),
          polled({ key: 'nonsense', publishedAt: 'yesterday-ish' }),
          polled({ key: 'zoned', publishedAt: '2026-03-10T12:30:00+02:00' }),
        ]),
      ])
      const { rows } = await store.entries.list('owner', { feedId }, 10)
      assert.deepEqual(
        rows.map((row) => row.publishedAt),
        [at(), at(), at(-90)],
      )
      assert.equal((await store.entries.find('owner', rows[0]!.id))?.entry.publishedAt, at(1440))
    })

    test('due feeds are leased and their next poll moved on, so that who dies with them asks nobody twice', async () => {
      await store.feeds.pollNow('all', at(10_000))
      const { added } = await store.feeds.addMany('owner', [{ url: freshUrl() }, { url: freshUrl() }], at())
      const [first] = await store.feeds.claimDue(at(), 1, 60_000)
      const [second] = await store.feeds.claimDue(at(), 10, 60_000)
      assert.deepEqual([first?.feedId, second?.feedId], added)
      assert.deepEqual(await store.feeds.claimDue(at(), 10, 60_000), [])
      assert.deepEqual(await store.feeds.claimDue(at(59), 10, 60_000), [])
      assert.equal((await store.feeds.claimDue(at(60), 10, 60_000)).length, 2)
      await store.feeds.savePolls(added.map((id) => parsed(id, [], at(1))))
      assert.deepEqual(await store.feeds.claimDue(at(60), 10, 60_000), [])
      assert.equal((await store.feeds.claimDue(at(61), 10, 60_000)).length, 2)
    })

    test('a poll target carries what the next request needs', async () => {
      const url = freshUrl()
      const feedId = await subscribe(store, url)
      await store.feeds.savePolls([parsed(feedId, [], at(), { movedTo: 'https://new.example/', movedSightings: 2 })])
      await store.feeds.pollNow([feedId], at(1))
      const target = (await store.feeds.claimDue(at(1), 100, 1)).find((one) => one.feedId === feedId)
      assert.deepEqual(target, {
        feedId,
        sourceId: target?.sourceId,
        url,
        title: 'The Outlet',
        validators: { etag: '"1"' },
        bodyHash: 'body',
        intervalMinutes: 60,
        errorCount: 0,
        movedTo: 'https://new.example/',
        movedSightings: 2,
        intake: 'feed',
        pace: {},
        why: 'by-hand',
        goodAt: at(),
        subscribers: 1,
      })
    })

    test('what is remembered of a pace comes back, and why a feed is asked when it is stands with it', async () => {
      const feedId = await subscribe(store, freshUrl())
      const pace = { ttlMinutes: 180, skipHours: [1, 2], arrivals: [at(-60)] }
      await store.feeds.savePolls([parsed(feedId, [], at(), { pace, why: 'asked' })])
      await store.feeds.savePolls([parsed(feedId, [], at(1), { result: { kind: 'unchanged' }, why: 'quiet' })])
      const row = await store.feeds.get('owner', feedId)
      assert.deepEqual([row.pace, row.nextWhy], [pace, 'quiet'])
    })

    test('a feed that was claimed can be put back, and a person does not hurry one that is being asked', async () => {
      const feedId = await subscribe(store, freshUrl())
      const isClaimed = async (minute: number) =>
        (await store.feeds.claimDue(at(minute), 1_000, 300_000)).some((target) => target.feedId === feedId)
      assert.equal(await isClaimed(0), true)
      assert.equal(await store.feeds.pollNow([feedId], at(1)), 0)
      await store.feeds.postpone([{ feedId, until: at(30), why: 'host-paused' }])
      assert.equal((await store.feeds.get('owner', feedId)).nextWhy, 'host-paused')
      assert.deepEqual([await isClaimed(29), await isClaimed(30)], [false, true])
    })

    test('a feed that was asked just now is not asked again by hand', async () => {
      const feedId = await subscribe(store, freshUrl())
      await store.feeds.savePolls([parsed(feedId, [], at())])
      assert.equal(await store.feeds.pollNow([feedId], at(0.5), at(-0.5)), 0)
      assert.equal(await store.feeds.pollNow([feedId], at(2), at(1)), 1)
    })

    test('pauses of hosts are kept, the last one of each', async () => {
      const host = 'busy.example:8443'
      await store.feeds.saveHostPauses([{ host, until: at(60), unsaidCount: 1 }])
      await store.feeds.saveHostPauses([
        { host, until: at(180), unsaidCount: 2 },
        { host: 'other.example', until: at(5), unsaidCount: 0 },
      ])
      const pauses = await store.feeds.hostPauses()
      assert.deepEqual(
        pauses.toSorted((a, b) => a.host.localeCompare(b.host)),
        [
          { host, until: at(180), unsaidCount: 2 },
          { host: 'other.example', until: at(5), unsaidCount: 0 },
        ],
      )
      const late = { host: 'late.example', until: at(32 * 24 * 60), unsaidCount: 0 }
      await store.feeds.saveHostPauses([late])
      assert.deepEqual(await store.feeds.hostPauses(), [late], 'what was over a month ago is forgotten')
    })

    test('a feed that moved for good gets its new address, unless another feed has it', async () => {
      const [first, second, target] = [freshUrl(), freshUrl(), freshUrl()]
      const { added } = await store.feeds.addMany('owner', [{ url: first }, { url: second }], at())
      await store.feeds.savePolls(added.map((id) => parsed(id, [], at(), { newUrl: target })))
      const found = await Promise.all(added.map(async (id) => (await store.feeds.get('owner', id)).url))
      assert.deepEqual(found, [target, second])
    })

    test('failures are counted and kept until the feed answers again', async () => {
      const feedId = await subscribe(store, freshUrl())
      const failed = (isStopped: boolean) =>
        parsed(feedId, [], at(), {
          result: { kind: 'failed', reason: 'gone', message: 'The server says: 410 Gone.', isStopped },
        })
      await store.feeds.savePolls([failed(false)])
      await store.feeds.savePolls([failed(true)])
      const broken = await store.feeds.get('owner', feedId)
      assert.deepEqual(broken.lastError, { reason: 'gone', message: 'The server says: 410 Gone.', count: 2 })
      assert.equal(broken.isStopped, true)
      assert.equal(broken.lastOkAt, undefined)
      assert.ok(!(await store.feeds.claimDue(at(100_000), 1_000, 1)).some((target) => target.feedId === feedId))
      assert.equal(await store.feeds.pollNow([feedId], at(5)), 1)
      await store.feeds.savePolls([parsed(feedId, [], at(5), { result: { kind: 'unchanged' } })])
      const mended = await store.feeds.get('owner', feedId)
      assert.equal(mended.lastError, undefined)
      assert.equal(mended.isStopped, false)
      assert.equal(mended.lastOkAt, at(5))
    })

    test('an unchanged feed keeps its validators unless new ones came', async () => {
      const feedId = await subscribe(store, freshUrl())
      const unchanged = (validators?: { etag: string }) =>
        parsed(feedId, [], at(), { result: { kind: 'unchanged', ...(validators ? { validators } : {}) } })
      const etag = async () => {
        await store.feeds.pollNow([feedId], at())
        return (await store.feeds.claimDue(at(), 1_000, 1)).find((one) => one.feedId === feedId)?.validators
      }
      await store.feeds.savePolls([parsed(feedId, [])])
      await store.feeds.savePolls([unchanged()])
      assert.deepEqual(await etag(), { etag: '"1"' })
      await store.feeds.savePolls([unchanged({ etag: '"2"' })])
      assert.deepEqual(await etag(), { etag: '"2"' })
    })

    test('a poll of a feed that was removed meanwhile is dropped', async () => {
      const feedId = await subscribe(store, freshUrl())
      await store.feeds.remove(feedId)
      assert.deepEqual(await store.feeds.savePolls([parsed(feedId, [polled({ key: 'late' })])]), [])
      assert.equal(await store.feeds.find('owner', feedId), undefined)
      await assert.rejects(store.feeds.get('owner', feedId), /no feed with the id/)
    })

    test('removing a feed takes its entries, their marks and their place in search with it', async () => {
      const feedId = await subscribe(store, freshUrl())
      await store.feeds.savePolls([parsed(feedId, [polled({ key: 'x', title: 'Unmistakable zebrafinch' })])])
      const { rows } = await store.entries.search('zebrafinch', 5)
      await store.entries.setStarred('owner', rows[0]!.entryId, true, at())
      const { sourceId } = await store.feeds.get('owner', feedId)
      await store.feeds.remove(feedId)
      assert.deepEqual((await store.entries.search('zebrafinch', 5)).rows, [])
      assert.equal(await store.entries.find('owner', rows[0]!.entryId), undefined)
      assert.equal(await store.feeds.findSource('owner', sourceId), undefined)
    })

    test('an id that is none finds nothing', async () => {
      for (const id of ['', 'abc', '-1', '1e3', '99999999999999999999'])
        assert.equal(await store.feeds.find('owner', asId<FeedId>(id)), undefined)
    })

    test('progress says how many were polled and when the next is due', async () => {
      const before = await store.feeds.progress(at(-100_000))
      const { added } = await store.feeds.addMany('owner', [{ url: freshUrl() }], at(-50_000))
      const progress = await store.feeds.progress(at(-50_000))
      assert.equal(progress.total, before.total + 1)
      assert.equal(progress.polled, before.polled)
      assert.equal(progress.due, 1)
      assert.equal(progress.nextPollAt, at(-50_000))
      await store.feeds.savePolls([parsed(added[0]!, [])])
      assert.equal((await store.feeds.progress(at(-50_000))).polled, before.polled + 1)
    })
  })
