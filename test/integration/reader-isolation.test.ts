import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asId, type FeedId } from '../../src/core/ids.ts'
import { guest, mayActAs, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { operations } from '../../src/operations/all.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { listEntries, listFeeds } from '../../src/operations/articles/list-entries.ts'
import { markAllRead, markRead, star, undoMarkAllRead } from '../../src/operations/articles/mark-entries.ts'
import { getToday, recordVisit } from '../../src/operations/day/get-today.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { getSource, listSources } from '../../src/operations/feeds/get-source.ts'
import { importOpml, previewOpml } from '../../src/operations/feeds/import-opml.ts'
import { editFeed, refreshFeeds, removeFeed, subscribeFeeds } from '../../src/operations/feeds/manage-feeds.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { getFollowing } from '../../src/operations/library/get-following.ts'
import { getHistory } from '../../src/operations/library/get-history.ts'
import { listNotes } from '../../src/operations/library/get-notes.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { mute } from '../../src/operations/library/mute.ts'
import { save } from '../../src/operations/library/save.ts'
import { removeNote, saveNote } from '../../src/operations/library/save-note.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { NotPermittedError, permit } from '../../src/operations/run.ts'
import { listSearches, removeSearch, saveSearch } from '../../src/operations/search/saved-searches.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { type DemoRun, runDemo } from './demo-run.ts'

const secret = 'token=very-secret'
const secretUrl = `https://letters.example/feed?${secret}`

let run: DemoRun
let minutes = 0
let owner: OperationContext
let ann: OperationContext
let bo: OperationContext
let nobody: OperationContext
let secretId: FeedId

before(async () => {
  run = await runDemo()
  const now = () => new Date(run.context.operations.now().getTime() + minutes * 60_000)
  owner = { ...run.context.operations, now }
  const as = (reader: ReaderIdentity): OperationContext => ({ ...owner, reader })
  ann = as({ id: 'ann', name: 'Ann', role: 'reader' })
  bo = as({ id: 'bo', name: 'Bo', role: 'reader' })
  nobody = as(guest)
  const { added } = await owner.store.feeds.addMany(
    'owner',
    [{ url: secretUrl, folder: 'Letters' }],
    now().toISOString(),
  )
  secretId = added[0]!
  await owner.store.feeds.savePolls([
    {
      feedId: secretId,
      at: now().toISOString(),
      nextPollAt: now().toISOString(),
      intervalMinutes: 60,
      result: { kind: 'failed', reason: 'forbidden', message: `${secretUrl} answered HTTP 403`, isStopped: false },
    },
  ])
})
after(() => run.close())

const river = (context: OperationContext, given: Record<string, unknown> = {}) =>
  listEntries.run(context, listEntries.input.parse({ show: 'all', ...given }))

test('a new reader has nothing, is offered the instance, and starts with its folders', async () => {
  const view = await river(ann)
  assert.deepEqual([view?.folders, view?.entries, view?.instanceFeedCount], [[], [], 10])
  const { folders, offered } = await listFeeds.run(ann, {})
  assert.equal(folders.length, 0)
  assert.equal(offered.length, 9, 'not the one whose address holds a key')
  assert.equal(await subscribeFeeds.run(ann, { ids: [secretId] }), 0)
  assert.ok((await getToday.run(ann, getToday.input.parse({}))).stories.length > 0, 'stories are of the house')
  assert.equal(await subscribeFeeds.run(ann, { ids: 'all' }), 9)
  const hers = await listFeeds.run(ann, {})
  assert.deepEqual(
    hers.folders.map(({ name, feeds }) => [name, feeds.length]),
    (await listFeeds.run(owner, {})).folders
      .map(({ name, feeds }) => [name, feeds.filter(({ id }) => id !== secretId).length])
      .filter(([, count]) => count !== 0),
  )
})

test('an address that may hold a secret is seen by who subscribes and by the owner alone', async () => {
  const { sourceId } = await owner.store.feeds.get('owner', secretId)
  for (const context of [ann, bo, nobody]) {
    const seen = [
      await listFeeds.run(context, {}),
      await river(context),
      await river(context, { feedId: secretId }),
      await getSource.run(context, { id: sourceId }),
      await listSources.run(context, {}),
      await getToday.run(context, getToday.input.parse({})),
      ...(context === nobody ? [] : [await exportOpml.run(context, {})]),
    ]
    assert.doesNotMatch(JSON.stringify(seen), /very-secret/)
    assert.match(JSON.stringify(seen), /letters\.example/, 'but it is there')
  }
  assert.match(JSON.stringify(await listFeeds.run(owner, {})), /very-secret/)
  assert.match(await exportOpml.run(owner, {}), /very-secret/)
  const opml = `<opml version="2.0"><body><outline type="rss" xmlUrl="${secretUrl}" text="x"/></body></opml>`
  const preview = await previewOpml.run(bo, { text: opml })
  assert.equal(
    preview.kind === 'preview' && preview.folders[0]?.feeds[0]?.isHere,
    false,
    'nor is it told to who guesses',
  )
  const added = await importOpml.run(bo, { text: opml })
  assert.deepEqual(added.kind === 'added' && [added.added, added.existing], [1, 0])
  assert.match(JSON.stringify(await listFeeds.run(bo, {})), /very-secret/)
  assert.equal((await owner.store.feeds.listAll('owner')).length, 10, 'it is one feed of the house')
  await removeFeed.run(bo, { id: secretId })
  assert.ok((await owner.store.feeds.get('owner', secretId)).isSubscribed, 'who leaves takes it from nobody')
})

test('reading, stars, folders, names and undoing are each reader’s own', async () => {
  const before = await river(owner)
  const [first, second] = (await river(ann))!.entries
  await markRead.run(ann, { entryIds: [first!.id], isRead: true })
  await star.run(ann, { entryId: second!.id, isStarred: true })
  await editFeed.run(ann, { id: first!.feedId, title: 'Hers', folder: 'Hers' })
  const undoId = 'undo-of-ann'
  await markAllRead.run(ann, { undoId })
  assert.deepEqual(await river(owner), before)
  assert.equal(await undoMarkAllRead.run(owner, { undoId }), undefined)
  assert.equal(await undoMarkAllRead.run(bo, { undoId }), undefined)
  assert.ok((await undoMarkAllRead.run(ann, { undoId }))! > 0)
  const after = (await river(ann))!
  assert.deepEqual([after.entries[0]?.isRead, after.entries[1]?.isStarred], [true, true])
  assert.ok(after.folders.some(({ name, feeds }) => name === 'Hers' && feeds[0]?.title === 'Hers'))
  assert.equal((await listSaved.run(owner, { page: 1 })).items.length, 0)
  assert.equal((await listSaved.run(ann, { page: 1 })).items.length, 1)
  assert.equal((await getEntry.run(bo, { id: second!.id }))?.entry.isStarred, false)
})

test('nobody changes or refreshes a feed that is none of theirs', async () => {
  const [feed] = await owner.store.feeds.list('owner')
  assert.equal(await editFeed.run(bo, { id: feed!.id, title: 'Bo’s' }), undefined)
  assert.equal(await editFeed.run(bo, { id: asId<FeedId>('404'), title: 'Bo’s' }), undefined)
  await removeFeed.run(bo, { id: feed!.id })
  assert.equal(await refreshFeeds.run(bo, { ids: [feed!.id] }), 0)
  assert.equal(await refreshFeeds.run(bo, { ids: 'all' }), 0)
  assert.deepEqual((await owner.store.feeds.list('owner'))[0], feed)
})

test('history, what is new since one read, follows, mutes, notes, saves and searches are each reader’s own', async () => {
  const id = run.stories[0]!.id
  const read = (context: OperationContext) => getStory.run(context, { id, reads: true })
  await read(ann)
  minutes += 120
  const [hers, his] = [await read(ann), await read(bo)]
  assert.ok(hers?.sinceRead, 'she was here')
  assert.equal(his?.sinceRead, undefined, 'he was not')
  const history = (context: OperationContext) => getHistory.run(context, getHistory.input.parse({}))
  assert.equal((await history(ann)).items.length, 1)
  assert.equal((await history(owner)).items.length, 0)

  const articleId = run.article(run.edition.articles[0]!.id).article.id
  for (const kind of ['story', 'entity', 'source', 'topic', 'search'] as const)
    await follow.run(ann, { kind, target: `${kind} of Ann` })
  await mute.run(ann, mute.input.parse({ kind: 'word', target: 'harbor', label: 'harbor' }))
  await save.run(ann, { kind: 'article', target: articleId })
  const search = await saveSearch.run(ann, { query: 'bridge' })
  const view = await getArticle.run(ann, { id: articleId })
  const note = await saveNote.run(
    ann,
    saveNote.input.parse({ articleId, documentId: view!.document.id, start: 0, end: 10, body: 'Hers alone' }),
  )
  assert.ok(note && search)
  for (const context of [bo, owner]) {
    const following = await getFollowing.run(context, getFollowing.input.parse({}))
    assert.doesNotMatch(JSON.stringify(following), /of Ann|harbor/)
    assert.deepEqual((await listSaved.run(context, { page: 1 })).items, [])
    assert.deepEqual(await listSearches.run(context, {}), [])
    assert.doesNotMatch(JSON.stringify(await listNotes.run(context, {})), /Hers alone/)
    assert.doesNotMatch(JSON.stringify(await getArticle.run(context, { id: articleId })), /Hers alone/)
    await removeSearch.run(context, { id: search.id })
    await removeNote.run(context, { id: (await owner.store.notes.list('ann', 1)).rows[0]!.id })
  }
  assert.equal((await listSearches.run(ann, {})).length, 1)
  assert.equal((await owner.store.notes.list('ann', 9)).rows.length, 1)
})

test('a guest reads everything of the instance and keeps nothing', async () => {
  const view = (await river(nobody, { show: 'unread' }))!
  assert.equal(view.filter.show, 'all')
  assert.equal(view.unreadCount, 0)
  assert.ok(view.entries.length > 0)
  assert.ok(view.entries.every(({ isRead, isStarred, isUnsubscribed }) => !isRead && !isStarred && isUnsubscribed))
  assert.equal(view.folders.flatMap(({ feeds }) => feeds).length, 10)
  const folder = view.folders.find(({ name }) => name !== 'Letters')!.name
  assert.ok((await river(nobody, { folder }))!.entries.length > 0)
  await getStory.run(nobody, { id: run.stories[0]!.id, reads: true })
  await getArticle.run(nobody, { id: view.entries.find(({ articleId }) => articleId)!.articleId!, reads: true })
  await recordVisit.run(nobody, { kind: 'page', target: 'today' })
  for (const operation of operations)
    if (!mayActAs('guest', operation.minRole)) assert.throws(() => permit(nobody, operation), NotPermittedError)
  for (const changing of [
    markRead,
    star,
    markAllRead,
    undoMarkAllRead,
    subscribeFeeds,
    removeFeed,
    editFeed,
    exportOpml,
  ])
    assert.throws(() => permit(nobody, changing), NotPermittedError, changing.name)
  const { corrections: _, choices: __, ...kept } = await owner.store.instance.storedCounts(guest.id)
  assert.deepEqual(new Set(Object.values(kept)), new Set([0]))
  assert.deepEqual(await owner.store.feeds.list(guest.id), [])
})
