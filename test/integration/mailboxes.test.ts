import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import {
  addMailbox,
  changeMailbox,
  fetchMailboxNow,
  listMailboxes,
  removeMailbox,
  takeSenderAgain,
} from '../../src/operations/feeds/mailboxes.ts'
import { removeFeed } from '../../src/operations/feeds/manage-feeds.ts'
import { addNewsletterAddress } from '../../src/operations/feeds/newsletter-addresses.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { createNewsletterReader } from '../../src/pipeline/pages/newsletter-reader.ts'
import { receiveNewsletter } from '../../src/pipeline/pages/receive-newsletter.ts'
import { type ImapServer, noDovecot, startDovecot } from '../imap-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const dayMs = 86_400_000
const ann: ReaderIdentity = { id: 'ann', name: 'Ann', role: 'reader' }
const bo: ReaderIdentity = { id: 'bo', name: 'Bo', role: 'reader' }

/** A newsletter as its sender writes it. */
function newsletter(id: string, { from = 'Harbour Notes <notes@harbour.example>', text = `Tide ${id}.` } = {}): string {
  return `From: ${from}\nTo: ann@post.example\nSubject: Issue ${id}\nMessage-ID: <${id}@harbour.example>\nDate: Thu, 12 Mar 2026 08:00:00 +0000\nList-Unsubscribe: <https://harbour.example/leave>\n\n${text}\n`
}

for (const dialect of dialects)
  describe(`letters from a mailbox on ${dialect}`, { skip: noDovecot || skipReason(dialect) }, () => {
    let server: ImapServer
    let database: TestDatabase
    let folder: string
    let context: Context
    let hers: OperationContext
    let id: string
    let clock = Date.now()

    const account = () => ({
      ...{ server: `127.0.0.1:${server.port}`, security: 'starttls' as const },
      ...{ user: server.user, password: server.password, folder: 'INBOX', senders: '', feedFolder: 'Post' },
    })
    const titles = async () => {
      const list = await listEntries.run(hers, { show: 'all', order: 'oldest', hasText: false })
      return (list?.entries ?? []).map(({ title }) => title).toSorted()
    }
    const feeds = async () => (await context.operations.store.feeds.list(ann.id)).map(({ title }) => title).toSorted()
    const fetch = async () => {
      clock += 60_000
      return fetchMailboxNow.run(hers, { id })
    }

    before(async () => {
      server = await startDovecot()
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-mailboxes-'))
      const settings = { TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }
      const mail = { TWOSOURCE_MAIL_PORT: '0', TWOSOURCE_MAIL_DOMAIN: 'letters.example' }
      context = await createContext(
        readConfig({ ...settings, ...mail }),
        () => {},
        () => new Date(clock),
        { limits: { newsletterBytes: 2 ** 20 } },
      )
      hers = { ...context.operations, reader: ann }
    })
    after(async () => {
      await context?.[Symbol.asyncDispose]()
      await database?.remove()
      await server?.stop()
      await rm(folder, { recursive: true, force: true })
    })

    test('a mailbox that cannot be read is not added, and the reason is named', async () => {
      const wrong = async (given: object) => {
        const added = await addMailbox.run(hers, addMailbox.input.parse({ ...account(), ...given }))
        return added.kind === 'trouble' ? added.trouble.kind : added.kind
      }
      assert.equal(await wrong({ password: 'wrong' }), 'login')
      assert.equal(await wrong({ folder: 'Nowhere' }), 'folder')
      assert.equal(await wrong({ server: '127.0.0.1:1' }), 'unreachable')
      assert.equal(await wrong({ server: 'a b' }), 'refused')
      assert.equal(await wrong({ senders: 'no address' }), 'refused')
      assert.deepEqual((await listMailboxes.run(hers, {})).mailboxes, [])
    })

    test('letters of the last weeks become entries of their senders’ feeds; mail of people stays away', async () => {
      server.deliver(newsletter('old'), { atMs: clock - 40 * dayMs })
      server.deliver(newsletter('1'), { atMs: clock - 3 * dayMs })
      server.deliver(newsletter('2', { from: 'Rail <rail@line.example>' }), { atMs: clock - 2 * dayMs })
      server.deliver('From: Aunt <aunt@family.example>\nSubject: Sunday\n\nAre you coming?\n')
      const added = await addMailbox.run(hers, addMailbox.input.parse(account()))
      assert.ok(added.kind === 'added')
      id = added.id
      assert.deepEqual(await titles(), ['Issue 1', 'Issue 2'])
      assert.deepEqual(await feeds(), ['Harbour Notes', 'Rail'])
      const [box] = (await listMailboxes.run(hers, {})).mailboxes
      assert.ok(box?.lastFetchedAt)
      assert.doesNotMatch(JSON.stringify(box), /pass/)
    })

    test('nothing changes in the mailbox', () => {
      assert.equal(server.files().length, 4)
      assert.ok(server.files().every((name) => !/,[A-Z]*S/.test(name)))
    })

    test('a new letter comes with the next fetch, once', async () => {
      server.deliver(newsletter('3'))
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 1 })
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 0 })
      assert.deepEqual(await titles(), ['Issue 1', 'Issue 2', 'Issue 3'])
    })

    test('the letters of all mailboxes that are due are fetched in the background', async () => {
      server.deliver(newsletter('4'))
      clock += 16 * 60_000
      await context.operations.mailboxes.fetchDue(new AbortController().signal)
      assert.ok((await titles()).includes('Issue 4'))
    })

    test('a letter that comes by both ways is one article', async () => {
      const made = await addNewsletterAddress.run(hers, { name: 'Sent', folder: '' })
      assert.ok(made.kind === 'made')
      const { store, now } = context.operations
      const box = await store.newsletterAddresses.findOpen(made.letterbox.address?.split('@')[0] ?? '')
      assert.ok(box)
      const newsletterReader = createNewsletterReader()
      const send = (letter: string) =>
        receiveNewsletter({ store, now, newsletterReader }, [box], Buffer.from(letter.replaceAll('\n', '\r\n')))
      await send(newsletter('5'))
      server.deliver(newsletter('5'))
      server.deliver(newsletter('6'))
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 1 })
      await send(newsletter('6'))
      await newsletterReader.close()
      const all = await titles()
      for (const title of ['Issue 5', 'Issue 6']) assert.equal(all.filter((each) => each === title).length, 1, title)
    })

    test('a letter that is too long is named, and those after it come', async () => {
      server.deliver(newsletter('long', { text: 'A long line of words.\n'.repeat(60_000) }))
      server.deliver(newsletter('7'))
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 1 })
      const [box] = (await listMailboxes.run(hers, {})).mailboxes
      assert.deepEqual(
        box?.leftOut.map(({ title, sender, why }) => [title, sender, why]),
        [['Issue long', 'notes@harbour.example', 'too-large']],
      )
    })

    test('a feed that its reader removes stays away until they want it again', async () => {
      const rail = (await context.operations.store.feeds.list(ann.id)).find(({ title }) => title === 'Rail')
      assert.ok(rail)
      await removeFeed.run(hers, { id: rail.id })
      server.deliver(newsletter('8', { from: 'Rail <rail@line.example>' }))
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 0 })
      assert.deepEqual((await listMailboxes.run(hers, {})).unwanted, ['rail@line.example'])
      assert.equal(await takeSenderAgain.run(hers, { sender: 'rail@line.example' }), true)
      server.deliver(newsletter('9', { from: 'Rail <rail@line.example>' }))
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 1 })
      assert.ok((await feeds()).includes('Rail'))
    })

    test('letters that are numbered anew come once', async () => {
      const before = await titles()
      for (const each of ['2', '3']) server.deliver(newsletter(each), { folder: 'Lists' })
      server.deliver(newsletter('10'), { folder: 'Lists' })
      const other = { id, password: '', folder: 'Lists', senders: 'harbour.example', feedFolder: '' }
      assert.deepEqual(await changeMailbox.run(hers, changeMailbox.input.parse(other)), { kind: 'changed' })
      assert.deepEqual(await titles(), [...before, 'Issue 10', 'Issue 2'].toSorted())
      server.emptyFolder('Lists')
      for (const each of ['11', '10']) server.deliver(newsletter(each), { folder: 'Lists' })
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 1 })
    })

    test('a password that is no longer right is shown, and the mailbox left alone for longer each time', async () => {
      const { store } = context.operations
      const [row] = await store.mailboxes.list(ann.id)
      assert.ok(row)
      await store.mailboxes.change(ann.id, id, { ...row, password: 'old' }, new Date(clock).toISOString())
      for (const hours of [1, 2, 4]) {
        const fetched = await fetch()
        assert.equal(fetched?.kind === 'trouble' && fetched.trouble.kind, 'login')
        assert.equal((await listMailboxes.run(hers, {})).mailboxes[0]?.trouble?.kind, 'login')
        assert.equal(await store.mailboxes.claimDue(new Date(clock + hours * 3_600_000 - 1).toISOString()), undefined)
      }
      const { password } = server
      const right = { id, password, folder: 'Lists', senders: '', feedFolder: '' }
      assert.deepEqual(await changeMailbox.run(hers, right), { kind: 'changed' })
      assert.equal((await listMailboxes.run(hers, {})).mailboxes[0]?.trouble, undefined)
    })

    test('a sender beyond those one reader may have is named, and no feed', async () => {
      const values = Array.from({ length: 500 }, (_, at) => `('ann', 'a${at}@spam.example', null, '2026-01-01')`)
      await database.execute(`insert into letter_sender (reader_id, sender, feed_id, at) values ${values.join(', ')}`)
      server.deliver(newsletter('12', { from: 'One more <more@spam.example>' }), { folder: 'Lists' })
      server.deliver(newsletter('13'), { folder: 'Lists' })
      assert.deepEqual(await fetch(), { kind: 'done', newCount: 1 })
      const [box] = (await listMailboxes.run(hers, {})).mailboxes
      assert.deepEqual([box?.leftOut[0]?.sender, box?.leftOut[0]?.why], ['more@spam.example', 'too-many'])
      await database.execute(`delete from letter_sender where sender like '%@spam.example'`)
    })

    test('nobody else sees it, fetches it or removes it', async () => {
      const his = { ...context.operations, reader: bo }
      assert.deepEqual(await listMailboxes.run(his, {}), { mailboxes: [], unwanted: [] })
      assert.equal(await fetchMailboxNow.run(his, { id }), undefined)
      assert.equal(await removeMailbox.run(his, { id }), undefined)
      assert.equal(
        await changeMailbox.run(his, { id, password: 'x', folder: 'INBOX', senders: '', feedFolder: '' }),
        undefined,
      )
    })

    test('it is removed with its password, and what came stays', async () => {
      const before = await titles()
      assert.equal(await removeMailbox.run(hers, { id }), true)
      assert.deepEqual((await listMailboxes.run(hers, {})).mailboxes, [])
      assert.deepEqual(await titles(), before)
    })

    test('feeds and mailboxes go with the account of their reader', async () => {
      const { store } = context.operations
      const added = await addMailbox.run(hers, addMailbox.input.parse(account()))
      assert.ok(added.kind === 'added')
      await store.accounts.add({ id: ann.id, name: 'Ann', role: 'reader', createdAt: '2026-03-12T12:00:00.000Z' })
      assert.equal(await store.readerRows.remove(ann.id, 'remove'), 'done')
      assert.equal((await store.check()).counts.feeds, 0)
      assert.deepEqual(await store.mailboxes.list(ann.id), [])
    })
  })
