import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { until } from '../until.ts'
import { type GreaderInstance, readerName } from './greader-instance.ts'
import { noNewsboat, onScreen, quit, type, untilShown } from './newsboat-screen.ts'
import { serveGreaderInstance } from './served-greader-instance.ts'

const skip = noNewsboat

let instance: GreaderInstance
let folder: string
let url: string
let close: () => Promise<void>

before(async () => {
  if (skip) return
  ;({ instance, folder, url, close } = await serveGreaderInstance('newsboat'))
  await writeFile(
    join(folder, 'config'),
    `urls-source "miniflux"
miniflux-url "${url}"
miniflux-login "${readerName}"
miniflux-password "${instance.password}"
miniflux-flag-star "s"
show-read-feeds no
confirm-mark-feed-read no
`,
  )
  await writeFile(join(folder, 'urls'), '')
})
after(async () => {
  if (!skip) await close()
})

const given = () =>
  ['-C', 'config', '-u', 'urls', '-c', 'cache.db'].map((each) => (each[0] === '-' ? each : join(folder, each)))

test('Newsboat brings what is unread as it does from Miniflux', { skip }, async () => {
  const { stdout } = await promisify(execFile)('newsboat', [...given(), '-x', 'reload', 'print-unread'], {
    timeout: 300_000,
  })
  const unread = await instance.context.operations.store.entries.unreadCount(instance.readerId, {})
  assert.equal(stdout.trim(), `${unread} unread articles`)
})

test('what is read, starred and marked in Newsboat is so here', { skip }, async () => {
  const { store } = instance.context.operations
  const unread = () => store.entries.unreadCount(instance.readerId, {})
  const before = await unread()
  const screen = onScreen(given())
  try {
    await untilShown(screen, /Your feeds/)
    // The first entry of the first feed is opened, which reads it, and left again.
    type(screen, '\r\rq')
    await until('an entry is read', async () => (await unread()) === before - 1)
    // Flags are asked for with ^E.
    type(screen, '\u0005s\r')
    const starred = async () => (await store.entries.listIds(instance.readerId, { isStarred: true }, 10)).rows.length
    await until('it is starred', async () => (await starred()) === 1)
    type(screen, 'N')
    await until('it is unread again', async () => (await unread()) === before)
    type(screen, 'A')
    await until('its feed is read', async () => (await unread()) < before - 1)
    await quit(screen, 'qQ')
  } finally {
    screen.stdin!.end()
    screen.kill()
  }
})

test('a copy that comes is read in Newsboat, and reading the first there leaves nothing unread', { skip }, async () => {
  const { store } = instance.context.operations
  const unread = () => store.entries.unreadCount(instance.readerId, {})
  await store.entries.setRead(instance.readerId, instance.entries, true, new Date().toISOString())
  await instance.bringCopy('Ferry')
  await rm(join(folder, 'cache.db'))
  const { stdout } = await promisify(execFile)('newsboat', [...given(), '-x', 'reload', 'print-unread'])
  assert.equal(stdout.trim(), '1 unread articles')
  const screen = onScreen(given())
  try {
    await untilShown(screen, /Your feeds/)
    type(screen, '\r\rq')
    await until('nothing is unread', async () => (await unread()) === 0)
    await quit(screen, 'qQ')
  } finally {
    screen.stdin!.end()
    screen.kill()
  }
})
