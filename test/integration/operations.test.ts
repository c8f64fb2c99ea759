import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expected } from '../../demo/expected.ts'
import { type Citation, holds } from '../../src/core/citation.ts'
import { type ArticleId, asId, type DocumentId, type EntryId, type SourceId, type StoryId } from '../../src/core/ids.ts'
import { ownerId } from '../../src/core/reader-id.ts'
import { exportStory, storyFormats } from '../../src/operations/export-story.ts'
import { find } from '../../src/operations/find.ts'
import { getArticle } from '../../src/operations/get-article.ts'
import { getBrief } from '../../src/operations/get-brief.ts'
import { getCitation } from '../../src/operations/get-citation.ts'
import { getEntry } from '../../src/operations/get-entry.ts'
import { getProgress } from '../../src/operations/get-progress.ts'
import { getSource, listSources } from '../../src/operations/get-source.ts'
import { getStory } from '../../src/operations/get-story.ts'
import { getToday } from '../../src/operations/get-today.ts'
import { listEntries } from '../../src/operations/list-entries.ts'
import { listJobs } from '../../src/operations/list-jobs.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { listSearches, removeSearch, saveSearch, searchFeed } from '../../src/operations/saved-searches.ts'
import { search } from '../../src/operations/search.ts'
import type { CitedDocument } from '../../src/operations/views.ts'
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

// ── today ──

test('Today shows the newest day, confirmed stories first, each with what its place depends on, and knows the day before but none after', async () => {
  const today = await getToday.run(context, {})
  assert.equal(today.day, demoNow.toISOString().slice(0, 10))
  assert.ok(today.previousDay !== undefined && today.previousDay < today.day)
  assert.equal(today.nextDay, undefined)
  const isConfirmed = today.stories.map(({ place }) => (place?.reports ?? 0) > 1)
  assert.deepEqual(
    isConfirmed,
    isConfirmed.toSorted((a, b) => Number(b) - Number(a)),
  )
  for (const { place, reportCount } of today.stories)
    assert.ok(place && place.reports <= reportCount && place.reports > 0)
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

test('language, section and source narrow the stories as their counts say, and leave the choices as they were', async () => {
  const all = await getToday.run(context, {})
  const { languages, sections, sources } = all.facets
  for (const { value: language, count } of languages) {
    const view = await getToday.run(context, { language })
    assert.ok(view.stories.every((card) => card.language === language))
    assert.equal(view.storyCount, count)
    assert.deepEqual(view.facets.languages, languages)
  }
  for (const { value: section, count } of sections) {
    const view = await getToday.run(context, { section })
    assert.ok(view.stories.every((card) => card.section === section))
    assert.equal(view.storyCount, count)
    assert.ok(view.articleCount < all.articleCount)
  }
  for (const { value, label, count } of sources) {
    const view = await getToday.run(context, { source: asId<SourceId>(value) })
    assert.ok(view.stories.every(({ outlets }) => outlets.includes(label)))
    assert.equal(view.storyCount, count)
    assert.equal(view.source?.name, label)
  }
  const both = await getToday.run(context, { language: 'en', section: sections[0]?.value })
  const facet = both.facets.languages.find(({ value }) => value === 'en')
  assert.equal(both.storyCount, facet?.count ?? 0)
  assert.deepEqual((await getToday.run(context, { language: 'xx' })).stories, [])
})

test('pages hold every story once, in the order of the whole list', async () => {
  const whole = await getToday.run(context, {})
  const ids: StoryId[] = []
  for (let page = 1; page <= whole.storyCount; page += 1) {
    const view = await getToday.run(context, { page, pageSize: 2 })
    if (page > view.pageCount) break
    assert.deepEqual([view.page, view.skipped, view.storyCount], [page, (page - 1) * 2, whole.storyCount])
    ids.push(...view.stories.map(({ id }) => id))
  }
  assert.deepEqual(
    ids,
    whole.stories.map(({ id }) => id),
  )
})

test('by section, every section names how many stories it has and shows its first', async () => {
  const whole = await getToday.run(context, {})
  const { bySection, stories } = await getToday.run(context, { isBySection: true })
  assert.deepEqual(stories, [])
  assert.equal(
    bySection.reduce((sum, { storyCount }) => sum + storyCount, 0),
    whole.storyCount,
  )
  for (const { section, stories } of bySection) assert.ok(stories.every((card) => card.section === section))
})

test('who comes back sees first what changed since, and can see that alone', async () => {
  const { stories } = await getToday.run(context, {})
  const times = stories.map(({ changedAt }) => changedAt).sort()
  const visitedAt = times[Math.floor(times.length / 2)]!
  const view = await getToday.run(context, { visitedAt })
  assert.equal(view.visitedAt, visitedAt)
  for (const { changedAt, place } of view.stories) assert.equal(place?.isNew === true, changedAt > visitedAt)
  for (const card of view.stories.slice(0, view.newCount)) assert.ok(card.place?.isNew)
  const alone = await getToday.run(context, { visitedAt, period: 'visit' })
  assert.equal(alone.storyCount, alone.facets.periods.find(({ value }) => value === 'visit')?.count)
  assert.ok(alone.stories.every(({ changedAt }) => changedAt > visitedAt))
})

test('fourteen days are counted as their pages are, and the week has the stories of seven', async () => {
  const { days, day } = await getToday.run(context, {})
  assert.equal(days.length, 14)
  assert.equal(days.at(-1)?.day, day)
  for (const each of days) assert.equal((await getToday.run(context, { day: each.day })).storyCount, each.storyCount)
  const week = await getToday.run(context, { period: 'week' })
  assert.ok(week.storyCount >= (days.at(-1)?.storyCount ?? 0))
})

test('what the reader follows stands higher', async () => {
  const { stories } = await getToday.run(context, {})
  const lower = stories.findLast(({ place }) => (place?.reports ?? 0) > 1)
  assert.ok(lower)
  const entity = run.stories.find(({ id }) => id === lower.id)?.dossier?.entities?.[0]?.entity
  assert.ok(entity)
  const followed = await getToday.run(context, { follows: [entity.id] })
  const placeIn = (list: typeof stories) => list.findIndex(({ id }) => id === lower.id)
  assert.ok(placeIn(followed.stories) < placeIn(stories))
  assert.equal(followed.stories.find(({ id }) => id === lower.id)?.place?.isFollowed, true)
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

// ── brief ──

test('a brief has an end, tells no story twice, and every word of it stands in an article that is held whole', async () => {
  const newest = await getBrief.run(context, {})
  for (const day of [undefined, newest.day, newest.previousDay]) {
    const brief = await getBrief.run(context, day === undefined ? {} : { day })
    assert.ok(brief.stories.length <= 12 && brief.minutes <= 6)
    assert.ok(brief.storyCount >= brief.stories.length)
    assert.equal(new Set(brief.stories.map(({ id }) => id)).size, brief.stories.length)
    for (const { points, strongest, documents, isWithheld } of brief.stories) {
      assert.ok(!isWithheld || points.length === 0)
      const said = strongest === undefined ? [] : strongest.kind === 'quote' ? [strongest] : [strongest.a, strongest.b]
      for (const { citation } of [...points, ...said]) {
        const document = await context.store.articles.findDocument(citation.documentId)
        assert.ok(document && holds(document, citation))
        assert.ok(documents[citation.documentId])
        assert.ok(document.publishedAt <= brief.until || Date.parse(document.publishedAt) <= Date.parse(brief.until))
      }
      for (const { citation } of points) {
        const stored = await context.store.articles.findByDocument(citation.documentId)
        assert.deepEqual([stored?.article.kind, stored?.article.completeness.kind], ['article', 'complete'])
      }
    }
  }
  const [first] = newest.stories
  assert.ok(first && first.points.length >= 2)
})

test('what is followed comes first in the brief', async () => {
  const before = await getBrief.run(context, {})
  const last = before.stories.at(-1)
  const entity = run.stories.find(({ id }) => id === last?.id)?.dossier?.entities?.[0]?.entity
  assert.ok(last && entity)
  await context.store.follows.add(ownerId, [
    { kind: 'entity', target: entity.id, label: entity.name, at: demoNow.toISOString() },
  ])
  const after = await getBrief.run(context, {})
  await context.store.follows.remove(ownerId, 'entity', entity.id)
  assert.equal(after.stories[0]?.isFollowed, true)
  const kinds = after.stories.map(({ isFollowed }) => isFollowed)
  assert.deepEqual(
    kinds,
    kinds.toSorted((a, b) => Number(b) - Number(a)),
  )
  assert.ok(after.stories.find(({ id }) => id === last.id)?.isFollowed)
})

// ── finding ──

const findWith = (given: Record<string, unknown>) => find.run(context, find.input.parse(given))

test('what a search finds is counted under every tab, and every tab shows as many', async () => {
  for (const query of [
    'dam',
    'the',
    '"Sella Dam"',
    'said:Tolvay',
    'said:Tolvay dam',
    'lang:ar',
    'from:Radio in:2026',
  ]) {
    const first = await findWith({ query })
    for (const tab of ['stories', 'articles', 'quotes', 'people'] as const) {
      let shown = 0
      for (let page = 1; page <= 30; page += 1) {
        const view = await findWith({ query, tab, page })
        shown += view[tab].length
        if (page >= view.pageCount) break
      }
      assert.equal(shown, first.counts[tab].count, `${query} ${tab}`)
    }
  }
})

test('who said it narrows quotations to a speaker, and articles to those that quote them', async () => {
  const view = await findWith({ query: 'said:Tolvay' })
  assert.equal(view.tab, 'quotes')
  assert.ok(view.quotes.length > 0)
  for (const quote of view.quotes) {
    assert.match(quote.speakerName, /Tolvay/)
    assert.ok(quote.confidence > 0 && quote.confidence <= 1)
    const document = await context.store.articles.findDocument(quote.documentId)
    assert.equal(document?.text.slice(quote.start, quote.end), quote.text)
  }
  const articles = await findWith({ query: 'said:Tolvay', tab: 'articles' })
  assert.ok(articles.articles.length > 0)
  assert.equal((await findWith({ query: 'said:Tolvay in:2001' })).counts.quotes.count, 0)
})

test('the newest first is the newest first, and a filter that names nobody finds nothing', async () => {
  const { articles } = await findWith({ query: 'dam', tab: 'articles', sort: 'newest' })
  const times = articles.map(({ publishedAt }) => publishedAt)
  assert.deepEqual(times, times.toSorted().toReversed())
  const none = await findWith({ query: 'dam from:Nowhere' })
  assert.deepEqual([none.counts.stories.count, none.counts.articles.count, none.counts.quotes.count], [0, 0, 0])
})

test('without a search there are examples, and every one finds something', async () => {
  const { examples, hasAsked } = await findWith({})
  assert.equal(hasAsked, false)
  assert.ok(examples.length >= 3)
  for (const query of examples) {
    const { counts } = await findWith({ query })
    assert.ok(
      Object.values(counts).some(({ count }) => count > 0),
      query,
    )
  }
})

test('a kept search knows what is new since it was looked at, and looking at it is looking', async () => {
  const saved = await saveSearch.run(context, { query: ' dam  in:2026 ' })
  assert.equal(saved?.query, 'dam in:2026')
  assert.equal(await saveSearch.run(context, { query: '""' }).then((search) => search?.query), '""')
  await context.store.searches.see(ownerId, saved!.id, '2020-01-01T00:00:00.000Z')
  const fresh = async () => (await listSearches.run(context, {})).find(({ id }) => id === saved!.id)?.fresh.count ?? -1
  assert.ok((await fresh()) > 0)
  assert.equal((await findWith({ query: 'in:2026 dam' })).saved?.id, saved?.id)
  assert.equal(await fresh(), 0)
  const feed = await searchFeed.run(context, { id: saved!.id })
  assert.ok(feed && feed.hits.length > 0)
  assert.equal((await removeSearch.run(context, { id: saved!.id }))?.query, 'dam in:2026')
  assert.equal(await searchFeed.run(context, { id: saved!.id }), undefined)
})

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
    assert.ok(!view.related.some((other) => ids.includes(other.id)), 'told twice')
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
