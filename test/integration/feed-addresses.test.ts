import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { type AnnouncerContext, announceFeeds } from '../../src/app/outside/feed-announcer.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import type { FeedSubject } from '../../src/core/feed/feed-subject.ts'
import { feedFormats } from '../../src/core/feed/published-feed.ts'
import { ownerId, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { hashToken } from '../../src/credentials/token.ts'
import { findBriefReader, makeBriefAddress } from '../../src/operations/day/my-brief.ts'
import {
  announceFeedAddress,
  listFeedAddresses,
  makeFeedAddress,
  revokeFeedAddress,
} from '../../src/operations/feeds/feed-addresses.ts'
import { renameFolder } from '../../src/operations/feeds/manage-feeds.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { save } from '../../src/operations/library/save.ts'
import { saveSearch } from '../../src/operations/search/saved-searches.ts'
import type { createWeb } from '../../src/web/routes.ts'
import { brokenRules } from '../feed-rules/broken-rules.ts'
import { readByFeedsmith, readByOurs } from '../feed-rules/read-back.ts'
import { serve } from '../loopback-server.ts'
import { queryAll } from './all-tables.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { backTo } from './earlier-release.ts'

const base = 'https://news.example.org'
const told =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const other: ReaderIdentity = { id: 'reader-b', name: 'B', role: 'reader' }

for (const dialect of dialects)
  describe(`addresses of feeds on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')
    const heard: URLSearchParams[] = []
    let answers = 202
    let announcer: AnnouncerContext
    let web: ReturnType<typeof createWeb>

    async function takeIn(outlet: string, more: string) {
      const line = {
        title: 'Harbour bridge closed',
        outlet: `Outlet ${outlet}`,
        url: `https://${outlet}.example/news`,
        publishedAt: new Date(clock - 3_600_000).toISOString(),
        text: `${told} ${more}`,
      }
      const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
    }
    const make = async (subject: FeedSubject) => {
      const made = await makeFeedAddress.run(context.operations, subject)
      assert.ok(made?.kind === 'made', JSON.stringify(subject))
      return made.address
    }
    const get = (token: string | undefined, format = 'atom') => web.request(`${base}/feed/secret/${token}.${format}`)

    before(async () => {
      const hub = await serve(async (request, response) => {
        const parts: Buffer[] = []
        for await (const part of request) parts.push(part as Buffer)
        heard.push(new URLSearchParams(Buffer.concat(parts).toString()))
        response.writeHead(answers).end()
      })
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-feeds-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }),
        () => {},
        () => new Date((clock += 10)),
      )
      const { operations, log } = context
      announcer = { operations, log, version: '0.1.0', base, hub: `${hub}/` }
      const now = () => operations.now().toISOString()
      web = openWeb(operations, { version: '0.1.0', baseUrl: base, now, hub: announcer.hub })
      await takeIn('wire', 'Bakers counted their lost customers.')
      await takeIn('post', 'A school sent its pupils home at noon and hired a boat.')
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('open the feed of every list and thing, each valid, and tell a story as it grows as one entry', async () => {
      const { operations } = context
      const [story] = (await operations.store.stories.listOutlines({ from: '2026-03-01', until: '2026-04-01' }))!
      assert.ok(story)
      const search = (await saveSearch.run(operations, { query: 'bridge' }))!
      const [source] = await operations.store.feeds.listSources(ownerId)
      await save.run(operations, { kind: 'story', target: story.id })
      const subjects: FeedSubject[] = [
        { kind: 'today', target: '' },
        { kind: 'section', target: story.section ?? 'World' },
        { kind: 'saved', target: '' },
        { kind: 'starred', target: '' },
        { kind: 'feeds', target: '' },
        { kind: 'story', target: story.id },
        { kind: 'entity', target: 'person:ada-lindqvist' },
        { kind: 'source', target: source!.id },
        { kind: 'search', target: search.id },
        { kind: 'brief', target: '' },
      ]
      const counts = new Map<string, number>()
      for (const subject of subjects) {
        const { token } = await make(subject)
        for (const format of feedFormats) {
          const answer = await get(token, format)
          assert.equal(answer.status, 200, subject.kind)
          const body = await answer.text()
          assert.deepEqual(brokenRules(format, body), [], subject.kind)
          const ids = readByFeedsmith(format, body).map(({ id }) => id)
          assert.deepEqual(
            readByOurs(body).map(({ id }) => id),
            ids,
          )
          counts.set(subject.kind, ids.length)
        }
      }
      for (const kind of ['today', 'saved', 'story', 'entity', 'source', 'search'])
        assert.ok(counts.get(kind)! > 0, `${kind} is empty`)

      const { token } = await make({ kind: 'story', target: story.id })
      const before = await (await get(token)).text()
      assert.match(before, /2 independent|1 independent|independent/)
      assert.ok(before.includes('The piers will be mended by spring'))
      clock += 3_600_000
      await takeIn('herald', 'Divers will go down again on Friday, said Petra Novak of the port.')
      const after = await (await get(token)).text()
      const [[one], [grown]] = [readByFeedsmith('atom', before), readByFeedsmith('atom', after)]
      assert.equal(grown!.id, one!.id)
      assert.notEqual(after, before)
      assert.equal(readByFeedsmith('atom', after).length, 1)
      const updatedIn = (body: string) => /<entry[\s\S]*?<updated>([^<]+)/.exec(body)?.[1] ?? ''
      assert.ok(updatedIn(after) > updatedIn(before))
      assert.equal(
        (
          await web.request(`${base}/feed/secret/${token}.atom`, {
            headers: { 'if-none-match': (await get(token)).headers.get('etag')! },
          })
        ).status,
        304,
      )
    })

    test('are one for each feed, kept as a hash, and open nothing once they are ended', async () => {
      const { operations } = context
      const address = await make({ kind: 'today', target: '' })
      assert.equal((await make({ kind: 'today', target: '' })).token, address.token)
      const listed = await listFeedAddresses.run(operations, { kind: 'today', target: '' })
      assert.equal(listed.asked?.addressId, address.id)
      assert.ok(!listed.offers.some(({ kind }) => kind === 'today'))
      // Nobody else's to see or to end.
      const asOther = { ...operations, reader: other }
      assert.equal(await revokeFeedAddress.run(asOther, { id: address.id }), undefined)
      assert.equal(await announceFeedAddress.run(asOther, { id: address.id, isAnnounced: true }), undefined)
      assert.deepEqual((await listFeedAddresses.run(asOther, { target: '' })).addresses, [])
      assert.equal((await get(address.token)).status, 200)
      assert.equal(await revokeFeedAddress.run(operations, { id: address.id }), true)
      assert.equal((await get(address.token)).status, 404)
      assert.notEqual((await make({ kind: 'today', target: '' })).token, address.token)
      for (const subject of [
        { kind: 'story', target: 'nowhere' },
        { kind: 'folder', target: 'nowhere' },
        { kind: 'search', target: 'nowhere' },
        { kind: 'discussion', target: 'story:nowhere' },
      ] as const)
        assert.equal(await makeFeedAddress.run(operations, subject), undefined, subject.kind)
    })

    test('of a folder go on under its new name; a folder that goes into another takes its own along', async () => {
      const { operations } = context
      const { store } = operations
      const [feed] = await store.feeds.list(ownerId)
      const before = feed!.folder
      await store.feeds.setFolders(ownerId, feed!.id, ['Old name'])
      const address = await make({ kind: 'folder', target: 'Old name' })
      assert.equal((await get(address.token)).status, 200)
      await renameFolder.run(operations, { name: 'Old name', to: 'New name' })
      assert.match(await (await get(address.token)).text(), /New name/)
      const { addresses } = await listFeedAddresses.run(operations, { target: '' })
      assert.equal(addresses.find(({ id }) => id === address.id)?.label, 'New name')
      await store.feeds.setFolders(ownerId, feed!.id, ['Second'])
      const second = await make({ kind: 'folder', target: 'Second' })
      await renameFolder.run(operations, { name: 'Second', to: 'New name' })
      const merged = await get(second.token)
      assert.equal(merged.status, 200, 'the address of a folder that went into another leads there')
      assert.match(await merged.text(), /New name/)
      // And on, wherever that goes; one of the old name is another.
      await renameFolder.run(operations, { name: 'New name', to: 'Newest name' })
      for (const { token } of [address, second]) assert.match(await (await get(token)).text(), /Newest name/)
      await store.feeds.setFolders(ownerId, feed!.id, ['Second'])
      const third = await make({ kind: 'folder', target: 'Second' })
      assert.ok(third.id !== second.id)
      assert.deepEqual([(await get(third.token)).status, (await get(second.token)).status], [200, 404])
      for (const { id } of [address, second, third]) await revokeFeedAddress.run(operations, { id })
      await store.feeds.setFolders(ownerId, feed!.id, [before])
    })

    test('are announced to a hub where their reader wants it: once for each change, again where it was not taken', async () => {
      const { operations } = context
      const { id, token } = await make({ kind: 'today', target: '' })
      assert.equal(await announceFeeds(announcer), 0)
      assert.ok(!(await (await get(token)).text()).includes(announcer.hub))
      await announceFeedAddress.run(operations, { id, isAnnounced: true })
      answers = 503
      assert.equal(await announceFeeds(announcer), 0)
      heard.length = 0
      answers = 202
      assert.equal(await announceFeeds(announcer), 1)
      assert.deepEqual(
        heard.map((fields) => [fields.get('hub.mode'), fields.get('hub.url')]),
        feedFormats.map((format) => ['publish', `${base}/feed/secret/${token}.${format}`]),
      )
      for (const topic of heard.map((fields) => fields.get('hub.url')!)) {
        const answer = await web.request(topic)
        assert.equal(answer.headers.get('link'), `<${announcer.hub}>; rel="hub", <${topic}>; rel="self"`)
        assert.ok((await answer.text()).includes(announcer.hub))
      }
      assert.equal(await announceFeeds(announcer), 0)
      clock += 3_600_000
      await takeIn('gazette', 'The ministry sent two inspectors to look at every pier of the coast.')
      assert.equal(await announceFeeds(announcer), 1)
      await announceFeedAddress.run(operations, { id, isAnnounced: false })
      clock += 3_600_000
      await takeIn('mirror', 'Boat owners asked the council for a second landing stage.')
      assert.equal(await announceFeeds(announcer), 0)
    })

    test('of the brief from before go on opening after an upgrade', async () => {
      await using earlier = { ...(await makeDatabase(dialect)), [Symbol.asyncDispose]: () => earlier.remove() }
      const opened = { ...context.operations, store: await earlier.open() }
      const { token } = await makeBriefAddress.run(opened, {})
      const kept = await queryAll(earlier)
      assert.ok(!kept.includes(token) && kept.includes(hashToken(token)))
      await opened.store.close()
      const secret = 'brief-address-made-by-an-earlier-release-xx'
      await backTo(earlier, 17)
      await earlier.execute(`delete from brief_token where purpose = 'feed'`)
      await earlier.execute(
        `insert into brief_token (token_hash, reader_id, purpose, at) values
          ('${hashToken('an-older-one')}', 'owner', 'feed', '2026-01-01T00:00:00.000Z'),
          ('${hashToken(secret)}', 'owner', 'feed', '2026-02-01T00:00:00.000Z')`,
      )
      const upgraded = { ...context.operations, store: await earlier.open() }
      assert.equal(await findBriefReader.run(upgraded, { token }), undefined)
      assert.equal((await findBriefReader.run(upgraded, { token: secret }))?.id, ownerId)
      const [address, ...rest] = (await listFeedAddresses.run(upgraded, { target: '' })).addresses
      assert.deepEqual(rest, [])
      assert.deepEqual([address?.kind, address?.token], ['brief', undefined])
      const page = openWeb(upgraded, { version: '0.1.0', baseUrl: base })
      for (const path of [`/my-brief/${secret}/brief.atom`, `/feed/secret/${secret}.atom`])
        assert.equal((await page.request(`${base}${path}`)).status, 200, path)
    })
  })
