import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asId, type FeedId } from '../../src/core/ids.ts'
import { getProgress } from '../../src/operations/admin/get-progress.ts'
import { listJobs, retryJobs } from '../../src/operations/admin/list-jobs.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { listEntries, listFeeds } from '../../src/operations/articles/list-entries.ts'
import { markAllRead, markRead, star, undoMarkAllRead } from '../../src/operations/articles/mark-entries.ts'
import { addPacks } from '../../src/operations/feeds/add-packs.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
import { listPacks } from '../../src/operations/feeds/list-packs.ts'
import { editFeed, refreshFeeds, removeFeed, setFolder } from '../../src/operations/feeds/manage-feeds.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

let run: DemoRun
let context: OperationContext

before(async () => {
  run = await runDemo()
  context = run.context.operations
})
after(() => run.close())

const nowhere = 'there-is-no-such-id'
const river = (given: Record<string, unknown> = {}) => listEntries.run(context, listEntries.input.parse(given))

async function wholeRiver(given: Record<string, unknown> = {}) {
  const entries: NonNullable<Awaited<ReturnType<typeof river>>>['entries'][number][] = []
  let cursor: string | undefined
  do {
    const view = await river({ ...given, ...(cursor === undefined ? {} : { cursor }) })
    assert.ok(view)
    assert.ok(view.entries.length <= 50)
    entries.push(...view.entries)
    cursor = view.next
  } while (cursor !== undefined)
  return entries
}

test('a job that failed for good is listed with its reason and waits again once it is retried', async () => {
  const { jobs } = context.store
  const runAt = '2026-03-01T00:00:00.000Z'
  await jobs.enqueue([{ kind: 'ingest-entry', key: 'nobody', runAt }])
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const [job] = await jobs.claim('ingest-entry', 1, 1000, '2026-03-20T00:00:00.000Z')
    assert.ok(job)
    await jobs.fail(job, 'The page has no end', runAt)
  }
  const failed = (await listJobs.run(context, {})).jobs.find(({ key }) => key === 'nobody')
  assert.deepEqual([failed?.state, failed?.lastError], ['failed', 'The page has no end'])
  assert.equal(await retryJobs.run(context, { ids: [nowhere] }), 0)
  assert.equal(await retryJobs.run(context, { ids: 'all' }), 1)
  await run.context.pipeline.runOnce()
  assert.ok(
    !(await listJobs.run(context, {})).jobs.some(({ key }) => key === 'nobody'),
    'An entry that is gone is no failure',
  )
})

test('the river shows every entry once, newest first, whatever the page', async () => {
  const entries = await wholeRiver({ show: 'all' })
  const copies = entries.reduce((sum, { copyCount = 0 }) => sum + copyCount, 0)
  assert.ok(copies > 0)
  assert.equal(
    entries.length + copies,
    (await context.store.check()).counts.entries,
    'copies are folded under the first',
  )
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length)
  const times = entries.map(({ publishedAt }) => publishedAt)
  assert.deepEqual(times, times.toSorted().toReversed())
  assert.ok(entries.length > 50, 'It takes more than one page')
})

test('a cursor that is none is answered, not thrown at the reader', async () => {
  assert.ok(Array.isArray((await river({ show: 'all', cursor: 'not-a-cursor' }))?.entries))
})

test('the river of a feed and of a folder shows theirs alone, and folders add up', async () => {
  const whole = await river({ show: 'all' })
  assert.ok(whole)
  const feeds = (await listFeeds.run(context, {})).folders.flatMap((folder) => folder.feeds)
  assert.equal(feeds.length, 9)
  assert.deepEqual(
    whole.folders.flatMap((folder) => folder.feeds.map(({ id, title, unreadCount }) => ({ id, title, unreadCount }))),
    feeds.map(({ id, title, unreadCount }) => ({ id, title, unreadCount })),
  )
  assert.equal(
    whole.unreadCount,
    whole.folders.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
  )
  for (const { id, title, entryCount } of feeds) {
    const entries = await wholeRiver({ feedId: id, show: 'all' })
    assert.equal(entries.length, entryCount)
    assert.ok(entries.every(({ feedId }) => feedId === id))
    const looked = await river({ feedId: id })
    assert.deepEqual([looked?.title, looked?.feed?.id, looked?.feed?.entryCount], [title, id, entryCount])
  }
  for (const { name, feeds: own } of whole.folders) {
    const entries = await wholeRiver({ folder: name, show: 'all' })
    const ids = own.map(({ id }) => id)
    assert.ok(entries.length > 0 && entries.every(({ feedId }) => ids.includes(feedId)))
  }
  assert.deepEqual((await river({ folder: 'No such folder', show: 'all' }))?.entries, [])
})

test('an entry is shown as its feed gave it, without anything that could run', async () => {
  for (const { id, title } of (await wholeRiver({ show: 'all' })).slice(0, 20)) {
    const view = await getEntry.run(context, { id })
    assert.equal(view?.entry.title, title)
    assert.doesNotMatch(view?.html ?? '', /<script|\son\w+=|javascript:/i)
  }
})

test('read, unread and starred are kept, counted and filtered by', async () => {
  const [first, second] = await wholeRiver()
  assert.ok(first && second)
  const unread = async () => (await river())?.unreadCount ?? 0
  const before = await unread()
  await markRead.run(context, { entryIds: [first.id, second.id], isRead: true })
  assert.equal(await unread(), before - 2)
  assert.ok(!(await wholeRiver()).some(({ id }) => id === first.id || id === second.id))
  await markRead.run(context, { entryIds: [second.id], isRead: false })
  assert.equal(await unread(), before - 1)
  await star.run(context, { entryId: first.id, isStarred: true })
  assert.deepEqual(
    (await wholeRiver({ show: 'starred' })).map(({ id, isRead }) => [id, isRead]),
    [[first.id, true]],
  )
  await star.run(context, { entryId: first.id, isStarred: false })
  assert.deepEqual(await wholeRiver({ show: 'starred' }), [])
})

test('marking all read takes a feed, a folder, then everything, and nothing beside it', async () => {
  const unreadBy = async () =>
    new Map((await river())?.folders.flatMap(({ feeds }) => feeds.map(({ id, unreadCount }) => [id, unreadCount])))
  const [feedId = asId<FeedId>('')] = (await unreadBy()).keys()
  const before = await unreadBy()
  await markAllRead.run(context, { feedId })
  for (const [id, count] of await unreadBy()) assert.equal(count, id === feedId ? 0 : before.get(id))
  await markAllRead.run(context, {})
  assert.deepEqual([(await river())?.unreadCount, await wholeRiver()], [0, []])
})

test('what was marked read is unread again as it was, unless the page was older than what came', async () => {
  const [entry] = await wholeRiver({ show: 'all' })
  assert.ok(entry)
  await markRead.run(context, { entryIds: [entry.id], isRead: false })
  const before = await wholeRiver()
  assert.equal(await markAllRead.run(context, { until: '2000-01-01T00:00:00Z', undoId: 'before all of it' }), 0)
  assert.equal(await markAllRead.run(context, { until: '2999-01-01T00:00:00Z', undoId: 'all of it' }), before.length)
  assert.deepEqual(await wholeRiver(), [])
  assert.equal(await undoMarkAllRead.run(context, { undoId: 'all of it' }), before.length)
  assert.deepEqual(await wholeRiver(), before)
  assert.equal(await undoMarkAllRead.run(context, { undoId: 'all of it' }), undefined)
})

test('a feed can be given a name and gets its own back', async () => {
  const feed = (await context.store.feeds.list('owner'))[0]
  assert.ok(feed)
  const titleOf = async () => (await context.store.feeds.get('owner', feed.id)).title
  assert.equal(await editFeed.run(context, { id: feed.id, title: ' Mine ', folder: feed.folder }), true)
  assert.equal(await titleOf(), 'Mine')
  await editFeed.run(context, { id: feed.id, title: '' })
  assert.equal((await context.store.feeds.find('guest', feed.id))?.title, await titleOf())
  await editFeed.run(context, { id: feed.id, title: feed.title })
  assert.equal(await editFeed.run(context, { id: asId<FeedId>('404'), title: 'x' }), undefined)
})

test('a feed moves to a folder, and an empty name takes it out', async () => {
  const feed = (await context.store.feeds.list('owner'))[0]
  assert.ok(feed)
  const folderOf = async () => (await context.store.feeds.get('owner', feed.id)).folder
  await setFolder.run(context, { id: feed.id, folder: '  Morning  ' })
  assert.equal(await folderOf(), 'Morning')
  await setFolder.run(context, { id: feed.id, folder: '' })
  assert.equal(await folderOf(), '')
  await setFolder.run(context, { id: feed.id, folder: feed.folder })
})

test('subscriptions leave as OPML and come back as the same subscriptions', async () => {
  const text = await exportOpml.run(context, {})
  const again = await importOpml.run(context, { text })
  assert.ok(again.kind === 'added')
  assert.deepEqual([again.added, again.existing], [0, 9])
})

test('feeds are asked again when told to: all, those named, and none for a name that is none', async () => {
  const [feed] = await context.store.feeds.list('owner')
  assert.ok(feed)
  assert.equal(await refreshFeeds.run(context, { ids: 'all' }), 0, 'All have just been asked')
  const later = { ...context, now: () => new Date(context.now().getTime() + 2 * 60_000) }
  assert.equal(await refreshFeeds.run(later, { ids: [feed.id] }), 1)
  assert.equal(await refreshFeeds.run(later, { ids: 'all' }), 9)
  assert.equal(await refreshFeeds.run(later, { ids: [] }), 0)
  assert.equal((await getProgress.run(later, {})).feeds.due, 9)
})

test('a feed that is removed leaves the river and keeps the articles that stories cite', async () => {
  const stored = run.article('aldmere-courier/dam-warning')
  const feed = (await context.store.feeds.list('owner')).find(({ sourceId }) => sourceId === stored.source.id)
  assert.ok(feed)
  await removeFeed.run(context, { id: feed.id })
  assert.equal((await context.store.feeds.list('owner')).length, 8)
  assert.ok((await wholeRiver({ show: 'all' })).every(({ feedId }) => feedId !== feed.id))
  assert.ok(stored.storyId)
  const view = await getStory.run(context, { id: stored.storyId })
  assert.ok(view?.dossier.members.some(({ articleId }) => articleId === stored.article.id))
  assert.ok(await getCitation.run(context, { documentId: stored.document.id, start: 0, end: 10 }))
  await removeFeed.run(context, { id: feed.id })
})

test('starter packs subscribe to what they name, and a pack that is none is refused in words', async () => {
  const { packs, feedCount } = await listPacks.run(context, {})
  assert.equal(feedCount, 8)
  const pack = packs[0]
  assert.ok(pack)
  const added = await addPacks.run(context, { ids: [pack.id] })
  assert.ok(added.kind === 'added' && added.added === pack.feeds.length)
  const none = await addPacks.run(context, { ids: [nowhere] })
  assert.ok(none.kind === 'refused' && /Tick at least one/.test(none.message))
})
