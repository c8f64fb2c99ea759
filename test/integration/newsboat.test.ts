import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
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
    `urls-source "freshrss"
freshrss-url "${url}api/greader.php"
freshrss-login "${readerName}"
freshrss-password "${instance.password}"
freshrss-flag-star "s"
freshrss-min-items 50
show-read-feeds no
confirm-mark-all-feeds-read no
`,
  )
  await writeFile(join(folder, 'urls'), '')
})
after(async () => {
  if (!skip) await close()
})

const given = () =>
  ['-C', 'config', '-u', 'urls', '-c', 'cache.db'].map((each) => (each[0] === '-' ? each : join(folder, each)))
const sync = () =>
  promisify(execFile)('newsboat', [...given(), '-l', '6', '-d', join(folder, 'log'), '-x', 'reload', 'print-unread'], {
    timeout: 300_000,
  })

/** What Newsboat has of us, as its own database says. */
function kept(): readonly {
  readonly feed: string
  readonly title: string
  readonly url: string
  readonly unread: number
}[] {
  using db = new DatabaseSync(join(folder, 'cache.db'), { readOnly: true })
  const rows = db.prepare('select feedurl as feed, title, url, unread from rss_item where deleted = 0').all()
  return rows as never
}

const of = (feed: string) => kept().filter((row) => row.feed.endsWith(encodeURIComponent(feed)))

test('Newsboat signs in and brings every feed with what is unread in it, and the stories of the day', {
  skip,
}, async () => {
  const { stdout } = await sync()
  assert.match(stdout, /^31 unread articles/)
  assert.equal(of('feed/1').length, 3)
  assert.equal(of('feed/2').length, 25)
  const [story] = of('feed/0')
  assert.equal(story?.title, 'Bridge closed: “for a week” <now>')
  assert.equal(story?.url, `https://news.example/stories/${instance.story.id}`)
})

test('what is read, starred and marked in Newsboat is so here', { skip }, async () => {
  const { store } = instance.context.operations
  const unread = async () => store.entries.unreadCount(instance.readerId, {})
  const isStoryRead = async () => (await store.visits.lastOf(instance.readerId, 'item', [instance.story.id])).size === 1
  const isStorySaved = () => store.saves.has(instance.readerId, 'story', instance.story.id)
  const screen = onScreen(given())
  try {
    await untilShown(screen, /Your feeds/)
    // The first line has the stories: its one item is opened, which reads it, and left again.
    type(screen, '\r\rq')
    await until('the story is read', isStoryRead)
    // Flags are asked for with ^E.
    type(screen, '\u0005s\r')
    await until('the story is saved', isStorySaved)
    type(screen, 'N')
    await until('the story is unread again', async () => !(await isStoryRead()))
    assert.equal(await unread(), 30)
    type(screen, 'qC')
    await until('all is read', async () => (await unread()) === 0 && (await isStoryRead()))
    await quit(screen, 'Q')
  } finally {
    screen.stdin!.end()
    screen.kill()
  }
})

test('what is read and starred here is so in Newsboat', { skip }, async () => {
  const { store } = instance.context.operations
  const at = new Date().toISOString()
  await store.entries.setRead(instance.readerId, instance.entries.slice(0, 2), false, at)
  for (const id of instance.entries.slice(4, 8)) await store.entries.setStarred(instance.readerId, id, true, at)
  // What Newsboat has read it does not make unread again: another device sees what is.
  await rm(join(folder, 'cache.db'))
  await sync()
  assert.equal(kept().filter((row) => row.unread === 1).length, 2)
  // Newsboat keeps an item once, with its feed: that the stars came is in its log. No feed has as many items.
  assert.ok((await readFile(join(folder, 'log'), 'utf8')).includes('fetch_feed: 5 items'))
})

test('a copy that comes is read in Newsboat, and reading and starring the first there does so here', {
  skip,
}, async () => {
  const { store } = instance.context.operations
  await store.entries.setRead(instance.readerId, instance.entries, true, new Date().toISOString())
  const { first, copy } = await instance.bringCopy('Ferry')
  await rm(join(folder, 'cache.db'))
  assert.match((await sync()).stdout, /^1 unread articles/)
  assert.deepEqual(
    kept()
      .filter(({ title }) => title === 'Ferry')
      .map(({ feed, unread }) => [decodeURIComponent(feed).slice(-6), unread])
      .toSorted(),
    [
      ['feed/1', 1],
      ['feed/2', 0],
    ],
  )
  const screen = onScreen(given())
  try {
    await untilShown(screen, /Your feeds/)
    // The one feed with something unread, and there the first unread article.
    type(screen, '\r\rq')
    await until('nothing is unread', async () => (await store.entries.unreadCount(instance.readerId, {})) === 0)
    type(screen, '\u0005s\r')
    const starred = async () =>
      (await store.entries.listIds(instance.readerId, { isStarred: true }, 50)).rows.map(({ id }) => id)
    await until('the first is starred', async () => (await starred()).includes(first))
    assert.ok(!(await starred()).includes(copy))
    await quit(screen, 'qQ')
  } finally {
    screen.stdin!.end()
    screen.kill()
  }
})

test('a list that goes through Newsboat and back is the same list, to the byte', {
  skip,
  timeout: 120_000,
}, async () => {
  const { context } = instance
  const given = () => exportOpml.run(context.operations, {})
  const through = async (text: string, name: string) => {
    const own = await mkdtemp(join(folder, name))
    await writeFile(join(own, 'list.opml'), text)
    await writeFile(join(own, 'urls'), '')
    await writeFile(join(own, 'config'), '')
    const at = ['-C', join(own, 'config'), '-u', join(own, 'urls'), '-c', join(own, 'cache.db')]
    await promisify(execFile)('newsboat', [...at, '-i', join(own, 'list.opml')])
    return (await promisify(execFile)('newsboat', [...at, '-e'])).stdout
  }
  const back = async (name: string) => {
    const taken = await importOpml.run(context.operations, { text: await through(await given(), name) })
    assert.equal(taken.kind === 'added' && taken.added, 0, JSON.stringify(taken))
    return given()
  }
  const list = `<opml version="2.0"><head><title>Ours</title></head><body><outline text="Sea &amp; sky">
    <outline type="rss" text="Tides &lt;daily&gt;" xmlUrl="https://tides.example/rss?a=1&amp;b=2" htmlUrl="https://tides.example/"/>
    <outline text="Deep"><outline type="rss" text="“Deep” news" title="“Deep” news" xmlUrl="https://deep.example/atom"/></outline></outline>
    <outline type="rss" text="أخبار" xmlUrl="https://news.example/" description="d"/></body></opml>`
  await importOpml.run(context.operations, { text: list })
  const before = await given()
  assert.equal(before.split('xmlUrl=').length, 4)
  const once = await back('one-')
  const count = (text: string) => text.split('xmlUrl=').length
  assert.equal(count(once), count(before))
  assert.equal(await back('two-'), once)
})
