import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expected } from '../../src/app/demo/expected.ts'
import type { Citation } from '../../src/core/citation.ts'
import { type ArticleId, asId, type DocumentId, type EntryId, type SourceId, type StoryId } from '../../src/core/ids.ts'
import { getProgress } from '../../src/operations/admin/get-progress.ts'
import { listJobs } from '../../src/operations/admin/list-jobs.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { getSource, listSources } from '../../src/operations/feeds/get-source.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { search } from '../../src/operations/search/search.ts'
import { exportStory, storyFormats } from '../../src/operations/stories/export-story.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import type { CitedDocument } from '../../src/operations/views.ts'
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

// ── story ──

test('a story names every document its citations need, why each article is in it, and related stories with a reason', async () => {
  for (const { id } of run.stories) {
    const view = await getStory.run(context, { id })
    assert.ok(view)
    for (const member of view.dossier.members) {
      const named: CitedDocument | undefined = view.documents[member.documentId]
      assert.equal(named?.sourceName, member.sourceName)
      assert.ok(named?.url)
    }
    const cited: readonly Citation[] = [
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

test('what a story says two articles share stands on the pages of both, whichever came first', async () => {
  let seen = 0
  for (const { id } of run.stories) {
    const view = await getStory.run(context, { id })
    for (const { documentId, otherId, passages } of view?.dossier.shared ?? []) {
      assert.ok(passages.length > 0)
      for (const [here, there] of [
        [documentId, otherId],
        [otherId, documentId],
      ] as const) {
        const member = view?.dossier.members.find((each) => each.documentId === here)
        const page = member && (await getArticle.run(context, { id: member.articleId }))
        assert.ok(page?.syndications.some((each) => each.documentId === here && each.otherId === there))
        seen += 1
      }
    }
  }
  assert.ok(seen >= 8, `${seen} were looked at`)
})

test('the stories of the dam are one storyline, seen from each of them', async () => {
  const keys = [
    'sella-valley-echo/crack-in-dam-wall',
    'sella-valley-echo/quillbeck-told-to-leave',
    'aldmere-courier/dam-warning',
  ]
  const ids = keys.map((key) => run.storyOf(key)?.id)
  for (const id of ids) {
    const view = id && (await getStory.run(context, { id }))
    assert.ok(view)
    assert.deepEqual(
      view.storyline.map((step) => step.id),
      ids,
    )
    assert.equal(view.storyline.find(({ isPresent }) => isPresent)?.id, id)
    assert.ok(!view.related.some((other) => ids.includes(other.id)), 'repeated')
  }
})

for (const { key, language, members } of expected.stories)
  test(`“${key}” in ${language} is linked with the same event in other languages, and with nothing else`, async () => {
    const id = run.storyOf(members[0] ?? '')?.id
    const view = id && (await getStory.run(context, { id }))
    assert.ok(view)
    const told = expected.stories.filter((other) => other.key === key && other.language !== language)
    const wanted = told.map((other) => run.storyOf(other.members[0] ?? '')?.id)
    assert.deepEqual(view.inOtherLanguages.map((other) => other.id).toSorted(), wanted.toSorted())
  })

for (const format of storyFormats)
  test(`a story is exported as ${format} for other programs, with its outlets`, async () => {
    const story = run.storyOf('aldmere-courier/dam-warning')
    assert.ok(story)
    const file = await exportStory.run(context, { id: story.id, format })
    assert.ok(file)
    assert.ok(file.fileName.endsWith(`.${format}`))
    assert.match(file.mediaType, /\w+\/\w+/)
    for (const { sourceName } of story.dossier?.members ?? [])
      assert.ok(format === 'csv' || file.text.includes(sourceName), sourceName)
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
      for (const text of view.changes.removed) assert.ok(before?.text.includes(text))
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
