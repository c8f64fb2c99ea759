import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { createFeedReader } from '../../src/pipeline/polls/feed-reader.ts'
import { maintainHub } from '../../src/pipeline/polls/maintain-hub.ts'
import { client } from '../http-client.ts'
import type { HubPersona } from '../hub-server.ts'
import { dialects, skipReason } from './databases.ts'
import { openWebsubHouse, type WebsubHouse } from './websub-house.ts'

const day = 24 * 3_600_000

for (const dialect of dialects)
  describe(`a subscription at a hub on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let house: WebsubHouse | undefined
    afterEach(async () => {
      await house?.close()
      house = undefined
    })

    async function open(persona: HubPersona = {}, more: Readonly<Record<string, HubPersona>> = {}) {
      house = await openWebsubHouse(dialect, { wire: persona, ...more })
      house.publish('wire', 'one')
      const [id] = await house.add('wire')
      await house.settle()
      return { house, id: id!, tell: tellIn(house) }
    }
    /** Publishes an entry, which the hub tells of. */
    const tellIn =
      (on: WebsubHouse) =>
      async (...keys: readonly string[]) => {
        on.publish('wire', ...keys)
        const status = await on.hub.send('wire', on.documentOf('wire'))
        await on.settle()
        return status
      }
    const pollsOf = (on: WebsubHouse) => on.polls('wire').length

    test('brings an entry at once and changes nothing else of the feed', async () => {
      const { house, id } = await open()
      const before = await house.feed(id)
      house.pass(0.5)
      const title = house.documentOf('wire', ['two']).replace('Feed wire', 'Another name')
      const document = title.replace(`href="${house.topicOf('wire')}"`, 'href="https://elsewhere.example/feed"')
      assert.equal(await house.hub.send('wire', document), 202)
      await house.settle()
      const { hub, ...feed } = await house.feed(id)
      assert.equal(hub?.pushedAt, house.iso())
      const { hub: _, ...then } = before
      assert.deepEqual(feed, { ...then, entryCount: 2, unreadCount: 2, lastArrivalAt: house.iso() })
      assert.deepEqual(await house.keys(id), ['one', 'two'])
      const [found] = (await house.store.entries.list('owner', { feedId: id }, 5)).rows
      assert.match(found!.url!, /\/news\/two$/)
      assert.equal(pollsOf(house), 1)
    })

    test('reads what is long in the thread for feeds; where that does not end, the feed is polled', async () => {
      const { house, id } = await open()
      const quick = createFeedReader({ deadlineMs: 60_000 })
      const slow = createFeedReader({ deadlineMs: 1 })
      const long = (key: string) =>
        house.documentOf('wire', [key]).replace('</rss>', `<!--${' '.repeat(300_000)}--></rss>`)
      try {
        house.readBy(quick)
        await house.hub.send('wire', long('two'))
        await house.settle()
        assert.deepEqual(await house.keys(id), ['one', 'two'])
        house.readBy(slow)
        await house.hub.send('wire', long('three'))
        await house.settle()
        assert.deepEqual(await house.keys(id), ['one', 'two'])
        assert.ok(house.logged.some((line) => line.startsWith('push-unreadable') && line.includes('too-slow')))
      } finally {
        await quick.close()
        await slow.close()
      }
    })

    test('ends when the last reader leaves, and its address with it', async () => {
      const { house, id } = await open()
      await house.store.feeds.subscribe('second', [id], house.iso())
      await house.store.feeds.unsubscribe('owner', id)
      await house.settle()
      assert.equal(house.hub.asked('wire').length, 1)
      await house.store.feeds.unsubscribe('second', id)
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 410)
      const { 'hub.callback': callback } = house.hub.subscriber('wire')!
      await house.settle()
      const last = house.hub.asked('wire').at(-1)!
      assert.deepEqual([last['hub.mode'], last['hub.topic']], ['unsubscribe', house.topicOf('wire')])
      assert.equal(house.hub.subscriber('wire'), undefined)
      assert.equal((await fetch(callback!, { method: 'POST', body: 'x' })).status, 404)
      assert.equal((await fetch(`${callback}?hub.mode=unsubscribe&hub.topic=x&hub.challenge=y`)).status, 404)
    })

    test('is given up where the hub does not let go of it', async () => {
      const { house, id } = await open()
      house.hub.change('wire', { verifies: 'never' })
      await house.store.feeds.remove(id)
      for (let step = 0; step < 12; step++) {
        await house.settle()
        house.pass(2)
      }
      assert.equal(house.hub.asked('wire').length, 1 + 3)
      assert.equal(await house.hub.send('wire', 'x'), 404)
    })

    test('goes over to the hub that the feed names now, once in a day', async () => {
      const { house, id, tell } = await open({}, { other: {}, third: {} })
      house.nameHub('wire', `${house.hub.address}/other`)
      house.publish('wire', 'two')
      house.pass(2)
      await house.settle()
      assert.equal(house.hub.asked('other').length, 0)
      house.pass(24)
      house.publish('wire', 'three')
      await house.settle()
      assert.equal(house.hub.asked('wire').at(-1)?.['hub.mode'], 'unsubscribe')
      assert.equal(house.hub.subscriber('wire'), undefined)
      assert.ok(house.hub.subscriber('other'))
      for (const name of ['third', 'wire', '']) {
        house.nameHub('wire', name && `${house.hub.address}/${name}`)
        house.pass(1)
        await tell(`${name} again`)
      }
      assert.equal(house.hub.asked('third').length, 0)
      house.pass(24)
      house.publish('wire', 'last')
      await house.settle()
      assert.equal(house.hub.asked('other').at(-1)?.['hub.mode'], 'unsubscribe')
      assert.equal((await house.feed(id)).hub, undefined)
      assert.equal((await house.keys(id)).length, 7)
    })

    test('leaves the feed to be polled where the hub is gone, when it ends', async () => {
      const { house, id, tell } = await open()
      house.pass(1)
      await tell('two')
      house.pass(24)
      await house.settle()
      house.hub.change('wire', { status: 410 })
      house.hub.drop('wire')
      for (let hours = 0; hours < 11 * 24; hours += 12) {
        house.pass(12)
        await house.settle()
      }
      const feed = await house.feed(id)
      assert.equal(feed.hub, undefined)
      assert.ok(Date.parse(feed.nextPollAt!) - Date.parse(feed.lastPolledAt!) < day)
      const polls = pollsOf(house)
      house.pass(12)
      await house.settle()
      assert.equal(pollsOf(house), polls + 1)
    })

    test('is not relied on while the hub leaves news out', async () => {
      const { house, id, tell } = await open()
      house.pass(1)
      await tell('two')
      house.pass(1)
      await house.settle()
      const inADay = (await house.feed(id)).nextPollAt!
      assert.ok(Date.parse(inADay) - Date.parse(house.iso()) >= day / 2)
      house.publish('wire', 'three')
      house.pass(26)
      await house.settle()
      const feed = await house.feed(id)
      assert.deepEqual(await house.keys(id), ['one', 'two', 'three'])
      assert.equal(feed.hub?.pushedAt, undefined)
      assert.ok(Date.parse(feed.nextPollAt!) - Date.parse(house.iso()) <= 6 * 3_600_000)
      // The same news, told late, mends it.
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 202)
      await house.settle()
      house.pass(6)
      await house.settle()
      assert.ok(Date.parse((await house.feed(id)).nextPollAt!) - Date.parse(house.iso()) >= day)
      assert.equal((await house.keys(id)).length, 3)
    })

    test('has the feed polled as ever once the hub says no', async () => {
      const { house, id, tell } = await open()
      house.pass(1)
      await tell('two')
      house.pass(1)
      await house.settle()
      const { 'hub.callback': callback } = house.hub.subscriber('wire')!
      const polls = pollsOf(house)
      assert.equal((await fetch(`${callback}?hub.mode=denied&hub.topic=another`)).status, 404)
      house.pass(6)
      await house.settle()
      assert.equal(pollsOf(house), polls)
      const topic = encodeURIComponent(house.topicOf('wire'))
      assert.equal((await fetch(`${callback}?hub.mode=denied&hub.topic=${topic}&hub.reason=closed`)).status, 204)
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 410)
      await house.settle()
      assert.equal(pollsOf(house), polls + 1)
      assert.equal((await house.feed(id)).hub, undefined)
      house.pass(20 * 24)
      await house.settle()
      assert.equal(house.hub.asked('wire').length, 1)
    })

    test('outlives a restart; another address, or none, begins anew', async () => {
      const { house, id } = await open()
      await house.start()
      await house.settle()
      assert.equal(house.hub.asked('wire').length, 1)
      await house.start(false)
      assert.equal((await house.feed(id)).hub, undefined)
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 404)
      house.pass(1)
      await house.settle()
      assert.equal(house.hub.asked('wire').length, 1)
      await house.start()
      await house.settle()
      assert.equal(house.hub.asked('wire').length, 2)
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 202)
      await house.store.hubs.startAt('https://elsewhere.example', house.iso())
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 404)
    })

    test('is not told what it did not ask for, nor more than it can take', async () => {
      const { house, id, tell } = await open()
      const { 'hub.callback': callback, 'hub.topic': topic } = house.hub.subscriber('wire')!
      const stranger = callback!.replace(/[\w-]{43}$/, 'x'.repeat(43))
      const ask = async (address: string, query: Record<string, string>) =>
        (await fetch(`${address}?${new URLSearchParams(query)}`)).status
      const good = { 'hub.mode': 'subscribe', 'hub.topic': topic!, 'hub.challenge': 'c', 'hub.lease_seconds': '86400' }
      assert.equal(await ask(callback!, good), 200, 'an answer that was lost is given again')
      assert.equal(await ask(stranger, good), 404)
      assert.equal(await ask(callback!, { ...good, 'hub.challenge': 'c'.repeat(1_001) }), 404)
      assert.equal(await ask(callback!, { ...good, 'hub.challenge': 'a\u0000b' }), 404)
      assert.equal(await ask(callback!, { ...good, 'hub.mode': 'unsubscribe' }), 404)
      house.pass(1)
      assert.equal(await ask(callback!, good), 404, 'too late')
      assert.equal((await fetch(stranger, { method: 'POST', body: 'x' })).status, 404)
      assert.equal(await house.hub.send('wire', 'x', { 'content-encoding': 'gzip' }), 415)
      assert.equal(await house.hub.send('wire', new Uint8Array(5 * 2 ** 20)), 413)
      const polls = pollsOf(house)
      for (const body of ['', 'nothing of a feed', '<html></html>'])
        assert.equal(await house.hub.send('wire', body), 202)
      await house.settle()
      assert.equal((await house.feed(id)).entryCount, 1)
      assert.equal((await house.feed(id)).hub?.pushedAt, undefined)
      assert.equal(pollsOf(house), polls + 1, 'the poll that was due anyway')
      house.pass(1)
      const statuses = new Set<number | undefined>()
      for (let count = 0; count < 40; count++) statuses.add(await house.hub.send('wire', `<rss>${count}</rss>`))
      assert.deepEqual([...statuses], [202, 429])
      await house.settle()
      house.pass(1)
      assert.equal(await tell('two'), 202)
      assert.deepEqual(await house.keys(id), ['one', 'two'])
    })

    test('takes what came before it was stopped', async () => {
      const { house, id } = await open()
      house.publish('wire', 'two')
      assert.equal(await house.hub.send('wire', house.documentOf('wire')), 202)
      assert.equal((await house.store.jobs.list(10)).filter(({ kind }) => kind === 'take-push').length, 1)
      await house.settle()
      assert.deepEqual(await house.keys(id), ['one', 'two'])
    })

    test('is asked for where a hub sends us', async () => {
      const { house } = await open({ movedTo: '/other' }, { other: {} })
      assert.ok(house.hub.subscriber('other'))
      assert.equal(house.hub.asked('wire').length, 1)
    })

    test('is never asked for at a private address', async () => {
      const house = await openWebsubHouse(dialect, { wire: {} })
      try {
        house.publish('wire', 'one')
        await house.add('wire')
        const { store, now, log } = house.operations
        const guarded = client({ allowPrivate: false })
        await house.poll()
        const [job] = (await store.jobs.list(10)).filter(({ kind }) => kind === 'keep-hub')
        const websub = { base: 'https://news.example.org', isPlainAllowed: true }
        await maintainHub({ store, http: guarded, now, log, websub }, job!.key)
        assert.equal(house.hub.asked('wire').length, 0)
        const kept = await store.hubs.find(job!.key)
        assert.match(kept!.lastError!, /not an address of the public internet/)
        assert.equal(Date.parse(kept!.retryAt!) - Date.parse(house.iso()), 7 * day)
      } finally {
        await house.close()
      }
    })
  })
