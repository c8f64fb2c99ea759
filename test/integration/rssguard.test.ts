import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type GreaderInstance, readerName } from './greader-instance.ts'
import { addAccount, addFilter, noRssGuard, rows, sync } from './rssguard-program.ts'
import { serveGreaderInstance } from './served-greader-instance.ts'

const skip = noRssGuard

let instance: GreaderInstance
let folder: string
let url: string
let close: () => Promise<void>

before(async () => {
  if (skip) return
  ;({ instance, folder, url, close } = await serveGreaderInstance('rssguard'))
})
after(async () => {
  if (!skip) await close()
})

type Message = {
  readonly title: string
  readonly feed: string
  readonly is_read: number
  readonly is_important: number
  readonly contents: string
}

const messages = () => rows(folder, 'select * from Messages order by id') as unknown as readonly Message[]
const unread = () => messages().filter((message) => message.is_read === 0).length

test('RSS Guard signs in as the guide says and brings feeds, folders, articles and what is unread', {
  skip,
}, async () => {
  await addAccount(folder, { url: url.replace(/\/$/, ''), username: readerName, password: instance.password }, 4)
  assert.deepEqual(
    rows(
      folder,
      `select Feeds.title, coalesce(Categories.title, '') as folder from Feeds
        left join Categories on Categories.id = Feeds.category order by Feeds.custom_id`,
    ).map(({ title, folder }) => [title, folder]),
    [
      ['Today, once each', 'Today, once each'],
      ['World Desk', 'World'],
      ['Local Desk', 'Local'],
      ['Odd & Co', ''],
    ],
  )
  await sync(folder)
  assert.equal(messages().length, 31)
  assert.equal(unread(), 31)
  assert.ok(messages().some(({ title, contents }) => title === 'Title 0-1' && contents.includes('Words of 1.')))
})

test('what is read and starred here is so in RSS Guard, and a copy that comes is read', { skip }, async () => {
  const { store } = instance.context.operations
  const at = new Date().toISOString()
  await store.entries.setRead(instance.readerId, instance.entries.slice(0, 5), true, at)
  await store.entries.setStarred(instance.readerId, instance.entries[7]!, true, at)
  await instance.bringCopy('Ferry')
  await sync(folder)
  assert.equal(unread(), 27)
  assert.equal(messages().filter((message) => message.is_important === 1).length, 1)
  const copies = messages().filter(({ title }) => title === 'Ferry')
  assert.deepEqual(copies.map(({ feed, is_read }) => `${feed} ${is_read}`).toSorted(), ['feed/1 0', 'feed/2 1'])
})

test('what is read and starred in RSS Guard is so here', { skip }, async () => {
  const { store } = instance.context.operations
  const { first, copy } = await instance.bringCopy('Bridge')
  addFilter(
    folder,
    'feed/1',
    'function filterMessage() { msg.isRead = true; msg.isImportant = true; return MessageObject.Accept }',
  )
  // Articles come, are marked there, and the next start sends the marks.
  await sync(folder)
  await sync(folder)
  const [read, other] = await store.entries.findMany(instance.readerId, [first, copy])
  assert.deepEqual([read?.isRead, read?.isStarred], [true, true])
  assert.deepEqual([other?.isRead, other?.isStarred], [true, false])
  assert.equal(await store.entries.unreadCount(instance.readerId, {}), 26)
  assert.deepEqual(
    instance.logged.filter((line) => /fail|error/i.test(line)),
    [],
  )
})
