import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { asId, type FeedId } from '../../src/core/ids.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { changeFeedAddress } from '../../src/operations/feeds/change-address.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { copyFeedSettings, removeFeed, subscribeFeeds } from '../../src/operations/feeds/manage-feeds.ts'
import { getFeedHeaders, setFeedHeaders } from '../../src/operations/feeds/own-headers.ts'
import { forReader } from '../../src/operations/for-reader.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const secret = 'session=ANN-SECRET-4711'
const lines: Readonly<Record<string, string>> = {
  shared: 'Ferries left the quay an hour late since fog lay over the bay and nobody could see the second buoy.',
  ANN: 'A cellist sold her winter house to pay for strings that a luthier in Cremona had kept for years.',
  CY: 'Farmers counted their geese twice after the flood and found that eleven had come home on their own.',
  everybody: 'The library lends ladders now, which the mayor called the cheapest plan of his whole second term.',
}

/** Texts that are no copies of each other. */
const textOf = (path: string) =>
  Array.from({ length: 6 }, (_, at) => `<p>${at + 1}. ${lines[path.replace('/page/', '')] ?? path}</p>`).join('')

type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders }

for (const dialect of dialects)
  describe(`a reader’s own headers on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let origin: string
    let elsewhere: string
    let clock = Date.parse('2026-03-10T12:00:00Z')
    const asked: Asked[] = []
    let hasMoved = false
    const askedElsewhere: Asked[] = []
    const logged: string[] = []
    const readers: ReaderIdentity[] = []

    const as = (name: string): OperationContext =>
      forReader(context.operations, readers.find((one) => one.name === name)!)
    const titles = async (name: string, feedId?: FeedId) =>
      ((await listEntries.run(as(name), { show: 'all', order: 'oldest', hasText: false, feedId }))?.entries ?? [])
        .map(({ title }) => title)
        .toSorted()
    const feedOf = async (name: string, url: string) =>
      (await as(name).store.feeds.list(as(name).reader.id)).find((feed) => feed.url === url)
    const read = async () => {
      for (let round = 0; round < 3; round++) {
        await context.pipeline.runOnce()
        clock += 30_000
      }
    }
    const poll = async () => {
      clock += 3_600_000
      await context.operations.store.feeds.pollNow('all', new Date(clock).toISOString())
      await read()
    }
    const add = (name: string, given: object) => addFeed.run(as(name), addFeed.input.parse(given))
    const set = (name: string, given: object) => setFeedHeaders.run(as(name), setFeedHeaders.input.parse(given))
    const since = (path: string) => asked.filter((one) => one.path === path)

    function feed(headers: IncomingHttpHeaders): string {
      const who = /session=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? 'everybody'
      const items = ['shared', who].map(
        (key) =>
          `<item><guid>${key}</guid><title>For ${key}</title><link>${origin}/page/${key}</link><pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate><description>Told to ${key} of ${who}.</description></item>`,
      )
      return `<rss version="2.0"><channel><title>Harbour Paper</title><link>${origin}/</link>${items.join('')}</channel></rss>`
    }

    before(async () => {
      elsewhere = await serve((request, response) => {
        askedElsewhere.push({ path: request.url ?? '', headers: request.headers })
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed({}))
      })
      origin = await serve((request, response) => {
        const path = request.url ?? ''
        asked.push({ path, headers: request.headers })
        if (path.startsWith('/leaves')) return void response.writeHead(301, { location: `${elsewhere}/feed` }).end()
        if (path.startsWith('/page/leaves'))
          return void response.writeHead(302, { location: `${elsewhere}/page` }).end()
        if (path.startsWith('/keyed') && hasMoved)
          return void response.writeHead(301, { location: `${origin}/moved` }).end()
        if (path === '/closed' && !request.headers.cookie) return void response.writeHead(403).end()
        if (path === '/echo') return void response.writeHead(400).end(JSON.stringify(request.headers))
        const isFeed = ['/feed', '/closed', '/alone', '/moved', '/keyed?token=ann-key-0815'].includes(path)
        const body = isFeed
          ? feed(request.headers)
          : `<!doctype html><title>Harbour</title><article><h1>Harbour</h1><p>Seen with ${request.headers.cookie ?? 'nothing'}.</p><img src="${elsewhere}/picture.png">${textOf(path)}</article>`
        const etag = `"${Buffer.from(body).toString('base64url').slice(-20)}${request.headers.cookie ? 'own' : 'all'}"`
        if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
        response.writeHead(isFeed || path.startsWith('/page') ? 200 : 404, {
          'content-type': isFeed ? 'application/rss+xml' : 'text/html',
          etag,
        })
        response.end(body)
      })
      database = await makeDatabase(dialect)
      folder = mkdtempSync(join(tmpdir(), 'twosource-headers-'))
      context = await createContext(
        readConfig({
          TWOSOURCE_DATA: folder,
          TWOSOURCE_DATABASE: database.url,
          TWOSOURCE_ALLOW_PRIVATE: 'true',
          TWOSOURCE_ANALYSIS_THREADS: '1',
        }),
        (...line) => logged.push(JSON.stringify(line)),
        () => new Date(clock),
      )
      for (const name of ['Ann', 'Bo', 'Cy']) {
        const made = await addAccount.run(context.operations, {
          name,
          role: 'reader',
          password: 'a lamp beside the sea',
        })
        if (typeof made === 'string') throw new Error(made)
        readers.push({ id: made.id, name, role: 'reader' })
      }
    })
    after(async () => {
      await context?.[Symbol.asyncDispose]()
      await database?.remove()
      rmSync(folder, { recursive: true, force: true })
    })

    test('a feed of two readers becomes a copy of one’s own, and what was read stays read', async () => {
      const url = `${origin}/feed`
      await add('Ann', { url, folder: 'Paid' })
      await add('Bo', { url })
      await read()
      const ann = as('Ann')
      const before = (await feedOf('Ann', url))!
      const { rows } = await ann.store.entries.list(ann.reader.id, { feedId: before.id }, 10)
      const shared = rows.find(({ title }) => title === 'For shared')!
      await ann.store.entries.setRead(ann.reader.id, [shared.id], true, new Date(clock).toISOString())
      asked.length = 0
      const result = await set('Ann', {
        id: before.id,
        cookie: `Cookie: ${secret}`,
        userAgent: 'Ann/1.0',
        headers: [{ name: 'X-Key', value: 'ANN-KEY-0815' }],
      })
      assert.ok(result?.kind === 'set' && result.isReplaced)
      await read()
      const polled = since('/feed').at(-1)!.headers
      assert.deepEqual([polled.cookie, polled['user-agent'], polled['x-key']], [secret, 'Ann/1.0', 'ANN-KEY-0815'])
      const copy = (await feedOf('Ann', url))!
      assert.notEqual(copy.id, before.id)
      assert.equal(copy.folder, 'Paid')
      assert.deepEqual(await titles('Ann'), ['For ANN', 'For shared'])
      assert.deepEqual(await titles('Bo'), ['For everybody', 'For shared'])
      const own = await ann.store.entries.list(ann.reader.id, { feedId: copy.id }, 10)
      assert.deepEqual(own.rows.map(({ title, isRead }) => [title, isRead]).toSorted(), [
        ['For ANN', false],
        ['For shared', true],
      ])
    })

    test('the pages of its articles are asked for with them, robots.txt and other hosts without', () => {
      assert.equal(since('/page/ANN').at(-1)?.headers.cookie, secret)
      assert.equal(since('/page/everybody').length, 0)
      for (const { headers } of since('/robots.txt')) assert.equal(headers.cookie, undefined)
      for (const { headers } of askedElsewhere)
        assert.deepEqual(
          [headers.cookie, headers['x-key'], headers['user-agent'] === 'Ann/1.0'],
          [undefined, undefined, false],
        )
    })

    test('others get their own answers, validators and articles at the same URL', async () => {
      const url = `${origin}/feed`
      await set('Cy', { id: (await add('Cy', { url })) && (await feedOf('Cy', url))!.id, cookie: 'session=CY' })
      await poll()
      await poll()
      assert.deepEqual(await titles('Ann'), ['For ANN', 'For shared'])
      assert.deepEqual(await titles('Bo'), ['For everybody', 'For shared'])
      assert.deepEqual(await titles('Cy'), ['For CY', 'For shared'])
      const annCopy = (await feedOf('Ann', url))!.id
      for (const name of ['Bo', 'Cy']) {
        assert.equal(
          await listEntries.run(as(name), { show: 'all', order: 'oldest', hasText: false, feedId: annCopy }),
          undefined,
        )
        await subscribeFeeds.run(as(name), { ids: [annCopy] })
        assert.equal((await as(name).store.feeds.find(as(name).reader.id, annCopy))?.isSubscribed ?? false, false)
        assert.equal(await getFeedHeaders.run(as(name), { id: annCopy }), undefined)
        assert.equal(await set(name, { id: annCopy, cookie: 'x=1' }), undefined)
      }
      const texts = JSON.stringify(
        await Promise.all(
          ['Bo', 'Cy'].map((name) => listEntries.run(as(name), { show: 'all', order: 'oldest', hasText: true })),
        ),
      )
      assert.doesNotMatch(texts, /ANN/)
    })

    test('nothing but names is shown, and nothing is exported, copied or logged', async () => {
      const ann = as('Ann')
      const copy = (await feedOf('Ann', `${origin}/feed`))!
      const shown = await getFeedHeaders.run(ann, { id: copy.id })
      assert.deepEqual(shown, { hasCookie: true, hasUserAgent: true, names: ['X-Key'] })
      const bo = (await feedOf('Bo', `${origin}/feed`))!
      await copyFeedSettings.run(ann, { id: copy.id, to: [bo.id], folders: [] })
      const everything = JSON.stringify([
        await exportOpml.run(ann, {}),
        await listEntries.run(ann, { show: 'all', order: 'oldest', hasText: false, feedId: copy.id }),
        await ann.store.feeds.list(ann.reader.id),
        await context.operations.store.readerRows.list(ann.reader.id),
        logged,
      ])
      assert.doesNotMatch(everything, /4711|0815|Ann\/1\.0|twosource-own/)
      assert.match(await exportOpml.run(ann, {}), new RegExp(`xmlUrl="${origin}/feed"`))
    })

    test('the same URL given again is the copy, and the mark of a copy opens nothing', async () => {
      const url = `${origin}/feed`
      const again = await add('Ann', { url })
      assert.ok(again.kind === 'added' && again.added === 0)
      const stored = await context.operations.store.feeds.findIntake({ url })
      await as('Cy').store.feeds.addMany(
        as('Cy').reader.id,
        [{ url: `${url}#twosource-own=guess` }],
        new Date(clock).toISOString(),
      )
      assert.notEqual((await feedOf('Cy', url))!.id, stored?.id)
      assert.equal((await as('Cy').store.feeds.list(as('Cy').reader.id)).length, 1)
    })

    test('a copy of a page keeps its rule in the exported list', async () => {
      const { store, reader } = as('Ann')
      const headers = { origin, headers: [{ name: 'Cookie', value: secret }] }
      const page = { url: `${origin}/list`, intake: 'page', intakeRule: '{"items":"h2.own"}' } as const
      const id = await store.ownHeaders.add(reader.id, page, headers, new Date(clock).toISOString())
      assert.match(await exportOpml.run(as('Ann'), {}), /h2\.own/)
      await removeFeed.run(as('Ann'), { id })
    })

    test('they are not sent after a redirect to another origin, and the feed does not move there', async () => {
      const { store, reader } = as('Ann')
      const headers = { origin, headers: [{ name: 'Cookie', value: secret }] }
      const id = await store.ownHeaders.add(
        reader.id,
        { url: `${origin}/leaves` },
        headers,
        new Date(clock).toISOString(),
      )
      askedElsewhere.length = 0
      for (let times = 0; times < 6; times++) await poll()
      assert.ok(askedElsewhere.length >= 6)
      for (const one of askedElsewhere) assert.equal(one.headers.cookie, undefined)
      assert.equal((await store.feeds.get(reader.id, id)).url, `${origin}/leaves`)
      const refused = await set('Ann', { id, cookie: 'a=1' })
      assert.deepEqual(refused, { kind: 'refused', reason: 'header-elsewhere', name: origin })
      await removeFeed.run(as('Ann'), { id })
    })

    test('dangerous ones are refused by name, and values with line breaks', async () => {
      const { id } = (await feedOf('Ann', `${origin}/feed`))!
      const refused = async (given: object) => {
        const result = await set('Ann', { id, ...given })
        return result?.kind === 'refused' ? [result.reason, result.name] : result
      }
      for (const name of [
        'Host',
        'content-length',
        'Transfer-Encoding',
        'Connection',
        'Proxy-Authorization',
        'X-Forwarded-For',
      ])
        assert.deepEqual(await refused({ headers: [{ name, value: 'x' }] }), ['header-refused', name])
      assert.deepEqual(await refused({ headers: [{ name: 'A B', value: 'x' }] }), ['header-name', 'A B'])
      for (const value of ['a\r\nHost: b', 'a\nb', 'a\0b', 'ä', '', 'x'.repeat(4_001)])
        assert.deepEqual(await refused({ headers: [{ name: 'X-A', value }] }), ['header-value', 'X-A'])
      assert.deepEqual(await refused({ cookie: 'a=1\r\nX: y' }), ['header-value', 'Cookie'])
      const nine = Array.from({ length: 9 }, (_, at) => ({ name: `X-${at}`, value: 'x' }))
      assert.deepEqual(await refused({ headers: nine }), ['too-many-headers', ''])
      assert.deepEqual(
        await refused({
          headers: [
            { name: 'x-a', value: '1' },
            { name: 'X-A', value: '2' },
          ],
        }),
        ['header-twice', 'X-A'],
      )
    })

    test('what is left out stays, and what is emptied goes', async () => {
      const { id } = (await feedOf('Ann', `${origin}/feed`))!
      assert.deepEqual(
        await set('Ann', { id, userAgent: '', headers: [{ name: 'x-key' }, { name: 'X-B', value: 'b' }] }),
        { kind: 'set', id },
      )
      asked.length = 0
      await read()
      const { cookie, 'user-agent': agent = '', 'x-key': key, 'x-b': other } = since('/feed').at(-1)!.headers
      assert.deepEqual([cookie, key, other], [secret, 'ANN-KEY-0815', 'b'])
      assert.match(agent, /Twosource/i)
    })

    test('a feed that opens only with a cookie is added with it', async () => {
      const url = `${origin}/closed`
      assert.equal((await add('Ann', { url })).kind, 'refused')
      const added = await add('Ann', { url, cookie: secret })
      assert.ok(added.kind === 'added' && added.added === 1)
      await read()
      assert.deepEqual(await titles('Ann', (await feedOf('Ann', url))!.id), ['For ANN', 'For shared'])
      assert.equal((await add('Bo', { url })).kind, 'refused')
      assert.equal((await add('Bo', { url, headers: [{ name: 'Host', value: 'x' }] })).kind, 'refused')
    })

    test('a new address on another site leaves them behind', async () => {
      const { id } = (await feedOf('Ann', `${origin}/closed`))!
      askedElsewhere.length = 0
      const moved = await changeFeedAddress.run(as('Ann'), { id, url: `${elsewhere}/moved` })
      assert.deepEqual(moved, { kind: 'changed', id })
      await poll()
      assert.ok(askedElsewhere.length > 0)
      for (const one of askedElsewhere) assert.equal(one.headers.cookie, undefined)
      assert.deepEqual((await getFeedHeaders.run(as('Ann'), { id }))?.names, [])
      assert.equal((await as('Ann').store.feeds.get(as('Ann').reader.id, id)).isOwnCopy, true)
      await removeFeed.run(as('Ann'), { id })
    })

    test('removed, nothing is sent any more, and what they opened stays the reader’s alone', async () => {
      const { id } = (await feedOf('Ann', `${origin}/feed`))!
      assert.deepEqual(await set('Ann', { id, cookie: '', userAgent: '', headers: [] }), { kind: 'set', id })
      asked.length = 0
      await read()
      assert.equal(since('/feed').at(-1)!.headers.cookie, undefined)
      assert.deepEqual(await titles('Ann', id), ['For ANN', 'For everybody', 'For shared'])
      assert.deepEqual(await titles('Bo'), ['For everybody', 'For shared'])
      assert.equal(await context.operations.store.ownHeaders.find(as('Ann').reader.id, id), undefined)
      assert.deepEqual(await getFeedHeaders.run(as('Ann'), { id }), { names: [], mayGoBack: true })
      const everybodys = (await feedOf('Bo', `${origin}/feed`))!.id
      assert.deepEqual(await set('Ann', { id, goesBack: true }), { kind: 'set', id: everybodys, isReplaced: true })
      const ann = as('Ann')
      const { rows } = await ann.store.entries.list(ann.reader.id, { feedId: everybodys }, 10)
      assert.deepEqual(rows.map(({ title, isRead }) => [title, isRead]).toSorted(), [
        ['For everybody', false],
        ['For shared', true],
      ])
      assert.equal((await feedOf('Ann', `${origin}/feed`))?.folder, 'Paid')
      assert.equal(await context.operations.store.feeds.find(ann.reader.id, id), undefined)
      assert.equal(await set('Ann', { id: everybodys, goesBack: true }), undefined)
    })

    test('they go with the subscription and with the account', async () => {
      const { id } = (await feedOf('Cy', `${origin}/feed`))!
      const cy = as('Cy')
      const [entry] = (await cy.store.entries.list(cy.reader.id, { feedId: id }, 1)).rows
      await cy.store.entries.setStarred(cy.reader.id, entry!.id, true, new Date(clock).toISOString())
      await removeFeed.run(cy, { id })
      assert.equal(await cy.store.ownHeaders.find(cy.reader.id, id), undefined)
      await set('Bo', { id: (await feedOf('Bo', `${origin}/feed`))!.id, cookie: 'session=BO' })
      const bo = as('Bo').reader.id
      await context.operations.store.readerRows.remove(bo, 'remove')
      const own = (await feedOf('Bo', `${origin}/feed`))?.id
      assert.equal(own && (await context.operations.store.ownHeaders.find(bo, asId(own))), undefined)
    })

    test('the only reader of a feed keeps it, with its entries', async () => {
      const url = `${origin}/alone`
      await add('Ann', { url })
      await read()
      const { store, reader } = as('Ann')
      const { id } = (await feedOf('Ann', url))!
      await store.entries.setStarred(
        reader.id,
        (await store.entries.list(reader.id, { feedId: id }, 10)).rows[0]!.id,
        true,
        new Date(clock).toISOString(),
      )
      assert.deepEqual(await set('Ann', { id, cookie: secret }), { kind: 'set', id })
      await read()
      assert.deepEqual(await titles('Ann', id), ['For ANN', 'For everybody', 'For shared'])
      assert.equal((await store.entries.list(reader.id, { feedId: id, isStarred: true }, 10)).rows.length, 1)
    })

    test('a feed whose key is gone from its URL stays apart from whoever subscribes to that URL', async () => {
      await add('Ann', { url: `${origin}/keyed?token=ann-key-0815` })
      hasMoved = true
      for (let times = 0; times < 4; times++) await poll()
      await add('Cy', { url: `${origin}/moved` })
      assert.notEqual((await feedOf('Ann', `${origin}/moved`))!.id, (await feedOf('Cy', `${origin}/moved`))!.id)
    })
  })
