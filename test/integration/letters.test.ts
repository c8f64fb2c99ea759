import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { type NewsletterReceiver, startNewsletterReceiver } from '../../src/app/outside/newsletter-receiver.ts'
import { guest, ownerId, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { listEntries, listFeeds } from '../../src/operations/articles/list-entries.ts'
import { star } from '../../src/operations/articles/mark-entries.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { getSource, listSources } from '../../src/operations/feeds/get-source.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
import { removeFeed, removeFeedForAll, subscribeFeeds } from '../../src/operations/feeds/manage-feeds.ts'
import type { NewsletterAddressView } from '../../src/operations/feeds/newsletter-address-views.ts'
import {
  addNewsletterAddress,
  listNewsletterAddresses,
  removeNewsletterAddress,
} from '../../src/operations/feeds/newsletter-addresses.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { find } from '../../src/operations/search/find.ts'
import { search } from '../../src/operations/search/search.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const domain = 'letters.example'
const ann: ReaderIdentity = { id: 'ann', name: 'Ann', role: 'reader' }
const others: readonly ReaderIdentity[] = [
  { id: ownerId, name: 'Owner', role: 'owner' },
  { id: 'bo', name: 'Bo', role: 'reader' },
  guest,
]

for (const dialect of dialects)
  describe(`letters on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let post: NewsletterReceiver
    let hers: OperationContext
    let box: NewsletterAddressView
    let clock = Date.parse('2026-03-12T12:00:00Z')

    const as = (reader: ReaderIdentity): OperationContext => ({ ...context.operations, reader })
    const make = async (name: string) => {
      const made = await addNewsletterAddress.run(hers, { name, folder: 'Post' })
      assert.ok(made.kind === 'made')
      return made.letterbox
    }
    const send = async (to: string | readonly string[], letter: object = {}) => {
      const transport = createTransport({ host: '127.0.0.1', port: post.port, secure: false, ignoreTLS: true })
      const mail = { from: 'Harbour Notes <notes@harbour.example>', to: [to].flat(), subject: 'Weekly', text: 'Tide.' }
      try {
        return await transport.sendMail({ ...mail, ...letter }).then(
          ({ response }) => response,
          (error: { response?: string; message: string }) => error.response ?? error.message,
        )
      } finally {
        transport.close()
      }
    }
    const entries = async (operations: OperationContext, feedId = box.feedId) =>
      (await listEntries.run(operations, { feedId, show: 'all', order: 'newest', hasText: true }))?.entries ?? []

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-letters-'))
      context = await createContext(
        readConfig({
          TWOSOURCE_DATABASE: database.url,
          TWOSOURCE_DATA: folder,
          TWOSOURCE_MAIL_PORT: '0',
          TWOSOURCE_MAIL_DOMAIN: domain,
        }),
        () => {},
        () => new Date((clock += 10)),
      )
      post = (await startNewsletterReceiver(context))!
      hers = as(ann)
      box = await make('Harbour notes')
    })
    after(async () => {
      await post[Symbol.asyncDispose]()
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('an address is made, shown in full and not to be guessed', async () => {
      assert.match(box.address ?? '', /^[a-z2-7]{20}@letters\.example$/)
      const { isOn, letterboxes } = await listNewsletterAddresses.run(hers, {})
      assert.equal(isOn, true)
      assert.deepEqual(
        letterboxes.map(({ address, name, folder: where }) => [address, name, where]),
        [[box.address, 'Harbour notes', 'Post']],
      )
      assert.deepEqual((await listNewsletterAddresses.run(as(others[1]!), {})).letterboxes, [])
    })

    test('a letter becomes an entry, once, however often it is delivered', async () => {
      const letter = {
        messageId: '<one@harbour.example>',
        subject: 'Fähren fahren wieder',
        date: '2026-03-12T08:00:00Z',
        html: '\u0000<p>The <b>ferry</b> runs.</p><p><a href="https://harbour.example/7">View in your browser</a></p><img src="https://harbour.example/open.gif" width="1" height="1">',
        list: {
          unsubscribe: ['https://harbour.example/leave?t=1', 'leave@harbour.example'],
          id: 'notes.harbour.example',
        },
      }
      assert.match(await send(box.address!, letter), /^250/)
      assert.match(await send(box.address!.toUpperCase(), letter), /^250/)
      const [entry, ...more] = await entries(hers)
      assert.equal(more.length, 0)
      assert.equal(entry?.title, 'Fähren fahren wieder')
      assert.equal(entry?.url, 'https://harbour.example/7')
      assert.equal(entry?.publishedAt, '2026-03-12T08:00:00.000Z')
      assert.equal(entry?.isRead, false)
      const view = await getEntry.run(hers, { id: entry!.id })
      assert.deepEqual(view?.authors, ['Harbour Notes'])
      assert.match(view?.html ?? '', /<b>ferry<\/b>/)
      assert.doesNotMatch(view?.html ?? '', /open\.gif/)
      assert.equal(view?.letter?.leaveUrl, 'https://harbour.example/leave?t=1')
      assert.equal(view?.letter?.leaveMail, 'mailto:leave@harbour.example')
    })

    test('one that takes the id, the link and the title of another does not take its place', async () => {
      const forged = await make('Forged')
      const link = '<p><a href="https://harbour.example/8">View in your browser</a></p>'
      const letter = { messageId: '<two@harbour.example>', subject: 'Tides', date: '2026-03-12T09:00:00Z' }
      await send(forged.address!, { ...letter, html: `<p>High at noon.</p>${link}` })
      await send(forged.address!, { ...letter, html: `<p>Send us money.</p>${link}` })
      await send(forged.address!, { ...letter, messageId: '<other@evil.example>', html: `<p>More money.</p>${link}` })
      const found = await entries(hers, forged.feedId)
      const texts = await Promise.all(found.map(async ({ id }) => (await getEntry.run(hers, { id }))?.html ?? ''))
      assert.deepEqual(
        ['High at noon', 'Send us money', 'More money'].map(
          (words) => texts.filter((text) => text.includes(words)).length,
        ),
        [1, 1, 1],
      )
    })

    test('nobody else in the instance comes upon it, the owner neither', async () => {
      const [entry] = await entries(hers)
      const sourceId = (await context.operations.store.feeds.list(ann.id)).find(({ id }) => id === box.feedId)!.sourceId
      for (const reader of others) {
        const theirs = as(reader)
        assert.equal(
          await listEntries.run(theirs, { feedId: box.feedId, show: 'all', order: 'newest', hasText: true }),
          undefined,
        )
        assert.equal(await getEntry.run(theirs, { id: entry!.id }), undefined)
        assert.equal(await getSource.run(theirs, { id: sourceId }), undefined)
        assert.ok(!(await listSources.run(theirs, {})).some(({ id }) => id === sourceId))
        const seen = JSON.stringify([
          await listFeeds.run(theirs, {}),
          await listEntries.run(theirs, { show: 'all', order: 'newest', hasText: true }),
          await search.run(theirs, { query: 'ferry' }),
          await find.run(theirs, find.input.parse({ query: 'ferry' })),
          await find.run(theirs, find.input.parse({ query: 'after:2026-03-01', tab: 'articles' })),
          await find.run(theirs, find.input.parse({ query: 'from:Harbour' })),
        ])
        assert.doesNotMatch(seen, /Harbour notes|Fähren|ferry runs/, reader.id)
      }
    })

    test('nobody else can subscribe to it, mark it or take it away', async () => {
      const [entry] = await entries(hers)
      const bo = as(others[1]!)
      const url = (await context.operations.store.feeds.find(ann.id, box.feedId))!.url
      await subscribeFeeds.run(bo, { ids: [box.feedId] })
      await subscribeFeeds.run(bo, { ids: 'all' })
      await importOpml.run(bo, { text: `<opml><body><outline xmlUrl="${url}" text="x"/></body></opml>` })
      await star.run(bo, { entryId: entry!.id, isStarred: true })
      await removeFeedForAll.run(as(others[0]!), { id: box.feedId })
      assert.equal(await removeNewsletterAddress.run(bo, { id: box.id }), undefined)
      assert.deepEqual(await entries(bo), [])
      assert.equal((await listEntries.run(bo, { show: 'starred', order: 'newest', hasText: false }))?.entries.length, 0)
      assert.equal((await entries(hers)).length, 1)
    })

    test('it becomes no article and stands in no export of feeds', async () => {
      await context.pipeline.runOnce()
      const [entry] = await entries(hers)
      assert.equal(entry?.articleId, undefined)
      assert.equal((await context.operations.store.jobs.list(50)).length, 0)
      assert.doesNotMatch(await exportOpml.run(hers, {}), /letters|Harbour/)
      // No poll is due for letters, and none is waited for.
      const { total, due } = await context.operations.store.feeds.progress('2099-01-01T00:00:00.000Z')
      assert.deepEqual([total, due], [0, 0])
    })

    test('an unknown address is refused before the letter is sent, and nothing is relayed', async () => {
      assert.match(await send(`nobody@${domain}`), /^550/)
      assert.match(await send('somebody@elsewhere.example'), /^550/)
      assert.match(await send(`${box.address!.split('@')[0]}@elsewhere.example`), /^550/)
    })

    test('one letter to two addresses is in both, and one that is unknown loses neither', async () => {
      const second = await make('Second')
      const third = await make('Third')
      const to = [second.address!, `nobody@${domain}`, third.address!]
      assert.match(await send(to, { subject: 'Both' }), /^250/)
      for (const { feedId } of [second, third])
        assert.deepEqual(
          (await entries(hers, feedId)).map(({ title }) => title),
          ['Both'],
        )
    })

    test('a letter that is too large or cannot be read is refused, and its feed says why', async () => {
      assert.match(await send(box.address!, { text: 'x'.repeat(6 * 2 ** 20) }), /^552/)
      const deep = `${Array.from({ length: 80 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')}Content-Type: text/plain\r\n\r\nx\r\n`
      assert.match(await send(box.address!, { raw: `Subject: deep\r\nMIME-Version: 1.0\r\n${deep}` }), /^554/)
      const feed = await context.operations.store.feeds.find(ann.id, box.feedId)
      assert.equal(feed?.lastError?.reason, 'letter-unreadable')
      assert.match(await send(box.address!, { subject: 'Good again' }), /^250/)
      assert.equal((await context.operations.store.feeds.find(ann.id, box.feedId))?.lastError, undefined)
    })

    test('a letter that breaks off is not kept', async () => {
      const before = (await entries(hers)).length
      const socket = connect(post.port, '127.0.0.1')
      const says = talk(socket)
      for (const [command, answer] of [
        ['EHLO a.example', /^250 /m],
        ['MAIL FROM:<a@a.example>', /^250 /m],
        [`RCPT TO:<${box.address}>`, /^250 /m],
        ['DATA', /^354 /m],
      ] as const)
        await says(command, answer)
      socket.write('Subject: half\r\n\r\nHalf of it')
      socket.destroy()
      assert.match(await send(box.address!, { subject: 'Whole' }), /^250/)
      assert.equal((await entries(hers)).length, before + 1)
    })

    test('nobody can sign in, and no other server is believed', async () => {
      const socket = connect(post.port, '127.0.0.1')
      const says = talk(socket)
      const greeting = await says('EHLO a.example', /^250 /m)
      assert.doesNotMatch(greeting, /AUTH|STARTTLS|XCLIENT|XFORWARD|VRFY/)
      await says('AUTH PLAIN AGEAYgBj', /^5\d\d /m)
      await says('XCLIENT ADDR=10.0.0.1', /^5\d\d /m)
      await says('VRFY ann', /^5\d\d /m)
      socket.destroy()
    })

    test('an ended address refuses letters, and what came stays', async () => {
      const ended = await make('Ended')
      assert.match(await send(ended.address!, { subject: 'First' }), /^250/)
      assert.equal(await removeNewsletterAddress.run(hers, { id: ended.id }), true)
      assert.match(await send(ended.address!, { subject: 'Second' }), /^550/)
      assert.deepEqual(
        (await entries(hers, ended.feedId)).map(({ title }) => title),
        ['First'],
      )
      const row = (await listNewsletterAddresses.run(hers, {})).letterboxes.find(({ id }) => id === ended.id)
      assert.ok(row?.endedAt)
    })

    test('a feed of letters that is removed takes its address along', async () => {
      const gone = await make('Gone')
      await send(gone.address!, { subject: 'First' })
      await removeFeed.run(hers, { id: gone.feedId })
      assert.match(await send(gone.address!, { subject: 'Second' }), /^550/)
      assert.ok(!(await listNewsletterAddresses.run(hers, {})).letterboxes.some(({ id }) => id === gone.id))
    })

    test('letters go with the account of their reader', async () => {
      const { store } = context.operations
      await store.accounts.add({ id: 'cy', name: 'Cy', role: 'reader', createdAt: '2026-03-12T12:00:00.000Z' })
      const made = await addNewsletterAddress.run(as({ id: 'cy', name: 'Cy', role: 'reader' }), {
        name: 'Cy’s',
        folder: '',
      })
      assert.ok(made.kind === 'made')
      await send(made.letterbox.address!, { subject: 'For Cy' })
      assert.equal(await store.readerRows.remove('cy', 'remove'), 'done')
      assert.match(await send(made.letterbox.address!), /^550/)
      assert.ok(!(await store.feeds.listAll('cy')).some(({ id }) => id === made.letterbox.feedId))
      assert.equal((await store.check()).counts.feeds, (await listNewsletterAddresses.run(hers, {})).letterboxes.length)
    })
  })

/** Says a line to a mail server and waits for an answer that fits; the greeting first. */
function talk(socket: ReturnType<typeof connect>) {
  let heard = ''
  let wake = () => {}
  socket.on('data', (part) => {
    heard += String(part)
    wake()
  })
  socket.on('error', () => {})
  const hear = async (wanted: RegExp) => {
    for (let tries = 0; !wanted.test(heard) && tries < 100; tries++)
      await new Promise<void>((settle) => {
        wake = settle
      })
    const all = heard
    heard = ''
    assert.match(all, wanted)
    return all
  }
  let greeted: Promise<string> | undefined
  return async (line: string, wanted: RegExp): Promise<string> => {
    greeted ??= hear(/^220 /m)
    await greeted
    socket.write(`${line}\r\n`)
    return hear(wanted)
  }
}
