import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expected } from '../../demo/expected.ts'
import { holds } from '../../src/core/citation.ts'
import {
  type ArticleId,
  asId,
  type DocumentId,
  type EntryId,
  type FeedId,
  type SourceId,
  type StoryId,
} from '../../src/core/ids.ts'
import { addPacks, listPacks } from '../../src/operations/add-packs.ts'
import { exportStory, storyFormats } from '../../src/operations/export-story.ts'
import { getArticle } from '../../src/operations/get-article.ts'
import { getCitation } from '../../src/operations/get-citation.ts'
import { getEntry } from '../../src/operations/get-entry.ts'
import { getProgress } from '../../src/operations/get-progress.ts'
import { getSource, listSources } from '../../src/operations/get-source.ts'
import { getStory } from '../../src/operations/get-story.ts'
import { getToday } from '../../src/operations/get-today.ts'
import { exportOpml, importOpml } from '../../src/operations/import-opml.ts'
import { listEntries } from '../../src/operations/list-entries.ts'
import { listJobs, retryJobs } from '../../src/operations/list-jobs.ts'
import { refreshFeeds, removeFeed, setFolder } from '../../src/operations/manage-feeds.ts'
import { markAllRead, markRead, star } from '../../src/operations/mark-entries.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { search } from '../../src/operations/search.ts'
import { type DemoRun, demoNow, runDemo } from './demo-run.ts'

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

// ── today ──

test('Today shows the newest day, weightiest story first, and knows the day before but none after', async () => {
  const today = await getToday.run(context, {})
  assert.equal(today.day, demoNow.toISOString().slice(0, 10))
  assert.ok(today.previousDay !== undefined && today.previousDay < today.day)
  assert.equal(today.nextDay, undefined)
  const weights = today.stories.map(({ reportCount }) => reportCount)
  assert.deepEqual(
    weights,
    weights.toSorted((a, b) => b - a),
  )
  assert.equal(today.feedCount, 9)
  assert.equal(today.progress.isBusy, false)
  for (const { badges } of today.oneSourceOnly) assert.ok(badges.includes('one source only'))
})

test('walking back day by day and forward again passes the same days and every story', async () => {
  const back: string[] = []
  const seen = new Set<StoryId>()
  for (let day: string | undefined = (await getToday.run(context, {})).day; day; ) {
    const view: Awaited<ReturnType<typeof getToday.run>> = await getToday.run(context, { day })
    back.push(day)
    for (const { id } of view.stories) seen.add(id)
    day = view.previousDay
  }
  const forth = [back.at(-1) ?? '']
  for (let next = (await getToday.run(context, { day: forth[0] })).nextDay; next; ) {
    forth.push(next)
    next = (await getToday.run(context, { day: next })).nextDay
  }
  assert.deepEqual(forth, back.toReversed())
  assert.deepEqual(seen, new Set(run.stories.map(({ id }) => id)))
})

test('a day without news is empty and says where the news is', async () => {
  const early = await getToday.run(context, { day: '2020-01-01' })
  assert.deepEqual([early.stories, early.articleCount, early.sourceCount], [[], 0, 0])
  assert.ok(early.nextDay)
  assert.equal(getToday.input.safeParse({ day: 'yesterday' }).success, false)
})

test('language and section narrow the stories and leave the choices as they were', async () => {
  const all = await getToday.run(context, {})
  for (const language of all.languages) {
    const view = await getToday.run(context, { language })
    assert.ok(view.stories.length > 0 && view.stories.every((card) => card.language === language))
    assert.deepEqual(view.languages, all.languages)
  }
  for (const section of all.sections) {
    const view = await getToday.run(context, { section })
    assert.ok(view.stories.length > 0 && view.stories.every((card) => card.section === section))
    assert.ok(view.articleCount < all.articleCount)
  }
  assert.deepEqual((await getToday.run(context, { language: 'xx' })).stories, [])
})

test('every line on Today is cited from a document that is kept, letter by letter', async () => {
  for (const { line } of (await getToday.run(context, {})).stories) {
    if (!line) continue
    const document = await context.store.articles.findDocument(line.citation.documentId)
    assert.ok(document && holds(document, line.citation))
  }
})

test('articles changed after publication are named on their day', async () => {
  const { edited } = await getToday.run(context, {})
  const ids = edited.map(({ articleId }) => articleId)
  for (const edit of expected.edits) assert.ok(ids.includes(run.article(edit.article).article.id), edit.article)
})

// ── story ──

test('a story names every document its citations need, why each article is in it, and related stories with a reason', async () => {
  for (const { id } of run.stories) {
    const view = await getStory.run(context, { id })
    assert.ok(view)
    for (const member of view.dossier.members) {
      const cited = view.documents[member.documentId]
      assert.equal(cited?.sourceName, member.sourceName)
      assert.ok(cited?.url)
    }
    const cited = [
      ...view.dossier.brief.flatMap(({ citations }) => citations),
      ...view.dossier.ledger.flatMap(({ utterances }) =>
        utterances.flatMap(({ wordings }) => wordings.map((each) => each.citation)),
      ),
      ...view.dossier.timeline.map(({ expression }) => expression),
    ]
    for (const { documentId } of cited) assert.ok(view.documents[documentId])
    for (const articleId of Object.keys(view.reasons))
      assert.ok(view.dossier.members.some((member) => member.articleId === articleId))
    for (const other of view.related) {
      assert.notEqual(other.id, id)
      assert.ok(other.reason.length > 0)
      assert.ok(run.stories.some((story) => story.id === other.id))
    }
    assert.ok(view.pictures.length <= 6)
    for (const { caption, alt } of view.pictures) assert.ok(caption || alt)
  }
})

test('the story of the inquiry is related to the one that led to it', async () => {
  const inquiry = run.storyOf('aldmere-courier/dam-warning')
  const view = inquiry && (await getStory.run(context, { id: inquiry.id }))
  assert.ok(view && view.related.length > 0)
})

for (const format of storyFormats)
  test(`a story is exported as ${format} with its headline and every outlet`, async () => {
    const story = run.storyOf('aldmere-courier/dam-warning')
    assert.ok(story)
    const file = await exportStory.run(context, { id: story.id, format })
    assert.ok(file?.fileName.endsWith(`.${format}`))
    assert.match(file.mediaType, /\w+\/\w+/)
    assert.ok(file.text.length > 200)
  })

// ── article, revisions, citations ──

for (const edit of expected.edits)
  test(`the revisions of ${edit.article} are shown with what each changed, the first with nothing`, async () => {
    const stored = run.article(edit.article)
    const current = await getArticle.run(context, { id: stored.article.id })
    assert.ok(current?.isCurrent && current.changes)
    assert.equal(current.revisions.length, edit.titles.length)
    const first = await getArticle.run(context, { id: stored.article.id, revision: current.revisions[0]?.documentId })
    assert.equal(first?.isCurrent, false)
    assert.equal(first?.changes, undefined)
    for (const [index, { documentId, title }] of current.revisions.entries()) {
      const view = await getArticle.run(context, { id: stored.article.id, revision: documentId })
      assert.ok(view)
      assert.equal(view.document.id, documentId)
      assert.equal(view.document.title, title)
      if (index === 0) continue
      assert.ok(view.changes && view.changes.added.length + view.changes.removed.length > 0)
      const before = await context.store.articles.findDocument(current.revisions[index - 1]?.documentId ?? documentId)
      for (const text of view.changes.removed) {
        assert.ok(before?.text.includes(text))
        assert.ok(!view.document.text.includes(text))
      }
      for (const { start, end } of view.changes.added)
        assert.ok(!before?.text.includes(view.document.text.slice(start, end)))
      assert.equal(view.changes.previousTitle, before?.title === title ? undefined : before?.title)
    }
  })

test('an article names its story, its entry and where its text stands elsewhere', async () => {
  const copy = expected.copies.find(({ kind }) => kind === 'whole-copy') ?? expected.copies[0]
  const stored = run.article(copy?.article ?? '')
  const view = await getArticle.run(context, { id: stored.article.id })
  assert.ok(view)
  assert.equal(view.story?.id, stored.storyId)
  assert.ok(view.entry && stored.entryIds.includes(view.entry.id))
  assert.ok(view.syndications.length > 0)
  for (const { other, otherId } of view.syndications) assert.equal(other.documentId, otherId)
})

test('a span asked for is marked when it lies in the text, and left out when it does not', async () => {
  const { article, document } = run.article('aldmere-courier/dam-warning')
  const spanOf = async (start: number, end: number) =>
    (await getArticle.run(context, { id: article.id, start, end }))?.cited
  assert.deepEqual(await spanOf(0, 10), { start: 0, end: 10 })
  assert.deepEqual(await spanOf(0, document.text.length), { start: 0, end: document.text.length })
  for (const [start, end] of [
    [0, document.text.length + 1],
    [10, 10],
    [11, 10],
  ] as const)
    assert.equal(await spanOf(start, end), undefined)
})

test('a revision of another article is not shown as one of this', async () => {
  const other = run.article('corran-today/dam-inquiry')
  const { article } = run.article('aldmere-courier/dam-warning')
  assert.equal(await getArticle.run(context, { id: article.id, revision: other.document.id }), undefined)
})

test('a citation is shown in its paragraph with the ones before and after, at the edges without', async () => {
  const { document } = run.article('aldmere-courier/dam-warning')
  for (const [index, block] of document.blocks.entries()) {
    const view = await getCitation.run(context, { documentId: document.id, start: block.start, end: block.end })
    assert.ok(view?.holds)
    const textAt = (at: number) => {
      const other = document.blocks[at]
      return other && document.text.slice(other.start, other.end)
    }
    assert.equal(view.paragraph, textAt(index))
    assert.equal(view.paragraph.slice(view.start, view.end), view.citation.exact)
    assert.equal(view.before, textAt(index - 1))
    assert.equal(view.after, textAt(index + 1))
  }
})

test('a citation over several paragraphs, of one letter and of the whole text is whole; beyond the text there is none', async () => {
  const { document } = run.article('aldmere-courier/dam-warning')
  const length = document.text.length
  const show = (start: number, end: number) => getCitation.run(context, { documentId: document.id, start, end })
  for (const [start, end] of [
    [0, 1],
    [length - 1, length],
    [0, length],
    [document.blocks[0]!.end - 5, document.blocks[1]!.start + 5],
  ] as const) {
    const view = await show(start, end)
    assert.ok(view?.holds)
    assert.equal(view.paragraph.slice(view.start, view.end), document.text.slice(start, end))
    assert.equal(view.citation.exact, document.text.slice(start, end))
  }
  for (const [start, end] of [
    [0, 0],
    [5, 4],
    [0, length + 1],
    [length, length + 1],
  ] as const)
    assert.equal(await show(start, end), undefined)
})

test('a citation of an older revision still holds, and says which revision it is', async () => {
  const { revisions } = run.article('aldmere-courier/dam-warning')
  for (const [index, { documentId }] of revisions.entries()) {
    const view = await getCitation.run(context, { documentId, start: 0, end: 20 })
    assert.ok(view?.holds)
    assert.deepEqual(view.revision, { index: index + 1, count: revisions.length })
  }
})

// ── what is not there ──

test('ids that name nothing find nothing, and throw nothing', async () => {
  const { article } = run.article('aldmere-courier/dam-warning')
  for (const id of [nowhere, '0', '-1', '9'.repeat(30), "'; drop table feed; --", '\u0000']) {
    assert.equal(await getStory.run(context, { id: asId<StoryId>(id) }), undefined, `story ${id}`)
    assert.equal(await exportStory.run(context, { id: asId<StoryId>(id), format: 'md' }), undefined)
    assert.equal(await getArticle.run(context, { id: asId<ArticleId>(id) }), undefined, `article ${id}`)
    assert.equal(await getArticle.run(context, { id: article.id, revision: asId<DocumentId>(id) }), undefined)
    assert.equal(await getCitation.run(context, { documentId: asId<DocumentId>(id), start: 0, end: 1 }), undefined)
    assert.equal(await getEntry.run(context, { id: asId<EntryId>(id) }), undefined, `entry ${id}`)
    assert.equal(await getSource.run(context, { id: asId<SourceId>(id) }), undefined, `source ${id}`)
    assert.equal(await river({ feedId: id }), undefined, `feed ${id}`)
  }
  const story = run.stories[0]
  assert.ok(story)
  assert.equal(await exportStory.run(context, { id: story.id, format: 'docx' }), undefined)
})

// ── search ──

test('search finds words, phrases and quotations, pages through all hits, and marks the words in each', async () => {
  const view = await search.run(context, { query: 'dam' })
  assert.ok(view.hits.length > 5)
  for (const { snippet, marks } of view.hits)
    for (const { start, end } of marks) assert.ok(start < end && end <= snippet.length)
  assert.ok(
    view.hits.some(({ snippet, marks }) => marks.some(({ start, end }) => /dam/i.test(snippet.slice(start, end)))),
  )
  const phrase = await search.run(context, { query: '"before the next winter"' })
  assert.ok(phrase.hits.some(({ articleId }) => articleId === run.article('aldmere-courier/dam-warning').article.id))
  const quoted = await search.run(context, { query: 'where it will crack', speaker: 'Aldo Brandreth' })
  for (const quote of quoted.quotes) assert.match(quote.speakerName, /Brandreth/)
})

test('quotations found stand in their documents at their offsets', async () => {
  const { quotes } = await search.run(context, { query: 'money' })
  for (const { documentId, start, end, text } of quotes)
    assert.equal((await context.store.articles.findDocument(documentId))?.text.slice(start, end), text)
})

test('nothing asked finds nothing, and odd syntax is taken as words', async () => {
  assert.deepEqual(await search.run(context, { query: '   ' }), { query: '   ', hits: [], quotes: [] })
  for (const query of ['"', '-', 'dam AND (', '*', 'NEAR(', '"""', 'a:b', '\\', '-dam', 'dam OR'])
    assert.ok(Array.isArray((await search.run(context, { query })).hits), query)
  assert.deepEqual((await search.run(context, { query: 'zyzzyva' })).hits, [])
})

// ── sources, jobs, progress ──

test('each outlet has its feeds, its figures and its newest entries', async () => {
  const sources = await listSources.run(context, {})
  assert.equal(sources.length, 9)
  for (const { id, name, entries } of sources) {
    assert.deepEqual(entries, [])
    const view = await getSource.run(context, { id })
    assert.equal(view?.name, name)
    assert.ok(view && view.entries.length > 0 && view.entries.length <= 30)
    assert.equal(view.feeds.length, 1)
    assert.ok(view.ownShare === undefined || (view.ownShare >= 0 && view.ownShare <= 1))
    assert.ok(view.firstCount <= view.storyCount && view.articleCount > 0)
  }
  const courier = sources.find(({ name }) => name === 'Aldmere Courier')
  assert.ok(courier && courier.editedCount >= 1)
})

test('after a whole pass nothing waits, nothing failed, and the store is sound', async () => {
  const { progress, jobs, failingFeeds, store } = await listJobs.run(context, {})
  assert.deepEqual([jobs.filter(({ state }) => state === 'failed'), failingFeeds], [[], []])
  assert.ok(store.isOk && store.sizeBytes > 0)
  assert.deepEqual(progress, await getProgress.run(context, {}))
  assert.equal(progress.articles.done, (await context.store.check()).counts.articles)
  assert.equal(progress.feeds.polled, progress.feeds.total)
})

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

// ── river and marks: these change what is kept, so they come last ──

test('the river shows every entry once, newest first, whatever the page', async () => {
  const entries = await wholeRiver({ show: 'all' })
  assert.equal(entries.length, (await context.store.check()).counts.entries)
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length)
  const times = entries.map(({ publishedAt }) => publishedAt)
  assert.deepEqual(times, times.toSorted().toReversed())
  assert.ok(entries.length > 50, 'It takes more than one page')
})

test('a cursor that is none is answered, not thrown at the reader', async () => {
  assert.ok(
    await river({ show: 'all', cursor: 'not-a-cursor' }).then(
      () => true,
      () => false,
    ),
  )
})

test('the river of a feed and of a folder shows theirs alone, and folders add up', async () => {
  const whole = await river({ show: 'all' })
  assert.ok(whole)
  const feeds = whole.folders.flatMap((folder) => folder.feeds)
  assert.equal(feeds.length, 9)
  assert.equal(
    whole.unreadCount,
    whole.folders.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
  )
  for (const { id, title, entryCount } of feeds) {
    const entries = await wholeRiver({ feedId: id, show: 'all' })
    assert.equal(entries.length, entryCount)
    assert.ok(entries.every(({ feedId }) => feedId === id))
    assert.equal((await river({ feedId: id }))?.title, title)
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

test('a feed moves to a folder, and an empty name takes it out', async () => {
  const feed = (await context.store.feeds.list())[0]
  assert.ok(feed)
  const folderOf = async () => (await context.store.feeds.get(feed.id)).folder
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
  const [feed] = await context.store.feeds.list()
  assert.ok(feed)
  assert.equal(await refreshFeeds.run(context, { ids: [feed.id] }), 1)
  assert.equal(await refreshFeeds.run(context, { ids: 'all' }), 9)
  assert.equal(await refreshFeeds.run(context, { ids: [] }), 0)
  assert.equal((await getProgress.run(context, {})).feeds.due, 9)
})

test('a feed that is removed leaves the river and keeps the articles that stories cite', async () => {
  const stored = run.article('aldmere-courier/dam-warning')
  const feed = (await context.store.feeds.list()).find(({ sourceId }) => sourceId === stored.source.id)
  assert.ok(feed)
  await removeFeed.run(context, { id: feed.id })
  assert.equal((await context.store.feeds.list()).length, 8)
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
