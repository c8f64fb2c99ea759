import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { setPreferences } from '../../src/operations/accounts/preferences.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { mute } from '../../src/operations/library/mute.ts'
import { addAlertChannel, switchAlertChannel, testAlertChannel } from '../../src/operations/notify/alert-channels.ts'
import type { AlertContext } from '../../src/operations/notify/alert-jobs.ts'
import { findAlertMail, getAlertFeed, stopAlertMail } from '../../src/operations/notify/alert-links.ts'
import { chooseAlert, getAlertSettings, listAlerts, setAlertSettings } from '../../src/operations/notify/alerts.ts'
import { raiseForSearches } from '../../src/operations/notify/raise-for-searches.ts'
import { saveSearch } from '../../src/operations/search/saved-searches.ts'
import { checkVapid, pushReceiver, type Received, signedAt } from '../alert-receivers.ts'
import { serve } from '../loopback-server.ts'
import { startMailServer } from '../mail-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const again =
  'The harbour bridge at Port Alder stays shut, the city said, since divers saw that two of its piers are cracked. Mayor Ada Lindqvist told the council that ferries would take pupils and shopkeepers over the water until the piers are sound.'
const tram =
  'Tram drivers of Velmar struck for a second night over shifts. “We want rest between carriages,” said Petra Novak, who leads the union. The company went to court over the depot.'
const MINUTE_MS = 60_000

for (const dialect of dialects)
  describe(`alerts in the product on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let mail: Awaited<ReturnType<typeof startMailServer>>
    let clock = Date.parse('2026-03-12T12:00:00Z')
    const reader = (name: string): ReaderIdentity => ({ id: name, name, role: 'reader' })
    const as = (name: string) => ({ ...context.operations, reader: reader(name) })
    const pass = (minutes: number) => (clock += minutes * MINUTE_MS)

    async function open() {
      return createContext(
        {
          ...readConfig({
            TWOSOURCE_DATABASE: database.url,
            TWOSOURCE_BASE_URL: 'https://news.example',
            TWOSOURCE_SMTP_URL: mail.url,
            TWOSOURCE_MAIL_FROM: 'Twosource <news@news.example>',
          }),
          TWOSOURCE_DATA: folder,
          TWOSOURCE_ALLOW_PRIVATE: true,
        },
        () => {},
        () => new Date((clock += 10)),
      )
    }
    async function takeIn(outlet: string, title: string, text: string) {
      const line = JSON.stringify({
        title,
        outlet,
        url: `https://${outlet.toLowerCase().replace(/\W+/g, '-')}.example/${encodeURIComponent(title)}`,
        publishedAt: new Date(clock).toISOString(),
        text,
      })
      const name = 'a.jsonl'
      await importFile.run(context.operations, { bytes: new TextEncoder().encode(`${line}\n`), name })
      await context.pipeline.runOnce()
      pass(1)
      await context.pipeline.runOnce()
    }
    const raised = async (name: string) =>
      (await listAlerts.run(as(name), {})).alerts.map(({ kind, isNewStory, cause }) =>
        [kind, isNewStory ? 'new' : '', cause.kind].filter(Boolean).join(' '),
      )
    const storyId = async () =>
      (await context.operations.store.stories.list({ from: '2000-01-01', until: '2100-01-01' }, 10)).find(({ title }) =>
        title.includes('bridge'),
      )!.id
    async function hook() {
      const got: Received[] = []
      let status = 200
      const url = await serve((request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
          got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks) })
          response.writeHead(status, status === 307 ? { location: '/elsewhere' } : {}).end()
        })
      })
      return { url, got, answer: (next: number) => (status = next) }
    }

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-alerts-'))
      mail = await startMailServer()
      context = await open()
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await mail[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('a story tells its follower each independent report once, and no copy', async () => {
      await takeIn('Varn Post', 'Harbour bridge closed', bridge)
      const id = await storyId()
      for (const name of ['ada', 'ben', 'quiet', 'muting'])
        await follow.run(as(name), { kind: 'story', target: id, label: 'The bridge' })
      for (const name of ['ada', 'quiet', 'muting'])
        await chooseAlert.run(as(name), { kind: 'story', target: id, choice: 'on' })
      await mute.run(as('muting'), { kind: 'word', target: 'harbour', label: 'harbour', period: 'week' })
      assert.deepEqual(await raised('ada'), [])
      await takeIn('Copy Courier', 'Harbour bridge is closed', bridge)
      assert.deepEqual(await raised('ada'), [])
      await takeIn('Alder Echo', 'Harbour bridge stays shut', again)
      const seen = await listAlerts.run(as('ada'), { looks: true })
      assert.deepEqual(await raised('ada'), ['report story'])
      assert.equal(seen.unseen, 1)
      assert.equal(seen.alerts[0]?.sourceName, 'Alder Echo')
      assert.equal(seen.alerts[0]?.path, `/stories/${id}`)
      assert.equal((await listAlerts.run(as('ada'), {})).unseen, 0)
      await takeIn('Second Copy', 'Bridge stays shut', again)
      assert.deepEqual(await raised('ada'), ['report story'])
      assert.deepEqual(await raised('ben'), [])
      assert.deepEqual(await raised('muting'), [])
    })

    test('one switch makes all that is followed alert, and a single thing may stay silent', async () => {
      await setAlertSettings.run(as('cleo'), { isAllOn: true, perHour: 10 })
      const sources = await context.operations.store.feeds.listSources('owner')
      const source = sources.find(({ name }) => name === 'Varn Post')!.id
      const other = sources.find(({ name }) => name === 'Alder Echo')!.id
      await follow.run(as('cleo'), { kind: 'source', target: source, label: 'Varn Post' })
      await follow.run(as('cleo'), { kind: 'source', target: other, label: 'Alder Echo' })
      await chooseAlert.run(as('cleo'), { kind: 'source', target: other, choice: 'off' })
      assert.equal(await chooseAlert.run(as('cleo'), { kind: 'source', target: 'none', choice: 'on' }), undefined)
      pass(1)
      await takeIn('Alder Echo', 'Trams stand still in Velmar', `${tram} A baker wrote a sign for the window.`)
      assert.deepEqual(await raised('cleo'), [])
      await takeIn(
        'Varn Post',
        'Lighthouse lit again',
        'The lighthouse of Cape Orrin was lit again on Tuesday after a year of repairs, its keeper Jon Hale said. A heron had nested in the lamp room.',
      )
      assert.deepEqual(await raised('cleo'), ['report new source'])
      const view = await getAlertSettings.run(as('cleo'), {})
      assert.deepEqual(view.follows.map(({ follow, choice }) => [follow.label, choice]).sort(), [
        ['Alder Echo', 'off'],
        ['Varn Post', undefined],
      ])
    })

    test('a kept search tells a new match once, not its copies', async () => {
      const kept = await saveSearch.run(as('dora'), { query: 'observatory' })
      assert.equal(await chooseAlert.run(as('eve'), { search: kept!.id, choice: 'on' }), undefined)
      await chooseAlert.run(as('dora'), { search: kept!.id, choice: 'on' })
      pass(1)
      const text =
        'The observatory on Mount Sella counted forty meteors on Friday night, the astronomer Lena Brandt said. The dome stays open to visitors until the end of the month, and the road up is lit.'
      await takeIn('Varn Post', 'Observatory counts meteors', text)
      await takeIn('Copy Courier', 'Forty meteors counted', text)
      const { store, now } = context.operations
      const read: string[] = []
      const members: typeof store.stories.members = (id) => {
        read.push(id)
        return store.stories.members(id)
      }
      const desk: Partial<AlertContext> = { store: { ...store, stories: { ...store.stories, members } }, now }
      assert.equal(await raiseForSearches(desk as AlertContext), 0)
      assert.equal(read.length, 1, 'a story with several matches is read once')
      pass(30)
      await context.pipeline.runOnce()
      assert.deepEqual(await raised('dora'), ['report new search'])
    })

    test('a webhook is signed, is tried again under the same name, and goes off after a day with the reason', async () => {
      const { url, got, answer } = await hook()
      await setAlertSettings.run(as('hook'), { isAllOn: true, perHour: 10 })
      const sources = await context.operations.store.feeds.listSources('owner')
      await follow.run(as('hook'), { kind: 'source', target: sources.find(({ name }) => name === 'Varn Post')!.id })
      assert.deepEqual(await addAlertChannel.run(as('hook'), { kind: 'webhook', url: 'ftp://a.example/' }), {
        kind: 'refused',
        why: 'address',
      })
      const added = await addAlertChannel.run(as('hook'), { kind: 'webhook', url })
      assert.equal(added.kind, 'added')
      answer(307)
      await takeIn(
        'Varn Post',
        'Library opens a garden',
        'The library of Orrin opened a garden on its roof on Monday, the librarian Mara Stein said. Readers find benches, lemon trees and a small pond there.',
      )
      assert.equal(got.length, 2, 'a redirect is not followed, and a minute later it is tried again')
      answer(200)
      for (let step = 0; step < 6; step++) {
        pass(1)
        await context.pipeline.runOnce()
      }
      assert.equal(got.length, 3)
      const [first, , second] = got as [Received, Received, Received]
      assert.equal(first.headers['idempotency-key'], second.headers['idempotency-key'])
      assert.deepEqual(first.body, second.body)
      const [channel] = (await getAlertSettings.run(as('hook'), {})).channels
      const field = second.headers['x-twosource-signature'] ?? ''
      assert.ok(Math.abs(signedAt(channel!.secret!, field, second.body)! - clock / 1000) < 600)
      assert.equal(signedAt(channel!.secret!, field, Buffer.concat([second.body, Buffer.from(' ')])), undefined)
      const payload = JSON.parse(second.body.toString())
      assert.equal(second.headers['x-twosource-event'], 'alert')
      assert.equal(payload.alerts[0].title, 'Library opens a garden')
      assert.match(payload.alerts[0].url, /^https:\/\/news\.example\/stories\//)

      answer(500)
      await takeIn(
        'Varn Post',
        'Clock tower stopped',
        'The clock tower of Velmar stopped at noon on Thursday, and the clockmaker Otto Lind climbed up to mend it. He found a swallow among the wheels, he said.',
      )
      for (let step = 0; step < 30; step++) {
        pass(60)
        await context.pipeline.runOnce()
      }
      const tried = got.slice(3)
      assert.equal(tried.length, 10)
      assert.equal(new Set(tried.map(({ headers }) => headers['idempotency-key'])).size, 1)
      const [off] = (await getAlertSettings.run(as('hook'), {})).channels
      assert.equal(off?.isOn, false)
      assert.match(off?.lastError ?? '', /500/)
      answer(200)
      await switchAlertChannel.run(as('hook'), { id: channel!.id, isOn: true })
      assert.deepEqual(await testAlertChannel.run(as('hook'), { id: channel!.id }), { kind: 'sent' })
      assert.equal(got.at(-1)?.headers['x-twosource-event'], 'test')
      // To test is to send to any address at once: so often in an hour, and no more.
      const reasons: string[] = []
      const before = got.length
      for (let count = 0; count < 25; count++) {
        const tested = await testAlertChannel.run(as('hook'), { id: channel!.id })
        if (tested?.kind === 'failed') reasons.push(tested.reason)
      }
      assert.deepEqual([got.length - before, reasons.length], [19, 6])
      assert.match(reasons[0]!, /Try again in \d+ minutes/)
    })

    test('a browser reads its push, and one that is gone is removed', async () => {
      const { url, got, answer } = await hook()
      const browser = pushReceiver()
      const subscription = { kind: 'push' as const, endpoint: `${url}/send/1`, ...browser.keys }
      assert.equal((await addAlertChannel.run(as('pia'), subscription)).kind, 'added')
      assert.equal((await addAlertChannel.run(as('pia'), subscription)).kind, 'added')
      assert.equal((await addAlertChannel.run(as('pia'), { ...subscription, auth: 'A'.repeat(22) })).kind, 'added')
      await addAlertChannel.run(as('pia'), subscription)
      const view = await getAlertSettings.run(as('pia'), {})
      assert.equal(view.channels.length, 1)
      const { id } = view.channels[0]!
      assert.deepEqual(await testAlertChannel.run(as('pia'), { id }), { kind: 'sent' })
      assert.equal(checkVapid(got[0]!.headers.authorization ?? '').key, view.pushKey)
      assert.equal(browser.open(got[0]!.body).title, 'A test from Twosource')
      assert.equal(await testAlertChannel.run(as('ada'), { id }), undefined, 'nobody else has it')
      answer(410)
      assert.deepEqual(await testAlertChannel.run(as('pia'), { id }), { kind: 'gone' })
      assert.deepEqual((await getAlertSettings.run(as('pia'), {})).channels, [])
    })

    test('quiet hours hold alerts in the reader’s own zone, and one message brings them at their end', async () => {
      const { url, got } = await hook()
      await setPreferences.run(as('nora'), { preferences: { timeZone: 'Asia/Tokyo' } })
      await setAlertSettings.run(as('nora'), { isAllOn: true, perHour: 10, quiet: { from: 22 * 60, until: 7 * 60 } })
      await addAlertChannel.run(as('nora'), { kind: 'webhook', url })
      const sources = await context.operations.store.feeds.listSources('owner')
      await follow.run(as('nora'), { kind: 'source', target: sources.find(({ name }) => name === 'Varn Post')!.id })
      clock = Date.parse('2026-03-14T14:00:00Z') // 23:00 in Tokyo
      await takeIn(
        'Varn Post',
        'Snow on the pass',
        'Snow closed the pass of Gellen on Saturday night, and the road keeper Ines Faro turned back forty lorries. The plough went out at four.',
      )
      await takeIn(
        'Varn Post',
        'Choir wins a prize',
        'The children’s choir of Orrin won the prize of the province on Saturday, its leader Paul Renner said. They sang three songs of the sea.',
      )
      assert.equal((await raised('nora')).length, 2)
      for (let step = 0; step < 7; step++) {
        pass(60)
        await context.pipeline.runOnce()
      }
      assert.equal(got.length, 0)
      clock = Date.parse('2026-03-14T22:00:30Z') // 07:00:30 in Tokyo
      await context.pipeline.runOnce()
      assert.equal(got.length, 1)
      assert.equal(got[0]?.headers['x-twosource-event'], 'digest')
      assert.equal(JSON.parse(got[0]!.body.toString()).alerts.length, 2)
    })

    test('a feed opens to whoever has its address, until it gets another', async () => {
      await addAlertChannel.run(as('ada'), { kind: 'feed' })
      const pathOf = async () =>
        (await getAlertSettings.run(as('ada'), {})).channels.find(({ kind }) => kind === 'feed')!.name
      const path = await pathOf()
      const token = path.split('/').at(-1)!
      assert.equal(token.length, 43)
      assert.equal(await pathOf(), path)
      assert.equal((await getAlertFeed.run(context.operations, { token }))?.alerts.length, 1)
      await addAlertChannel.run(as('ada'), { kind: 'feed' })
      assert.equal(await getAlertFeed.run(context.operations, { token }), undefined)
      assert.notEqual(await pathOf(), path)
    })

    test('mail goes to the address of the account, with an address that ends it', async () => {
      assert.deepEqual(await addAlertChannel.run(as('mara'), { kind: 'mail' }), { kind: 'refused', why: 'no-address' })
      const createdAt = new Date(clock).toISOString()
      await context.operations.store.accounts.add({ ...reader('mara'), email: 'mara@mail.example', createdAt })
      const added = await addAlertChannel.run(as('mara'), { kind: 'mail' })
      assert.equal(added.kind, 'added')
      const { channels } = await getAlertSettings.run(as('mara'), {})
      assert.equal(channels[0]?.name, 'mara@mail.example')
      await setAlertSettings.run(as('mara'), { isAllOn: true, perHour: 10 })
      const sources = await context.operations.store.feeds.listSources('owner')
      await follow.run(as('mara'), { kind: 'source', target: sources.find(({ name }) => name === 'Varn Post')!.id })
      pass(1)
      await takeIn(
        'Varn Post',
        'Ferry gets a bell',
        'The ferry of Port Alder got a new bell on Sunday, cast by the founder Elsa Mohr. It rings when the fog comes in, and pupils may pull the rope.',
      )
      const message = mail.received.at(-1)!.source
      assert.match(message, /^To: mara@mail\.example\r?$/m)
      const [, token = ''] =
        /List-Unsubscribe: ?\s*<https:\/\/news\.example\/alerts\/stop\/([\w-]{43})>/.exec(message) ?? []
      assert.match(message, /List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
      assert.deepEqual(await findAlertMail.run(context.operations, { token }), { isOn: true })
      assert.equal(await stopAlertMail.run(context.operations, { token }), true)
      assert.equal(await stopAlertMail.run(context.operations, { token: 'x'.repeat(43) }), undefined)
      assert.equal((await getAlertSettings.run(as('mara'), {})).channels[0]?.isOn, false)
    })

    test('what was raised outlasts a restart, and is not raised again', async () => {
      const before = await raised('ada')
      await context[Symbol.asyncDispose]()
      context = await open()
      const id = await storyId()
      await context.operations.store.jobs.enqueue([
        { kind: 'alert', key: `story:${id}`, runAt: new Date(clock).toISOString() },
        { kind: 'alert', key: 'searches', runAt: new Date(clock).toISOString() },
      ])
      await context.pipeline.runOnce()
      assert.deepEqual(await raised('ada'), before)
    })
  })
