import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { createFeedReader } from '../../src/pipeline/polls/feed-reader.ts'
import { maintainHub } from '../../src/pipeline/polls/maintain-hub.ts'
import { client } from '../http-client.ts'
import type { HubPersona } from '../hub-server.ts'
import { dialects, skipReason } from './databases.ts'
import { openWebsubInstance, type WebsubInstance } from './websub-instance.ts'

const day = 24 * 3_600_000

for (const dialect of dialects)
  describe(`a subscription at a hub on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let instance: WebsubInstance | undefined
    afterEach(async () => {
      await instance?.close()
      instance = undefined
    })

    async function open(persona: HubPersona = {}, more: Readonly<Record<string, HubPersona>> = {}) {
      instance = await openWebsubInstance(dialect, { wire: persona, ...more })
      instance.publish('wire', 'one')
      const [id] = await instance.add('wire')
      await instance.settle()
      return { instance, id: id!, tell: tellIn(instance) }
    }
    /** Publishes an entry, which the hub tells of. */
    const tellIn =
      (on: WebsubInstance) =>
      async (...keys: readonly string[]) => {
        on.publish('wire', ...keys)
        const status = await on.hub.send('wire', on.documentOf('wire'))
        await on.settle()
        return status
      }
    const pollsOf = (on: WebsubInstance) => on.polls('wire').length

    test('brings an entry at once and changes nothing else of the feed', async () => {
      const { instance, id } = await open()
      const before = await instance.feed(id)
      instance.pass(0.5)
      const title = instance.documentOf('wire', ['two']).replace('Feed wire', 'Another name')
      const document = title.replace(`href="${instance.topicOf('wire')}"`, 'href="https://elsewhere.example/feed"')
      assert.equal(await instance.hub.send('wire', document), 202)
      await instance.settle()
      const { hub, ...feed } = await instance.feed(id)
      assert.equal(hub?.pushedAt, instance.iso())
      const { hub: _, ...then } = before
      assert.deepEqual(feed, { ...then, entryCount: 2, unreadCount: 2, lastArrivalAt: instance.iso() })
      assert.deepEqual(await instance.keys(id), ['one', 'two'])
      const [found] = (await instance.store.entries.list('owner', { feedId: id }, 5)).rows
      assert.match(found!.url!, /\/news\/two$/)
      assert.equal(pollsOf(instance), 1)
    })

    test('reads what is long in the thread for feeds; where that does not end, the feed is polled', async () => {
      const { instance, id } = await open()
      const quick = createFeedReader({ deadlineMs: 60_000 })
      const slow = createFeedReader({ deadlineMs: 1 })
      const long = (key: string) =>
        instance.documentOf('wire', [key]).replace('</rss>', `<!--${' '.repeat(300_000)}--></rss>`)
      try {
        instance.readBy(quick)
        await instance.hub.send('wire', long('two'))
        await instance.settle()
        assert.deepEqual(await instance.keys(id), ['one', 'two'])
        instance.readBy(slow)
        await instance.hub.send('wire', long('three'))
        await instance.settle()
        assert.deepEqual(await instance.keys(id), ['one', 'two'])
        assert.ok(instance.logged.some((line) => line.startsWith('push-unreadable') && line.includes('too-slow')))
      } finally {
        await quick.close()
        await slow.close()
      }
    })

    test('ends when the last reader leaves, and its address with it', async () => {
      const { instance, id } = await open()
      await instance.store.feeds.subscribe('second', [id], instance.iso())
      await instance.store.feeds.unsubscribe('owner', id)
      await instance.settle()
      assert.equal(instance.hub.asked('wire').length, 1)
      await instance.store.feeds.unsubscribe('second', id)
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 410)
      const { 'hub.callback': callback } = instance.hub.subscriber('wire')!
      await instance.settle()
      const last = instance.hub.asked('wire').at(-1)!
      assert.deepEqual([last['hub.mode'], last['hub.topic']], ['unsubscribe', instance.topicOf('wire')])
      assert.equal(instance.hub.subscriber('wire'), undefined)
      assert.equal((await fetch(callback!, { method: 'POST', body: 'x' })).status, 404)
      assert.equal((await fetch(`${callback}?hub.mode=unsubscribe&hub.topic=x&hub.challenge=y`)).status, 404)
    })

    test('is given up where the hub does not let go of it', async () => {
      const { instance, id } = await open()
      instance.hub.change('wire', { verifies: 'never' })
      await instance.store.feeds.remove(id)
      for (let step = 0; step < 12; step++) {
        await instance.settle()
        instance.pass(2)
      }
      assert.equal(instance.hub.asked('wire').length, 1 + 3)
      assert.equal(await instance.hub.send('wire', 'x'), 404)
    })

    test('goes over to the hub that the feed names now, once in a day', async () => {
      const { instance, id, tell } = await open({}, { other: {}, third: {} })
      instance.nameHub('wire', `${instance.hub.address}/other`)
      instance.publish('wire', 'two')
      instance.pass(2)
      await instance.settle()
      assert.equal(instance.hub.asked('other').length, 0)
      instance.pass(24)
      instance.publish('wire', 'three')
      await instance.settle()
      assert.equal(instance.hub.asked('wire').at(-1)?.['hub.mode'], 'unsubscribe')
      assert.equal(instance.hub.subscriber('wire'), undefined)
      assert.ok(instance.hub.subscriber('other'))
      for (const name of ['third', 'wire', '']) {
        instance.nameHub('wire', name && `${instance.hub.address}/${name}`)
        instance.pass(1)
        await tell(`${name} again`)
      }
      assert.equal(instance.hub.asked('third').length, 0)
      instance.pass(24)
      instance.publish('wire', 'last')
      await instance.settle()
      assert.equal(instance.hub.asked('other').at(-1)?.['hub.mode'], 'unsubscribe')
      assert.equal((await instance.feed(id)).hub, undefined)
      assert.equal((await instance.keys(id)).length, 7)
    })

    test('leaves the feed to be polled where the hub is gone, when it ends', async () => {
      const { instance, id, tell } = await open()
      instance.pass(1)
      await tell('two')
      instance.pass(24)
      await instance.settle()
      instance.hub.change('wire', { status: 410 })
      instance.hub.drop('wire')
      for (let hours = 0; hours < 11 * 24; hours += 12) {
        instance.pass(12)
        await instance.settle()
      }
      const feed = await instance.feed(id)
      assert.equal(feed.hub, undefined)
      assert.ok(Date.parse(feed.nextPollAt!) - Date.parse(feed.lastPolledAt!) < day)
      const polls = pollsOf(instance)
      instance.pass(12)
      await instance.settle()
      assert.equal(pollsOf(instance), polls + 1)
    })

    test('is not relied on while the hub leaves news out', async () => {
      const { instance, id, tell } = await open()
      instance.pass(1)
      await tell('two')
      instance.pass(1)
      await instance.settle()
      const inADay = (await instance.feed(id)).nextPollAt!
      assert.ok(Date.parse(inADay) - Date.parse(instance.iso()) >= day / 2)
      instance.publish('wire', 'three')
      instance.pass(26)
      await instance.settle()
      const feed = await instance.feed(id)
      assert.deepEqual(await instance.keys(id), ['one', 'two', 'three'])
      assert.equal(feed.hub?.pushedAt, undefined)
      assert.ok(Date.parse(feed.nextPollAt!) - Date.parse(instance.iso()) <= 6 * 3_600_000)
      // The same news, told late, mends it.
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 202)
      await instance.settle()
      instance.pass(6)
      await instance.settle()
      assert.ok(Date.parse((await instance.feed(id)).nextPollAt!) - Date.parse(instance.iso()) >= day)
      assert.equal((await instance.keys(id)).length, 3)
    })

    test('has the feed polled as ever once the hub says no', async () => {
      const { instance, id, tell } = await open()
      instance.pass(1)
      await tell('two')
      instance.pass(1)
      await instance.settle()
      const { 'hub.callback': callback } = instance.hub.subscriber('wire')!
      const polls = pollsOf(instance)
      assert.equal((await fetch(`${callback}?hub.mode=denied&hub.topic=another`)).status, 404)
      instance.pass(6)
      await instance.settle()
      assert.equal(pollsOf(instance), polls)
      const topic = encodeURIComponent(instance.topicOf('wire'))
      assert.equal((await fetch(`${callback}?hub.mode=denied&hub.topic=${topic}&hub.reason=closed`)).status, 204)
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 410)
      await instance.settle()
      assert.equal(pollsOf(instance), polls + 1)
      assert.equal((await instance.feed(id)).hub, undefined)
      instance.pass(20 * 24)
      await instance.settle()
      assert.equal(instance.hub.asked('wire').length, 1)
    })

    test('outlives a restart; another address, or none, begins anew', async () => {
      const { instance, id } = await open()
      await instance.start()
      await instance.settle()
      assert.equal(instance.hub.asked('wire').length, 1)
      await instance.start(false)
      assert.equal((await instance.feed(id)).hub, undefined)
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 404)
      instance.pass(1)
      await instance.settle()
      assert.equal(instance.hub.asked('wire').length, 1)
      await instance.start()
      await instance.settle()
      assert.equal(instance.hub.asked('wire').length, 2)
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 202)
      await instance.store.hubs.startAt('https://elsewhere.example', instance.iso())
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 404)
    })

    test('is not told what it did not ask for, nor more than it can take', async () => {
      const { instance, id, tell } = await open()
      const { 'hub.callback': callback, 'hub.topic': topic } = instance.hub.subscriber('wire')!
      const stranger = callback!.replace(/[\w-]{43}$/, 'x'.repeat(43))
      const ask = async (address: string, query: Record<string, string>) =>
        (await fetch(`${address}?${new URLSearchParams(query)}`)).status
      const good = { 'hub.mode': 'subscribe', 'hub.topic': topic!, 'hub.challenge': 'c', 'hub.lease_seconds': '86400' }
      assert.equal(await ask(callback!, good), 200, 'an answer that was lost is given again')
      assert.equal(await ask(stranger, good), 404)
      assert.equal(await ask(callback!, { ...good, 'hub.challenge': 'c'.repeat(1_001) }), 404)
      assert.equal(await ask(callback!, { ...good, 'hub.challenge': 'a\u0000b' }), 404)
      assert.equal(await ask(callback!, { ...good, 'hub.mode': 'unsubscribe' }), 404)
      instance.pass(1)
      assert.equal(await ask(callback!, good), 404, 'too late')
      assert.equal((await fetch(stranger, { method: 'POST', body: 'x' })).status, 404)
      assert.equal(await instance.hub.send('wire', 'x', { 'content-encoding': 'gzip' }), 415)
      assert.equal(await instance.hub.send('wire', new Uint8Array(5 * 2 ** 20)), 413)
      const polls = pollsOf(instance)
      for (const body of ['', 'nothing of a feed', '<html></html>'])
        assert.equal(await instance.hub.send('wire', body), 202)
      await instance.settle()
      assert.equal((await instance.feed(id)).entryCount, 1)
      assert.equal((await instance.feed(id)).hub?.pushedAt, undefined)
      assert.equal(pollsOf(instance), polls + 1, 'the poll that was due anyway')
      instance.pass(1)
      const statuses = new Set<number | undefined>()
      for (let count = 0; count < 40; count++) statuses.add(await instance.hub.send('wire', `<rss>${count}</rss>`))
      assert.deepEqual([...statuses], [202, 429])
      await instance.settle()
      instance.pass(1)
      assert.equal(await tell('two'), 202)
      assert.deepEqual(await instance.keys(id), ['one', 'two'])
    })

    test('takes what came before it was stopped', async () => {
      const { instance, id } = await open()
      instance.publish('wire', 'two')
      assert.equal(await instance.hub.send('wire', instance.documentOf('wire')), 202)
      assert.equal((await instance.store.jobs.list(10)).filter(({ kind }) => kind === 'take-push').length, 1)
      await instance.settle()
      assert.deepEqual(await instance.keys(id), ['one', 'two'])
    })

    test('is asked for where a hub sends us', async () => {
      const { instance } = await open({ movedTo: '/other' }, { other: {} })
      assert.ok(instance.hub.subscriber('other'))
      assert.equal(instance.hub.asked('wire').length, 1)
    })

    test('is never asked for at a private address', async () => {
      const instance = await openWebsubInstance(dialect, { wire: {} })
      try {
        instance.publish('wire', 'one')
        await instance.add('wire')
        const { store, now, log } = instance.operations
        const guarded = client({ allowPrivate: false })
        await instance.poll()
        const [job] = (await store.jobs.list(10)).filter(({ kind }) => kind === 'keep-hub')
        const websub = { base: 'https://news.example.org', isPlainAllowed: true }
        await maintainHub({ store, http: guarded, now, log, websub }, job!.key)
        assert.equal(instance.hub.asked('wire').length, 0)
        const kept = await store.hubs.find(job!.key)
        assert.match(kept!.lastError!, /not an address of the public internet/)
        assert.equal(Date.parse(kept!.retryAt!) - Date.parse(instance.iso()), 7 * day)
      } finally {
        await instance.close()
      }
    })
  })
