import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { SendTrigger } from '../../src/core/destination.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { exportOwn } from '../../src/operations/accounts/export-own.ts'
import { star } from '../../src/operations/articles/mark-entries.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { save, unsave } from '../../src/operations/library/save.ts'
import { getAlertSettings, setAlertSettings } from '../../src/operations/notify/alerts.ts'
import {
  addDestination,
  getDestinations,
  removeDestination,
  renewWebhookSecret,
  setDestination,
  switchDestination,
  testDestination,
} from '../../src/operations/notify/destinations.ts'
import { getSendForm, listSendings, replaySending, sendArticle } from '../../src/operations/notify/sendings.ts'
import { signedAt } from '../alert-receivers.ts'
import { serve } from '../loopback-server.ts'
import { type Asked, scriptedService } from '../scripted-service.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { readOwn } from './read-own.ts'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const again =
  'The harbour bridge at Port Alder stays shut, the city said, since divers saw that two of its piers are cracked. Mayor Ada Lindqvist told the council that ferries would take pupils and shopkeepers over the water until the piers are sound.'
const MINUTE_MS = 60_000

for (const dialect of dialects)
  describe(`sending outside on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')
    const reader = (name: string): ReaderIdentity => ({ id: name, name, role: 'reader' })
    const as = (name: string) => ({ ...context.operations, reader: reader(name) })
    const pass = (minutes: number) => (clock += minutes * MINUTE_MS)
    const run = () => context.pipeline.runOnce()

    async function takeIn(outlet: string, title: string, text: string) {
      const url = `https://${outlet.toLowerCase().replace(/\W+/g, '-')}.example/${encodeURIComponent(title)}`
      const line = JSON.stringify({ title, outlet, url, publishedAt: new Date(clock).toISOString(), text })
      await importFile.run(context.operations, { bytes: new TextEncoder().encode(`${line}\n`), name: 'a.jsonl' })
      await run()
      pass(1)
      await run()
      return (await context.operations.store.articles.findByUrl(url))!
    }
    async function hook(name: string, chosen: readonly SendTrigger[]) {
      const service = await scriptedService()
      const settings = { address: service.url }
      const added = await addDestination.run(as(name), { kind: 'webhook', name: '', occasions: [...chosen], settings })
      assert.ok(added.kind === 'added' && added.secret)
      return { ...service, id: added.id, secret: added.secret }
    }
    const logOf = async (name: string, id: string) => (await listSendings.run(as(name), { destination: id }))!.sendings
    const bodyOf = ({ body }: Asked) => JSON.parse(body)

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-sending-'))
      const config = readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_BASE_URL: 'https://news.example/' })
      context = await createContext(
        { ...config, TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: true },
        () => {},
        () => new Date((clock += 10)),
      )
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('an article saved goes out once, signed over its raw body, and its reader alone sees that', async () => {
      const { article } = await takeIn('Varn Post', 'Harbour bridge closed', bridge)
      const { got, id, secret } = await hook('ada', ['saved'])
      const thing = { kind: 'article' as const, target: article.id }
      await Promise.all([1, 2, 3].map(() => save.run(as('ada'), thing)))
      await save.run(as('ada'), thing)
      await save.run(as('ben'), thing)
      await run()
      assert.equal(got.length, 1)
      const [post] = got as [Asked]
      assert.equal(post.headers['x-miniflux-event-type'], 'save_entry')
      const signature = createHmac('sha256', secret).update(post.body).digest('hex')
      assert.equal(post.headers['x-miniflux-signature'], signature)
      assert.ok(signedAt(secret, post.headers['x-twosource-signature'] ?? '', Buffer.from(post.body)))
      const { event_type, entry } = bodyOf(post)
      assert.equal(event_type, 'save_entry')
      assert.equal(entry.title, 'Harbour bridge closed')
      assert.equal(entry.link, `https://news.example/articles/${article.id}`)
      assert.ok(Number.isInteger(entry.id) && entry.id > 0)
      const [sending] = await logOf('ada', id)
      assert.equal(sending?.state, 'sent')
      assert.equal(post.headers['idempotency-key'], sending?.id)
      // Taking a removal back is no new saving; saving again is.
      const undone = await unsave.run(as('ada'), thing)
      await save.run(as('ada'), { ...thing, at: undone!.at })
      await run()
      assert.equal(got.length, 1)
      for (const name of ['ben', 'owner']) {
        assert.equal(await listSendings.run(as(name), { destination: id }), undefined)
        assert.equal(await replaySending.run(as(name), { sending: sending!.id }), undefined)
        assert.deepEqual(await replaySending.run(as(name), { allOf: id }), { count: 0 })
        assert.equal(await removeDestination.run(as(name), { id }), undefined)
      }
    })

    test('what fails is tried again under the same name, then given up, and goes out again at one press', async () => {
      const article = (await context.operations.store.articles.listNewest(1))[0]!.article.id
      const { got, id, answer } = await hook('cleo', [])
      answer(500)
      assert.equal(await sendArticle.run(as('cleo'), { article, destination: id }), true)
      await run()
      for (let step = 0; step < 30; step++) {
        pass(60)
        await run()
      }
      assert.equal(got.length, 10)
      assert.equal(new Set(got.map(({ headers }) => headers['idempotency-key'])).size, 1)
      assert.equal(new Set(got.map(({ body }) => body)).size, 1)
      const [off] = (await getDestinations.run(as('cleo'), {})).destinations
      assert.deepEqual([off?.isOn, off?.lastError], [false, 'The receiver answered 500.'])
      assert.equal(await sendArticle.run(as('cleo'), { article, destination: id }), undefined, 'it is off')
      answer(200)
      await switchDestination.run(as('cleo'), { id, isOn: true })
      assert.deepEqual(await replaySending.run(as('cleo'), { allOf: id }), { count: 1 })
      await run()
      assert.equal(got.length, 11)
      assert.equal(got[10]?.headers['idempotency-key'], got[0]?.headers['idempotency-key'])
      const [sent] = await logOf('cleo', id)
      assert.equal(sent?.state, 'sent')
      // What got there goes again as a message of its own.
      assert.deepEqual(await replaySending.run(as('cleo'), { sending: sent!.id }), { count: 1 })
      await run()
      assert.equal(got[11]?.body, got[0]?.body)
      assert.notEqual(got[11]?.headers['idempotency-key'], got[0]?.headers['idempotency-key'])
      answer(410)
      await replaySending.run(as('cleo'), { sending: sent!.id })
      await run()
      assert.equal((await getDestinations.run(as('cleo'), {})).destinations[0]?.isOn, false, '410 ends it')
      const form = await getSendForm.run(as('cleo'), { article })
      assert.deepEqual(form?.sendings.map(({ state }) => state).sort(), ['failed', 'sent', 'sent'])
    })

    test('a receiver that is down is left alone longer each time, and gets everything once it is back', async () => {
      const article = (await context.operations.store.articles.listNewest(1))[0]!.article.id
      const { got, id, answer } = await hook('dan', [])
      answer(503)
      for (let number = 0; number < 8; number++) await sendArticle.run(as('dan'), { article, destination: id })
      for (let step = 0; step < 20; step++) {
        await run()
        pass(1)
      }
      assert.equal(got.length, 9, 'three attempts at once, after a minute, and after four')
      answer(200)
      pass(20)
      for (let step = 0; step < 20; step++) {
        await run()
        pass(60)
      }
      const taken = got.slice(9).map(({ headers }) => headers['idempotency-key'])
      assert.equal(taken.length, 8)
      assert.equal(new Set(taken).size, 8)
      assert.ok((await logOf('dan', id)).every(({ state }) => state === 'sent'))
      const [after] = (await getDestinations.run(as('dan'), {})).destinations
      assert.deepEqual([after?.isOn, after?.failures, after?.lastError], [true, 0, undefined])
    })

    test('the first entries of a feed that was empty when it came are told of', async () => {
      const items: string[] = []
      const feedUrl = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' })
        response.end(`<rss version="2.0"><channel><title>Still empty</title>${items.join('')}</channel></rss>`)
      })
      const { got } = await hook('ines', ['new-entries'])
      await addFeed.run(as('ines'), { url: feedUrl, folder: '' })
      await run()
      items.push(`<item><guid>first</guid><title>The first of all</title><link>${feedUrl}/first</link></item>`)
      await context.operations.store.feeds.pollNow('all', context.operations.now().toISOString())
      await run()
      assert.deepEqual(
        got.map((post) => bodyOf(post).entries.map(({ title }: { title: string }) => title)),
        [['The first of all']],
      )
    })

    test('new entries of a feed go to those who subscribe, once each, but not its first round', async () => {
      const items: string[] = []
      const feedUrl = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' })
        response.end(`<rss version="2.0"><channel><title>Coast</title>${items.join('')}</channel></rss>`)
      })
      const item = (number: number) =>
        items.unshift(
          `<item><guid>n${number}</guid><title>Item ${number}</title><link>${feedUrl}/${number}</link><pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate><description>&lt;p onclick="x()"&gt;Gulls ${number}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>`,
        )
      item(1)
      const { got } = await hook('dora', ['new-entries'])
      const other = await hook('eve', ['new-entries'])
      const added = await addFeed.run(as('dora'), { url: feedUrl, folder: '' })
      assert.equal(added.kind, 'added')
      await run()
      assert.equal(got.length, 0)
      for (let number = 2; number <= 31; number++) item(number)
      const poll = async () => {
        const { store, now } = context.operations
        await store.feeds.pollNow('all', now().toISOString())
        await run()
      }
      await poll()
      await poll()
      assert.deepEqual(
        got.map((post) => bodyOf(post).entries.length),
        [25, 5],
      )
      const { event_type, feed, entries } = bodyOf(got[0]!)
      assert.equal(event_type, 'new_entries')
      assert.equal(feed.feed_url, `${feedUrl}/`)
      assert.equal(entries[0].title, 'Item 2')
      assert.doesNotMatch(entries[0].content, /script|onclick/)
      assert.match(entries[0].content, /Gulls 2/)
      const titles = got.flatMap((post) => bodyOf(post).entries.map(({ title }: { title: string }) => title))
      assert.equal(new Set(titles).size, 30)
      assert.equal(other.got.length, 0)
      // A job that is done again tells nothing again.
      const ids: number[] = entries.map((entry: { id: number }) => entry.id)
      const key = `entries:${feed.id}:${Math.min(...ids)}:${Math.max(...ids) + 5}`
      await context.operations.store.jobs.enqueue([{ kind: 'announce', key, runAt: new Date(clock).toISOString() }])
      await run()
      assert.equal(got.length, 2)
      const starred = await hook('dora', ['starred'])
      for (const isStarred of [true, true, false])
        await star.run(as('dora'), { entryId: String(ids[0]) as never, isStarred })
      await run()
      assert.deepEqual(
        starred.got.map((post) => [bodyOf(post).entry.id, bodyOf(post).entry.starred, bodyOf(post).entry.feed.title]),
        [[ids[0], true, 'Coast']],
      )
    })

    test('a followed story that tells something new says so, once for each change', async () => {
      const { storyId } = (await context.operations.store.articles.findByUrl(
        'https://varn-post.example/Harbour%20bridge%20closed',
      ))!
      const { got } = await hook('fred', ['story-changed'])
      const idle = await hook('gina', ['story-changed'])
      await follow.run(as('fred'), { kind: 'story', target: storyId!, label: 'x' })
      pass(1)
      await takeIn('Alder Echo', 'Harbour bridge stays shut', again)
      await takeIn('Alder Echo', 'Harbour bridge stays shut', again)
      assert.equal(got.length, 1)
      const { event_type, story } = bodyOf(got[0]!)
      assert.equal(event_type, 'story_changed')
      assert.deepEqual([story.id, story.article_count, story.report_count], [storyId, 2, 2])
      assert.equal(story.link, `https://news.example/stories/${storyId}`)
      assert.equal(story.articles[0].outlet, 'Alder Echo')
      assert.equal(idle.got.length, 0)
    })

    test('alerts go to a destination as to any channel, and stop with it', async () => {
      const service = await scriptedService()
      const added = await addDestination.run(as('hana'), {
        kind: 'ntfy',
        name: 'Telephone',
        occasions: ['alert', 'new-entries'],
        settings: { topic: 'of-hana', address: service.url },
      })
      assert.equal(added.kind, 'added')
      const { id } = added as { readonly id: string }
      const view = async () => (await getDestinations.run(as('hana'), {})).destinations[0]
      assert.deepEqual((await view())?.occasions, ['alert'], 'what tells takes no entries')
      const hooked = await hook('hana', ['alert'])
      await setAlertSettings.run(as('hana'), { isAllOn: true, perHour: 10 })
      const sources = await context.operations.store.feeds.listSources('owner')
      await follow.run(as('hana'), {
        kind: 'source',
        target: sources.find(({ name }) => name === 'Varn Post')!.id,
        label: 'Varn Post',
      })
      pass(1)
      await takeIn(
        'Varn Post',
        'Lighthouse lit again',
        'The lighthouse of Cape Orrin was lit again on Tuesday after a year of repairs, its keeper Jon Hale said. A heron had nested in the lamp room.',
      )
      await run()
      assert.equal(service.got.length, 1)
      const told = bodyOf(service.got[0]!)
      assert.deepEqual([told.topic, told.title], ['of-hana', 'Lighthouse lit again'])
      assert.match(told.click, /^https:\/\/news\.example\/stories\//)
      assert.deepEqual(
        hooked.got.map((post) => [bodyOf(post).event_type, bodyOf(post).alerts[0].title, bodyOf(post).id]),
        [['alert', 'Lighthouse lit again', hooked.got[0]?.headers['idempotency-key']]],
      )
      await removeDestination.run(as('hana'), { id: hooked.id })
      const channels = async () => (await getAlertSettings.run(as('hana'), {})).channels
      assert.deepEqual(
        (await channels()).map(({ kind, name, isOn }) => [kind, name, isOn]),
        [['destination', 'Telephone', true]],
      )
      await switchDestination.run(as('hana'), { id, isOn: false })
      assert.equal((await channels())[0]?.isOn, false)
      await switchDestination.run(as('hana'), { id, isOn: true })
      await setDestination.run(as('hana'), { id, name: 'Telephone', occasions: ['saved'] })
      assert.deepEqual(await channels(), [])
      assert.deepEqual(await testDestination.run(as('hana'), { id }), { kind: 'sent' })
      const kinds = []
      for (let count = 0; count < 25; count++) kinds.push((await testDestination.run(as('hana'), { id }))?.kind)
      assert.deepEqual([kinds.filter((kind) => kind === 'sent').length, kinds.at(-1)], [19, 'failed'])
    })

    test('no secret comes out again: not on the page, not in the log, not with all that is kept of a reader', async () => {
      const service = await scriptedService()
      const secrets = ['canary-one', 'canary-two', 'canary-three']
      const [token = '', password = '', clientSecret = ''] = secrets
      const address = service.url
      const add = (kind: 'linkding' | 'wallabag', settings: Record<string, string>) =>
        addDestination.run(as('iris'), { kind, name: '', occasions: ['saved'], settings: { address, ...settings } })
      assert.equal((await add('linkding', { token })).kind, 'added')
      assert.deepEqual(await add('wallabag', { clientId: 'c', clientSecret }), {
        kind: 'refused',
        why: 'missing',
        field: 'user',
      })
      assert.equal((await add('wallabag', { clientId: 'c', clientSecret, user: 'iris', password })).kind, 'added')
      const made = await hook('iris', [])
      const renewed = await renewWebhookSecret.run(as('iris'), { id: made.id })
      assert.notEqual(renewed?.secret, made.secret)
      const { destinations } = await getDestinations.run(as('iris'), {})
      const logs = await Promise.all(destinations.map(({ id }) => listSendings.run(as('iris'), { destination: id })))
      const createdAt = new Date(clock).toISOString()
      await context.operations.store.accounts.add({ ...reader('iris'), createdAt })
      const rows = await context.operations.store.readerRows.list('iris')
      assert.equal(rows.destination?.length, 3)
      const taken = await readOwn(await exportOwn.run(as('iris'), {}))
      const seen = JSON.stringify([destinations, logs, rows, taken])
      for (const secret of [...secrets, made.secret, renewed!.secret]) assert.doesNotMatch(seen, new RegExp(secret))
      const article = (await context.operations.store.articles.listNewest(1))[0]!.article.id
      await save.run(as('iris'), { kind: 'article', target: article })
      await run()
      assert.deepEqual(service.got.map(({ path }) => path).sort(), [
        '/api/bookmarks/',
        '/api/entries.json',
        '/oauth/v2/token',
      ])
      for (const { id } of destinations) assert.equal(await removeDestination.run(as('iris'), { id }), true)
      const left = await context.operations.store.readerRows.list('iris')
      assert.deepEqual([left.destination, left.sending], [undefined, undefined])
    })

    test('a destination within the instance is refused where private addresses are, with the reason', async () => {
      const { operations } = context
      const guarded = await createContext(
        { ...readConfig({ TWOSOURCE_DATABASE: database.url }), TWOSOURCE_DATA: folder },
        () => {},
        operations.now,
      )
      try {
        const { id, got } = await hook('jan', [])
        const tested = await testDestination.run({ ...guarded.operations, reader: reader('jan') }, { id })
        assert.equal(tested?.kind, 'refused')
        assert.equal(got.length, 0)
      } finally {
        await guarded[Symbol.asyncDispose]()
      }
    })
  })
